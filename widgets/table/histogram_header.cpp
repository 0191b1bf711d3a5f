#include "widgets/table/histogram_header.h"

#include <QPainter>
#include <algorithm>

#include "widgets/icons.h"

namespace leadlight {

namespace {

constexpr int headHeight = 80;
constexpr int padding = 10;
constexpr int barsTop = 31;
constexpr int barsHeight = 26;

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

void HistogramHeader::setSort(int section, bool descending) {
  sortedSection_ = section;
  descending_ = descending;
  viewport()->update();
}

QSize HistogramHeader::sizeHint() const { return {QHeaderView::sizeHint().width(), headHeight}; }

void HistogramHeader::paintSection(QPainter* painter, const QRect& rect, int section) const {
  static const HeaderContent none;
  const HeaderContent& content =
      static_cast<std::size_t>(section) < content_.size() ? content_[static_cast<std::size_t>(section)] : none;
  painter->save();
  painter->fillRect(rect, theme_.window);
  painter->fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), theme_.border);
  painter->fillRect(QRect(rect.right(), rect.top(), 1, rect.height()), theme_.border);
  if (content.filtered) painter->fillRect(QRect(rect.left(), rect.bottom() - 1, rect.width(), 2), theme_.accent);
  const QRect inner = rect.adjusted(padding, 7, -padding, -5);

  QFont bold = font();
  bold.setPointSizeF(9.5);
  bold.setBold(true);
  painter->setFont(bold);
  painter->setPen(theme_.text);
  const int marks = (section == sortedSection_ ? 16 : 0) + (content.filtered ? 16 : 0);
  const QString name = painter->fontMetrics().elidedText(model()->headerData(section, Qt::Horizontal).toString(),
                                                         Qt::ElideRight, inner.width() - marks);
  painter->drawText(QRect(inner.left(), inner.top(), inner.width(), 19), Qt::AlignVCenter | Qt::AlignLeft, name);
  int x = inner.left() + painter->fontMetrics().horizontalAdvance(name) + 3;
  const qreal ratio = devicePixelRatioF();
  if (section == sortedSection_) {
    painter->drawPixmap(x, inner.top() + 3,
                        iconPixmap(descending_ ? Icon::SortDown : Icon::SortUp, 14, theme_.accent, ratio));
    x += 16;
  }
  if (content.filtered) painter->drawPixmap(x, inner.top() + 3, iconPixmap(Icon::Filter, 14, theme_.accent, ratio));

  paintBars(painter, QRect(inner.left(), rect.top() + barsTop, inner.width(), barsHeight), content);
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
