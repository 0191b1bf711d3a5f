#include "widgets/table/histogram_header.h"

#include <QMouseEvent>
#include <QPainter>
#include <algorithm>

#include "widgets/icons.h"

namespace leadlight {

namespace {

constexpr int headHeight = 80;
constexpr int padding = 10;
constexpr int barsTop = 31;
constexpr int barsHeight = 26;
constexpr int grip = 5;       // px at a section's edge that resize it
constexpr int leastDrag = 3;  // px

double largest(const std::vector<double>& values) {
  return values.empty() ? 0 : *std::max_element(values.begin(), values.end());
}

}  // namespace

HistogramHeader::HistogramHeader(QWidget* parent) : QHeaderView(Qt::Horizontal, parent) {
  setSectionsClickable(true);
  setHighlightSections(false);
  setMinimumSectionSize(44);
  setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
}

void HistogramHeader::setTheme(const Theme& theme) {
  theme_ = theme;
  viewport()->update();
}

void HistogramHeader::setContent(std::vector<HeaderContent> content, std::size_t bandCount) {
  content_ = std::move(content);
  bandCount_ = bandCount;
  viewport()->update();
}

void HistogramHeader::setSort(std::vector<HeaderSort> sort) {
  sort_ = std::move(sort);
  viewport()->update();
}

void HistogramHeader::setCurrent(int section) {
  current_ = section;
  viewport()->update();
}

QSize HistogramHeader::sizeHint() const { return {QHeaderView::sizeHint().width(), headHeight}; }

void HistogramHeader::paintSection(QPainter* painter, const QRect& rect, int section) const {
  static const HeaderContent none;
  const HeaderContent& content =
      static_cast<std::size_t>(section) < content_.size() ? content_[static_cast<std::size_t>(section)] : none;
  painter->save();
  painter->fillRect(rect, section == current_ ? theme_.hover : theme_.window);
  painter->fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), theme_.border);
  painter->fillRect(QRect(rect.right(), rect.top(), 1, rect.height()), theme_.border);
  if (content.filtered) painter->fillRect(QRect(rect.left(), rect.bottom() - 1, rect.width(), 2), theme_.accent);
  const QRect inner = rect.adjusted(padding, 7, -padding, -5);

  QFont bold = font();
  bold.setPointSizeF(9.5);
  bold.setBold(true);
  painter->setFont(bold);
  painter->setPen(theme_.text);
  const bool sorted = std::any_of(sort_.begin(), sort_.end(), [&](const auto& one) { return one.section == section; });
  const int marks = (sorted ? (sort_.size() > 1 ? 24 : 16) : 0) + (content.filtered ? 16 : 0);
  const QString name = painter->fontMetrics().elidedText(model()->headerData(section, Qt::Horizontal).toString(),
                                                         Qt::ElideRight, inner.width() - marks);
  painter->drawText(QRect(inner.left(), inner.top(), inner.width(), 19), Qt::AlignVCenter | Qt::AlignLeft, name);
  int x = inner.left() + painter->fontMetrics().horizontalAdvance(name) + 3;
  const qreal ratio = devicePixelRatioF();
  x = paintSort(painter, x, inner.top(), section);
  if (content.filtered) painter->drawPixmap(x, inner.top() + 3, iconPixmap(Icon::Filter, 14, theme_.accent, ratio));

  const QRect bars(inner.left(), rect.top() + barsTop, inner.width(), barsHeight);
  paintBars(painter, bars, content);
  if (brush_ && brush_->section == section && brush_->moved) paintBrush(painter, bars, content.all.size());
  QFont caption = font();
  caption.setPointSizeF(8.5);
  painter->setFont(caption);
  painter->setPen(content.warning ? theme_.warning : content.filtered ? theme_.accent : theme_.muted);
  QRect captionRect(inner.left(), rect.top() + barsTop + barsHeight + 1, inner.width(), 17);
  if (content.pinned) {
    painter->drawPixmap(captionRect.left(), captionRect.top() + 2, iconPixmap(Icon::Pin, 13, theme_.muted, ratio));
    captionRect.setLeft(captionRect.left() + 17);
  }
  painter->drawText(captionRect, Qt::AlignVCenter | Qt::AlignLeft,
                    painter->fontMetrics().elidedText(content.caption, Qt::ElideRight, captionRect.width()));
  painter->restore();
}

