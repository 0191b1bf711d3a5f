#pragma once

#include "widgets/charts/chart_view.h"

namespace leadlight {

// A mean or a sum by name, as bars from zero with the number at their end; behind each, as an outline, the value of all
// leads. Passive.
class ValueChart final : public ChartView {
  Q_OBJECT

 public:
  explicit ValueChart(QWidget* parent = nullptr) : ChartView(parent) {}

  void display(const ValueModel& model);

  int itemCount() const override { return static_cast<int>(model_.items.size()); }
  QRectF itemRect(int item) const override;

 private:
  QString tipOf(int item) const override;
  void arrange() override;
  void paintUnder(QPainter& painter) const override;
  void paintOver(QPainter& painter) const override;
  void paintRow(QPainter& painter, int item) const;
  double xOf(double value) const { return bars_.left() + (value - low_) / (high_ - low_) * bars_.width(); }

  ValueModel model_;
  QRectF bars_;
  double low_ = 0, high_ = 1, step_ = 1;
};

}  // namespace leadlight
