#pragma once

#include <QPainter>

#include "widgets/charts/chart_models.h"
#include "widgets/theme.h"

namespace leadlight {

// Paints shares from 0 to 100 % along a horizontal strip: grid, dashed average, dots with their 95 % whiskers. Shares
// of fewer than 30 leads are hollow and grey.
class ShareStrip {
 public:
  ShareStrip(const Theme& theme, QRectF area) : theme_(theme), area_(area) {}

  double x(double share) const { return area_.left() + share * area_.width(); }
  void paintGrid(QPainter& painter) const;
  // Percentages under the strip; every second one when there is no room for all.
  void paintAxis(QPainter& painter, double baseline) const;
  void paintAverage(QPainter& painter, const Group& average, double top) const;
  void paintDot(QPainter& painter, const Group& group, double y, double radius, bool muted) const;

 private:
  const Theme& theme_;
  QRectF area_;
};

}  // namespace leadlight
