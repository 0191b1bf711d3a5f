#pragma once

#include "model/frame/aggregate.h"
#include "scoring/scorecard.h"

namespace leadlight {

// Bins of scores that meet where the scorecard's bands meet: no bin belongs to two bands.
Binning scoreBins(const Column& scores, std::size_t bins, const Scorecard& scorecard);

}  // namespace leadlight
