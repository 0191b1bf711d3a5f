#pragma once

#include <QHorizontalStackedBarSeries>

#include "widgets/charts/chart_view.h"
#include "widgets/charts/layers.h"

namespace leadlight {

// Stages from first to last as centred bars: how many leads reached each of them, faded all leads. Stages that are no
// step on the way, such as "Lost", stand below with their own count. Passive.
class FunnelChart final : public ChartView {
  Q_OBJECT

 public:
  explicit FunnelChart(QWidget* parent = nullptr);

  void display(const FunnelModel& model);

  int itemCount() const override { return static_cast<int>(model_.items.size()); }
  QRectF itemRect(int item) const override;

 private:
  QString tipOf(int item) const override;
  void arrange() override;
  void paintOver(QPainter& painter) const override;
  void restyle() override;
  QString countText(std::size_t row) const;
  void paintRow(QPainter& painter, int item) const;
  void updateSets();

  QHorizontalStackedBarSeries* series_;
  HiddenAxes axes_;
  std::array<QBarSet*, 7> sets_;  // none, filtered out, not converted, converted, not chosen, and back
  FunnelModel model_;
  QRectF bars_;
  double most_ = 1;
};

}  // namespace leadlight
