#include "widgets/form_slider.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <algorithm>
#include <cmath>

#include "widgets/value_text.h"

namespace leadlight {

namespace {

constexpr double margin = 8;  // so that the knob stays inside
constexpr double barsMiddle = 11;
constexpr double barsReach = 9;
constexpr double trackMiddle = 28;

}  // namespace

PointsSlider::PointsSlider(QWidget* parent) : QWidget(parent) {
  setFocusPolicy(Qt::StrongFocus);
  setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
  setCursor(Qt::PointingHandCursor);
}

void PointsSlider::setScale(SliderScale scale) {
  scale_ = std::move(scale);
  update();
}

void PointsSlider::setValue(std::optional<double> value) {
  value_ = value;
  setAccessibleDescription(value ? shortestNumber(*value) : unknownText());
  update();
}

void PointsSlider::applyTheme(const Theme& theme) {
  theme_ = theme;
  update();
}

double PointsSlider::xOf(double value) const {
  const std::vector<double>& stops = scale_.stops;
  const double bin = (width() - 2 * margin) / static_cast<double>(stops.size() - 1);
  for (std::size_t i = 0; i + 1 < stops.size(); ++i)
    if (value < stops[i + 1] || i + 2 == stops.size()) {
      const double share = stops[i + 1] > stops[i] ? (value - stops[i]) / (stops[i + 1] - stops[i]) : 0;
      return margin + bin * (static_cast<double>(i) + std::clamp(share, 0.0, 1.0));
    }
  return margin;
}

double PointsSlider::valueAt(double x) const {
  const std::vector<double>& stops = scale_.stops;
  const double bins = static_cast<double>(stops.size() - 1);
  const double place = std::clamp((x - margin) / (width() - 2 * margin), 0.0, 1.0) * bins;
  const auto bin = std::min(stops.size() - 2, static_cast<std::size_t>(place));
  const double value = stops[bin] + (place - static_cast<double>(bin)) * (stops[bin + 1] - stops[bin]);
  const double rounded = std::round(value / scale_.step) * scale_.step;
  return std::clamp(rounded, stops.front(), stops.back());
}

void PointsSlider::move(double value) {
  const double kept = std::clamp(value, scale_.stops.front(), scale_.stops.back());
  if (value_ && *value_ == kept) return;
  setValue(kept);
  emit moved(kept);
}

void PointsSlider::mousePressEvent(QMouseEvent* event) {
  if (event->button() == Qt::LeftButton) move(valueAt(event->position().x()));
}

void PointsSlider::mouseMoveEvent(QMouseEvent* event) {
  if (event->buttons().testFlag(Qt::LeftButton)) move(valueAt(event->position().x()));
}

void PointsSlider::keyPressEvent(QKeyEvent* event) {
  const double at = value_.value_or(scale_.stops.front());
  switch (event->key()) {
    case Qt::Key_Left:
    case Qt::Key_Down:
      return move(at - scale_.step);
    case Qt::Key_Right:
    case Qt::Key_Up:
      return move(at + scale_.step);
    case Qt::Key_Home:
      return move(scale_.stops.front());
    case Qt::Key_End:
      return move(scale_.stops.back());
    case Qt::Key_PageUp: {
      const auto next = std::upper_bound(scale_.stops.begin(), scale_.stops.end(), at);
      return move(next == scale_.stops.end() ? scale_.stops.back() : *next);
    }
    case Qt::Key_PageDown: {
      const auto here = std::lower_bound(scale_.stops.begin(), scale_.stops.end(), at);
      return move(here == scale_.stops.begin() ? scale_.stops.front() : *std::prev(here));
    }
    default:
      QWidget::keyPressEvent(event);
  }
}

void PointsSlider::focusInEvent(QFocusEvent* event) {
  QWidget::focusInEvent(event);
  update();
}

void PointsSlider::focusOutEvent(QFocusEvent* event) {
  QWidget::focusOutEvent(event);
  update();
}

void PointsSlider::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  painter.setRenderHint(QPainter::Antialiasing);
  const std::size_t bins = scale_.stops.size() - 1;
  const double wide = (width() - 2 * margin) / static_cast<double>(bins);
  double most = 0;
  for (const double points : scale_.points) most = std::max(most, std::abs(points));
  for (std::size_t i = 0; i < scale_.points.size() && most > 0; ++i) {
    const double tall = std::max(1.0, std::abs(scale_.points[i]) / most * barsReach);
    const bool here = value_ && *value_ >= scale_.stops[i] && (i + 1 == bins || *value_ < scale_.stops[i + 1]);
    QColor color = scale_.points[i] < 0 ? theme_.negative : theme_.positive;
    if (!here) color.setAlphaF(0.38F);
    const double top = scale_.points[i] < 0 ? barsMiddle : barsMiddle - tall;
    painter.fillRect(QRectF(margin + wide * static_cast<double>(i) + 1, top, std::max(1.0, wide - 2), tall), color);
  }
  const QRectF track(margin, trackMiddle - 2, width() - 2 * margin, 4);
  painter.setPen(QPen(theme_.control, 0.8));
  painter.setBrush(theme_.sunken);
  painter.drawRoundedRect(track, 2, 2);
  if (!value_) {
    if (hasFocus()) {
      painter.setPen(QPen(theme_.focus, 2));
      painter.setBrush(Qt::NoBrush);
      painter.drawRoundedRect(track.adjusted(-4, -5, 4, 5), 4, 4);
    }
    return;
  }
  const double x = xOf(*value_);
  painter.setPen(Qt::NoPen);
  painter.setBrush(theme_.accent);
  painter.drawRoundedRect(QRectF(track.left(), track.top(), x - track.left(), track.height()), 2, 2);
  painter.setPen(QPen(theme_.accent, 2));
  painter.setBrush(hasFocus() ? theme_.accent : theme_.surface);
  painter.drawEllipse(QPointF(x, trackMiddle), 6.5, 6.5);
}

}  // namespace leadlight
