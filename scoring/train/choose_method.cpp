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

struct Trial {
  std::vector<std::uint32_t> learners, judges;
  std::vector<std::uint8_t> won;  // of the judges
};

bool hasBothOutcomes(const std::vector<std::uint8_t>& won) {
  return std::find(won.begin(), won.end(), 0) != won.end() && std::find(won.begin(), won.end(), 1) != won.end();
}

Trial trialOf(const Frame& frame, const Outcomes& outcomes, std::span<const std::uint32_t> rows,
              const TrainOptions& options) {
  Trial trial;
  if (const Column* dates = timeColumn(frame, rows, options.exclude)) {
    const std::int64_t from = *newestFrom(*dates, rows, 1.0 / parts);
    for (const std::uint32_t row : rows)
      (dates->integers()[row] >= from ? trial.judges : trial.learners).push_back(row);
    trial.won = outcomes.at(trial.judges);
    if (hasBothOutcomes(trial.won)) return trial;
    trial = {};
  }
  const std::vector<std::uint8_t> fold = innerFolds(rows, outcomes.at(rows), parts, options.seed);
  for (std::size_t i = 0; i < rows.size(); ++i) (fold[i] == 0 ? trial.judges : trial.learners).push_back(rows[i]);
  trial.won = outcomes.at(trial.judges);
  return trial;
}

}  // namespace

Result<Method> chooseMethod(const Frame& frame, const Target& target, std::span<const std::uint32_t> rows,
                            const TrainOptions& options, const Progress& progress) {
  const Result<Outcomes> outcomes = outcomesOf(frame, target);
  if (!outcomes) return outcomes.error();
  const Trial trial = trialOf(frame, *outcomes, rows, options);
  if (trial.learners.empty() || !hasBothOutcomes(trial.won)) return Method::Logistic;
  std::array<std::vector<double>, bySimplicity.size()> points;
  for (std::size_t m = 0; m < bySimplicity.size(); ++m) {
    TrainOptions with = options;
    with.method = bySimplicity[m];
    const Progress stage = partOf(progress, "train", m, choiceSteps);
    const Result<Trained> trained = trainScorecard(frame, target, trial.learners, with, stage);
    if (!trained && trained.error().code == Errc::NotTrainable) return Method::Logistic;
    if (!trained) return trained.error();
    const Result<Scores> scores = applyScorecard(trained->scorecard, frame, quietly(progress));
    if (!scores) return scores.error();
    for (const std::uint32_t row : trial.judges) points[m].push_back(scores->points[row]);
  }
  std::size_t best = 0;
  for (std::size_t m = 1; m < points.size(); ++m)
    if (meanLoss(points[m], trial.won) < meanLoss(points[best], trial.won)) best = m;
  for (std::size_t m = 0; m < best; ++m)
    if (!(lossDifference(points[m], points[best], trial.won).low > 0)) return bySimplicity[m];
  return bySimplicity[best];
}

}  // namespace leadlight
