#include <cmath>

#include "scoring/train/calibrate.h"
#include "scoring/train/methods.h"

namespace leadlight {

namespace {

constexpr unsigned folds = 5;
// How many made-up leads, won and lost as the average, stand beside those of each value.
constexpr double smoothing = 5;

struct Bayes {
  double base = 0;
  std::vector<std::vector<double>> points;  // per column and slot
};

// Learns from the leads with fold[i] != leftOut.
Bayes learn(const TrainingData& data, const std::vector<std::uint8_t>& fold, unsigned leftOut) {
  Bayes bayes;
  double won = 0, lost = 0;
  for (std::size_t i = 0; i < data.rows.size(); ++i)
    if (fold[i] != leftOut) (data.converted[i] != 0 ? won : lost) += 1;
  const double share = won / (won + lost);
  bayes.base = std::log(won / lost);
  for (const BinnedColumn& column : data.columns) {
    std::vector<double> wonOf(column.slots()), lostOf(column.slots());
    for (std::size_t i = 0; i < data.rows.size(); ++i)
      if (fold[i] != leftOut) (data.converted[i] != 0 ? wonOf : lostOf)[column.codes[data.rows[i]]] += 1;
    std::vector<double>& points = bayes.points.emplace_back();
    for (std::size_t slot = 0; slot < column.slots(); ++slot)
      points.push_back(std::log((wonOf[slot] + smoothing * share) / (lostOf[slot] + smoothing * (1 - share))) -
                       bayes.base);
  }
  return bayes;
}

double pointsOf(const Bayes& bayes, const TrainingData& data, std::size_t i) {
  double points = bayes.base;
  for (std::size_t c = 0; c < data.columns.size(); ++c)
    points += bayes.points[c][data.columns[c].codes[data.rows[i]]];
  return points;
}

}  // namespace

BinOptions frequencyBins() { return {.maxBins = 20, .maxCategories = 500, .minRows = 5}; }

Learned learnFrequency(const TrainingData& data, const TrainOptions& options, Crew& crew) {
  crew.expect(folds + 1);
  const std::vector<std::uint8_t> fold = innerFolds(data.rows, data.converted, folds, options.seed);
  std::vector<double> unseen(data.rows.size());
  const bool done = crew.run(folds, [&](std::size_t f) {
    const Bayes bayes = learn(data, fold, static_cast<unsigned>(f));
    for (std::size_t i = 0; i < unseen.size(); ++i)
      if (fold[i] == f) unseen[i] = pointsOf(bayes, data, i);
    crew.advance();
  });
  if (!done) return Error{Errc::Interrupted, "Training was cancelled.", "", {}};
  const Calibration calibration = calibrationOf(unseen, data.converted);

  const Bayes bayes = learn(data, fold, folds);
  Scorecard scorecard;
  scorecard.base = calibration.slope * bayes.base + calibration.offset;
  for (std::size_t c = 0; c < data.columns.size(); ++c) {
    std::vector<double> points;
    for (const double one : bayes.points[c]) points.push_back(calibration.slope * one);
    scorecard.terms.push_back(termOf(data.columns[c], points));
  }
  return scorecard;
}

}  // namespace leadlight
