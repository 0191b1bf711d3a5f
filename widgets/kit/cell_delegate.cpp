#include "widgets/kit/cell_delegate.h"

#include <QHeaderView>
#include <QPainter>
#include <QTableView>
#include <QTextLayout>

#include "widgets/kit/labels.h"
#include "widgets/kit/table_model.h"

namespace leadlight {

namespace {

constexpr int inset = 6, edge = 16, barWidth = 44, barHeight = 6, tagHeight = 18, sign = 15, tagPadding = 6;

QFont fontOf(const QStyleOptionViewItem& option, double points, bool bold) {
  QFont font = option.font;
  font.setPointSizeF(points);
  font.setBold(bold);
  return font;
}

void paintBar(QPainter& painter, const QRect& area, double share, const Theme& theme) {
  const QRectF track(area.left(), area.center().y() - barHeight / 2 + 1, barWidth, barHeight);
  painter.setPen(Qt::NoPen);
  painter.setBrush(theme.sunken);
  painter.drawRoundedRect(track, 2, 2);
  QRectF filled = track;
  filled.setWidth(std::max(share > 0 ? 1.0 : 0.0, track.width() * std::min(1.0, share)));
  painter.setBrush(theme.control);
  painter.drawRoundedRect(filled, 2, 2);
}

int badgeWidth(const CellBadge& badge, const QFontMetrics& metrics) {
  return metrics.horizontalAdvance(badge.word) + 2 * tagPadding + (badge.icon ? 15 : 0);
}

// REQUIRES: the painter has the badges' font
void paintCellBadge(QPainter& painter, const QRect& box, const CellBadge& badge, const Theme& theme) {
  const auto [ground, ink] = tagColors(theme, badge.tone);
  painter.setPen(Qt::NoPen);
  painter.setBrush(ground);
  painter.drawRoundedRect(box, 3, 3);
  painter.setPen(ink);
  QRect text = box.adjusted(tagPadding, 0, -tagPadding, 0);
  if (badge.icon) {
    const qreal ratio = painter.device()->devicePixelRatioF();
    painter.drawPixmap(text.left() - 1, box.top() + (box.height() - 12) / 2, iconPixmap(*badge.icon, 12, ink, ratio));
    text.setLeft(text.left() + 15);
  }
  painter.drawText(text, Qt::AlignVCenter, badge.word);
}

// Is no column shown behind this one?
bool isLastShown(const QStyleOptionViewItem& option, const QModelIndex& index) {
  const auto* view = qobject_cast<const QTableView*>(option.widget);
  int behind = index.column() + 1;
  while (view && behind < index.model()->columnCount() && view->isColumnHidden(behind)) ++behind;
  return behind == index.model()->columnCount();
}

// The first line as far as whole words go, then what fits of the rest.
void paintTwoLines(QPainter& painter, const QRect& area, const QString& text) {
  QTextLayout layout(text, painter.font());
  layout.beginLayout();
  QTextLine first = layout.createLine();
  first.setLineWidth(area.width());
  layout.endLayout();
  const int broken = first.textLength(), middle = area.center().y();
  const QString rest = painter.fontMetrics().elidedText(text.mid(broken), Qt::ElideRight, area.width());
  painter.drawText(QRect(area.topLeft(), QPoint(area.right(), middle)), Qt::AlignLeft | Qt::AlignBottom,
                   text.left(broken).trimmed());
  painter.drawText(QRect(QPoint(area.left(), middle), area.bottomRight()), Qt::AlignLeft | Qt::AlignTop, rest);
}

QList<CellBadge> badgesOf(const QModelIndex& index) { return index.data(cell::Badges).value<QList<CellBadge>>(); }

}  // namespace

CellDelegate::CellDelegate(QObject* parent) : QStyledItemDelegate(parent) {}

void CellDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const {
  painter->save();
  painter->setRenderHint(QPainter::Antialiasing);
  if (const QVariant ground = index.data(cell::Ground); ground.isValid())
    painter->fillRect(option.rect, tagColors(theme_, static_cast<TagTone>(ground.toInt())).first);
  else if (option.state & QStyle::State_Selected)
    painter->fillRect(option.rect, theme_.selection);
  else if (option.state & QStyle::State_MouseOver)
    painter->fillRect(option.rect, theme_.hover);
  painter->fillRect(QRect(option.rect.left(), option.rect.bottom(), option.rect.width(), 1), theme_.border);
  QRect area =
      option.rect.adjusted(index.column() == 0 ? edge : inset, 0, isLastShown(option, index) ? -edge : -inset, -1);
  const QVariant share = index.data(cell::Share);
  if (share.isValid()) {
    paintBar(*painter, area, share.toDouble(), theme_);
    area.setLeft(area.left() + barWidth + inset);
  }
  const qreal ratio = painter->device()->devicePixelRatioF();
  if (const QVariant fine = index.data(cell::Fine); fine.isValid()) {
    painter->drawPixmap(area.left(), area.center().y() - sign / 2,
                        iconPixmap(fine.toBool() ? Icon::Check : Icon::Warning, sign,
                                   fine.toBool() ? theme_.positive : theme_.warning, ratio));
    area.setLeft(area.left() + sign + inset);
  }
  if (index.data(cell::Choice).toBool()) {
    painter->drawPixmap(area.right() - 14, area.center().y() - 6,
                        iconPixmap(Icon::ChevronDown, 14, theme_.muted, ratio));
    area.setRight(area.right() - 16);
  }
  paintText(*painter, area, option, index);
  painter->restore();
}

void CellDelegate::paintText(QPainter& painter, QRect area, const QStyleOptionViewItem& option,
                             const QModelIndex& index) const {
  const QString text = index.data(Qt::DisplayRole).toString();
  const QVariant tag = index.data(cell::Tag);
  if (tag.isValid()) {
    painter.setFont(fontOf(option, 8.5, false));
    const CellBadge badge{text, static_cast<TagTone>(tag.toInt()), {}};
    const int width = std::min(area.width(), badgeWidth(badge, painter.fontMetrics()));
    paintCellBadge(painter, {area.left(), area.center().y() - tagHeight / 2, width, tagHeight}, badge, theme_);
    return;
  }
  const int all = area.width();
  area = paintBadges(painter, area, option, index);
  // Names that badges cut short often begin alike.
  const Qt::TextElideMode elide = area.width() < all ? Qt::ElideMiddle : Qt::ElideRight;
  const bool link = index.data(cell::Link).toBool();
  painter.setFont(fontOf(option, 9, index.data(cell::Strong).toBool()));
  painter.setPen(link ? theme_.accent : index.data(cell::Muted).toBool() ? theme_.muted : theme_.text);
  const QFontMetrics metrics = painter.fontMetrics();
  if (area.height() >= 2 * metrics.height() && metrics.horizontalAdvance(text) > area.width()) {
    paintTwoLines(painter, area, text);
    return;
  }
  const auto alignment = index.data(Qt::TextAlignmentRole).toInt();
  painter.drawText(area, alignment, metrics.elidedText(text, elide, area.width()));
}

// The badges follow the text, which is cut when there is too little room for both. Returns what is left for the text.
QRect CellDelegate::paintBadges(QPainter& painter, QRect area, const QStyleOptionViewItem& option,
                                const QModelIndex& index) const {
  const QList<CellBadge> badges = badgesOf(index);
  if (badges.isEmpty()) return area;
  const QFont small = fontOf(option, 8.5, false);
  int wanted = 0;
  for (const CellBadge& badge : badges) wanted += badgeWidth(badge, QFontMetrics(small)) + inset;
  const int text = QFontMetrics(fontOf(option, 9, index.data(cell::Strong).toBool()))
                       .horizontalAdvance(index.data(Qt::DisplayRole).toString());
  int left = std::min(area.left() + text + inset, std::max(area.left() + 40, area.right() - wanted));
  const QRect before(area.left(), area.top(), left - area.left() - 2, area.height());
  painter.setFont(small);
  for (const CellBadge& badge : badges) {
    const int width = badgeWidth(badge, QFontMetrics(small));
    paintCellBadge(painter, {left, area.center().y() - tagHeight / 2, width, tagHeight}, badge, theme_);
    left += width + inset;
  }
  return before;
}

QSize CellDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const {
  const QFontMetrics metrics(fontOf(option, 9, index.data(cell::Strong).toBool()));
  const int bar = index.data(cell::Share).isValid() ? barWidth + inset : 0;
  const int tag = index.data(cell::Tag).isValid() ? 2 * tagPadding : 0;
  const int signs =
      (index.data(cell::Fine).isValid() ? sign + inset : 0) + (index.data(cell::Choice).toBool() ? 16 : 0);
  int badges = 0;
  for (const CellBadge& badge : badgesOf(index))
    badges += badgeWidth(badge, QFontMetrics(fontOf(option, 8.5, false))) + inset;
  const int text = metrics.horizontalAdvance(index.data(Qt::DisplayRole).toString());
  return {text + inset + edge + bar + tag + signs + badges + 2, 28};
}

void dressTable(QTableView& table, int rowHeight) {
  table.setShowGrid(false);
  table.setMouseTracking(true);
  table.setSelectionBehavior(QAbstractItemView::SelectRows);
  table.setEditTriggers(QAbstractItemView::NoEditTriggers);
  table.setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
  table.setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
  table.setWordWrap(false);
  table.verticalHeader()->hide();
  table.verticalHeader()->setMinimumSectionSize(rowHeight);
  table.verticalHeader()->setDefaultSectionSize(rowHeight);
  table.horizontalHeader()->setHighlightSections(false);
  table.horizontalHeader()->setFixedHeight(26);
  table.setTabKeyNavigation(false);
}

}  // namespace leadlight
