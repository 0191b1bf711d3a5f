#pragma once

#include <vector>

#include "app/gui/charts/charts_choice.h"
#include "app/gui/charts/charts_plan.h"
#include "app/gui/snapshot.h"
#include "widgets/charts/chart_models.h"
#include "widgets/kit/kpi_tile.h"

namespace leadlight {

// A category chart's rows and the groups of the view behind each of them.
struct CategoryRows {
  BarModel model;
  std::vector<std::vector<std::size_t>> groups;
};

// What of the linked state a chart shows around its items. `choice`: its own condition.
ChartContext contextOf(const ChartPlan& plan, const Linked& linked, const std::optional<Choice>& choice);

// The plan's most frequent values, Unknown, and "13 other values" as one. Shares are ordered by the conversion of all
// leads, those of few leads last, so that no filter moves a row; bars by what the plan says, in the same way.
CategoryRows categoryRows(const ChartPlan& plan, const Linked& linked, const LinkedView& view,
                          const std::optional<Choice>& choice);

HistogramModel histogramModel(const ChartPlan& plan, const Linked& linked, const LinkedView& view,
                              const std::optional<Choice>& choice);

// The bands of the champion with their kept leads, from the view on the band column (may be nullptr), best first.
std::vector<BandMark> bandMarks(const Snapshot& snapshot, const LinkedView* bands);

// Adds up groups.
Group sumOf(const std::vector<Group>& groups, const std::vector<std::size_t>& which);

// The tiles at the top of the page, in their order. Those that the dataset cannot fill (no target, no scores) are
// absent.
enum class KpiKind { Leads, Converted, Conversion, MeanScore, BestBand, ToWin };
struct KpiModel {
  KpiKind kind;
  Kpi kpi;
};
std::vector<KpiModel> kpiModels(const Linked& linked, const LinkedView* bands);

}  // namespace leadlight
