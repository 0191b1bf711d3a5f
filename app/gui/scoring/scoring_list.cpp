#include "app/gui/scoring/scoring_list.h"

#include <QPainter>
#include <QSignalBlocker>
#include <QStyledItemDelegate>
#include <algorithm>
#include <cmath>

#include "app/gui/scoring/scoring_tab.h"
#include "app/gui/scoring/scoring_words.h"
#include "app/gui/shipped_words.h"
#include "widgets/icons.h"

namespace leadlight {

namespace {

constexpr int itemHeight = 52;
constexpr int mostItems = 7;  // before the list scrolls
enum Role { Kind = Qt::UserRole + 1, Quality, Champion, Id, Version };

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
    const QString quality = index.data(Quality).toString();
    const int qualityWidth = painter->fontMetrics().horizontalAdvance(quality) + 8;
    painter->drawText(
        line.adjusted(0, 0, -qualityWidth, 0), Qt::AlignLeft | Qt::AlignVCenter,
        painter->fontMetrics().elidedText(index.data(Kind).toString(), Qt::ElideRight, line.width() - qualityWidth));
    painter->drawText(line, Qt::AlignRight | Qt::AlignVCenter, quality);
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

void ScorecardList::setEntry(int row, const ScorecardEntry& entry) {
  QListWidgetItem* it = item(row);
  it->setText(entry.name);
  it->setData(Kind, entry.kind);
  it->setData(Quality, entry.quality);
  it->setData(Champion, entry.champion);
  it->setData(Id, entry.id);
  it->setData(Version, entry.version);
  it->setToolTip(QStringList{entry.name, entry.kind, entry.quality}.join(QLatin1Char('\n')).trimmed());
  it->setData(Qt::AccessibleTextRole, entry.champion ? tr("%1, champion").arg(entry.name) : entry.name);
}

void ScorecardList::show(const std::vector<ScorecardEntry>& entries, const std::string& wanted) {
  const QString before = currentItem() ? currentItem()->data(Id).toString() : QString();
  const qint64 version = currentItem() ? currentItem()->data(Version).toLongLong() : 0;
  const QString name = wanted.empty() ? before : QString::fromStdString(wanted);
  int chosen = -1;
  int champion = -1;
  {
    const QSignalBlocker quiet(this);
    clear();
    for (std::size_t i = 0; i < entries.size(); ++i) {
      addItem(QString());
      const int row = static_cast<int>(i);
      setEntry(row, entries[i]);
      if (entries[i].champion) champion = row;
      // Of one name the latest, unless the very version that was chosen is still there.
      const bool exact = wanted.empty() && entries[i].version == version;
      if (entries[i].id == name && (chosen < 0 || exact || !wanted.empty())) chosen = row;
    }
  }
  setFixedHeight(itemHeight * std::clamp(count(), 1, mostItems));
  if (chosen < 0) chosen = champion >= 0 ? champion : entries.empty() ? -1 : 0;
  setCurrentRow(chosen);
}

ScorecardEntry entryOf(const RegisteredScorecard& registered, const ScoringStudy* unseen) {
  const Provenance& from = registered.scorecard.provenance;
  const auto stored = from.metrics.find("auc");
  ScorecardEntry entry;
  entry.id = QString::fromStdString(registered.stored.name);
  entry.version = registered.stored.version;
  entry.name = versionTitle(registered);
  entry.kind = scorecardKindText(registered.scorecard);
  entry.champion = registered.stored.champion;
  const double auc = unseen                         ? unseen->evaluation.metrics.auc
                     : stored != from.metrics.end() ? stored->second
                                                    : std::nan("");
  // Rules need no evaluating: they are counted as soon as they are chosen, if an outcome is known at all.
  if (!std::isnan(auc))
    entry.quality = ScorecardList::tr("AUC %1").arg(metricText(auc));
  else if (isLearned(registered.scorecard))
    entry.quality = ScorecardList::tr("not evaluated");
  return entry;
}

void ScorecardList::applyTheme(const Theme& theme) {
  delegate_->setTheme(theme);
  viewport()->update();
}

}  // namespace leadlight
