#pragma once

#include <QHorizontalStackedBarSeries>
#include <array>
#include <optional>

#include "widgets/charts/chart_view.h"
#include "widgets/charts/layers.h"

namespace leadlight {

// Horizontal bars by name, in layers: converted, not converted, not chosen, filtered out. The axis keeps the extent of
// all leads. Full: with dots for conversion beside the bars; Compact: with the rate as a number.
class BarChart final : public ChartView {
  Q_OBJECT

 public:
  enum class Style { Full, Compact };

  explicit BarChart(Style style, QWidget* parent = nullptr);

  void display(const BarModel& model);

  int itemCount() const override { return static_cast<int>(model_.items.size()); }
  QRectF itemRect(int item) const override;
  QRectF headRect(BarOrder column) const;  // what can be clicked to order by it; empty: no such column
  QSize sizeHint() const override;

 signals:
  void headClicked(leadlight::BarOrder column);

 protected:
  void mousePressEvent(QMouseEvent* event) override;
  void mouseMoveEvent(QMouseEvent* event) override;

 private:
  struct Geometry {
    QRectF bars;       // from 0 to the axis' end, all rows
    QRectF shares;     // the strip of dots; empty without
    double step = 1;   // between grid lines, in leads
    double end = 1;    // leads at the right edge of `bars`
    double right = 0;  // where numbers at the right end
    double score = 0;  // where mean scores end; 0: none
  };

  QString tipOf(int item) const override;
  void arrange() override;
  void paintUnder(QPainter& painter) const override;
  void paintOver(QPainter& painter) const override;
  void restyle() override;

  Geometry geometryOf() const;
  QString countOf(const ChartItem& item, bool longest) const;
  double rowHeight() const;
  double rowCentre(int item) const;
  double xOf(double leads) const;
  void paintHeads(QPainter& painter) const;
  QString headText(BarOrder column) const;
  std::optional<BarOrder> headAt(const QPointF& position) const;
  bool hasScores() const { return style_ == Style::Full && model_.scores; }
  void paintCount(QPainter& painter, const ChartItem& row, const QPointF& at, bool left) const;
  void paintRow(QPainter& painter, int item) const;
  void paintAxis(QPainter& painter) const;
  void updateSets();
  bool hasShares() const { return style_ == Style::Full && model_.context.outcome; }

  Style style_;
  BarModel model_;
  Geometry geometry_;
  QHorizontalStackedBarSeries* series_;
  HiddenAxes axes_;
  std::array<QBarSet*, 4> sets_;  // converted, not converted, not chosen, filtered out
};

}  // namespace leadlight
