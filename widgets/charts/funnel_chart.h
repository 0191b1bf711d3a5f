#pragma once

#include "widgets/charts/chart_view.h"

namespace leadlight {

// Stages from first to last as centred bars: how many leads reached each of them, faded all leads. Stages that are no
// step on the way, such as "Lost", stand below with their own count. Passive.
class FunnelChart final : public ChartView {
  Q_OBJECT

 public:
  explicit FunnelChart(QWidget* parent = nullptr) : ChartView(parent) {}

  void display(const FunnelModel& model);

  int itemCount() const override { return static_cast<int>(model_.items.size()); }
  QRectF itemRect(int item) const override;

 private:
  QString tipOf(int item) const override;
  void arrange() override;
  void paintOver(QPainter& painter) const override;
  void paintRow(QPainter& painter, int item) const;

  FunnelModel model_;
  QRectF bars_;
  double most_ = 1;
};

}  // namespace leadlight
