#pragma once

#include <vector>

#include "model/base/calendar.h"
#include "model/base/progress.h"
#include "model/frame/frame.h"
#include "scoring/scorecard.h"

namespace leadlight {

struct Scores {
  std::vector<double> points;       // base + terms + corrections, one per row
  std::vector<double> score;        // by the link
  std::vector<double> probability;  // empty with an identity link
  std::vector<std::uint8_t> band;   // index into Scorecard::bands; empty without bands
};

// Scores every row. A term whose column the frame does not have takes its `missing` points (a rule: 0). The terms are
// added in the order of the scorecard, then the corrections of its groups, so that points equal the ledger's sum bit
// for bit. `moment`, in seconds since 1970, is what a decay without a date of its own counts from.
// Errors: BadScorecard when a term cannot read its column (steps on a text column) or a group is not listed,
// Interrupted.
Result<Scores> applyScorecard(const Scorecard& scorecard, const Frame& frame, const Progress& progress,
                              std::int64_t moment = secondsNow());

// The frame without the columns that scoring adds.
Frame withoutScores(const Frame& frame);
// The frame with score, probability (logistic link only) and band (with bands only) columns in place of any earlier
// ones.
Frame withScores(const Frame& frame, const Scorecard& scorecard, const Scores& scores);

}  // namespace leadlight
