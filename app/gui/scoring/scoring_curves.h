#pragma once

#include <initializer_list>

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
// Of the groups by score that stand in for a calibration: how many there are, and why not ten.
QString groupsWords(const CurveModel& groups);
// Money over the threshold, of at most 200 thresholds from `low` to `high`.
CurveModel moneyModel(const ScoringStudy& study, const Economics& economics, double low, double high);
// The width of about `bins` bins over a range of scores; a multiple of the step that all scores come in, so that no bin
// is full and the next one half full by chance.
double scoreBinWidth(std::initializer_list<const ScoringStudy*> studies, double range, std::size_t bins);
// Scores by outcome in bins of `width` from `low` on, up to `high` or a little beyond.
MirrorModel histogramModel(const ScoringStudy& study, double low, double high, double step, double width);

}  // namespace leadlight
