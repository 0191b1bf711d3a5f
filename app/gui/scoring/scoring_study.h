#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "app/gui/scoring/scoring_evidence.h"
#include "scoring/evaluate/curves.h"
#include "scoring/evaluate/evaluate.h"

namespace leadlight {

// How a scorecard ranks leads, and everything that the scoring page draws of it. Immutable.
struct ScoringStudy {
  enum class Basis {
    AsItStands,  // the scorecard on the leads as they are; it may have seen them
    Folds,       // each lead judged by what the other folds teach
    Holdout,     // one fold, judged by the others
    Time,        // the newest leads, judged by what the older ones teach
  };
  Basis basis = Basis::AsItStands;
  unsigned folds = 0;                 // Folds, Holdout
  std::string judgedFrom;             // Time
  bool hasOutcome = false;            // without one there are scores and nothing else
  bool learned = false;               // the scorecard was learned from leads, not written by hand
  std::optional<double> heldBackAuc;  // AsItStands: what its training found on leads held back
  std::optional<double> leadsPerDay;  // when the leads have a date

  Evaluation evaluation;
  Ranking ranking;
  std::vector<BandConversion> bands;
  std::vector<CalibrationBin> calibration;
  std::vector<CurvePoint> roc, pr, gain, lift;

  // Are these figures of leads that the scorecard had not seen, or was it written by hand?
  bool honest() const { return basis != Basis::AsItStands || !learned; }
};
using StudyPtr = std::shared_ptr<const ScoringStudy>;

// Evidence and study of one scorecard on one frame.
struct ScoringFindings {
  EvidencePtr evidence;
  StudyPtr study;
};

// All for a worker. Errors: BadScorecard, Interrupted.
Result<ScoringFindings> findingsOf(const Scorecard& scorecard, const Frame& frame, const std::optional<Target>& target,
                                   const Progress& progress);
Result<StudyPtr> studyAsItStands(const Scorecard& scorecard, const Frame& frame, const std::optional<Target>& target,
                                 const Progress& progress);
StudyPtr studyOf(const Scorecard& scorecard, const Frame& frame, Evaluation evaluation, const Partition& partition);

// Learns again what `scorecard` was learned from, without the leads that are judged. Errors: those of evaluateMethod.
Result<StudyPtr> studyUnseen(const Scorecard& scorecard, const Frame& frame, const Target& target,
                             const Partition& partition, const Progress& progress);

}  // namespace leadlight
