#pragma once

#include <cstdint>
#include <limits>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "scoring/terms.h"

namespace leadlight {

// A scorecard is a sum of points: points = base + its terms + the corrections of its groups. The file format is in
// scorecard_json.h.

// Terms whose sum is kept within caps. The sum of points takes the terms as they are and then, after all terms and in
// the order of the groups, each group's correction: what must be added to the sum of its terms to bring it within.
struct TermGroup {
  std::string name;  // unique among groups and terms
  double low = -std::numeric_limits<double>::infinity();
  double high = std::numeric_limits<double>::infinity();

  // What must be added to `sum`; 0 within the caps.
  double correction(double sum) const { return (sum < low ? low : sum > high ? high : sum) - sum; }
  bool operator==(const TermGroup&) const = default;
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

// Where a scorecard comes from. All of it may be left out.
struct Provenance {
  std::string description{};             // one or two sentences for people
  std::string target{};                  // the outcome column
  std::string method{};                  // "rules", "frequency", …
  std::string date{};                    // ISO
  std::string reason{};                  // why this version was made
  std::vector<std::string> positives{};  // values of the target that count as converted
  std::uint64_t rows = 0;                // leads it was learned from; 0: not learned
  std::uint64_t positiveCount = 0;       // those of them with the outcome
  std::optional<std::uint64_t> seed{};
  std::string dataDigest{};  // SHA-256 of what it was learned from
  // How it was learned, so that it can be learned anew: columns that were not to be read (nullopt: not known), and
  // those whose points were to rise or fall.
  std::optional<std::vector<std::string>> excluded{};
  std::vector<std::string> rising{}, falling{};
  std::map<std::string, double> metrics{};  // out-of-fold figures: "auc", "log_loss", …
  bool operator==(const Provenance&) const = default;
};

struct Scorecard {
  std::string name;
  std::string dataset = "leads";
  Link link = Link::Identity;
  double base = 0;
  std::vector<Term> terms;
  std::vector<TermGroup> groups;
  std::vector<Band> bands;  // highest first; may be empty
  Provenance provenance;
  // Columns without which it makes no sense to offer it for a dataset; empty: all of columns().
  std::vector<std::string> requiredColumns;

  // Canonical names of all columns that the terms read, each once, in order of first use.
  std::vector<std::string> columns() const;
  // Index into `groups`; nullopt for none or a name that is not listed.
  std::optional<std::size_t> groupIndex(std::string_view group) const;
  // Name of the band that holds `score`; empty without bands.
  const std::string& bandOf(double score) const;
  // Index into `bands` of the band that holds `score`. REQUIRES: bands are not empty
  std::size_t bandIndex(double score) const;
  // The least and the greatest possible sum of points, as far as terms and caps bound it: infinite with an unclamped
  // linear term in no group. Terms are taken as independent of each other.
  std::pair<double, double> pointsRange() const;
  bool operator==(const Scorecard&) const = default;
};

// 1 / (1 + exp(-points))
double probabilityOf(double points);
// What part of a decay term's points is left: 2^(-age / half-life). `date` and `moment` in seconds since 1970.
double decayShare(const DecayTerm& term, std::int64_t date, std::int64_t moment);

}  // namespace leadlight
