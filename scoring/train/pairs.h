#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "scoring/train/ensemble.h"
#include "scoring/train/training_data.h"

namespace leadlight {

// A column with its slots pooled to a few: `pooled[slot]` in the layout of GridAxis, that is neighbouring bins, then
// missing; or the most frequent values, then any other, then missing.
struct CoarseAxis {
  std::vector<std::uint16_t> pooled;
  BoostAxis axis;
};
// Neighbouring bins hold about equal rows, and end at these bins as well (ascending, fewer than slots - 2).
CoarseAxis coarseAxis(const BinnedColumn& column, std::size_t slots, std::span<const std::size_t> cuts = {});

struct ColumnPair {
  std::size_t rows, columns;  // indices into TrainingData::columns
  double gain;                // of log-likelihood
};

// The pairs among `columns` that say most about what is left to explain, outcomes minus probabilities by bags that did
// not see the row: by what a grid of four cells, learned from three quarters of the rows, gains on the fourth (after Y.
// Lou et al., KDD 2013, who rank by the gain on the rows it was learned from). Best first, at most `most`, without
// those that gain too little to tell from chance; empty when cancelled.
std::vector<ColumnPair> strongestPairs(const TrainingData& data, std::span<const std::size_t> columns,
                                       const LeftOutScores& left, std::size_t most, std::uint64_t seed, Crew& crew);

// The bins of column `cut`, ascending and at most `most`, at which what is left to explain changes most between the
// groups of column `by`: where two columns act together from a certain value on, even bins would blur it. Empty unless
// the column is ordered and the change is beyond chance.
std::vector<std::size_t> tellingCuts(const TrainingData& data, const LeftOutScores& left, std::size_t cut,
                                     std::size_t by, std::size_t most);

}  // namespace leadlight
