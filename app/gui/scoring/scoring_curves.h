#pragma once

#include "app/gui/scoring/scoring_study.h"
#include "scoring/evaluate/threshold.h"
#include "widgets/charts/curve_chart.h"
#include "widgets/charts/mirror_histogram.h"

namespace leadlight {

// A study's curves and counts as the charts take them.

CurveModel gainModel(const ScoringStudy& study);
CurveModel liftModel(const ScoringStudy& study);
CurveModel rocModel(const ScoringStudy& study);
CurveModel prModel(const ScoringStudy& study);
CurveModel calibrationModel(const ScoringStudy& study);
// Money over the threshold, of at most 200 thresholds from `low` to `high`.
CurveModel moneyModel(const ScoringStudy& study, const Economics& economics, double low, double high);
// Scores by outcome in `bins` equal bins.
MirrorModel histogramModel(const ScoringStudy& study, double low, double high, double step, std::size_t bins = 50);

}  // namespace leadlight
