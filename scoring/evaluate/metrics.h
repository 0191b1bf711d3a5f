#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "model/frame/aggregate.h"
#include "scoring/evaluate/ranking.h"
#include "scoring/log_loss.h"
#include "scoring/scorecard.h"

namespace leadlight {

// How well scores foretell outcomes. NaN where it cannot be said: all but log-loss, Brier and ECE need both outcomes,
// and those three need probabilities.
struct Metrics {
  std::uint64_t rows = 0;
  std::uint64_t positives = 0;
  double auc = 0;        // chance that a won lead outscores a lost one, ties counting half
  double prAuc = 0;      // average precision: sum of precision x gain in recall over the distinct scores
  double logLoss = 0;    // mean, natural logarithm; probabilities are kept 1e-15 off 0 and 1
  double brier = 0;      // mean squared error of the probability
  double ece = 0;        // expected calibration error: 10 bins of equal width, |mean probability - rate| by leads
  double lift10 = 0;     // conversion of the best 10 % over that of all
  double capture20 = 0;  // share of all wins among the best 20 %
};

// Leads of one score count as in any order. REQUIRES: sizes are equal; `probability` may be empty
Metrics metricsOf(std::span<const double> score, std::span<const double> probability,
                  std::span<const std::uint8_t> won);

// The area under the ROC curve with DeLong's interval (DeLong et al., Biometrics 44, 1988; by midranks as in Sun and
// Xu, IEEE Signal Processing Letters 21, 2014). NaN with fewer than two leads of either outcome.
Estimate aucEstimate(std::span<const double> score, std::span<const std::uint8_t> won);
// AUC of a less that of b on the same leads, with DeLong's interval of the paired difference.
Estimate aucDifference(std::span<const double> a, std::span<const double> b, std::span<const std::uint8_t> won);

struct Confusion {
  std::uint64_t truePositives = 0, falsePositives = 0, trueNegatives = 0, falseNegatives = 0;
  double precision() const;  // NaN when nobody is called
  double recall() const;     // NaN without wins
  double accuracy() const;   // share of the leads that are called and won, or neither; NaN without leads
  double f1() const;         // harmonic mean of precision and recall; NaN when nobody is called or has won
};
// Leads with a score of at least `threshold` count as called.
Confusion confusionAt(const Ranking& ranking, double threshold);

// What the leads of a band became.
struct BandConversion {
  Band band;
  std::uint64_t leads = 0;
  std::uint64_t converted = 0;
  Rate rate() const { return wilson(converted, leads); }
};
std::vector<BandConversion> conversionByBand(const Scorecard& scorecard, std::span<const double> score,
                                             std::span<const std::uint8_t> won);
// Does conversion fall from each band with leads to the next one with leads?
bool isMonotonic(const std::vector<BandConversion>& bands);

}  // namespace leadlight
