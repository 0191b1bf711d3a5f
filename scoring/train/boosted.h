#pragma once

#include "scoring/train/crew.h"
#include "scoring/train/train.h"

namespace leadlight {

// trainScorecard by Method::Boosted.
Result<Trained> trainBoosted(const Frame& frame, const Target& target, std::span<const std::uint32_t> rows,
                             const TrainOptions& options, Crew& crew);

}  // namespace leadlight
