#include <array>
#include <cmath>

#include "scoring/log_loss.h"
#include "scoring/train/inner_folds.h"
#include "scoring/train/logistic_fit.h"
#include "scoring/train/methods.h"

namespace leadlight {

namespace {

constexpr unsigned folds = 5;
// From strong to weak, each fit starting from the one before.
constexpr std::array<double, 8> penalties = {300, 100, 30, 10, 4, 1.5, 0.5, 0.2};
// More leads than this do not change which penalty is best.
constexpr std::size_t enoughToChoose = 40000;
// The curvature is a square of this size; beyond it columns are cut more coarsely.
constexpr std::size_t mostSlots = 1500;

// The training rows alone, or every so many of them, column by column.
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
    gathered.terms.push_back({gathered.bins[c], column.slotCount(), column.ordered() ? column.slotCount() - 1 : 0});
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
  std::array<std::vector<std::uint8_t>, folds> use;
  for (unsigned f = 0; f < folds; ++f)
    for (const std::uint8_t of : fold) use[f].push_back(of != f ? 1 : 0);
  std::array<Additive, folds> fits;
  std::vector<double> best;
  Choice choice;
  std::size_t worse = 0;
  for (const double penalty : penalties) {
    std::vector<double> unseen(won.size());
    for (unsigned f = 0; f < folds; ++f) {
      if (!fitLogistic(gathered.terms, won, use[f], penalty, crew, fits[f])) return std::nullopt;
      const std::vector<double> points = pointsOf(gathered.terms, fits[f], won.size());
      for (std::size_t i = 0; i < fold.size(); ++i)
        if (fold[i] == f) unseen[i] = points[i];
      crew.advance();
    }
    if (!best.empty() && !(meanLoss(unseen, won) < meanLoss(best, won))) {
      if (++worse == 2) break;  // weaker ones only fit the leads more closely
      continue;
    }
    worse = 0;
    best = std::move(unseen);
    choice.penalty = penalty;
  }
  choice.calibration = calibrated(best, won);
  return choice;
}

// Training data whose slots are few enough for the curvature.
Result<TrainingData> coarseEnough(const Frame& frame, const Target& target, std::span<const std::uint32_t> rows,
                                  const TrainOptions& options, Crew& crew) {
  constexpr std::size_t fewCategories = 100;
  BinOptions bins{.maxBins = 20, .maxCategories = 5 * fewCategories, .minRows = 8};
  while (true) {
    Result<TrainingData> data = trainingData(frame, target, rows, options, bins, crew);
    if (!data) return data;
    std::size_t slots = 0;
    for (const BinnedColumn& column : data->columns) slots += column.slotCount();
    if (slots <= mostSlots || bins.maxCategories < 2) return data;
    if (bins.maxCategories <= fewCategories) bins.maxBins = std::max<std::size_t>(3, bins.maxBins * 2 / 3);
    bins.maxCategories = bins.maxCategories > fewCategories ? fewCategories : bins.maxCategories / 2;
  }
}

}  // namespace

Result<Trained> trainLogistic(const Frame& frame, const Target& target, std::span<const std::uint32_t> rows,
                              const TrainOptions& options, Crew& crew) {
  Result<TrainingData> data = coarseEnough(frame, target, rows, options, crew);
  if (!data) return data.error();
  crew.expect(folds * penalties.size() + 2);
  const std::optional<Choice> choice = choosePenalty(*data, options.seed, crew);
  const Error interrupted{Errc::Interrupted, "Training was cancelled.", "", {}};
  if (!choice) return interrupted;
  const Gathered gathered = gather(*data, 1);
  const std::vector<std::uint8_t> all(data->rows.size(), 1);
  Additive fit;
  if (!fitLogistic(gathered.terms, data->converted, all, choice->penalty, crew, fit)) return interrupted;
  crew.advance();
  fit.errors = standardErrors(gathered.terms, data->converted, choice->penalty, crew, fit);
  if (crew.stopped()) return interrupted;
  std::optional<Additive> plain;
  if (options.keepUncalibrated) plain = fit;
  return trainedFrom(*std::move(data), Method::Logistic, std::move(fit), choice->calibration, std::move(plain));
}

}  // namespace leadlight
