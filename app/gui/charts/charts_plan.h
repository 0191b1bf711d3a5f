#pragma once

#include <QString>
#include <optional>
#include <vector>

#include "app/gui/snapshot.h"
#include "widgets/charts/chart_models.h"

namespace leadlight {

// How stages follow each other, and which of them are no step on the way, such as "Lost". Both empty: to be guessed.
struct StageOrder {
  std::vector<std::string> way{}, outside{};
  bool empty() const { return way.empty() && outside.empty(); }
  bool operator==(const StageOrder&) const = default;
};

// One chart of the charts page.
struct ChartPlan {
  enum class Kind {
    Source,  // bars and dots of the most telling category
    Bars,    // bars of another category
    Shares,  // conversion by category; bars where there is no target
    Score,   // distribution of the score in its bands
    Number,  // distribution of a number
    Time,    // leads per day, week, month or year
    Funnel,  // stages in their order
    Bands,   // conversion by band of the score
    Table,   // two categories, each cell with its leads and conversion
    Values,  // a mean or a sum by the values of a column
  };
  enum class Measure { Leads, Conversion, MeanScore, Mean, Sum };
  enum class Width { Third, Half, Full };

  Kind kind = Kind::Bars;
  ViewSpec view;
  QString title;
  bool afterContact = false;  // the column is written after the outcome
  Width width = Width::Third;
  BarOrder order = BarOrder::Leads;  // Source
  std::size_t top = 8;               // names shown before "other values"
  Measure measure = Measure::Leads;  // Values; of view.measure for Mean and Sum
  StageOrder stages{};               // Funnel
  bool operator==(const ChartPlan&) const = default;
};

// The plan with its title and warning, as the snapshot's columns have them; nullopt when the snapshot has no such
// columns or they do not suit the kind.
std::optional<ChartPlan> completed(ChartPlan plan, const Snapshot& snapshot);

// A column against a measure; `of`: the number to add up, or the second category of a table.
ChartPlan chartOf(const Column& column, ChartPlan::Measure measure, const std::string& of);

// The charts that suit a dataset's columns: those of a lead file where they are present, else the best of what is
// there. Looks at types and dictionaries only, never at rows.
std::vector<ChartPlan> planCharts(const Snapshot& snapshot);

}  // namespace leadlight
