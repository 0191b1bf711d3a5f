#include "scoring/evaluate/evaluate.h"

#include <fmt/format.h>

#include <algorithm>

#include "model/base/grouped.h"
#include "model/base/progress_part.h"

namespace leadlight {

namespace {

std::vector<double> picked(const std::vector<double>& values, std::span<const std::uint32_t> rows) {
  std::vector<double> some;
  if (values.empty()) return some;
  some.reserve(rows.size());
  for (const std::uint32_t row : rows) some.push_back(values[row]);
  return some;
}

void take(const Scores& from, std::span<const std::uint32_t> rows, Scores& to) {
  for (const std::uint32_t row : rows) {
    to.points[row] = from.points[row];
    to.score[row] = from.score[row];
    to.probability[row] = from.probability[row];
  }
}

// Where too few leads teach a part, of how few there are in all.
Error tooFewToJudge(const Outcomes& outcomes, const Error& error) {
  const std::vector<std::uint8_t> won = outcomes.at(outcomes.known());
  const auto positives = static_cast<std::size_t>(std::count(won.begin(), won.end(), 1));
  const std::string few = grouped(std::min(positives, won.size() - positives)), of = grouped(won.size());
  return {Errc::NotTrainable,
          fmt::format("Only {} of the {} leads {}: without the leads of one part, which are to be judged, they are too "
                      "few to learn from.",
                      few, of, 2 * positives < won.size() ? "converted" : "did not convert"),
          error.where,
          {few, of, "judged"}};
}

}  // namespace

Evaluation judgedOn(const Scores& scores, const Outcomes& outcomes, std::vector<std::uint32_t> rows) {
  Evaluation evaluation;
  evaluation.part.assign(rows.size(), 0);
  evaluation.points = picked(scores.points, rows);
  evaluation.score = picked(scores.score, rows);
  evaluation.probability = picked(scores.probability, rows);
  evaluation.won = outcomes.at(rows);
  evaluation.rows = std::move(rows);
  evaluation.metrics = metricsOf(evaluation.score, evaluation.probability, evaluation.won);
  evaluation.auc = aucEstimate(evaluation.score, evaluation.won);
  return evaluation;
}

Result<Evaluation> evaluateMethod(const Frame& frame, const Target& target, const Partition& partition,
                                  const TrainOptions& options, const Progress& progress) {
  const Result<Outcomes> outcomes = outcomesOf(frame, target);
  if (!outcomes) return outcomes.error();
  const std::vector<double> room(frame.rows());
  Scores pooled{room, room, room, {}}, before = pooled;
  TrainOptions with = options;
  with.keepUncalibrated = true;
  std::vector<std::uint32_t> all;
  for (unsigned part = 0; part < partition.parts; ++part) {
    const std::vector<std::uint32_t> inPart = partition.judged(part);
    if (inPart.empty()) continue;
    const std::vector<std::uint32_t> judged = outcomes->known(inPart);
    const Progress stage = partOf(progress, "evaluate", part, partition.parts);
    const Result<Trained> trained = trainScorecard(frame, target, partition.teachers(part), with, stage);
    // Too few leads are the one fault that is told with two figures.
    if (!trained && trained.error().code == Errc::NotTrainable && trained.error().args.size() == 2)
      return tooFewToJudge(*outcomes, trained.error());
    if (!trained) return trained.error();
    const Result<Scores> scores = applyScorecard(trained->scorecard, frame, quietly(progress));
    if (!scores) return scores.error();
    take(*scores, judged, pooled);
    const Result<Scores> raw = applyScorecard(*trained->uncalibrated, frame, quietly(progress));
    if (!raw) return raw.error();
    take(*raw, judged, before);
    all.insert(all.end(), judged.begin(), judged.end());
  }
  std::sort(all.begin(), all.end());
  const Metrics uncalibrated = judgedOn(before, *outcomes, all).metrics;
  Evaluation evaluation = judgedOn(pooled, *outcomes, std::move(all));
  evaluation.eceBefore = uncalibrated.ece;
  evaluation.logLossBefore = uncalibrated.logLoss;
  for (std::size_t i = 0; i < evaluation.rows.size(); ++i) evaluation.part[i] = partition.part[evaluation.rows[i]];
  const Metrics& metrics = evaluation.metrics;
  if (metrics.positives == 0 || metrics.positives == metrics.rows)
    return Error{
        Errc::NotTrainable,
        "The leads to judge by have one outcome only, which says nothing; check the target " + target.column + ".",
        target.column,
        {target.column}};
  return evaluation;
}

Result<Evaluation> evaluateScorecard(const Scorecard& scorecard, const Frame& frame, const Target& target,
                                     const Progress& progress) {
  const Result<Outcomes> outcomes = outcomesOf(frame, target);
  if (!outcomes) return outcomes.error();
  const Result<Scores> scores = applyScorecard(scorecard, frame, progress);
  if (!scores) return scores.error();
  return judgedOn(*scores, *outcomes, outcomes->known());
}

}  // namespace leadlight
