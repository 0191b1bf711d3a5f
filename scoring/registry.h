#pragma once

#include "model/store/store.h"
#include "scoring/scorecard.h"

namespace leadlight {

// A scorecard of the registry, parsed.
struct RegisteredScorecard {
  StoredScorecard stored;
  Scorecard scorecard;
};

// The champion of a dataset; when there is none yet, chooses one of the shipped scorecards (resources/scorecards): the
// first, in their order of preference, all of whose columns the dataset has, and registers it as champion when the
// store is writable. nullopt when none fits.
Result<std::optional<RegisteredScorecard>> championOf(Store& store, std::string_view dataset);
// By name, "name@version", or a shipped scorecard's name. Errors: UnknownScorecard, BadScorecard.
Result<RegisteredScorecard> findScorecard(Store& store, std::string_view name);
// Puts the shipped scorecards that fit the dataset into the registry (once) and returns all, latest versions.
Result<std::vector<RegisteredScorecard>> registeredScorecards(Store& store, std::string_view dataset);

struct ScoreSummary {
  std::uint64_t scored = 0;
  double sum = 0, min = 0, max = 0, mean = 0;
  std::vector<std::pair<std::string, std::uint64_t>> bands;  // in the scorecard's order
};

// Scores every lead of the scorecard's dataset and writes the scores. Stage: "score".
Result<ScoreSummary> scoreLeads(Store& store, const RegisteredScorecard& scorecard, const Progress& progress);

// The stored scores of `scorecard` as the columns score, probability and band on `frame`. Leads without a stored score
// have them missing.
Result<Frame> withStoredScores(Store& store, const RegisteredScorecard& scorecard, const Frame& frame);

}  // namespace leadlight
