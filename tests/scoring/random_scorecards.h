#pragma once

#include <cmath>
#include <random>
#include <string>
#include <vector>

#include "model/frame/frame.h"
#include "scoring/scorecard.h"

namespace leadlight::test {

using Random = std::mt19937_64;

inline std::size_t below(Random& random, std::size_t limit) { return random() % limit; }

// A number with awkward digits, so that a sum in another order would differ in its last bits.
inline double awkward(Random& random) {
  return static_cast<double>(static_cast<int>(below(random, 2001)) - 1000) / 7.0;
}

inline Frame::ColumnPtr shared(Column column) { return std::make_shared<const Column>(std::move(column)); }

inline const std::vector<std::string>& sourceValues() {
  static const std::vector<std::string> values{"", "Select", "Google", "google", "Olark Chat", "Reference", "x,\"y'"};
  return values;
}

// Columns Source, City (text with the placeholder "Select"), Visits (integer), Big (integer of a wide range), Pages
// (decimal), Created (date with times), Born (date without); each is missing in about a tenth of the rows.
inline Frame randomFrame(Random& random, std::size_t rows) {
  std::vector<std::int64_t> ids(rows), visits(rows), big(rows), created(rows), born(rows);
  std::vector<double> pages(rows);
  TextColumnBuilder source, city;
  const auto absent = [&] { return below(random, 10) == 0; };
  for (std::size_t i = 0; i < rows; ++i) {
    ids[i] = static_cast<std::int64_t>(i) * 3 + 1;
    source.append(sourceValues()[below(random, sourceValues().size())]);
    const std::size_t town = below(random, 403);
    city.append(town < 2 ? "" : town == 2 ? "Select" : "City " + std::to_string(town));
    visits[i] = absent() ? Column::missingInteger : static_cast<std::int64_t>(below(random, 30)) - 2;
    big[i] =
        absent() ? Column::missingInteger : static_cast<std::int64_t>(random() % 2'000'000'000'000) - 1'000'000'000'000;
    pages[i] = absent() ? std::numeric_limits<double>::quiet_NaN() : static_cast<double>(below(random, 90)) / 8;
    created[i] =
        absent() ? Column::missingInteger : 1'469'000'000 + static_cast<std::int64_t>(below(random, 8'000'000));
    born[i] = absent() ? Column::missingInteger : static_cast<std::int64_t>(below(random, 12'000)) * 86400;
  }
  return Frame(std::move(ids), {shared(std::move(source).finish("Source", "Source", {"Select"})),
                                shared(std::move(city).finish("City", "City", {"Select"})),
                                shared(Column::integers("Visits", "Visits", std::move(visits))),
                                shared(Column::integers("Big", "Big", std::move(big))),
                                shared(Column::decimals("Pages", "Pages", std::move(pages))),
                                shared(Column::dates("Created", "Created", std::move(created))),
                                shared(Column::dates("Born", "Born", std::move(born)))});
}

inline LookupTerm randomLookup(Random& random) {
  static const std::vector<std::vector<std::string>> values{sourceValues(),
                                                            {"City 17", "Select", "City 400"},
                                                            {"3", "03", "-1", "3.0", "many"},
                                                            {"0", "12345"},
                                                            {"0.5", "2", "2.0", "0.50"},
                                                            {"2016-07-31", "2016-08-01T10:00:00"},
                                                            {"1970-01-11", "1980-02-29"}};
  static const std::vector<std::string> columns{"Source", "City", "Visits", "Big", "Pages", "Created", "Born"};
  const std::size_t column = below(random, columns.size());
  LookupTerm term{columns[column], {}, awkward(random), awkward(random)};
  for (const std::string& value : values[column])
    if (!value.empty() && below(random, 3) != 0) term.points.emplace_back(value, awkward(random));
  return term;
}

inline StepsTerm randomSteps(Random& random) {
  static const std::vector<std::string> columns{"Visits", "Big", "Pages", "Created", "Born", "Absent"};
  StepsTerm term{columns[below(random, columns.size())], {}, {}, awkward(random), false};
  term.dates = term.column == "Created" || term.column == "Born";
  double edge = term.dates ? 1'469'000'000.0 : term.column == "Big" ? -9e11 : -1;
  const double stride = term.dates ? 86400 : term.column == "Big" ? 7e10 : 0.5;
  for (std::size_t n = below(random, 40); n > 0; --n)
    term.edges.push_back(edge += stride * static_cast<double>(1 + below(random, 3)));
  term.dates = term.dates && !term.edges.empty();
  for (std::size_t i = 0; i <= term.edges.size(); ++i) term.points.push_back(awkward(random));
  return term;
}

inline LinearTerm randomLinear(Random& random) {
  static const std::vector<std::string> columns{"Visits", "Big", "Pages", "Absent"};
  LinearTerm term;
  term.column = columns[below(random, columns.size())];
  term.weight = awkward(random);
  if (below(random, 2) == 0) term.low = 1.5;
  if (below(random, 2) == 0) term.high = 8.25;
  term.missing = awkward(random);
  return term;
}

inline RuleTerm randomRule(Random& random) {
  static const std::vector<std::string> filters{"Source = 'Google'",
                                                "Source = 'Select' or Visits >= 4",
                                                "not (City is null) and Pages < 3.5",
                                                "Created >= '2016-08-01' and Source ~ 'oo'",
                                                "Absent = 'x'",
                                                "Visits in (1,2,3)",
                                                "true",
                                                "Born ~ '-02-29'",
                                                "not Visits > 3",
                                                "Created ~ 'T00'"};
  return {*parseFilter(filters[below(random, filters.size())]), awkward(random)};
}

inline GridAxis randomAxis(Random& random) {
  GridAxis axis;
  if (below(random, 2) == 0) {
    const StepsTerm steps = randomSteps(random);
    axis.column = steps.column;
    axis.edges = steps.edges;
    axis.dates = steps.dates;
    return axis;
  }
  const LookupTerm lookup = randomLookup(random);
  axis.column = lookup.column;
  axis.groups.push_back({"never", "ever"});
  for (const auto& [value, points] : lookup.points) {
    if (below(random, 2) == 0) axis.groups.emplace_back();
    axis.groups.back().push_back(value);
  }
  return axis;
}

inline GridTerm randomGrid(Random& random) {
  GridTerm term{randomAxis(random), randomAxis(random), {}};
  for (std::size_t n = term.rows.slotCount() * term.columns.slotCount(); n > 0; --n)
    term.points.push_back(awkward(random));
  return term;
}

inline DecayTerm randomDecay(Random& random) {
  static const std::vector<std::string> columns{"Created", "Born", "Absent"};
  DecayTerm term{columns[below(random, columns.size())], awkward(random), {}, {}, awkward(random)};
  term.halfLifeDays = 0.25 + static_cast<double>(below(random, 4000)) / 3;
  if (below(random, 2) == 0) term.asOf = 1'471'000'000 + static_cast<std::int64_t>(below(random, 3)) * 41'000;
  return term;
}

inline Support randomSupport(Random& random, std::size_t slots) {
  Support support;
  const bool errors = below(random, 2) == 0, counts = below(random, 2) == 0;
  for (std::size_t i = 0; i < slots; ++i) {
    if (errors) support.errors.push_back(std::abs(awkward(random)));
    if (counts) support.rows.push_back(below(random, 1000));
    if (counts) support.positives.push_back(below(random, support.rows.back() + 1));
  }
  return support;
}

inline Provenance randomProvenance(Random& random) {
  Provenance from{"A sentence.", "Converted", "rules", "2026-01-31"};
  if (below(random, 2) == 0) return from;
  from.reason = "Points of \"Source\" by hand.";
  from.positives = {"1", "yes"};
  from.rows = 9240;
  from.positiveCount = 3561;
  from.seed = random();
  from.dataDigest = "0123456789abcdef";
  from.metrics = {{"auc", 0.1 * awkward(random)}, {"log_loss", 1.0 / 3}};
  return from;
}

inline Term randomTerm(Random& random, std::string name) {
  Term term{std::move(name), {}};
  switch (below(random, 6)) {
    case 0:
      term.kind = randomLookup(random);
      break;
    case 1:
      term.kind = randomSteps(random);
      break;
    case 2:
      term.kind = randomLinear(random);
      break;
    case 3:
      term.kind = randomGrid(random);
      break;
    case 4:
      term.kind = randomDecay(random);
      break;
    default:
      term.kind = randomRule(random);
  }
  return term;
}

inline Scorecard randomScorecard(Random& random) {
  Scorecard card;
  card.name = "Random \"card\" ü " + std::to_string(below(random, 1000));
  card.link = below(random, 2) == 0 ? Link::Identity : Link::Logistic;
  card.base = awkward(random);
  const std::size_t terms = below(random, 12);
  for (std::size_t n = below(random, 2) * below(random, 3); n > 0; --n) {
    TermGroup group{"group " + std::to_string(n)};
    if (below(random, 3) != 0) group.low = awkward(random) - 80;
    if (below(random, 3) != 0 || !std::isfinite(group.low)) group.high = std::max(group.low, 0.0) + 30.1;
    card.groups.push_back(group);
  }
  for (std::size_t i = 0; i < terms; ++i) {
    Term term = randomTerm(random, "term " + std::to_string(i));
    if (below(random, 4) == 0) term.support = randomSupport(random, term.slotCount());
    if (!card.groups.empty() && below(random, 2) == 0) term.group = card.groups[below(random, card.groups.size())].name;
    card.terms.push_back(std::move(term));
  }
  double from = 90;
  for (std::size_t n = below(random, 5); n > 0; --n) card.bands.push_back({"Band " + std::to_string(n), from -= 12.5});
  if (!card.bands.empty()) card.bands.back().from = -std::numeric_limits<double>::infinity();
  if (below(random, 2) == 0) card.provenance = randomProvenance(random);
  if (below(random, 4) == 0) card.requiredColumns = {"Source"};
  return card;
}

}  // namespace leadlight::test
