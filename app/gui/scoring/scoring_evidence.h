#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <vector>

#include "model/base/progress.h"
#include "model/frame/frame.h"
#include "scoring/evaluate/evidence.h"
#include "scoring/ledger.h"
#include "scoring/scorecard.h"

namespace leadlight {

// The points of a slot; of the known values of a linear term its weight, of a decay term the points at age nought.
double pointsOfSlot(const Term& term, std::size_t slot);
// Of a rule that does not hold nothing is set.
void setPointsOfSlot(Term& term, std::size_t slot, double points);

// How leads fared, by what a scorecard reads of them.
struct ScoringEvidence {
  std::vector<std::vector<SlotEvidence>> terms;  // parallel to Scorecard::terms, then its slots
  std::vector<SlotEvidence> bands;               // parallel to Scorecard::bands
  SlotEvidence all;
  bool hasTarget = false;      // without one, no outcome is known
  std::vector<double> scores;  // ascending

  // Share of leads with a lower score; NaN when there are none.
  double shareBelow(double score) const;
};
using EvidencePtr = std::shared_ptr<const ScoringEvidence>;

// For a worker. Errors: BadScorecard, Interrupted.
Result<EvidencePtr> evidenceOf(const Scorecard& scorecard, const Frame& frame, const std::optional<Target>& target,
                               const Progress& progress);

}  // namespace leadlight
