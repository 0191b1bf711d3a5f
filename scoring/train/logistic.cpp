#include <array>
#include <cmath>
#include <limits>

#include "scoring/log_loss.h"
#include "scoring/train/calibrate.h"
#include "scoring/train/logistic_fit.h"
#include "scoring/train/methods.h"

namespace leadlight {

namespace {

constexpr unsigned folds = 5;
// From strong to weak, each fit starting from the one before.
constexpr std::array<double, 6> penalties = {30, 10, 4, 1.5, 0.5, 0.2};
// More leads than this do not change which penalty is best.
constexpr std::size_t enoughToChoose = 40000;

// The training rows alone, one column of bins after another.
struct Gathered {
  std::vector<std::vector<std::uint16_t>> bins;
  std::vector<BinnedTerm> terms;
};

Gathered gather(const TrainingData& data, std::size_t stride) {
  Gathered gathered;
  for (const BinnedColumn& column : data.columns) {
    std::vector<std::uint16_t>& bins = gathered.bins.emplace_back();
    for (std::size_t i = 0; i < data.rows.size(); i += stride) bins.push_back(column.codes[data.rows[i]]);
  }
  for (std::size_t c = 0; c < data.columns.size(); ++c) {
    const BinnedColumn& column = data.columns[c];
    gathered.terms.push_back({gathered.bins[c], column.slots(), column.ordered() ? column.slots() - 1 : 0});
  }
  return gathered;
}

template <class T>
std::vector<T> everyNth(const std::vector<T>& values, std::size_t stride) {
  std::vector<T> kept;
  for (std::size_t i = 0; i < values.size(); i += stride) kept.push_back(values[i]);
  return kept;
}

struct Choice {
  double penalty = penalties.front();
  Calibration calibration;
};

// The penalty with the least out-of-fold loss, and how its predictions must be corrected. nullopt when cancelled.
std::optional<Choice> choosePenalty(const TrainingData& data, std::uint64_t seed, Crew& crew) {
  const std::size_t stride = (data.rows.size() + enoughToChoose - 1) / enoughToChoose;
  const Gathered gathered = gather(data, stride);
  const std::vector<std::uint8_t> won = everyNth(data.converted, stride);
  const std::vector<std::uint8_t> fold = innerFolds(everyNth(data.rows, stride), won, folds, seed);
  std::array<std::vector<double>, penalties.size()> unseen;
  unseen.fill(std::vector<double>(won.size()));
  for (unsigned f = 0; f < folds; ++f) {
    std::vector<std::uint8_t> use(won.size());
    for (std::size_t i = 0; i < use.size(); ++i) use[i] = fold[i] != f ? 1 : 0;
    AdditiveFit fit;
    for (std::size_t p = 0; p < penalties.size(); ++p) {
      if (!fitLogistic(gathered.terms, won, use, penalties[p], crew, fit)) return std::nullopt;
      const std::vector<double> points = pointsOf(gathered.terms, fit, won.size());
      for (std::size_t i = 0; i < use.size(); ++i)
        if (use[i] == 0) unseen[p][i] = points[i];
      crew.advance();
    }
  }
  std::size_t best = 0;
  for (std::size_t p = 1; p < penalties.size(); ++p)
    if (meanLoss(unseen[p], won) < meanLoss(unseen[best], won)) best = p;
  return Choice{penalties[best], calibrationOf(unseen[best], won)};
}

}  // namespace

BinOptions logisticBins() { return {.maxBins = 20, .maxCategories = 60, .minRows = 8}; }

Learned learnLogistic(const TrainingData& data, const TrainOptions& options, Crew& crew) {
  const Error interrupted{Errc::Interrupted, "Training was cancelled.", "", {}};
  crew.expect(folds * penalties.size() + 2);
  const std::optional<Choice> choice = choosePenalty(data, options.seed, crew);
  if (!choice) return interrupted;
  const Gathered gathered = gather(data, 1);
  const std::vector<std::uint8_t> all(data.rows.size(), 1);
  AdditiveFit fit;
  if (!fitLogistic(gathered.terms, data.converted, all, choice->penalty, crew, fit)) return interrupted;
  crew.advance();
  centre(gathered.terms, data.rows.size(), fit);
  Scorecard scorecard;
  scorecard.base = choice->calibration.slope * fit.base + choice->calibration.offset;
  for (std::size_t c = 0; c < data.columns.size(); ++c) {
    for (double& points : fit.points[c]) points *= choice->calibration.slope;
    scorecard.terms.push_back(termOf(data.columns[c], fit.points[c]));
  }
  return scorecard;
}

}  // namespace leadlight
