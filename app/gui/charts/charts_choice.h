#pragma once

#include <optional>
#include <set>
#include <string>

#include "model/frame/filter.h"
#include "widgets/charts/chart_models.h"

namespace leadlight {

// What a condition on one column keeps, as a chart can show it: some values and perhaps the missing ones (or all but
// these), or a range.
struct Choice {
  std::set<std::string> values;
  bool missing = false;
  std::optional<ChartRange> range;
  bool excluded = false;  // the values are left out, all others kept
  bool operator==(const Choice&) const = default;
};

// nullopt when the condition is of another shape, such as a `~`.
std::optional<Choice> choiceOf(const Filter& condition);
// nullopt when the choice keeps nothing in particular. Bounds of dates become ISO text.
std::optional<Filter> conditionOf(const std::string& column, const Choice& choice, bool dates);

}  // namespace leadlight
