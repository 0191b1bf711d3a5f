#include "widgets/kit/cell_delegate.h"

#include <QHeaderView>
#include <QPainter>
#include <QTableView>

#include "widgets/kit/labels.h"
#include "widgets/kit/table_model.h"

namespace leadlight {

namespace {

constexpr int inset = 6, edge = 16, barWidth = 44, barHeight = 6, tagHeight = 18;

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

}  // namespace

CellDelegate::CellDelegate(QObject* parent) : QStyledItemDelegate(parent) {}

void CellDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const {
  painter->save();
  painter->setRenderHint(QPainter::Antialiasing);
  if (option.state & QStyle::State_Selected)
    painter->fillRect(option.rect, theme_.selection);
  else if (option.state & QStyle::State_MouseOver)
    painter->fillRect(option.rect, theme_.hover);
  painter->fillRect(QRect(option.rect.left(), option.rect.bottom(), option.rect.width(), 1), theme_.border);
  const bool last = index.column() == index.model()->columnCount() - 1;
  QRect area = option.rect.adjusted(index.column() == 0 ? edge : inset, 0, last ? -edge : -inset, -1);
  const QVariant share = index.data(cell::Share);
  if (share.isValid()) {
    paintBar(*painter, area, share.toDouble(), theme_);
    area.setLeft(area.left() + barWidth + inset);
  }
  paintText(*painter, area, option, index);
  painter->restore();
}

void CellDelegate::paintText(QPainter& painter, QRect area, const QStyleOptionViewItem& option,
                             const QModelIndex& index) const {
  const QString text = index.data(Qt::DisplayRole).toString();
  const QVariant tag = index.data(cell::Tag);
  if (tag.isValid()) {
    const auto [ground, ink] = tagColors(theme_, static_cast<TagTone>(tag.toInt()));
    painter.setFont(fontOf(option, 8.5, false));
    const int width = std::min(area.width(), painter.fontMetrics().horizontalAdvance(text) + 12);
    const QRect box(area.left(), area.center().y() - tagHeight / 2, width, tagHeight);
    painter.setPen(Qt::NoPen);
    painter.setBrush(ground);
    painter.drawRoundedRect(box, 3, 3);
    painter.setPen(ink);
    painter.drawText(box, Qt::AlignCenter, text);
    return;
  }
  const bool link = index.data(cell::Link).toBool();
  painter.setFont(fontOf(option, 9, index.data(cell::Strong).toBool()));
  painter.setPen(link ? theme_.accent : index.data(cell::Muted).toBool() ? theme_.muted : theme_.text);
  const auto alignment = index.data(Qt::TextAlignmentRole).toInt();
  painter.drawText(area, alignment, painter.fontMetrics().elidedText(text, Qt::ElideRight, area.width()));
}

QSize CellDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const {
  const QFontMetrics metrics(fontOf(option, 9, index.data(cell::Strong).toBool()));
  const int bar = index.data(cell::Share).isValid() ? barWidth + inset : 0;
  const int tag = index.data(cell::Tag).isValid() ? 12 : 0;
  return {metrics.horizontalAdvance(index.data(Qt::DisplayRole).toString()) + inset + edge + bar + tag + 2, 28};
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
