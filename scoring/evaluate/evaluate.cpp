#include "scoring/evaluate/evaluate.h"

#include <algorithm>
#include <numeric>

#include "scoring/apply.h"

namespace leadlight {

namespace {

// The stretch of a long task that one part of it takes, as a progress of the whole.
Progress partOf(const Progress& progress, unsigned part, unsigned parts) {
  constexpr std::uint64_t fine = 1000;
  Progress one{.onReport = {}, .isCancelled = progress.isCancelled};
  one.onReport = [&progress, part, parts](std::string_view, std::uint64_t done, std::uint64_t total) {
    const std::uint64_t within = total == 0 ? 0 : std::min(fine, done * fine / total);
    progress.report("evaluate", part * fine + within, parts * fine);
  };
  return one;
}

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

Result<std::vector<std::uint8_t>> outcomesOf(const Frame& frame, const Target& target) {
  const std::vector<std::uint64_t> bits = frame.converted(target);
  if (frame.find(target.column) == nullptr)
    return Error{Errc::UnknownColumn, "There is no column " + target.column + ".", target.column, {target.column}};
  std::vector<std::uint8_t> won(frame.rows());
  for (std::size_t row = 0; row < won.size(); ++row) won[row] = bits[row >> 6] >> (row & 63) & 1;
  return won;
}

Result<Evaluation> evaluateMethod(const Frame& frame, const Target& target, const Partition& partition,
                                  const TrainOptions& options, const Progress& progress) {
  Result<std::vector<std::uint8_t>> won = outcomesOf(frame, target);
  if (!won) return won.error();
  Evaluation evaluation = blank(frame.rows(), true);
  evaluation.part = partition.part;
  evaluation.won = *std::move(won);
  std::vector<std::uint32_t> all;
  for (unsigned part = 0; part < partition.parts; ++part) {
    const std::vector<std::uint32_t> judged = partition.judged(part);
    if (judged.empty()) continue;
    const Progress stage = partOf(progress, part, partition.parts);
    const Result<Trained> trained = trainScorecard(frame, target, partition.teachers(part), options, stage);
    if (!trained) return trained.error();
    const Progress quiet{.onReport = {}, .isCancelled = progress.isCancelled};
    const Result<Scores> scores = applyScorecard(trained->scorecard, frame, quiet);
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
  Result<std::vector<std::uint8_t>> won = outcomesOf(frame, target);
  if (!won) return won.error();
  Result<Scores> scores = applyScorecard(scorecard, frame, progress);
  if (!scores) return scores.error();
  Evaluation evaluation;
  evaluation.part.assign(frame.rows(), 0);
  evaluation.points = std::move(scores->points);
  evaluation.score = std::move(scores->score);
  evaluation.probability = std::move(scores->probability);
  evaluation.won = *std::move(won);
  std::vector<std::uint32_t> rows(frame.rows());
  std::iota(rows.begin(), rows.end(), 0U);
  finish(evaluation, std::move(rows));
  return evaluation;
}

}  // namespace leadlight
