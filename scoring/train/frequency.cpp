#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

#include "scoring/log_loss.h"
#include "scoring/train/additive.h"
#include "scoring/train/boost_step.h"
#include "scoring/train/calibration.h"
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

// The log-loss of every `stride`-th lead with a share of the points of one more column.
double lossWith(const TrainingData& data, const std::vector<double>& sums, const std::vector<float>& points,
                double share, std::size_t stride) {
  double loss = 0;
  for (std::size_t i = 0; i < sums.size(); i += stride)
    loss += lossOf(sums[i] + share * static_cast<double>(points[i]), data.converted[i] != 0);
  return loss;
}

constexpr std::array<double, 4> shares = {1, 0.75, 0.5, 0.25};

// A column and how much of its points to take.
struct Choice {
  std::size_t column;
  double share;
  double loss;  // of unseen leads then
};

Choice bestShare(const TrainingData& data, const std::vector<double>& sums, const Unseen& unseen, std::size_t column,
                 std::size_t stride) {
  Choice best{column, 0, std::numeric_limits<double>::infinity()};
  for (const double share : shares)
    if (const double loss = lossWith(data, sums, unseen.points[column], share, stride); loss < best.loss)
      best = {column, share, loss};
  return best;
}

// Takes column after column, each time the one that lowers the loss of unseen leads most, until none does: columns that
// only say again what others said are left out (selective naive Bayes; Langley and Sage, 1994), or count in part.
// In the order of the columns.
std::vector<Choice> chooseColumns(const TrainingData& data, const Unseen& unseen, Crew& crew) {
  const std::size_t stride = (data.rows.size() + enoughToChoose - 1) / enoughToChoose;
  std::vector<double> sums = unseen.base;
  std::vector<Choice> chosen;
  std::vector<std::uint8_t> isChosen(data.columns.size());
  double least = lossWith(data, sums, std::vector<float>(sums.size()), 0, stride);
  while (true) {
    std::vector<Choice> with(data.columns.size(), Choice{0, 0, least});
    crew.run(with.size(), [&](std::size_t c) {
      if (isChosen[c] == 0) with[c] = bestShare(data, sums, unseen, c, stride);
    });
    const Choice best = *std::min_element(with.begin(), with.end(), [](auto& a, auto& b) { return a.loss < b.loss; });
    // The best of many columns and shares gains a little by chance; two units of log-likelihood would do for one alone.
    if (least - best.loss < 5 || crew.stopped()) break;
    least = best.loss;
    chosen.push_back(best);
    isChosen[best.column] = 1;
    const std::vector<float>& points = unseen.points[best.column];
    for (std::size_t i = 0; i < sums.size(); ++i) sums[i] += best.share * static_cast<double>(points[i]);
    crew.advance();
  }
  std::sort(chosen.begin(), chosen.end(), [](auto& a, auto& b) { return a.column < b.column; });
  return chosen;
}

// Points of all leads.
std::vector<double> sumsOf(const TrainingData& data, const Additive& bayes) {
  std::vector<double> sums(data.rows.size(), bayes.base);
  for (std::size_t c = 0; c < data.columns.size(); ++c)
    for (std::size_t i = 0; i < sums.size(); ++i) sums[i] += bayes.points[c][data.columns[c].codes[data.rows[i]]];
  return sums;
}

// Two rounds of one Newton step per column towards points by which the leads of each value convert as often as their
// points say: what columns say together is seldom what each would add alone.
void balance(const TrainingData& data, const std::vector<std::uint8_t>& fold, unsigned leftOut, Additive& bayes) {
  std::vector<double> sums = sumsOf(data, bayes);
  for (std::size_t step = 0; step < 2 * data.columns.size(); ++step) {
    const std::size_t c = step % data.columns.size();
    const BinnedColumn& column = data.columns[c];
    std::vector<Slope> slopes(column.slotCount());
    std::vector<double> change(column.slotCount());
    for (std::size_t i = 0; i < sums.size(); ++i) {
      if (fold[i] == leftOut) continue;
      const double p = 1 / (1 + std::exp(-sums[i]));
      slopes[column.codes[data.rows[i]]] += {data.converted[i] - p, p * (1 - p)};
    }
    for (std::size_t slot = 0; slot < slopes.size(); ++slot) {
      change[slot] = slopes[slot].gradient / (slopes[slot].curvature + smoothing);
      bayes.points[c][slot] += change[slot];
    }
    for (std::size_t i = 0; i < sums.size(); ++i) sums[i] += change[column.codes[data.rows[i]]];
  }
}

// Learns from the chosen columns, which are all that `data` still has.
Additive learnChosen(const TrainingData& data, const std::vector<std::uint8_t>& fold, unsigned leftOut,
                     const std::vector<Choice>& chosen) {
  Additive bayes = learn(data, fold, leftOut);
  for (std::size_t c = 0; c < chosen.size(); ++c)
    for (std::vector<double>* of : {&bayes.points[c], &bayes.errors[c]})
      for (double& each : *of) each *= chosen[c].share;
  balance(data, fold, leftOut, bayes);
  return bayes;
}

// Leaves the columns that were chosen.
void keepChosen(TrainingData& data, const std::vector<Choice>& chosen) {
  std::vector<BinnedColumn> kept;
  for (std::size_t c = 0; c < data.columns.size(); ++c)
    if (kept.size() < chosen.size() && chosen[kept.size()].column == c)
      kept.push_back(std::move(data.columns[c]));
    else
      data.leftOut.push_back({LeftOut::Why::NotNeeded, data.columns[c].column->name()});
  data.columns = std::move(kept);
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
  const std::vector<Choice> chosen = chooseColumns(*data, unseen, crew);
  keepChosen(*data, chosen);
  std::vector<double> unseenSums(data->rows.size());
  crew.run(folds, [&](std::size_t f) {
    const std::vector<double> sums = sumsOf(*data, learnChosen(*data, fold, static_cast<unsigned>(f), chosen));
    for (std::size_t i = 0; i < sums.size(); ++i)
      if (fold[i] == f) unseenSums[i] = sums[i];
  });
  if (crew.stopped()) return Error{Errc::Interrupted, "Training was cancelled.", "", {}};
  const Calibration calibration = calibrated(unseenSums, data->converted);
  Additive bayes = learnChosen(*data, fold, noFold, chosen);
  std::optional<Additive> plain;
  if (options.keepUncalibrated) plain = learn(*data, fold, noFold);
  return trainedFrom(*std::move(data), Method::Frequency, std::move(bayes), calibration, std::move(plain));
}

}  // namespace leadlight