// The arrow, and its place where several columns sort. Returns where the next mark goes.
int HistogramHeader::paintSort(QPainter* painter, int x, int top, int section) const {
  for (std::size_t i = 0; i < sort_.size(); ++i) {
    if (sort_[i].section != section) continue;
    painter->drawPixmap(
        x, top + 3,
        iconPixmap(sort_[i].descending ? Icon::SortDown : Icon::SortUp, 14, theme_.accent, devicePixelRatioF()));
    x += 15;
    if (sort_.size() > 1) {
      QFont small = painter->font();
      small.setPointSizeF(8);
      painter->save();
      painter->setFont(small);
      painter->setPen(theme_.accent);
      painter->drawText(QRect(x, top, 10, 19), Qt::AlignVCenter, QString::number(i + 1));
      painter->restore();
      x += 9;
    }
  }
  return x;
}

int HistogramHeader::barAt(int section, int x) const {
  const auto bars = static_cast<int>(content_[static_cast<std::size_t>(section)].all.size());
  const int left = sectionViewportPosition(section) + padding;
  const int width = std::max(1, sectionSize(section) - 2 * padding);
  return std::clamp((x - left) * bars / width, 0, bars - 1);
}

void HistogramHeader::mousePressEvent(QMouseEvent* event) {
  const QPoint at = event->position().toPoint();
  const int section = logicalIndexAt(at);
  const bool overBars = section >= 0 && static_cast<std::size_t>(section) < content_.size() && at.y() >= barsTop &&
                        at.y() <= barsTop + barsHeight && !content_[static_cast<std::size_t>(section)].all.empty();
  const int inside = section < 0 ? 0 : at.x() - sectionViewportPosition(section);
  if (event->button() != Qt::LeftButton || !overBars || inside < grip || inside > sectionSize(section) - grip) {
    QHeaderView::mousePressEvent(event);
    return;
  }
  const int bar = barAt(section, at.x());
  brush_ = Brush{section, at.x(), bar, bar, false};
}

void HistogramHeader::mouseMoveEvent(QMouseEvent* event) {
  if (!brush_) {
    QHeaderView::mouseMoveEvent(event);
    return;
  }
  const int x = event->position().toPoint().x();
  if (std::abs(x - brush_->pressedAt) >= leastDrag) brush_->moved = true;
  brush_->to = barAt(brush_->section, x);
  viewport()->update();
}

void HistogramHeader::mouseReleaseEvent(QMouseEvent* event) {
  if (!brush_) {
    QHeaderView::mouseReleaseEvent(event);
    return;
  }
  const Brush done = *brush_;
  brush_.reset();
  viewport()->update();
  if (done.moved)
    emit barsChosen(done.section, std::min(done.from, done.to), std::max(done.from, done.to));
  else
    emit sectionClicked(done.section);
}

void HistogramHeader::paintBrush(QPainter* painter, const QRect& rect, std::size_t bars) const {
  const double step = static_cast<double>(rect.width()) / static_cast<double>(bars);
  const double left = rect.left() + step * std::min(brush_->from, brush_->to);
  const double right = rect.left() + step * (std::max(brush_->from, brush_->to) + 1);
  QColor ground = theme_.accent;
  ground.setAlphaF(0.18F);
  painter->fillRect(QRectF(left, rect.top() - 2, right - left, rect.height() + 3), ground);
  for (const double edge : {left, right})
    painter->fillRect(QRectF(edge - 0.75, rect.top() - 2, 1.5, rect.height() + 3), theme_.accent);
}

void HistogramHeader::paintBars(QPainter* painter, const QRect& rect, const HeaderContent& content) const {
  const double tallest = largest(content.all);
  if (tallest <= 0 || rect.width() < 12) return;
  const double tallestKept = largest(content.kept);
  const double step = static_cast<double>(rect.width()) / static_cast<double>(content.all.size());
  const double gap = step > 8 ? 3 : 1;
  painter->setPen(Qt::NoPen);
  QColor ground = theme_.unchosen;
  ground.setAlphaF(0.55F);
  for (std::size_t i = 0; i < content.all.size(); ++i) {
    const double left = rect.left() + step * static_cast<double>(i);
    const auto bar = [&](double share, double inset) {
      const double tall = share > 0 ? std::max(1.0, share * (rect.height() - 1)) : 0;
      return QRectF(left + inset, rect.bottom() + 1 - tall, std::max(1.0, step - gap - 2 * inset), tall);
    };
    painter->fillRect(bar(content.all[i] / tallest, 0), ground);
    if (i >= content.kept.size() || tallestKept <= 0) continue;
    const int band = i < content.bands.size() ? content.bands[i] : -1;
    painter->fillRect(bar(content.kept[i] / tallestKept, step > 8 ? step * 0.17 : 0.6),
                      band < 0 ? theme_.lead : theme_.band(static_cast<std::size_t>(band), bandCount_).fill);
  }
  painter->fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), theme_.axis);
}

}  // namespace leadlight
