#pragma once

#include "widgets/charts/chart_view.h"

namespace leadlight {

// Shares by name: a dot with its 95 % whiskers per row, the average dashed, the number of leads at the right.
class DotChart final : public ChartView {
  Q_OBJECT

 public:
  explicit DotChart(QWidget* parent = nullptr) : ChartView(parent) {}

  void display(const BarModel& model);

  int itemCount() const override { return static_cast<int>(model_.items.size()); }
  QRectF itemRect(int item) const override;

 private:
  QString tipOf(int item) const override;
  void arrange() override;
  void paintUnder(QPainter& painter) const override;
  void paintOver(QPainter& painter) const override;
  void paintRow(QPainter& painter, int item) const;
  void paintAverageLabel(QPainter& painter) const;

  BarModel model_;
  QRectF strip_;  // where shares are drawn, all rows
  double shareRight_ = 0;
  double countRight_ = 0;
};

}  // namespace leadlight
