#pragma once

#include <string>

#include "model/store/store.h"
#include "scoring/scorecard.h"

namespace leadlight {

// The scorecard as a PMML 4.4 Scorecard: a characteristic per term, whose reason code is the term's name; outputs
// points, probability (logistic link), score, band (with bands) and the first reason codes, by points lost against the
// best the term could give. Dates become seconds since 1970 and axes of grids become slots in derived fields.
// Errors: BadScorecard naming the term that PMML cannot say: one in a group with caps, a decay that counts from the
// moment of scoring, a rule with "~" or with texts compared by order, a term that cannot read its column.
Result<std::string> toPmml(const Scorecard& scorecard, const Dataset& dataset);

}  // namespace leadlight
