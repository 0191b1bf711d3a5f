#pragma once

#include <string>

#include "model/store/store.h"
#include "scoring/scorecard.h"

namespace leadlight {

// The dataset's column of that name, as a frame would find it; nullptr when there is none.
const DatasetColumn* columnOf(const Dataset& dataset, const std::string& name);
// Errors: BadScorecard, where = "terms[3]", when a term cannot read its column of the dataset or names no group.
Status checkForExport(const Scorecard& scorecard, const Dataset& dataset);

}  // namespace leadlight
