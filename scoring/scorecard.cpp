#include "scoring/scorecard.h"

#include <algorithm>
#include <cmath>

#include "model/base/text.h"

namespace leadlight {

namespace {

using Range = std::pair<double, double>;

void widen(Range& range, double points) {
  range.first = std::min(range.first, points);
  range.second = std::max(range.second, points);
}

Range rangeOf(const LookupTerm& term) {
  Range range = std::minmax(term.otherwise, term.missing);
  for (const auto& [value, points] : term.points) widen(range, points);
  return range;
}

Range rangeOf(const StepsTerm& term) {
  Range range{term.missing, term.missing};
  for (const double points : term.points) widen(range, points);
  return range;
}

Range rangeOf(const LinearTerm& term) {
  Range range{term.missing, term.missing};
  if (term.weight == 0) {
    widen(range, 0);
  } else {
    widen(range, term.weight * term.low);
    widen(range, term.weight * term.high);
  }
  return range;
}

Range rangeOf(const RuleTerm& term) { return {std::min(0.0, term.points), std::max(0.0, term.points)}; }

std::vector<std::string> columnsOf(const Term& term) {
  return std::visit(
      [](const auto& kind) -> std::vector<std::string> {
        if constexpr (std::is_same_v<std::decay_t<decltype(kind)>, RuleTerm>) {
          return kind.when.columns();
        } else {
          return {kind.column};
        }
      },
      term.kind);
}

}  // namespace

std::string Term::column() const { return joined(columnsOf(*this), ", "); }

const char* Term::kindName() const {
  static constexpr const char* names[] = {"lookup", "steps", "linear", "rule"};
  return names[kind.index()];
}

double Term::missingPoints() const {
  return std::visit(
      [](const auto& term) {
        if constexpr (std::is_same_v<std::decay_t<decltype(term)>, RuleTerm>) {
          return 0.0;
        } else {
          return term.missing;
        }
      },
      kind);
}

std::vector<std::string> Scorecard::columns() const {
  std::vector<std::string> all;
  for (const Term& term : terms)
    for (std::string& column : columnsOf(term))
      if (std::find(all.begin(), all.end(), column) == all.end()) all.push_back(std::move(column));
  return all;
}

std::size_t Scorecard::bandIndex(double score) const {
  std::size_t i = 0;
  while (i + 1 < bands.size() && !(score >= bands[i].from)) ++i;
  return i;
}

const std::string& Scorecard::bandOf(double score) const {
  static const std::string none;
  return bands.empty() ? none : bands[bandIndex(score)].name;
}

std::pair<double, double> Scorecard::pointsRange() const {
  Range sum{base, base};
  for (const Term& term : terms) {
    const Range range = std::visit([](const auto& kind) { return rangeOf(kind); }, term.kind);
    sum.first += range.first;
    sum.second += range.second;
  }
  return sum;
}

double probabilityOf(double points) { return 1.0 / (1.0 + std::exp(-points)); }

}  // namespace leadlight
