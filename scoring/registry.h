#pragma once

#include "model/frame/frame_reader.h"
#include "model/store/store.h"
#include "scoring/scorecard.h"

namespace leadlight {

// A scorecard of the registry, parsed.
struct RegisteredScorecard {
  StoredScorecard stored;
  Scorecard scorecard;
};

// The champion of a dataset. When there is none yet, the first shipped scorecard that fits becomes it: shipped are
// those of resources/scorecards in order of file name, and one fits when the dataset has its required columns. It is
// put into the registry when the store is writable; otherwise its stored.id is 0. nullopt when none fits. Errors:
// UnknownDataset.
Result<std::optional<RegisteredScorecard>> championOf(Store& store, std::string_view dataset);
// By name, "name@version", or a shipped scorecard's name (put into the registry as above). Errors: UnknownScorecard,
// BadScorecard.
Result<RegisteredScorecard> findScorecard(Store& store, std::string_view name);
// By its number. Errors: UnknownScorecard, BadScorecard.
Result<RegisteredScorecard> findScorecard(Store& store, std::int64_t id);
// Adds it as the newest version of its name; one that parseScorecard() would refuse is not stored. Errors:
// BadScorecard.
Result<RegisteredScorecard> saveScorecard(Store& store, const Scorecard& scorecard);
// Puts the shipped scorecards that fit the dataset into the registry, unless their names are there, and returns all of
// the dataset, latest versions, shipped ones first. A dataset of another name than a shipped scorecard's gets it as
// "name (dataset)".
Result<std::vector<RegisteredScorecard>> registeredScorecards(Store& store, std::string_view dataset);

struct ScoreSummary {
  std::uint64_t scored = 0;
  double sum = 0, min = 0, max = 0, mean = 0;
  std::vector<std::pair<std::string, std::uint64_t>> bands;  // in the scorecard's order
};

// Scores every lead of the scorecard's dataset and writes the scores. Stage: "score".
Result<ScoreSummary> scoreLeads(Store& store, const RegisteredScorecard& scorecard, const Progress& progress);

// Scores every lead with it and makes it the champion of its dataset; when it cannot score them, nothing changes.
Result<ScoreSummary> promote(Store& store, RegisteredScorecard scorecard, const Progress& progress);

// Scores every lead of the dataset with its champion. How many that were; 0 without a champion.
Result<std::uint64_t> scoreWithChampion(Store& store, std::string_view dataset, const Progress& progress);

// The scores of `scorecard` worked out for the leads as the store shows them (see Store::showAsOf), as columns on
// `frame`, which must hold every lead of the dataset. Errors: also those of applyScorecard.
Result<Frame> withFreshScores(Store& store, const RegisteredScorecard& scorecard, const Frame& frame,
                              const Progress& progress);

// The stored scores of `scorecard` as the columns score, probability and band on `frame`. Leads without a stored score
// have them missing. Columns of the frame by those names are replaced. From `cachedRows` leads on they leave a copy
// beside the store, which serves until a score changes.
Result<Frame> withStoredScores(Store& store, const RegisteredScorecard& scorecard, const Frame& frame,
                               std::size_t cachedRows = FrameOptions{}.cachedRows);

}  // namespace leadlight
