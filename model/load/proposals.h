#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "model/load/file_profile.h"

namespace leadlight {

// Does the value seem to mean "no answer"? Words such as "unknown", "n/a" and
// "Select …", and the faults of spreadsheet formulas; numbers never.
bool seemsPlaceholder(std::string_view value);

// The columns that may be the outcome: of two answers, named like one or with an answer that means success.
std::vector<TargetCandidate> targetCandidates(const FileProfile& profile, const Schema& schema);

// What decided the type, as a clause.
std::string whyOf(const ColumnProfile& column, const std::string& firstWord);

}  // namespace leadlight
