#pragma once

#include "app/gui/charts/charts_models.h"
#include "app/gui/charts/charts_plan.h"
#include "widgets/charts/bar_chart.h"
#include "widgets/charts/dot_chart.h"
#include "widgets/charts/histogram.h"
#include "widgets/kit/card.h"

namespace leadlight {

// One chart of the page in its card: turns the linked state into the chart's model, and clicks into a condition on the
// chart's column.
class ChartCard final : public Card {
  Q_OBJECT

 public:
  explicit ChartCard(const ChartPlan& plan, QWidget* parent = nullptr);

  // `bands`: the view on the band column, or nullptr. `condition`: what holds on the chart's column.
  void display(const Linked& linked, const LinkedView& view, const LinkedView* bands,
               const std::optional<Filter>& condition);
  const ChartPlan& plan() const { return plan_; }
  ChartView* chart() const { return chart_; }

 signals:
  // moving: a brush is being dragged, more will follow. nullopt: no condition.
  void conditionWanted(const std::optional<leadlight::Filter>& condition, bool moving);

 private:
  void makeChart();
  void makeMenu();
  void displayCategories(const Linked& linked, const LinkedView& view);
  void displayHistogram(const Linked& linked, const LinkedView& view, const LinkedView* bands);
  void displayWords(const Linked& linked, const LinkedView& view);
  QString subtitleOf(const Linked& linked, const LinkedView& view) const;
  void pick(int item, bool add);
  void setRange(const ChartRange& range, bool moving);
  void openTable();
  void savePicture();

  ChartPlan plan_;
  ChartView* chart_ = nullptr;
  BarChart* bars_ = nullptr;
  DotChart* dots_ = nullptr;
  Histogram* histogram_ = nullptr;

  std::optional<Choice> choice_;
  bool filtered_ = false;  // a condition on the column holds, whatever its shape
  bool dates_ = false;
  bool eachValue_ = false;  // a bin per whole number
  CategoryRows rows_;
  Binning binning_;
  ChartContext context_;
  std::vector<ChartItem> items_;
};

}  // namespace leadlight
