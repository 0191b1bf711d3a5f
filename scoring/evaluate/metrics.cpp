#include "scoring/evaluate/metrics.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <optional>

#include "model/frame/key_sort.h"

namespace leadlight {

namespace {

constexpr double nan = std::numeric_limits<double>::quiet_NaN();
constexpr std::size_t calibrationBins = 10;

void addRanking(const Ranking& ranking, Metrics& metrics) {
  const auto rows = static_cast<double>(ranking.leads()), won = static_cast<double>(ranking.won());
  const double lost = rows - won;
  if (won == 0 || lost == 0) {
    metrics.auc = metrics.prAuc = metrics.lift10 = metrics.capture20 = nan;
    return;
  }
  double wins = 0;
  Ranking::Step before;
  for (const Ranking::Step& step : ranking.steps()) {
    const auto gained = static_cast<double>(step.won - before.won);
    const double lostAbove = static_cast<double>(before.leads - before.won);
    const double lostHere = static_cast<double>(step.leads - step.won) - lostAbove;
    wins += gained * (lost - lostAbove - lostHere / 2);
    metrics.prAuc += gained / won * static_cast<double>(step.won) / static_cast<double>(step.leads);
    before = step;
  }
  metrics.auc = wins / (won * lost);
  metrics.lift10 = ranking.wonAmong(rows / 10) / (rows / 10) / (won / rows);
  metrics.capture20 = ranking.wonAmong(rows / 5) / won;
}

void addProbabilities(std::span<const double> probability, std::span<const std::uint8_t> won, Metrics& metrics) {
  constexpr double least = 1e-15;
  std::array<double, calibrationBins> excess{};  // sum of probability - outcome
  for (std::size_t i = 0; i < probability.size(); ++i) {
    const double p = probability[i], y = won[i];
    const double clipped = std::clamp(p, least, 1 - least);
    metrics.logLoss -= won[i] != 0 ? std::log(clipped) : std::log1p(-clipped);
    metrics.brier += (p - y) * (p - y);
    excess[std::min(static_cast<std::size_t>(p * calibrationBins), calibrationBins - 1)] += p - y;
  }
  for (const double sum : excess) metrics.ece += std::fabs(sum);
  const auto rows = static_cast<double>(probability.size());
  metrics.logLoss /= rows;
  metrics.brier /= rows;
  metrics.ece /= rows;
}

// For every lead, the share of the leads of the other outcome that it is ranked right against (ties count half).
struct Placements {
  std::vector<double> won, lost;  // in the order of the leads
};

// Sums of ranks give them: a lead's midrank among all, less its midrank among those of its own outcome, is the number
// of the others below it.
Placements placementsOf(std::span<const double> score, std::span<const std::uint8_t> won) {
  std::vector<KeyedRow> rows(score.size());
  for (std::size_t i = 0; i < rows.size(); ++i) rows[i] = {sortKey(score[i]), static_cast<std::uint32_t>(i)};
  sortByKey(rows, {});
  std::vector<double> below(score.size());
  double wonBelow = 0, lostBelow = 0;
  for (std::size_t first = 0, last = 0; first < rows.size(); first = last) {
    double wonHere = 0, lostHere = 0;
    for (last = first; last < rows.size() && rows[last].key == rows[first].key; ++last)
      (won[rows[last].row] != 0 ? wonHere : lostHere) += 1;
    for (std::size_t i = first; i < last; ++i)
      below[rows[i].row] = won[rows[i].row] != 0 ? lostBelow + lostHere / 2 : wonBelow + wonHere / 2;
    wonBelow += wonHere;
    lostBelow += lostHere;
  }
  Placements placements;
  for (std::size_t i = 0; i < below.size(); ++i) {
    if (won[i] != 0)
      placements.won.push_back(below[i] / lostBelow);
    else
      placements.lost.push_back(1 - below[i] / wonBelow);
  }
  return placements;
}

struct Moments {
  double mean = 0;
  double varianceOfMean = 0;
};
Moments momentsOf(const std::vector<double>& values) {
  const auto n = static_cast<double>(values.size());
  Moments moments;
  for (const double value : values) moments.mean += value / n;
  for (const double value : values) moments.varianceOfMean += (value - moments.mean) * (value - moments.mean);
  moments.varianceOfMean /= n * (n - 1);
  return moments;
}

// The mean over the wins is the AUC (or a difference of two); its variance has a part from either outcome.
Estimate deLong(const Placements& placements) {
  if (placements.won.size() < 2 || placements.lost.size() < 2) return {nan, nan, nan};
  const Moments won = momentsOf(placements.won), lost = momentsOf(placements.lost);
  return estimateOf(won.mean, std::sqrt(won.varianceOfMean + lost.varianceOfMean));
}

}  // namespace

Metrics metricsOf(std::span<const double> score, std::span<const double> probability,
                  std::span<const std::uint8_t> won) {
  const Ranking ranking(score, won);
  Metrics metrics;
  metrics.rows = ranking.leads();
  metrics.positives = ranking.won();
  addRanking(ranking, metrics);
  if (probability.empty())
    metrics.logLoss = metrics.brier = metrics.ece = nan;
  else
    addProbabilities(probability, won, metrics);
  return metrics;
}

Estimate aucEstimate(std::span<const double> score, std::span<const std::uint8_t> won) {
  Estimate auc = deLong(placementsOf(score, won));
  // A normal interval reaches beyond what an area can be where hardly a lead is ranked wrong. NaN stays.
  if (auc.low < 0) auc.low = 0;
  if (auc.high > 1) auc.high = 1;
  return auc;
}

Estimate aucDifference(std::span<const double> a, std::span<const double> b, std::span<const std::uint8_t> won) {
  Placements difference = placementsOf(a, won);
  const Placements other = placementsOf(b, won);
  for (std::size_t i = 0; i < other.won.size(); ++i) difference.won[i] -= other.won[i];
  for (std::size_t i = 0; i < other.lost.size(); ++i) difference.lost[i] -= other.lost[i];
  return deLong(difference);
}

double Confusion::precision() const {
  return static_cast<double>(truePositives) / static_cast<double>(truePositives + falsePositives);
}

double Confusion::recall() const {
  return static_cast<double>(truePositives) / static_cast<double>(truePositives + falseNegatives);
}

double Confusion::accuracy() const {
  return static_cast<double>(truePositives + trueNegatives) /
         static_cast<double>(truePositives + falsePositives + trueNegatives + falseNegatives);
}

double Confusion::f1() const {
  return static_cast<double>(2 * truePositives) /
         static_cast<double>(2 * truePositives + falsePositives + falseNegatives);
}

Confusion confusionAt(const Ranking& ranking, double threshold) {
  const Ranking::Step called = ranking.from(threshold);
  const std::uint64_t lost = ranking.leads() - ranking.won(), calledLost = called.leads - called.won;
  return {called.won, calledLost, lost - calledLost, ranking.won() - called.won};
}

std::vector<BandConversion> conversionByBand(const Scorecard& scorecard, std::span<const double> score,
                                             std::span<const std::uint8_t> won) {
  std::vector<BandConversion> bands;
  for (const Band& band : scorecard.bands) bands.push_back({band, 0, 0});
  if (bands.empty()) return bands;
  for (std::size_t i = 0; i < score.size(); ++i) {
    BandConversion& band = bands[scorecard.bandIndex(score[i])];
    ++band.leads;
    band.converted += won[i];
  }
  return bands;
}

bool isMonotonic(const std::vector<BandConversion>& bands) {
  double above = 2;
  for (const BandConversion& band : bands) {
    if (band.leads == 0) continue;
    const double rate = band.rate().rate;
    if (rate >= above) return false;
    above = rate;
  }
  return true;
}

}  // namespace leadlight
