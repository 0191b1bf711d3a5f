#include <QKeyEvent>
#include <QMouseEvent>
#include <algorithm>
#include <cmath>
#include <limits>

#include "widgets/charts/chart_text.h"
#include "widgets/charts/histogram.h"

namespace leadlight {
namespace {

constexpr double gripReach = 6;     // px around an edge of the brush
constexpr double dragDistance = 4;  // px after which a press is a drag

}  // namespace

std::optional<Histogram::Bins> Histogram::brush() const {
  if (drag_ != Drag::None && dragged_) return dragged_;
  if (!model_.range || model_.items.empty()) return std::nullopt;
  const ChartRange& range = *model_.range;
  const int from = std::isnan(range.from) ? 0 : nearestEdge(xOf(range.from));
  const int below = std::isnan(range.below) ? itemCount() : nearestEdge(xOf(range.below));
  return Bins(from, std::max(from, below));
}

// At the first and last edge the range is open, so that no lead beyond them is lost.
ChartRange Histogram::rangeOf(Bins bins) const {
  constexpr double open = std::numeric_limits<double>::quiet_NaN();
  return {bins.first == 0 ? open : model_.edges[static_cast<std::size_t>(bins.first)],
          bins.second == itemCount() ? open : model_.edges[static_cast<std::size_t>(bins.second)]};
}

int Histogram::nearestEdge(double x) const {
  const double bin = plot_.width() / std::max(1, itemCount());
  return std::clamp(static_cast<int>(std::lround((x - plot_.left()) / bin)), 0, itemCount());
}

Histogram::Drag Histogram::gripAt(const QPointF& position) const {
  const auto bins = brush();
  if (!bins || position.y() < plot_.top() || position.y() > plot_.bottom()) return Drag::None;
  const double from = edgeX(bins->first), below = edgeX(bins->second);
  if (std::abs(position.x() - below) <= gripReach) return Drag::Below;
  if (std::abs(position.x() - from) <= gripReach) return Drag::From;
  return position.x() > from && position.x() < below ? Drag::Move : Drag::None;
}

int Histogram::bandAt(const QPointF& position) const {
  for (std::size_t i = 0; i < model_.bands.size(); ++i)
    if (bandRect(i).contains(position)) return static_cast<int>(i);
  return -1;
}

void Histogram::setBins(Bins bins, bool moving) {
  if (bins.first >= bins.second) return;
  if (bins.first == 0 && bins.second == itemCount()) return emit cleared();
  emit rangeChanged(rangeOf(bins), moving);
}

void Histogram::pickBin(int bin, bool add) {
  setCurrent(bin);
  anchor_ = -1;
  const auto before = brush();
  Bins bins(bin, bin + 1);
  if (before && *before == bins) return emit cleared();
  if (before && add) bins = Bins(std::min(before->first, bin), std::max(before->second, bin + 1));
  setBins(bins, false);
}

void Histogram::pickBand(std::size_t band) {
  constexpr double open = std::numeric_limits<double>::quiet_NaN();
  const bool lowest = band + 1 == model_.bands.size();
  const ChartRange range{lowest ? open : model_.bands[band].from, band == 0 ? open : model_.bands[band - 1].from};
  const auto same = [](double a, double b) { return a == b || (std::isnan(a) && std::isnan(b)); };
  if (model_.range && same(model_.range->from, range.from) && same(model_.range->below, range.below))
    return emit cleared();
  emit rangeChanged(range, false);
}

void Histogram::mousePressEvent(QMouseEvent* event) {
  ChartView::mousePressEvent(event);
  if (event->button() != Qt::LeftButton || model_.items.empty()) return;
  pressX_ = event->position().x();
  const QRectF reach = plot_.adjusted(-gripReach, 0, gripReach, 0);
  if (!reach.contains(event->position())) return;
  drag_ = gripAt(event->position());
  if (drag_ == Drag::None) drag_ = Drag::New;
  dragStart_ = drag_ == Drag::New ? Bins(0, 0) : *brush();
  dragged_.reset();
}

void Histogram::mouseMoveEvent(QMouseEvent* event) {
  if (drag_ != Drag::None) {
    if (dragged_ || std::abs(event->position().x() - pressX_) >= dragDistance) dragTo(event->position().x());
    return;
  }
  ChartView::mouseMoveEvent(event);
  const Drag grip = gripAt(event->position());
  if (grip == Drag::From || grip == Drag::Below)
    viewport()->setCursor(Qt::SizeHorCursor);
  else if (bandAt(event->position()) >= 0)
    viewport()->setCursor(Qt::PointingHandCursor);
  else
    viewport()->setCursor(itemAt(event->position()) >= 0 ? Qt::PointingHandCursor : Qt::ArrowCursor);
}

void Histogram::dragTo(double x) {
  const int count = itemCount(), edge = nearestEdge(x), start = nearestEdge(pressX_);
  Bins bins = dragStart_;
  switch (drag_) {
    case Drag::New: {
      const auto binAt = [&](double at) {
        return std::clamp(static_cast<int>((at - plot_.left()) / plot_.width() * count), 0, count - 1);
      };
      bins = std::minmax({binAt(pressX_), binAt(x)});
      ++bins.second;
      break;
    }
    case Drag::From:
      bins.first = std::min(edge, bins.second - 1);
      break;
    case Drag::Below:
      bins.second = std::max(edge, bins.first + 1);
      break;
    case Drag::Move: {
      const int shift = std::clamp(edge - start, -bins.first, count - bins.second);
      bins = Bins(bins.first + shift, bins.second + shift);
      break;
    }
    case Drag::None:
      return;
  }
  if (dragged_ == bins) return;
  dragged_ = bins;
  hideTip();
  viewport()->update();
  setBins(bins, true);
}

void Histogram::mouseReleaseEvent(QMouseEvent* event) {
  if (event->button() != Qt::LeftButton) return event->ignore();
  const bool wasDrag = drag_ != Drag::None && dragged_;
  const auto bins = dragged_;
  drag_ = Drag::None;
  dragged_.reset();
  if (wasDrag) {
    model_.range = rangeOf(*bins);  // until the answer to the last step is here
    return setBins(*bins, false);
  }
  if (const int band = bandAt(event->position()); band >= 0) return pickBand(static_cast<std::size_t>(band));
  if (const int bin = itemAt(event->position()); bin >= 0)
    pickBin(bin, event->modifiers().testFlag(Qt::ControlModifier));
}

void Histogram::keyPressEvent(QKeyEvent* event) {
  const bool shift = event->modifiers().testFlag(Qt::ShiftModifier);
  const bool along = event->key() == Qt::Key_Left || event->key() == Qt::Key_Right;
  if (shift && along && current() >= 0) {
    if (anchor_ < 0) anchor_ = current();
    walk(event->key() == Qt::Key_Right ? 1 : -1);
    const auto [low, high] = std::minmax({anchor_, current()});
    return setBins(Bins(low, high + 1), false);
  }
  if (event->key() != Qt::Key_Shift) anchor_ = -1;
  if (event->key() == Qt::Key_Space && current() >= 0)
    return pickBin(current(), event->modifiers().testFlag(Qt::ControlModifier));
  ChartView::keyPressEvent(event);
}

}  // namespace leadlight
