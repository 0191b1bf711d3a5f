#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "scoring/train/ensemble.h"
#include "scoring/train/pairs.h"
#include "scoring/train/stacking.h"

namespace leadlight {

// A grid over two columns as the ensemble learned it: their coarse axes, and which columns.
struct LearnedGrid {
  std::size_t rows, columns;  // indices into TrainingData::columns
  CoarseAxis rowAxis, columnAxis;
};

// The scorecard behind an ensemble whose first terms are the columns of `data` and whose others are `grids`. The
// stacking is folded into points and base. What a grid says about one of its columns alone goes to that column's
// term, and the mean points of every term to the base, so that each term shows only what it adds. Terms that say
// nothing are left out. Empty when cancelled.
Scorecard assembled(const TrainingData& data, const Ensemble& ensemble, std::span<const LearnedGrid> grids,
                    const Stacking& stacking, Crew& crew);

}  // namespace leadlight
