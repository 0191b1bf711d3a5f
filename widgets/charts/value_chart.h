#pragma once

#include <QHorizontalStackedBarSeries>

#include "widgets/charts/chart_view.h"
#include "widgets/charts/layers.h"

namespace leadlight {

// A mean or a sum by name, as bars from zero with the number at their end; behind each, faded, the value of all leads.
// Passive.
class ValueChart final : public ChartView {
  Q_OBJECT

 public:
  explicit ValueChart(QWidget* parent = nullptr);

  void display(const ValueModel& model);

  int itemCount() const override { return static_cast<int>(model_.items.size()); }
  QRectF itemRect(int item) const override;

 private:
  QString tipOf(int item) const override;
  void arrange() override;
  void paintUnder(QPainter& painter) const override;
  void paintOver(QPainter& painter) const override;
  void restyle() override;
  void paintRow(QPainter& painter, int item) const;
  void updateSets();
  double xOf(double value) const { return bars_.left() + (value - low_) / (high_ - low_) * bars_.width(); }

  QHorizontalStackedBarSeries* series_;
  HiddenAxes axes_;
  std::array<QBarSet*, 2> sets_;  // chosen, not chosen
  ValueModel model_;
  QRectF bars_;
  double low_ = 0, high_ = 1, step_ = 1;
  double thick_ = 1;  // of the bars of all leads; the others stand before them, thinner
};

}  // namespace leadlight
