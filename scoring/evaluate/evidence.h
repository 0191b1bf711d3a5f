#pragma once

#include <optional>
#include <string>
#include <vector>

#include "model/base/progress.h"
#include "model/frame/aggregate.h"
#include "scoring/scorecard.h"
#include "scoring/train/outcomes.h"

namespace leadlight {

// The leads behind a term's points.
struct SlotEvidence {
  std::uint64_t leads = 0;
  std::uint64_t known = 0;      // with a known outcome
  std::uint64_t converted = 0;  // of those
  Rate rate() const { return wilson(converted, known); }
};

// The slot (Term::slotCount) that every row of the frame falls into. A column that the frame lacks is missing
// everywhere; a rule that lacks one holds nowhere. Errors: BadScorecard when the term cannot read its column.
Result<std::vector<std::uint32_t>> slotsOf(const Term& term, const Frame& frame);

// Without a target no outcome is known. Errors: UnknownColumn.
Result<Outcomes> outcomesIfAny(const Frame& frame, const std::optional<Target>& target);

// [slot], of `count` slots. REQUIRES: as many outcomes as rows
std::vector<SlotEvidence> evidenceBySlot(std::span<const std::uint32_t> slotOfRow, std::size_t count,
                                         const Outcomes& outcomes);

// [term][slot], in the scorecard's order. Errors: BadScorecard, Interrupted.
Result<std::vector<std::vector<SlotEvidence>>> evidenceOfTerms(const Scorecard& scorecard, const Frame& frame,
                                                               const Outcomes& outcomes, const Progress& progress);

// What is worth knowing of a scorecard's rules on the leads at hand.
struct RuleReport {
  std::size_t term = 0;  // index into the scorecard's terms
  std::uint64_t leads = 0;
  double share = 0;  // of all leads
  bool isDead() const { return leads == 0; }
};
struct RuleOverlap {
  std::size_t a = 0, b = 0;  // indices into the scorecard's terms, a < b
  std::uint64_t both = 0;    // leads for which both hold
  double shareOfA = 0, shareOfB = 0;
};
struct RuleReports {
  std::vector<RuleReport> rules;
  std::vector<RuleOverlap> overlaps;  // pairs that share most of the leads of either (80 %), largest first
  std::uint64_t uncovered = 0;        // leads for which no rule holds; 0 without rules
};
Result<RuleReports> reportOnRules(const Scorecard& scorecard, const Frame& frame);

}  // namespace leadlight
