#include "scoring/column_check.h"

#include <algorithm>

namespace leadlight {

namespace {

// What a term reads of one column.
enum class Need { Anything, Numbers, Dates, NumbersOrDates };
struct Reading {
  const std::string& column;
  Need need;
};

Need needOf(const GridAxis& axis) {
  if (!axis.groups.empty()) return Need::Anything;
  return axis.dates ? Need::Dates : Need::NumbersOrDates;
}

std::vector<Reading> readings(const LookupTerm& term) { return {{term.column, Need::Anything}}; }
std::vector<Reading> readings(const StepsTerm& term) {
  return {{term.column, term.dates ? Need::Dates : Need::NumbersOrDates}};
}
std::vector<Reading> readings(const LinearTerm& term) { return {{term.column, Need::Numbers}}; }
std::vector<Reading> readings(const RuleTerm&) { return {}; }
std::vector<Reading> readings(const GridTerm& term) {
  return {{term.rows.column, needOf(term.rows)}, {term.columns.column, needOf(term.columns)}};
}
std::vector<Reading> readings(const DecayTerm& term) { return {{term.column, Need::Dates}}; }

bool meets(Need need, ColumnType type) {
  const bool number = type == ColumnType::Integer || type == ColumnType::Decimal, date = type == ColumnType::Date;
  switch (need) {
    case Need::Anything:
      return true;
    case Need::Numbers:
      return number;
    case Need::Dates:
      return date;
    case Need::NumbersOrDates:
      return number || date;
  }
  return false;
}

const char* nameOf(Need need) {
  return need == Need::Numbers ? "numbers" : need == Need::Dates ? "dates" : "numbers or dates";
}

// The faults that a scorecard made in memory can have and one read from a file cannot.
const char* shapeFault(const Term& term) {
  if (const auto* steps = std::get_if<StepsTerm>(&term.kind))
    if (steps->points.size() != steps->edges.size() + 1) return "one point more than edges";
  if (const auto* grid = std::get_if<GridTerm>(&term.kind))
    if (grid->points.size() != grid->rows.slotCount() * grid->columns.slotCount()) return "as many points as cells";
  return nullptr;
}

}  // namespace

bool holdsNothing(const Column& column) {
  if (column.type() != ColumnType::Text) return false;
  for (std::uint32_t code = 0; code < column.dictionary().size(); ++code)
    if (!column.isMissingCode(code)) return false;
  return true;
}

bool lacksColumns(const RuleTerm& rule, const Frame& frame) {
  const std::vector<std::string> columns = rule.when.columns();
  return std::any_of(columns.begin(), columns.end(), [&](const std::string& name) { return !frame.find(name); });
}

Result<std::optional<std::size_t>> groupOf(const Scorecard& scorecard, const Term& term, const std::string& path) {
  const std::optional<std::size_t> group = scorecard.groupIndex(term.group);
  if (group || term.group.empty()) return group;
  return Error{Errc::BadScorecard,
               "The term \"" + term.name + "\" names the group \"" + term.group + "\", which the scorecard lacks.",
               path + ".group",
               {term.name, term.group}};
}

Status checkTypes(const Term& term, const std::string& path, const FindFacts& find) {
  if (const char* fault = shapeFault(term))
    return Error{Errc::BadScorecard, "The term \"" + term.name + "\" needs " + fault + ".", path, {}};
  for (const Reading& reading : std::visit([](const auto& kind) { return readings(kind); }, term.kind)) {
    const std::optional<ColumnFacts> column = find(reading.column);
    if (!column || meets(reading.need, column->type)) continue;
    const std::string needed = nameOf(reading.need);
    return Error{Errc::BadScorecard,
                 "The term \"" + term.name + "\" needs " + needed + " in " + column->name + ", which holds " +
                     typeName(column->type) + " values.",
                 path,
                 {term.name, needed, column->name, typeName(column->type)}};
  }
  return {};
}

Status checkColumns(const Term& term, const std::string& path, const Frame& frame) {
  return checkTypes(term, path, [&](const std::string& name) {
    const Column* column = frame.find(name);
    const bool none = column == nullptr || holdsNothing(*column);
    return none ? std::nullopt : std::optional(ColumnFacts{column->name(), column->type()});
  });
}

}  // namespace leadlight
