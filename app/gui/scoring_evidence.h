#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <vector>

#include "model/base/progress.h"
#include "model/frame/aggregate.h"
#include "model/frame/frame.h"
#include "scoring/ledger.h"
#include "scoring/scorecard.h"

namespace leadlight {

// The points of one of a term's slots (Term::slotCount); NaN for the known values of a linear or decay term, which have
// no points in common.
double pointsOfGroup(const Term& term, std::size_t slot);

// How leads with known outcome fared, by what a scorecard reads of them.
struct ScoringEvidence {
  std::vector<std::vector<Group>> terms;  // parallel to Scorecard::terms, then Term::slotCount()
  std::vector<Group> bands;               // parallel to Scorecard::bands
  Group all;
  bool hasTarget = false;      // without one, `converted` says nothing
  std::vector<double> scores;  // ascending

  // Share of leads with a lower score; NaN when there are none.
  double shareBelow(double score) const;
};
using EvidencePtr = std::shared_ptr<const ScoringEvidence>;

// For a worker. Errors: BadScorecard, Interrupted.
Result<EvidencePtr> evidenceOf(const Scorecard& scorecard, const Frame& frame, const std::optional<Target>& target,
                               const Progress& progress);

}  // namespace leadlight
