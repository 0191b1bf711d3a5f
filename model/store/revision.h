#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "model/base/result.h"
#include "model/store/database.h"

namespace leadlight {

// Random tokens that stand for what a store holds: one for the leads of each dataset (scorecard 0), one for the scores
// of each scorecard. Every transaction that changes them draws a new one, so that equal tokens mean equal content, in
// any copy of the store.

// The token of a dataset's leads, which load or undo number `event` changed. REQUIRES: an open transaction
Status renewLeadsRevision(Database& database, std::string_view dataset, std::int64_t event);
// The token of a scorecard's scores. REQUIRES: an open transaction
Status renewScoresRevision(Database& database, std::string_view dataset, std::int64_t scorecardId);
// Empty when there is none yet.
Result<std::string> readRevision(Database& database, std::string_view dataset, std::int64_t scorecardId);
// The event that drew this token of the leads; nullopt when the store did not come from there, as after going back to a
// snapshot.
Result<std::optional<std::int64_t>> eventOfRevision(Database& database, std::string_view dataset,
                                                    std::string_view token);

}  // namespace leadlight
