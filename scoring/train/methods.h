#pragma once

#include "scoring/train/crew.h"
#include "scoring/train/train.h"

namespace leadlight {

// The methods behind trainScorecard, which fills in name, link, provenance and bands.

// Naive Bayes as CRMs use it: each value gets the log of how much more often won leads have it than lost ones, smoothed
// towards no evidence. Columns are taken while they help on leads held back, so that what two columns both say counts
// once. Those leads then say how much each column counts for and against; each value's points move a step towards what
// its leads, with all columns, became; and the sum is calibrated on leads held back. With no telling column the
// scorecard is its base alone.
Result<Trained> trainFrequency(const Frame& frame, const Target& target, std::span<const std::uint32_t> rows,
                               const TrainOptions& options, Crew& crew);

// Logistic regression on bins and categories. Points of neighbouring ranges are kept close; the L2 penalty is chosen by
// inner cross-validation, whose predictions also calibrate.
Result<Trained> trainLogistic(const Frame& frame, const Target& target, std::span<const std::uint32_t> rows,
                              const TrainOptions& options, Crew& crew);

}  // namespace leadlight
