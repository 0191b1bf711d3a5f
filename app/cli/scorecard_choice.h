#pragma once

#include "app/cli/command.h"
#include "scoring/registry.h"

namespace leadlight {

// The scorecard of --scorecard, else the dataset's champion. Errors: UnknownScorecard.
Result<RegisteredScorecard> chosenScorecard(const Call& call, Store& store, const Dataset& dataset);

}  // namespace leadlight
