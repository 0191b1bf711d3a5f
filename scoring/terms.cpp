#include "scoring/terms.h"

#include <algorithm>

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

Range rangeOf(const GridTerm& term) {
  Range range{term.points.front(), term.points.front()};
  for (const double points : term.points) widen(range, points);
  return range;
}

Range rangeOf(const DecayTerm& term) {
  Range range{term.missing, term.missing};
  widen(range, 0);
  widen(range, term.points);
  return range;
}

std::vector<std::string> columnsOf(const RuleTerm& term) { return term.when.columns(); }
std::vector<std::string> columnsOf(const GridTerm& term) { return {term.rows.column, term.columns.column}; }
template <class Kind>
std::vector<std::string> columnsOf(const Kind& term) {
  return {term.column};
}

double missingOf(const RuleTerm&) { return 0; }
double missingOf(const GridTerm& term) { return term.points.back(); }
template <class Kind>
double missingOf(const Kind& term) {
  return term.missing;
}

std::size_t slotsOf(const LookupTerm& term) { return term.points.size() + 2; }
std::size_t slotsOf(const StepsTerm& term) { return term.points.size() + 1; }
std::size_t slotsOf(const GridTerm& term) { return term.points.size(); }
template <class Kind>
std::size_t slotsOf(const Kind&) {
  return 2;
}

}  // namespace

std::vector<std::string> Term::columns() const {
  return std::visit([](const auto& term) { return columnsOf(term); }, kind);
}

std::string Term::column() const { return joined(columns(), ", "); }

const char* Term::kindName() const {
  static constexpr const char* names[] = {"lookup", "steps", "linear", "rule", "grid", "decay"};
  return names[kind.index()];
}

std::size_t Term::slotCount() const {
  return std::visit([](const auto& term) { return slotsOf(term); }, kind);
}

double Term::missingPoints() const {
  return std::visit([](const auto& term) { return missingOf(term); }, kind);
}

std::pair<double, double> Term::pointsRange() const {
  return std::visit([](const auto& term) { return rangeOf(term); }, kind);
}

}  // namespace leadlight
