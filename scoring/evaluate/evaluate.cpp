#include "scoring/evaluate/evaluate.h"

#include <algorithm>

#include "model/base/progress_part.h"
#include "scoring/apply.h"
#include "scoring/train/outcomes.h"

namespace leadlight {

namespace {

void take(Evaluation& evaluation, const Scores& scores, std::span<const std::uint32_t> rows) {
  for (const std::uint32_t row : rows) {
    evaluation.points[row] = scores.points[row];
    evaluation.score[row] = scores.score[row];
    if (!scores.probability.empty()) evaluation.probability[row] = scores.probability[row];
  }
}

template <class T>
void keep(std::vector<T>& values, const std::vector<std::uint32_t>& rows) {
  if (values.empty()) return;
  for (std::size_t i = 0; i < rows.size(); ++i) values[i] = values[rows[i]];
  values.resize(rows.size());
}

// An evaluation with room for all rows, of which `judged` are kept at the end.
Evaluation blank(std::size_t rows, bool probabilities) {
  Evaluation evaluation;
  evaluation.points.resize(rows);
  evaluation.score.resize(rows);
  if (probabilities) evaluation.probability.resize(rows);
  return evaluation;
}

void finish(Evaluation& evaluation, std::vector<std::uint32_t> judged) {
  keep(evaluation.part, judged);
  keep(evaluation.points, judged);
  keep(evaluation.score, judged);
  keep(evaluation.probability, judged);
  keep(evaluation.won, judged);
  evaluation.rows = std::move(judged);
  evaluation.metrics = metricsOf(evaluation.score, evaluation.probability, evaluation.won);
  evaluation.auc = aucEstimate(evaluation.score, evaluation.won);
}

Error oneOutcome(const Target& target) {
  return {Errc::NotTrainable,
          "The leads to judge by have one outcome only, which says nothing; check the target " + target.column + ".",
          target.column,
          {target.column}};
}

}  // namespace

Result<Evaluation> evaluateMethod(const Frame& frame, const Target& target, const Partition& partition,
                                  const TrainOptions& options, const Progress& progress) {
  Result<Outcomes> outcomes = outcomesOf(frame, target);
  if (!outcomes) return outcomes.error();
  Evaluation evaluation = blank(frame.rows(), true);
  evaluation.part = partition.part;
  evaluation.won = std::move(outcomes->of);
  std::vector<std::uint32_t> all;
  for (unsigned part = 0; part < partition.parts; ++part) {
    std::vector<std::uint32_t> judged = partition.judged(part);
    std::erase_if(judged, [&](std::uint32_t row) { return evaluation.won[row] == Outcomes::unknown; });
    if (judged.empty()) continue;
    const Progress stage = partOf(progress, "evaluate", part, partition.parts);
    const Result<Trained> trained = trainScorecard(frame, target, partition.teachers(part), options, stage);
    if (!trained) return trained.error();
    const Result<Scores> scores = applyScorecard(trained->scorecard, frame, quietly(progress));
    if (!scores) return scores.error();
    take(evaluation, *scores, judged);
    all.insert(all.end(), judged.begin(), judged.end());
  }
  std::sort(all.begin(), all.end());
  finish(evaluation, std::move(all));
  const Metrics& metrics = evaluation.metrics;
  if (metrics.positives == 0 || metrics.positives == metrics.rows) return oneOutcome(target);
  return evaluation;
}

Result<Evaluation> evaluateScorecard(const Scorecard& scorecard, const Frame& frame, const Target& target,
                                     const Progress& progress) {
  Result<Outcomes> outcomes = outcomesOf(frame, target);
  if (!outcomes) return outcomes.error();
  Result<Scores> scores = applyScorecard(scorecard, frame, progress);
  if (!scores) return scores.error();
  Evaluation evaluation;
  evaluation.part.assign(frame.rows(), 0);
  evaluation.points = std::move(scores->points);
  evaluation.score = std::move(scores->score);
  evaluation.probability = std::move(scores->probability);
  std::vector<std::uint32_t> known = outcomes->known();
  evaluation.won = std::move(outcomes->of);
  finish(evaluation, std::move(known));
  return evaluation;
}

}  // namespace leadlight
