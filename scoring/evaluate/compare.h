#pragma once

#include <string>
#include <vector>

#include "scoring/evaluate/evaluate.h"

namespace leadlight {

// Two scorecards on the same leads: the champion as it is, and a challenger.

// A column's points in either ledger. Terms are matched by the columns they read; a term without a partner stands
// against 0.
struct LedgerDifference {
  std::string columns;  // of a group's correction, the group's name
  std::string value;
  double champion = 0;
  double challenger = 0;
};

// A lead that the two see differently.
struct Mover {
  std::uint32_t row = 0;
  double championScore = 0, challengerScore = 0;
  double championPlace = 0, challengerPlace = 0;     // share of the leads with a lower score, equals counting half
  std::size_t championBand = 0, challengerBand = 0;  // index into the bands; 0 without bands
  std::vector<LedgerDifference> ledger;              // by size of the difference, largest first
};

// A lead's change of place, the share of the leads with a lower score, equals counting half: points and chances have
// the same scale there.
struct PlaceMove {
  std::size_t at = 0;  // index into the scores
  double from = 0, to = 0;
};
// The greatest changes of place between two scores of the same leads, greatest first, equals in order; those that keep
// their place are left out.
std::vector<PlaceMove> greatestMoves(std::span<const double> before, std::span<const double> after, std::size_t most);

struct Comparison {
  Evaluation champion, challenger;
  Estimate aucDifference;   // challenger less champion, DeLong's interval; above 0 the challenger is better
  Estimate lossDifference;  // challenger less champion; below 0 the challenger is better. NaN unless both are logistic
  // leads[i][j]: in band i of the champion and band j of the challenger, over all leads. Without bands: one.
  std::vector<std::vector<std::uint64_t>> leads;
  std::vector<std::vector<std::uint64_t>> converted;
  std::vector<Mover> movers;  // greatest change of place first
};

// Judged on the leads with a known outcome, or on those `rows` that have one; band moves and movers are over all leads,
// or `rows`. A scorecard that learned from these leads has the advantage of having seen them.
// Errors: UnknownColumn, BadScorecard, NotTrainable with one outcome only, Interrupted.
Result<Comparison> compareScorecards(const Scorecard& champion, const Scorecard& challenger, const Frame& frame,
                                     const Target& target, std::span<const std::uint32_t> rows, std::size_t movers,
                                     const Progress& progress);

}  // namespace leadlight
