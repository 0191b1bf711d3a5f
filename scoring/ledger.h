#pragma once

#include <string>
#include <vector>

#include "model/base/calendar.h"
#include "model/frame/frame.h"
#include "scoring/scorecard.h"

namespace leadlight {

// What one term gives, or the correction of a group.
struct LedgerLine {
  std::string term;      // a correction: the group's name
  std::string column;    // several are joined by ", "
  std::string value;     // as text; "" when missing. A grid: both joined by ", ", "-" for a missing one. A correction:
                         // the sum before it
  bool missing = false;  // no value of its columns is there
  double points = 0;
  std::size_t slot = 0;  // which of the term's slots (Term::slotCount) the points are from
  bool correction = false;
};

// Why one lead has its score. base + the points of the lines, added in their order, is exactly `points`.
struct Ledger {
  double base = 0;
  std::vector<LedgerLine> lines;  // one per term in the scorecard's order, then one per group
  double points = 0;
  double score = 0;
  std::optional<double> probability;
  std::string band;

  // Indices of `lines` by size of points, largest magnitude first; ties keep the scorecard's order.
  std::vector<std::size_t> bySize() const;
};

// `moment` and errors: as applyScorecard.
Result<Ledger> ledgerOf(const Scorecard& scorecard, const Frame& frame, std::size_t row,
                        std::int64_t moment = secondsNow());

// A frame of one row from (column, value) texts, typed as the columns of `like` are; a column that `like` does not have
// is typed by its value. Columns may be named by header text. Columns of `like` that are not given are missing. Errors:
// BadFilter naming the column when a value does not fit its type or a column is given twice.
Result<Frame> frameOfOne(const std::vector<std::pair<std::string, std::string>>& values, const Frame& like,
                         const std::vector<std::string>& placeholders);

}  // namespace leadlight
