#include "scoring/train/choose_method.h"

#include <algorithm>
#include <array>

#include "model/base/progress_part.h"
#include "scoring/apply.h"
#include "scoring/log_loss.h"
#include "scoring/train/inner_folds.h"
#include "scoring/train/outcomes.h"
#include "scoring/train/time_split.h"

namespace leadlight {

namespace {

constexpr std::array<Method, 3> bySimplicity = {Method::Frequency, Method::Logistic, Method::Boosted};
constexpr unsigned parts = 5;
constexpr std::size_t enough = 5000;  // judges: with fewer, methods that differ plainly cannot be told apart

struct Trial {
  std::vector<std::uint32_t> learners, judges;
};

bool hasBothOutcomes(const std::vector<std::uint8_t>& won) {
  return std::find(won.begin(), won.end(), 0) != won.end() && std::find(won.begin(), won.end(), 1) != won.end();
}

std::vector<std::uint8_t> wonBy(const std::vector<Trial>& trials, const Outcomes& outcomes) {
  std::vector<std::uint8_t> won;
  for (const Trial& trial : trials)
    for (const std::uint8_t one : outcomes.at(trial.judges)) won.push_back(one);
  return won;
}

std::vector<Trial> trialsOf(const Frame& frame, const Outcomes& outcomes, std::span<const std::uint32_t> rows,
                            const TrainOptions& options) {
  if (const Column* dates = timeColumn(frame, rows, options.exclude)) {
    Trial newest;
    const std::int64_t from = *newestFrom(*dates, rows, 1.0 / parts);
    for (const std::uint32_t row : rows)
      (dates->integers()[row] >= from ? newest.judges : newest.learners).push_back(row);
    if (hasBothOutcomes(outcomes.at(newest.judges))) return {std::move(newest)};
  }
  const std::vector<std::uint8_t> fold = innerFolds(rows, outcomes.at(rows), parts, options.seed);
  std::vector<Trial> trials;
  for (std::size_t judged = 0; judged < enough && trials.size() < parts; judged += trials.back().judges.size()) {
    Trial trial;
    for (std::size_t i = 0; i < rows.size(); ++i)
      (fold[i] == trials.size() ? trial.judges : trial.learners).push_back(rows[i]);
    trials.push_back(std::move(trial));
  }
  return trials;
}

// The log-odds of every trial's judges, one trial after the other. Errors: those of training.
Result<std::vector<double>> judged(const Frame& frame, const Target& target, const std::vector<Trial>& trials,
                                   const TrainOptions& options, const Progress& progress) {
  std::vector<double> points;
  for (std::size_t t = 0; t < trials.size(); ++t) {
    const Progress part = partOf(progress, "train", t, trials.size());
    const Result<Trained> trained = trainScorecard(frame, target, trials[t].learners, options, part);
    if (!trained) return trained.error();
    const Result<Scores> scores = applyScorecard(trained->scorecard, frame, quietly(progress));
    if (!scores) return scores.error();
    for (const std::uint32_t row : trials[t].judges) points.push_back(scores->points[row]);
  }
  return points;
}

}  // namespace

Result<Method> chooseMethod(const Frame& frame, const Target& target, std::span<const std::uint32_t> rows,
                            const TrainOptions& options, const Progress& progress) {
  const Result<Outcomes> outcomes = outcomesOf(frame, target);
  if (!outcomes) return outcomes.error();
  const std::vector<Trial> trials = trialsOf(frame, *outcomes, rows, options);
  const std::vector<std::uint8_t> won = wonBy(trials, *outcomes);
  if (trials.empty() || trials.front().learners.empty() || !hasBothOutcomes(won)) return Method::Logistic;
  std::array<std::vector<double>, bySimplicity.size()> points;
  for (std::size_t m = 0; m < bySimplicity.size(); ++m) {
    TrainOptions with = options;
    with.method = bySimplicity[m];
    Result<std::vector<double>> trial = judged(frame, target, trials, with, partOf(progress, "train", m, choiceSteps));
    if (!trial && trial.error().code == Errc::NotTrainable) return Method::Logistic;
    if (!trial) return trial.error();
    points[m] = *std::move(trial);
  }
  std::size_t best = 0;
  for (std::size_t m = 1; m < points.size(); ++m)
    if (meanLoss(points[m], won) < meanLoss(points[best], won)) best = m;
  for (std::size_t m = 0; m < best; ++m)
    if (!(lossDifference(points[m], points[best], won).low > 0)) return bySimplicity[m];
  return bySimplicity[best];
}

}  // namespace leadlight
