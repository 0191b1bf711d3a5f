#pragma once

#include "app/cli/command.h"

namespace leadlight {

// scorecard export S: as JSON, SQL or PMML.
Result<int> exportScorecard(const Call& call);

}  // namespace leadlight
