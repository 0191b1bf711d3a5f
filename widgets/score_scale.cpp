#include "widgets/score_scale.h"

#include <QPainter>
#include <QPainterPath>
#include <algorithm>
#include <cmath>

#include "widgets/format.h"
#include "widgets/value_text.h"

namespace leadlight {

namespace {

constexpr int stripTop = 10;
constexpr int stripHeight = 8;
constexpr int plainHeight = 26;
constexpr int numbersHeight = 18;

}  // namespace

BandScale::BandScale(QWidget* parent) : QWidget(parent) {
  setAccessibleName(tr("Score on its bands"));
  setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void BandScale::setBands(std::vector<ScaleBand> bands, double low, double high) {
  bands_ = std::move(bands);
  low_ = low;
  high_ = high;
  update();
}

void BandScale::setScore(std::optional<double> score) {
  score_ = score;
  setAccessibleDescription(score ? formatDecimal(*score) : QString());
  update();
}

void BandScale::setNumbers(bool shown) {
  numbers_ = shown;
  updateGeometry();
}

void BandScale::applyTheme(const Theme& theme) {
  theme_ = theme;
  update();
}

QSize BandScale::sizeHint() const { return {310, plainHeight + (numbers_ ? numbersHeight : 0)}; }

QSize BandScale::minimumSizeHint() const { return {120, sizeHint().height()}; }

double BandScale::xOf(double score) const {
  const double share = std::clamp((score - low_) / (high_ - low_), 0.0, 1.0);
  return 1 + share * (width() - 2);
}

void BandScale::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  painter.setRenderHint(QPainter::Antialiasing);
  std::vector<double> bounds{low_};
  if (bands_.empty()) {
    painter.setPen(QPen(theme_.control, 0.8));
    painter.setBrush(theme_.sunken);
    painter.drawRoundedRect(QRectF(xOf(low_), stripTop, xOf(high_) - xOf(low_), stripHeight), 2, 2);
  }
  for (std::size_t i = bands_.size(); i-- > 0;) {
    const double from = std::max(low_, bands_[i].from);
    const double to = i == 0 ? high_ : std::min(high_, bands_[i - 1].from);
    if (to <= from) continue;
    if (from > low_) bounds.push_back(from);
    const BandColors& colors = theme_.band(i, bands_.size());
    painter.setPen(QPen(colors.edge, 0.8));
    painter.setBrush(colors.fill);
    const double gap = i == 0 ? 0 : 2;
    painter.drawRoundedRect(QRectF(xOf(from), stripTop, std::max(1.0, xOf(to) - xOf(from) - gap), stripHeight), 2, 2);
  }
  bounds.push_back(high_);
  if (numbers_) {
    QFont caption = font();
    caption.setPointSizeF(8.5);
    painter.setFont(caption);
    painter.setPen(theme_.muted);
    double free = -1;
    for (std::size_t i = 0; i < bounds.size(); ++i) {
      const QString text = shortestNumber(std::round(bounds[i] * 10) / 10);
      const double wide = painter.fontMetrics().horizontalAdvance(text);
      const double left = std::clamp(xOf(bounds[i]) - wide / 2, 0.0, width() - wide);
      if (left < free) continue;
      painter.drawText(QRectF(left, plainHeight, wide + 2, numbersHeight), Qt::AlignVCenter | Qt::AlignLeft, text);
      free = left + wide + 8;
    }
  }
  if (!score_) return;
  const double x = std::clamp(xOf(*score_), 5.5, width() - 5.5);  // with its whole sign
  painter.setPen(QPen(theme_.text, 2));
  painter.drawLine(QPointF(x, 6), QPointF(x, 20));
  QPainterPath marker;
  marker.moveTo(x - 5, 1);
  marker.lineTo(x + 5, 1);
  marker.lineTo(x, 8);
  marker.closeSubpath();
  painter.setPen(QPen(theme_.surface, 1));
  painter.setBrush(theme_.text);
  painter.drawPath(marker);
}

}  // namespace leadlight
