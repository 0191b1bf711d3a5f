#pragma once

#include <limits>
#include <optional>
#include <vector>

#include "scoring/apply.h"
#include "scoring/evaluate/metrics.h"
#include "scoring/evaluate/partition.h"
#include "scoring/train/outcomes.h"
#include "scoring/train/train.h"

namespace leadlight {

// Predictions for leads whose outcome is known (outcomes.h), and how good they are. All vectors run parallel.
struct Evaluation {
  std::vector<std::uint32_t> rows;  // of the frame, ascending
  std::vector<std::uint8_t> part;   // which part of the partition judged the lead; 0 for a stored scorecard
  std::vector<double> points;
  std::vector<double> score;
  std::vector<double> probability;  // empty with an identity link
  std::vector<std::uint8_t> won;    // 0 or 1
  Metrics metrics;
  Estimate auc;  // with its interval
  // Of a method: the same figures before leads left out calibrated what was learned; NaN of a scorecard as it stands.
  double eceBefore = std::numeric_limits<double>::quiet_NaN();
  double logLossBefore = std::numeric_limits<double>::quiet_NaN();
};

// Judges a method: for each part, learns from all other leads (calibrating inside them) and scores the part; the scores
// of all parts are pooled. Stage: "evaluate". Errors: those of trainScorecard; NotTrainable when the judged leads have
// one outcome only.
Result<Evaluation> evaluateMethod(const Frame& frame, const Target& target, const Partition& partition,
                                  const TrainOptions& options, const Progress& progress);

// Judges scores of a whole frame on the `rows` given, whose outcomes are known; `part` is 0.
Evaluation judgedOn(const Scores& scores, const Outcomes& outcomes, std::vector<std::uint32_t> rows);

// Judges a scorecard as it stands on all leads. What it was learned from may be among them, so that this is no honest
// figure for the leads it has seen. Errors: UnknownColumn (target), BadScorecard, Interrupted.
Result<Evaluation> evaluateScorecard(const Scorecard& scorecard, const Frame& frame, const Target& target,
                                     const Progress& progress);

}  // namespace leadlight
