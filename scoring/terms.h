#pragma once

#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "model/frame/filter.h"

namespace leadlight {

// The kinds of terms of a scorecard. Dates count as whole seconds since 1970. A column that is absent, a value that is
// not there and a placeholder such as "Select" are missing.

struct LookupTerm {  // category -> points
  std::string column;
  std::vector<std::pair<std::string, double>> points;
  double otherwise = 0;  // a value not listed
  double missing = 0;    // absent, or a placeholder that is not listed
  bool operator==(const LookupTerm&) const = default;
};
struct StepsTerm {  // bins of a number or date: points[i] for edges[i-1] <= v < edges[i]
  std::string column;
  std::vector<double> edges;   // ascending, n
  std::vector<double> points;  // n + 1
  double missing = 0;
  bool dates = false;  // the column is a date and the file writes the edges as ISO text
  bool operator==(const StepsTerm&) const = default;
};
struct LinearTerm {  // weight * value, the value clamped to [low, high]
  std::string column;
  double weight = 0;
  double low = -std::numeric_limits<double>::infinity();
  double high = std::numeric_limits<double>::infinity();
  double missing = 0;
  bool operator==(const LinearTerm&) const = default;
};
struct RuleTerm {  // points when the filter holds, else 0
  Filter when;
  double points = 0;
  bool operator==(const RuleTerm&) const = default;
};

// One side of a grid: which slot a value falls into. Of a number or date, by edges as in steps: slots 0 to edges.size()
// are the bins, then comes missing. Of values (groups are not empty): slots 0 to groups.size() - 1 are the groups, then
// come any other value and missing, told apart as in a lookup.
struct GridAxis {
  std::string column;
  std::vector<double> edges;  // ascending
  bool dates = false;         // as in StepsTerm
  std::vector<std::vector<std::string>> groups;
  std::size_t slotCount() const { return (groups.empty() ? edges.size() : groups.size()) + 2; }
  bool operator==(const GridAxis&) const = default;
};
struct GridTerm {  // two columns at once
  GridAxis rows, columns;
  std::vector<double> points;  // rows.slotCount() x columns.slotCount(), row by row
  bool operator==(const GridTerm&) const = default;
};
struct DecayTerm {  // points * 2^(-age / halfLifeDays); age in days from the date to `asOf`, at least 0
  std::string column;
  double points = 0;
  double halfLifeDays = 1;           // above 0
  std::optional<std::int64_t> asOf;  // absent: the moment of scoring
  double missing = 0;
  bool operator==(const DecayTerm&) const = default;
};

// What the points of a term rest on, slot by slot (see Term::slotCount). Each list may be empty: not known.
struct Support {
  std::vector<double> errors;            // standard errors of the points
  std::vector<std::uint64_t> rows;       // leads it was learned from
  std::vector<std::uint64_t> positives;  // those of them with the outcome
  bool operator==(const Support&) const = default;
};

struct Term {
  std::string name;  // unique within the scorecard; what the ledger shows
  std::variant<LookupTerm, StepsTerm, LinearTerm, RuleTerm, GridTerm, DecayTerm> kind;
  std::string group{};  // one of Scorecard::groups, or empty
  Support support{};

  // The columns it reads, canonical.
  std::vector<std::string> columns() const;
  std::string column() const;    // columns() joined by ", "
  const char* kindName() const;  // "lookup", "steps", "linear", "rule", "grid", "decay"
  // How many different answers it has. lookup: the listed values, any other, missing. steps: the bins, missing. grid:
  // its cells. linear and decay: known, missing. rule: does not hold, holds.
  std::size_t slotCount() const;
  // The points of a lead whose columns are absent or empty; 0 for a rule.
  double missingPoints() const;
  // The least and the greatest points it can give; infinite for an unclamped linear term.
  std::pair<double, double> pointsRange() const;
  bool operator==(const Term&) const = default;
};

}  // namespace leadlight
