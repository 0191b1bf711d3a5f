#pragma once

#include "widgets/charts/chart_view.h"

namespace leadlight {

// A table of two categories: in each cell the number of leads and their conversion, which also gives the ground. The
// arrow keys walk rows and columns. Passive.
class HeatChart final : public ChartView {
  Q_OBJECT

 public:
  explicit HeatChart(QWidget* parent = nullptr) : ChartView(parent) {}

  void display(const HeatModel& model);

  int itemCount() const override { return static_cast<int>(model_.items.size()); }
  QRectF itemRect(int item) const override;
  QSize sizeHint() const override { return {560, 280}; }

 protected:
  void keyPressEvent(QKeyEvent* event) override;

 private:
  QString tipOf(int item) const override;
  void arrange() override;
  void paintOver(QPainter& painter) const override;
  void paintHeads(QPainter& painter) const;
  void paintCell(QPainter& painter, int item) const;
  QColor groundOf(const ChartItem& cell) const;

  HeatModel model_;
  QRectF grid_;
  double most_ = 1;  // leads of the fullest cell, for grounds without an outcome
};

}  // namespace leadlight
