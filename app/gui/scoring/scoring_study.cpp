#include "app/gui/scoring/scoring_study.h"

#include <utility>

#include "scoring/apply.h"
#include "scoring/evaluate/threshold.h"
#include "scoring/train/time_split.h"

namespace leadlight {

namespace {

void draw(ScoringStudy& study, const Scorecard& scorecard, const Frame& frame) {
  const Evaluation& evaluation = study.evaluation;
  study.learned = isLearned(scorecard);
  study.ranking = Ranking(evaluation.score, evaluation.won);
  study.bands = conversionByBand(scorecard, evaluation.score, evaluation.won);
  if (const Column* dates = timeColumn(frame, {}, {})) study.leadsPerDay = leadsPerDay(*dates);
  if (!study.hasOutcome) return;
  study.roc = rocCurve(study.ranking);
  study.pr = prCurve(study.ranking);
  study.gain = gainCurve(study.ranking);
  study.lift = liftCurve(study.ranking);
  if (!evaluation.probability.empty()) study.calibration = calibrationCurve(evaluation.probability, evaluation.won);
}

ScoringStudy::Basis basisOf(Partition::Kind kind) {
  switch (kind) {
    case Partition::Kind::Folds:
      return ScoringStudy::Basis::Folds;
    case Partition::Kind::Holdout:
      return ScoringStudy::Basis::Holdout;
    case Partition::Kind::Time:
      return ScoringStudy::Basis::Time;
  }
  return ScoringStudy::Basis::Folds;
}

}  // namespace

Result<StudyPtr> studyAsItStands(const Scorecard& scorecard, const Frame& frame, const std::optional<Target>& target,
                                 const Progress& progress) {
  auto study = std::make_shared<ScoringStudy>();
  if (target && frame.find(target->column)) {
    Result<Evaluation> evaluation = evaluateScorecard(scorecard, frame, *target, progress);
    if (!evaluation && evaluation.error().code != Errc::NotTrainable) return evaluation.error();
    if (evaluation) {
      study->evaluation = *std::move(evaluation);
      study->hasOutcome = true;
    }
  }
  if (!study->hasOutcome) {
    Result<Scores> scores = applyScorecard(scorecard, frame, progress);
    if (!scores) return scores.error();
    study->evaluation.score = std::move(scores->score);
    study->evaluation.won.assign(frame.rows(), 0);
  }
  draw(*study, scorecard, frame);
  const auto& metrics = scorecard.provenance.metrics;
  if (const auto auc = metrics.find("auc"); study->learned && auc != metrics.end()) study->heldBackAuc = auc->second;
  return StudyPtr(std::move(study));
}

Result<ScoringFindings> findingsOf(const Scorecard& scorecard, const Frame& frame, const std::optional<Target>& target,
                                   const Progress& progress) {
  Result<EvidencePtr> evidence = evidenceOf(scorecard, frame, target, progress);
  if (!evidence) return evidence.error();
  Result<StudyPtr> study = studyAsItStands(scorecard, frame, target, progress);
  if (!study) return study.error();
  return ScoringFindings{*std::move(evidence), *std::move(study)};
}

StudyPtr studyOf(const Scorecard& scorecard, const Frame& frame, Evaluation evaluation, const Partition& partition) {
  auto study = std::make_shared<ScoringStudy>();
  study->basis = basisOf(partition.kind);
  study->folds = partition.parts;
  study->judgedFrom = partition.judgedFrom;
  study->hasOutcome = true;
  study->evaluation = std::move(evaluation);
  draw(*study, scorecard, frame);
  return study;
}

Result<StudyPtr> studyUnseen(const Scorecard& scorecard, const Frame& frame, const Target& target,
                             const Partition& partition, const Progress& progress) {
  Result<Evaluation> evaluation = evaluateMethod(frame, target, partition, optionsOf(scorecard, frame), progress);
  if (!evaluation) return evaluation.error();
  return studyOf(scorecard, frame, *std::move(evaluation), partition);
}

}  // namespace leadlight
