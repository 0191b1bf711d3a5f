#pragma once

#include <span>

#include "scoring/train/train.h"

namespace leadlight {

// Progress of an automatic training has so many parts: a trial of each method, then the training itself.
inline constexpr unsigned choiceSteps = 4;

// The method for these rows: each learns from most of them and is judged on the rest by log-loss. The rest are the
// newest fifth where a date allows (time_split.h), else a fifth at random, and further fifths until some thousands have
// judged. The simplest method whose loss is not surely worse than the best one's (95 %) wins. With too few leads for
// trials: logistic, which shrinks to the base rate. REQUIRES: the rows' outcomes are known. Errors: UnknownColumn,
// Interrupted.
Result<Method> chooseMethod(const Frame& frame, const Target& target, std::span<const std::uint32_t> rows,
                            const TrainOptions& options, const Progress& progress);

}  // namespace leadlight
