#include "widgets/table/lead_delegate.h"

#include <QPainter>
#include <algorithm>
#include <cmath>

#include "widgets/kit/badge.h"
#include "widgets/table/lead_table_model.h"

namespace leadlight {

namespace {

constexpr int padding = 10;
constexpr int barWidth = 52;
constexpr int barHeight = 8;

const TableColumn* columnOf(const QModelIndex& index) {
  const auto* model = qobject_cast<const LeadTableModel*>(index.model());
  return model ? &model->columns()[static_cast<std::size_t>(index.column())] : nullptr;
}

}  // namespace

std::size_t bandCountOf(const QModelIndex& index) {
  const auto* model = qobject_cast<const LeadTableModel*>(index.model());
  return model ? model->bandNames().size() : 0;
}

LeadDelegate::LeadDelegate(QObject* parent) : QStyledItemDelegate(parent) {}

void LeadDelegate::setScoreRange(double low, double high) {
  low_ = low;
  high_ = high;
}

QSize LeadDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const {
  const QString text = index.data(Qt::DisplayRole).toString();
  const TableColumn* column = columnOf(index);
  const int extra = column && column->kind == TableColumn::Kind::Score ? barWidth + 8 : 0;
  return {option.fontMetrics.horizontalAdvance(text) + 2 * padding + extra + 2, 28};
}

void LeadDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const {
  const QRect rect = option.rect;
  const bool selected = option.state.testFlag(QStyle::State_Selected);
  painter->save();
  painter->fillRect(rect, selected ? theme_.selection : index.row() == hoveredRow_ ? theme_.hover : theme_.surface);
  painter->fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), theme_.border);
  if (selected && index.column() == 0)
    painter->fillRect(QRect(rect.left(), rect.top(), 3, rect.height()), theme_.accent);
  const TableColumn* column = columnOf(index);
  const QRect inner = rect.adjusted(padding, 0, -padding, -1);
  const bool missing = index.data(LeadTableModel::MissingRole).toBool();
  if (column && column->kind == TableColumn::Kind::Score && !missing) {
    paintScore(painter, inner, index, option.font);
  } else if (column && column->kind == TableColumn::Kind::Band && !missing) {
    paintBadge(painter, rect.adjusted(4, 0, -4, -1), index, option.font);
  } else {
    paintText(painter, inner, index, option.font);
  }
  painter->restore();
}

void LeadDelegate::paintScore(QPainter* painter, const QRect& rect, const QModelIndex& index, const QFont& font) const {
  const double score = index.data(LeadTableModel::NumberRole).toDouble();
  const double share = std::clamp((score - low_) / (high_ - low_), 0.0, 1.0);
  const QRectF track(rect.left(), rect.center().y() - barHeight / 2 + 1, barWidth, barHeight);
  painter->setRenderHint(QPainter::Antialiasing);
  painter->setPen(Qt::NoPen);
  painter->setBrush(theme_.sunken);
  painter->drawRoundedRect(track, 2, 2);
  const int band = index.data(LeadTableModel::BandRole).toInt();
  const QColor fill = band < 0 ? theme_.lead : theme_.band(static_cast<std::size_t>(band), bandCountOf(index)).fill;
  const QColor edge = band < 0 ? theme_.lead : theme_.band(static_cast<std::size_t>(band), bandCountOf(index)).edge;
  QRectF bar = track;
  bar.setWidth(std::max(2.0, std::round(share * barWidth)));
  painter->setPen(QPen(edge, 1));
  painter->setBrush(fill);
  painter->drawRoundedRect(bar.adjusted(0.5, 0.5, -0.5, -0.5), 2, 2);
  painter->setFont(font);
  painter->setPen(theme_.text);
  painter->drawText(rect.adjusted(barWidth + 4, 0, 0, 0), Qt::AlignVCenter | Qt::AlignRight,
                    index.data(Qt::DisplayRole).toString());
}

void LeadDelegate::paintBadge(QPainter* painter, const QRect& rect, const QModelIndex& index, const QFont& font) const {
  const int band = index.data(LeadTableModel::BandRole).toInt();
  const std::size_t count = bandCountOf(index);
  const BandColors& colors = theme_.band(band < 0 ? count : static_cast<std::size_t>(band), count);
  QFont letter = font;
  letter.setPointSizeF(8.5);
  letter.setBold(true);
  painter->setFont(letter);
  const QString name = index.data(Qt::DisplayRole).toString();
  const QSize size(std::min(badgeSize(name, letter).width(), rect.width()), 18);
  const QRect badge(rect.center() - QPoint(size.width() / 2 - 1, size.height() / 2 - 1), size);
  leadlight::paintBadge(*painter, badge, name, colors);
}

void LeadDelegate::paintText(QPainter* painter, const QRect& rect, const QModelIndex& index, const QFont& font) const {
  painter->setFont(font);
  painter->setPen(index.data(LeadTableModel::MissingRole).toBool() ? theme_.muted : theme_.text);
  const auto alignment = index.data(Qt::TextAlignmentRole).value<Qt::Alignment>();
  const QString text = index.data(Qt::DisplayRole).toString().simplified();
  painter->drawText(rect, static_cast<int>(alignment) | Qt::TextSingleLine,
                    painter->fontMetrics().elidedText(text, Qt::ElideRight, rect.width()));
}

}  // namespace leadlight
