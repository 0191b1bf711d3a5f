#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "model/base/result.h"
#include "model/store/database.h"

namespace leadlight {

// Random tokens that stand for what a store holds: one for the leads of each dataset (scorecard 0), one for the scores
// of each scorecard. Every transaction that changes them draws a new one, so that equal tokens mean equal content, in
// any copy of the store.

// REQUIRES: an open transaction
Status renewRevision(Database& database, std::string_view dataset, std::int64_t scorecardId);
// Empty when there is none yet.
Result<std::string> readRevision(Database& database, std::string_view dataset, std::int64_t scorecardId);

}  // namespace leadlight
