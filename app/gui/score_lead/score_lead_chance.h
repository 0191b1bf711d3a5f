#pragma once

#include <QString>
#include <optional>
#include <vector>

#include "model/base/progress.h"
#include "model/frame/aggregate.h"
#include "model/frame/frame.h"

namespace leadlight {

// Past leads whose score is near one: from `low` to `high`.
struct ScoreNeighbours {
  double low = 0, high = 0;
  std::uint64_t leads = 0, converted = 0;
};

// Of the leads with a score, those within a twentieth of the whole range of scores, or within as much more as holds 30
// leads. nullopt without scores or an outcome. For a worker.
std::optional<ScoreNeighbours> neighboursOf(const Frame& frame, const Target& target, double score,
                                            const Progress& progress);
// Rows of the leads whose score is nearest, at most `most`. For a worker.
std::vector<std::uint32_t> nearestByScore(const Frame& frame, double score, std::size_t most);
// "Of 812 past leads that score 61.2 to 66.2, 48.3% converted (44.9 to 51.8%)."
QString neighboursSentence(const ScoreNeighbours& neighbours);

}  // namespace leadlight
