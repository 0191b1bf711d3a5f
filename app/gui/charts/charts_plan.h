#pragma once

#include <QString>
#include <vector>

#include "app/gui/snapshot.h"

namespace leadlight {

// One chart of the charts page.
struct ChartPlan {
  enum class Kind {
    Source,  // bars and dots of the most telling category
    Bars,    // bars of another category
    Shares,  // conversion by category; bars where there is no target
    Score,   // distribution of the score in its bands
    Number,  // distribution of a number
    Time,    // leads per day, week, month or year
  };
  Kind kind = Kind::Bars;
  ViewSpec view;
  QString title;
  bool afterContact = false;  // the column is written after the outcome
  bool operator==(const ChartPlan&) const = default;
};

// The charts that suit a dataset's columns: those of a lead file where they are present, else the best of what is
// there. Looks at types and dictionaries only, never at rows.
std::vector<ChartPlan> planCharts(const Snapshot& snapshot);

}  // namespace leadlight
