#include "app/gui/calls/calls_table.h"

#include <QCoreApplication>
#include <QPainter>

#include "widgets/format.h"
#include "widgets/kit/badge.h"

namespace leadlight {

namespace {

struct Words {
  Q_DECLARE_TR_FUNCTIONS(CallsTable)
};

// A column whose cells are a text.
template <class Row, class Text>
auto textColumn(const QString& title, Qt::Alignment alignment, Text text) {
  return typename TableModel<Row>::Column{title, alignment, [text](const Row& row, int role) -> QVariant {
                                            if (role == Qt::DisplayRole || role == Qt::ToolTipRole) return text(row);
                                            return {};
                                          }};
}

QFont letterFont(const QStyleOptionViewItem& option) {
  QFont font = option.font;
  font.setPointSizeF(8.5);
  font.setBold(true);
  return font;
}

constexpr int inset = 6;

}  // namespace

void BandCellDelegate::setLook(const Theme& theme, std::size_t bands) {
  theme_ = theme;
  bands_ = bands;
}

void BandCellDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const {
  painter->save();
  painter->setRenderHint(QPainter::Antialiasing);
  if (option.state & QStyle::State_Selected)
    painter->fillRect(option.rect, theme_.selection);
  else if (option.state & QStyle::State_MouseOver)
    painter->fillRect(option.rect, theme_.hover);
  painter->fillRect(QRect(option.rect.left(), option.rect.bottom(), option.rect.width(), 1), theme_.border);
  const QString band = index.data().toString();
  const int place = index.data(cell::Sort).toInt();
  if (!band.isEmpty() && place >= 0) {
    const QFont letter = letterFont(option);
    painter->setFont(letter);
    const QSize size = badgeSize(band, letter);
    const QRect box(option.rect.left() + inset, option.rect.top() + (option.rect.height() - 18) / 2, size.width(), 18);
    paintBadge(*painter, box, band, theme_.band(static_cast<std::size_t>(place), bands_));
  }
  painter->restore();
}

QSize BandCellDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const {
  const QSize badge = badgeSize(index.data().toString(), letterFont(option));
  return {badge.width() + 2 * inset, badge.height() + 2 * inset};
}

CallerModel* makeCallerModel(QObject* parent) {
  const auto right = Qt::AlignRight;
  return new CallerModel(
      {textColumn<CallerLine>(Words::tr("Person"), Qt::AlignLeft, [](const CallerLine& one) { return one.name; }),
       textColumn<CallerLine>(Words::tr("Calls"), right, [](const CallerLine& one) { return formatCount(one.calls); }),
       textColumn<CallerLine>(Words::tr("Mean score"), right,
                              [](const CallerLine& one) { return formatDecimal(one.meanScore); })},
      parent);
}

CallModel* makeCallModel(QObject* parent) {
  const auto right = Qt::AlignRight;
  std::vector<CallModel::Column> columns{
      textColumn<CallLine>(Words::tr("Day"), right, [](const CallLine& one) { return formatCount(one.day + 1); }),
      textColumn<CallLine>(Words::tr("Call"), right, [](const CallLine& one) { return formatCount(one.place + 1); }),
      textColumn<CallLine>(Words::tr("Lead"), Qt::AlignLeft, [](const CallLine& one) { return one.lead; }),
      textColumn<CallLine>(Words::tr("Who"), Qt::AlignLeft, [](const CallLine& one) { return one.who; }),
      textColumn<CallLine>(Words::tr("Score"), right, [](const CallLine& one) { return formatDecimal(one.score); }),
      textColumn<CallLine>(Words::tr("Band"), Qt::AlignLeft, [](const CallLine& one) { return one.band; }),
      textColumn<CallLine>(Words::tr("Why"), Qt::AlignLeft, [](const CallLine& one) { return one.why; })};
  columns[callBand].cell = [](const CallLine& one, int role) -> QVariant {
    if (role == Qt::DisplayRole) return one.band;
    return role == cell::Sort ? QVariant(one.bandIndex) : QVariant();
  };
  columns[callLead].cell = [](const CallLine& one, int role) -> QVariant {
    if (role == cell::Strong) return true;
    return role == Qt::DisplayRole ? QVariant(one.lead) : QVariant();
  };
  return new CallModel(std::move(columns), parent);
}

}  // namespace leadlight
