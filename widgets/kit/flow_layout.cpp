#include "widgets/kit/flow_layout.h"

#include <QWidget>
#include <algorithm>

namespace leadlight {

FlowLayout::FlowLayout(int spacing, QWidget* parent) : QLayout(parent) {
  setContentsMargins(0, 0, 0, 0);
  setSpacing(spacing);
}

FlowLayout::~FlowLayout() = default;

void FlowLayout::addItem(QLayoutItem* item) { items_.emplace_back(item); }

QLayoutItem* FlowLayout::itemAt(int index) const {
  return index >= 0 && index < count() ? items_[static_cast<std::size_t>(index)].get() : nullptr;
}

QLayoutItem* FlowLayout::takeAt(int index) {
  if (index < 0 || index >= count()) return nullptr;
  QLayoutItem* item = items_[static_cast<std::size_t>(index)].release();
  items_.erase(items_.begin() + index);
  return item;
}

int FlowLayout::heightForWidth(int width) const { return place(QRect(0, 0, width, 0), false); }

QSize FlowLayout::minimumSize() const {
  QSize size;
  for (const auto& item : items_) size = size.expandedTo(item->minimumSize());
  const QMargins margins = contentsMargins();
  return size + QSize(margins.left() + margins.right(), margins.top() + margins.bottom());
}

void FlowLayout::setGeometry(const QRect& rect) {
  QLayout::setGeometry(rect);
  place(rect, true);
}

// Places the items within `rect` if asked to and returns the height they need.
int FlowLayout::place(const QRect& rect, bool move) const {
  const QRect inner = rect.marginsRemoved(contentsMargins());
  int x = inner.x(), y = inner.y(), rowHeight = 0;
  for (const auto& item : items_) {
    if (item->isEmpty()) continue;
    const QSize size = item->sizeHint();
    const int width = std::min(size.width(), inner.width());
    if (x > inner.x() && x + width > inner.x() + inner.width()) {
      x = inner.x();
      y += rowHeight + spacing();
      rowHeight = 0;
    }
    if (move) item->setGeometry(QRect(x, y, width, size.height()));
    x += width + spacing();
    rowHeight = std::max(rowHeight, size.height());
  }
  return y + rowHeight - rect.y() + contentsMargins().bottom();
}

}  // namespace leadlight
