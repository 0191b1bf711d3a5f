#include "app/gui/scoring_list.h"

#include <QPainter>
#include <QSignalBlocker>
#include <QStyledItemDelegate>
#include <algorithm>

#include "app/gui/scoring_words.h"
#include "widgets/icons.h"

namespace leadlight {

namespace {

constexpr int itemHeight = 52;
constexpr int mostItems = 7;  // before the list scrolls
enum Role { Kind = Qt::UserRole + 1, Version, Champion };

}  // namespace

class ScorecardList::Delegate final : public QStyledItemDelegate {
 public:
  using QStyledItemDelegate::QStyledItemDelegate;
  void setTheme(const Theme& theme) { theme_ = theme; }

  QSize sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const override { return {200, itemHeight}; }

  void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override {
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    const bool hovered = option.state.testFlag(QStyle::State_MouseOver);
    const QRect rect = option.rect;
    painter->save();
    painter->fillRect(rect, selected ? theme_.selection : hovered ? theme_.hover : theme_.surface);
    if (selected) painter->fillRect(QRect(rect.left(), rect.top(), 3, rect.height()), theme_.accent);
    painter->fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), theme_.border);
    const QRect inner = rect.adjusted(16, 7, -14, -7);
    const bool champion = index.data(Champion).toBool();
    QFont font = option.font;
    font.setPointSizeF(9.5);
    font.setBold(true);
    painter->setFont(font);
    painter->setPen(theme_.text);
    painter->drawText(QRect(inner.left(), inner.top(), inner.width() - 22, 19), Qt::AlignLeft | Qt::AlignVCenter,
                      painter->fontMetrics().elidedText(index.data().toString(), Qt::ElideRight, inner.width() - 22));
    if (champion)
      painter->drawPixmap(inner.right() - 15, inner.top() + 1,
                          iconPixmap(Icon::Crown, 16, theme_.accent, painter->device()->devicePixelRatioF()));
    font.setPointSizeF(8.5);
    font.setBold(false);
    painter->setFont(font);
    painter->setPen(theme_.muted);
    const QRect line(inner.left(), inner.top() + 19, inner.width(), 18);
    const QString version = index.data(Version).toString();
    const int versionWidth = painter->fontMetrics().horizontalAdvance(version) + 8;
    painter->drawText(
        line.adjusted(0, 0, -versionWidth, 0), Qt::AlignLeft | Qt::AlignVCenter,
        painter->fontMetrics().elidedText(index.data(Kind).toString(), Qt::ElideRight, line.width() - versionWidth));
    painter->drawText(line, Qt::AlignRight | Qt::AlignVCenter, version);
    if (option.state.testFlag(QStyle::State_HasFocus) && selected) {
      painter->setPen(QPen(theme_.focus, 1));
      painter->drawRect(rect.adjusted(0, 0, -1, -2));
    }
    painter->restore();
  }

 private:
  Theme theme_ = lightTheme();
};

ScorecardList::ScorecardList(QWidget* parent) : QListWidget(parent), delegate_(new Delegate(this)) {
  setItemDelegate(delegate_);
  setFrameShape(QFrame::NoFrame);
  setMouseTracking(true);
  setUniformItemSizes(true);
  setAccessibleName(tr("Scorecards"));
  setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
}

void ScorecardList::show(const std::vector<RegisteredScorecard>& scorecards) {
  const QString before = currentItem() ? currentItem()->text() : QString();
  int wanted = -1;
  int champion = -1;
  {
    const QSignalBlocker quiet(this);
    clear();
    for (std::size_t i = 0; i < scorecards.size(); ++i) {
      const StoredScorecard& stored = scorecards[i].stored;
      auto* item = new QListWidgetItem(QString::fromStdString(stored.name), this);
      item->setData(Kind, scorecardKindText(scorecards[i].scorecard));
      item->setData(Version, tr("version %1").arg(stored.version));
      item->setData(Champion, stored.champion);
      item->setData(Qt::AccessibleTextRole, stored.champion ? tr("%1, champion").arg(item->text()) : item->text());
      if (stored.champion) champion = static_cast<int>(i);
      if (item->text() == before) wanted = static_cast<int>(i);
    }
  }
  setFixedHeight(itemHeight * std::clamp(count(), 1, mostItems));
  if (wanted < 0) wanted = champion >= 0 ? champion : scorecards.empty() ? -1 : 0;
  setCurrentRow(wanted);
}

void ScorecardList::applyTheme(const Theme& theme) {
  delegate_->setTheme(theme);
  viewport()->update();
}

}  // namespace leadlight
