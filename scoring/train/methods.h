#pragma once

#include "scoring/train/training_data.h"

namespace leadlight {

// What one method gives for its training data: `base` and one term per column or column pair, calibrated. Name,
// provenance and bands are filled in by trainScorecard.
using Learned = Result<Scorecard>;

// Naive Bayes as CRMs use it: each value has the log of how much more often won leads have it than lost ones, smoothed
// towards no evidence; then calibrated out of fold, which takes back that columns say the same thing twice.
Learned learnFrequency(const TrainingData& data, const TrainOptions& options, Crew& crew);
BinOptions frequencyBins();

// Logistic regression on bins and categories. Points of neighbouring ranges are kept close; the L2 penalty is chosen by
// inner cross-validation. Standard errors of the points come from the curvature.
Learned learnLogistic(const TrainingData& data, const TrainOptions& options, Crew& crew);
BinOptions logisticBins();

}  // namespace leadlight
