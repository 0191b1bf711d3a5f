#pragma once

#include <limits>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "model/base/result.h"
#include "model/frame/filter.h"

namespace leadlight {

// A scorecard is a sum of points: points = base + sum of its terms. The file format is in scorecard_json.h.

struct LookupTerm {  // category -> points
  std::string column;
  std::vector<std::pair<std::string, double>> points;
  double otherwise = 0;  // a value not listed
  double missing = 0;    // absent, or a placeholder that is not listed
  bool operator==(const LookupTerm&) const = default;
};
struct StepsTerm {  // bins of a number or date: points[i] for edges[i-1] <= v < edges[i]
  std::string column;
  std::vector<double> edges;   // ascending, n; of a date: whole seconds since 1970
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

struct Term {
  std::string name;  // unique within the scorecard; what the ledger shows
  std::variant<LookupTerm, StepsTerm, LinearTerm, RuleTerm> kind;

  // The column it reads; for a rule, its columns joined by ", ".
  std::string column() const;
  const char* kindName() const;  // "lookup", "steps", "linear", "rule"
  // The points of a lead whose column is absent or empty; 0 for a rule.
  double missingPoints() const;
  bool operator==(const Term&) const = default;
};

// A band holds scores from `from` up to the next band's; the lowest has from = -infinity.
struct Band {
  std::string name;
  double from = 0;
  bool operator==(const Band&) const = default;
};

enum class Link {
  Identity,  // the score is the points
  Logistic,  // points are log-odds: probability = 1 / (1 + exp(-points)), score = 100 * probability
};

struct Provenance {
  std::string description;  // one or two sentences for people
  std::string target;
  std::string method;  // "rules", "frequency", …
  std::string date;
  bool operator==(const Provenance&) const = default;
};

struct Scorecard {
  std::string name;
  std::string dataset = "leads";
  Link link = Link::Identity;
  double base = 0;
  std::vector<Term> terms;
  std::vector<Band> bands;  // highest first; may be empty
  Provenance provenance;
  // Columns without which it makes no sense to offer it for a dataset; empty: all of columns().
  std::vector<std::string> requiredColumns;

  // Canonical names of all columns that the terms read, each once, in order of first use.
  std::vector<std::string> columns() const;
  // Name of the band that holds `score`; empty without bands.
  const std::string& bandOf(double score) const;
  // Index into `bands` of the band that holds `score`. REQUIRES: bands are not empty
  std::size_t bandIndex(double score) const;
  // The least and the greatest possible sum of points, as far as the terms bound it: infinite with an unclamped linear
  // term. Terms are taken as independent of each other.
  std::pair<double, double> pointsRange() const;
  bool operator==(const Scorecard&) const = default;
};

// 1 / (1 + exp(-points))
double probabilityOf(double points);

}  // namespace leadlight
