#pragma once

#include <vector>

#include "scoring/scorecard.h"

namespace leadlight {

// A the best 10 % of the leads, B the next 20 %, C the next 30 %, D the rest, with bounds of three digits; leads of one
// score share a band. REQUIRES: at least one score
std::vector<Band> proposedBands(std::vector<double> scores);

}  // namespace leadlight
