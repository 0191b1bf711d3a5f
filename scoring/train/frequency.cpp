#include <cmath>

#include "scoring/train/additive.h"
#include "scoring/train/inner_folds.h"
#include "scoring/train/methods.h"

namespace leadlight {

namespace {

constexpr unsigned folds = 5;
constexpr unsigned noFold = folds;
// How many made-up leads, won and lost as the average, stand beside those of each value.
constexpr double smoothing = 5;

// Learns from the leads with fold[i] != leftOut.
Additive learn(const TrainingData& data, const std::vector<std::uint8_t>& fold, unsigned leftOut) {
  Additive bayes;
  double won = 0, lost = 0;
  for (std::size_t i = 0; i < data.rows.size(); ++i)
    if (fold[i] != leftOut) (data.converted[i] != 0 ? won : lost) += 1;
  const double share = won / (won + lost);
  bayes.base = std::log(won / lost);
  for (const BinnedColumn& column : data.columns) {
    std::vector<double> wonOf(column.slots(), smoothing * share), lostOf(column.slots(), smoothing * (1 - share));
    for (std::size_t i = 0; i < data.rows.size(); ++i)
      if (fold[i] != leftOut) (data.converted[i] != 0 ? wonOf : lostOf)[column.codes[data.rows[i]]] += 1;
    std::vector<double>& points = bayes.points.emplace_back();
    std::vector<double>& errors = bayes.errors.emplace_back();
    for (std::size_t slot = 0; slot < column.slots(); ++slot) {
      points.push_back(std::log(wonOf[slot] / lostOf[slot]) - bayes.base);
      errors.push_back(std::sqrt(1 / wonOf[slot] + 1 / lostOf[slot]));  // of a logarithm of odds (Woolf, 1955)
    }
  }
  return bayes;
}

double pointsOf(const Additive& bayes, const TrainingData& data, std::size_t i) {
  double points = bayes.base;
  for (std::size_t c = 0; c < data.columns.size(); ++c) points += bayes.points[c][data.columns[c].codes[data.rows[i]]];
  return points;
}

}  // namespace

Result<Trained> trainFrequency(const Frame& frame, const Target& target, std::span<const std::uint32_t> rows,
                               const TrainOptions& options, Crew& crew) {
  const BinOptions bins{.maxBins = 20, .maxCategories = 500, .minRows = 5};
  Result<TrainingData> data = trainingData(frame, target, rows, options, bins, crew);
  if (!data) return data.error();
  crew.expect(folds + 1);
  const std::vector<std::uint8_t> fold = innerFolds(data->rows, data->converted, folds, options.seed);
  std::vector<double> unseen(data->rows.size());
  const bool done = crew.run(folds, [&](std::size_t f) {
    const Additive bayes = learn(*data, fold, static_cast<unsigned>(f));
    for (std::size_t i = 0; i < unseen.size(); ++i)
      if (fold[i] == f) unseen[i] = pointsOf(bayes, *data, i);
    crew.advance();
  });
  if (!done) return Error{Errc::Interrupted, "Training was cancelled.", "", {}};
  Additive bayes = learn(*data, fold, noFold);
  const Calibration calibration = calibrated(unseen, data->converted);
  return trainedFrom(*std::move(data), Method::Frequency, std::move(bayes), calibration);
}

}  // namespace leadlight
