#pragma once

#include <string>
#include <vector>

#include "app/gui/snapshot.h"
#include "widgets/kit/chips.h"

namespace leadlight {

// How a chip reads a condition: "Google, Organic Search", "600 or more"; excluded: it is a `not`. Its key is the
// condition's column, empty when there are several.
Chip chipOf(const Filter& condition, const Snapshot& snapshot);
std::vector<Chip> chipsOf(const std::vector<Filter>& conditions, const Snapshot& snapshot);

}  // namespace leadlight
