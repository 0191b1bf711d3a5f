#include <algorithm>
#include <cmath>

#include "scoring/log_loss.h"
#include "scoring/train/additive.h"
#include "scoring/train/inner_folds.h"
#include "scoring/train/methods.h"

namespace leadlight {

namespace {

constexpr unsigned folds = 5;
constexpr unsigned noFold = folds;
// More leads than this do not change which columns are best.
constexpr std::size_t enoughToChoose = 20000;
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
    std::vector<double> wonOf(column.slotCount(), smoothing * share),
        lostOf(column.slotCount(), smoothing * (1 - share));
    for (std::size_t i = 0; i < data.rows.size(); ++i)
      if (fold[i] != leftOut) (data.converted[i] != 0 ? wonOf : lostOf)[column.codes[data.rows[i]]] += 1;
    std::vector<double>& points = bayes.points.emplace_back();
    std::vector<double>& errors = bayes.errors.emplace_back();
    for (std::size_t slot = 0; slot < column.slotCount(); ++slot) {
      points.push_back(std::log(wonOf[slot] / lostOf[slot]) - bayes.base);
      errors.push_back(std::sqrt(1 / wonOf[slot] + 1 / lostOf[slot]));  // of a logarithm of odds (Woolf, 1955)
    }
  }
  return bayes;
}

// The points of leads that a model of the other folds gives, column by column, and its base.
struct Unseen {
  std::vector<double> base;                // per lead
  std::vector<std::vector<float>> points;  // [column][lead]
};

Unseen unseenPoints(const TrainingData& data, const std::vector<std::uint8_t>& fold, Crew& crew) {
  Unseen unseen;
  unseen.base.resize(data.rows.size());
  unseen.points.assign(data.columns.size(), std::vector<float>(data.rows.size()));
  crew.run(folds, [&](std::size_t f) {
    const Additive bayes = learn(data, fold, static_cast<unsigned>(f));
    for (std::size_t i = 0; i < data.rows.size(); ++i) {
      if (fold[i] != f) continue;
      unseen.base[i] = bayes.base;
      for (std::size_t c = 0; c < data.columns.size(); ++c)
        unseen.points[c][i] = static_cast<float>(bayes.points[c][data.columns[c].codes[data.rows[i]]]);
    }
  });
  return unseen;
}

// The log-loss of every `stride`-th lead with the points of one more column.
double lossWith(const TrainingData& data, const std::vector<double>& sums, const std::vector<float>& points,
                std::size_t stride) {
  double loss = 0;
  for (std::size_t i = 0; i < sums.size(); i += stride)
    loss += lossOf(sums[i] + static_cast<double>(points[i]), data.converted[i] != 0);
  return loss;
}

// Takes column after column, each time the one that lowers the loss of unseen leads most, until none does: columns that
// only say again what others said are left out (selective naive Bayes; Langley and Sage, 1994). `sums` becomes the
// points of the unseen leads. The columns come in their own order.
std::vector<std::size_t> chooseColumns(const TrainingData& data, const Unseen& unseen, Crew& crew,
                                       std::vector<double>& sums) {
  const std::size_t stride = (data.rows.size() + enoughToChoose - 1) / enoughToChoose;
  sums = unseen.base;
  std::vector<std::size_t> chosen;
  double least = lossWith(data, sums, std::vector<float>(sums.size()), stride);
  while (true) {
    std::vector<double> loss(data.columns.size(), least);
    crew.run(loss.size(), [&](std::size_t c) {
      if (std::find(chosen.begin(), chosen.end(), c) == chosen.end())
        loss[c] = lossWith(data, sums, unseen.points[c], stride);
    });
    const auto best = std::min_element(loss.begin(), loss.end());
    // The best of many columns gains a little by chance; two units of log-likelihood would do for one alone.
    if (least - *best < 4 || crew.stopped()) break;
    least = *best;
    chosen.push_back(static_cast<std::size_t>(best - loss.begin()));
    const std::vector<float>& points = unseen.points[chosen.back()];
    for (std::size_t i = 0; i < sums.size(); ++i) sums[i] += static_cast<double>(points[i]);
    crew.advance();
  }
  std::sort(chosen.begin(), chosen.end());
  return chosen;
}

template <class T>
void keep(std::vector<T>& values, const std::vector<std::size_t>& chosen) {
  for (std::size_t i = 0; i < chosen.size(); ++i)
    if (chosen[i] != i) values[i] = std::move(values[chosen[i]]);
  values.resize(chosen.size());
}

}  // namespace

Result<Trained> trainFrequency(const Frame& frame, const Target& target, std::span<const std::uint32_t> rows,
                               const TrainOptions& options, Crew& crew) {
  const BinOptions bins{.maxBins = 20, .maxCategories = 500, .minRows = 5};
  Result<TrainingData> data = trainingData(frame, target, rows, options, bins, crew);
  if (!data) return data.error();
  crew.expect(data->columns.size());
  const std::vector<std::uint8_t> fold = innerFolds(data->rows, data->converted, folds, options.seed);
  const Unseen unseen = unseenPoints(*data, fold, crew);
  std::vector<double> sums;
  const std::vector<std::size_t> chosen = chooseColumns(*data, unseen, crew, sums);
  if (crew.stopped()) return Error{Errc::Interrupted, "Training was cancelled.", "", {}};
  for (std::size_t c = 0; c < data->columns.size(); ++c)
    if (!std::binary_search(chosen.begin(), chosen.end(), c))
      data->leftOut.push_back({LeftOut::Why::NotNeeded, data->columns[c].column->name()});
  keep(data->columns, chosen);
  Additive bayes = learn(*data, fold, noFold);
  const Calibration calibration = calibrated(sums, data->converted);
  return trainedFrom(*std::move(data), Method::Frequency, std::move(bayes), calibration, options.keepUncalibrated);
}

}  // namespace leadlight
