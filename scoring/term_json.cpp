#include "scoring/term_json.h"

#include <cmath>
#include <set>

#include "model/base/calendar.h"
#include "model/base/text.h"
#include "scoring/json_fields.h"

namespace leadlight {

namespace {

using Kind = JsonNode::Kind;

std::string column(const JsonNode& parent, const std::string& path) {
  std::string name = canonicalName(requiredText(parent, "column", path));
  if (name.empty()) throw FieldFault{at(path, "column"), "letters or digits are expected"};
  return name;
}

std::int64_t dateOf(const JsonNode& node, const std::string& path) {
  const auto date = parseDate(textOf(node, path), DateOrder::YearMonthDay);
  if (!date) throw FieldFault{path, "\"" + node.text + "\" is no date such as 2016-07-31"};
  return date->seconds;
}

// A number, or a date when the first edge is one. Ascending.
std::vector<double> edgesOf(const JsonNode& json, const std::string& path, bool& dates) {
  const JsonNode& list = listAt(json, "edges", path);
  dates = !list.items.empty() && list.items.front().kind == Kind::Text;
  const std::vector<double> edges = listOf(json, "edges", path, [&](const JsonNode& node, const std::string& place) {
    if (node.kind == (dates ? Kind::Number : Kind::Text)) throw FieldFault{place, "edges are all numbers or all dates"};
    if (node.kind != Kind::Number && node.kind != Kind::Text)
      throw FieldFault{place, "a number or an ISO date is expected"};
    return dates ? static_cast<double>(dateOf(node, place)) : node.number;
  });
  for (std::size_t i = 1; i < edges.size(); ++i)
    if (!(edges[i - 1] < edges[i])) throw FieldFault{at(path, "edges"), "edges must ascend"};
  return edges;
}

void expectCount(const std::string& path, std::size_t expected, std::size_t found, const char* what) {
  if (found != expected)
    throw FieldFault{
        path, std::string(what) + " is expected: " + std::to_string(expected) + ", not " + std::to_string(found)};
}

LookupTerm lookupTerm(const JsonNode& json, const std::string& path) {
  expectObject(json, path, {"name", "kind", "group", "column", "points", "otherwise", "missing", "support"});
  LookupTerm term{column(json, path), {}, numberOr(json, "otherwise", path, 0), numberOr(json, "missing", path, 0)};
  const JsonNode* points = json.find("points");
  const std::string pointsPath = at(path, "points");
  if (points == nullptr || points->kind != Kind::Object)
    throw FieldFault{pointsPath, "an object of value and points is expected"};
  for (std::size_t i = 0; i < points->items.size(); ++i) {
    const std::string& value = points->names[i];
    if (value.empty()) throw FieldFault{pointsPath, "an empty value is listed; use \"missing\""};
    term.points.emplace_back(value, numberOf(points->items[i], at(pointsPath, value)));
  }
  return term;
}

StepsTerm stepsTerm(const JsonNode& json, const std::string& path) {
  expectObject(json, path, {"name", "kind", "group", "column", "edges", "points", "missing", "support"});
  StepsTerm term{column(json, path), {}, {}, numberOr(json, "missing", path, 0), false};
  term.edges = edgesOf(json, path, term.dates);
  term.points = listOf(json, "points", path, numberOf);
  if (term.points.size() != term.edges.size() + 1)
    throw FieldFault{at(path, "points"), std::to_string(term.edges.size()) + " edges part the values into " +
                                             std::to_string(term.edges.size() + 1) +
                                             " bins, each with its points; there are " +
                                             std::to_string(term.points.size()) + " points"};
  return term;
}

LinearTerm linearTerm(const JsonNode& json, const std::string& path) {
  expectObject(json, path, {"name", "kind", "group", "column", "weight", "low", "high", "missing", "support"});
  LinearTerm term;
  term.column = column(json, path);
  term.weight = requiredNumber(json, "weight", path);
  term.low = numberOr(json, "low", path, term.low);
  term.high = numberOr(json, "high", path, term.high);
  if (term.low > term.high) throw FieldFault{at(path, "low"), "low is above high"};
  term.missing = numberOr(json, "missing", path, 0);
  return term;
}

// A sentence as a part of another.
std::string withoutStop(std::string sentence) {
  if (sentence.ends_with('.')) sentence.pop_back();
  return sentence;
}

RuleTerm ruleTerm(const JsonNode& json, const std::string& path) {
  expectObject(json, path, {"name", "kind", "group", "when", "points", "support"});
  const Result<Filter> when = parseFilter(requiredText(json, "when", path));
  if (!when) throw FieldFault{at(path, "when"), withoutStop(when.error().what)};
  return {*when, requiredNumber(json, "points", path)};
}

GridAxis gridAxis(const JsonNode& parent, std::string_view name, const std::string& parentPath) {
  const std::string path = at(parentPath, name);
  const JsonNode* json = parent.find(name);
  if (json == nullptr) throw FieldFault{path, "an object is expected"};
  expectObject(*json, path, {"column", "edges", "groups"});
  GridAxis axis;
  axis.column = column(*json, path);
  if ((json->find("edges") == nullptr) == (json->find("groups") == nullptr))
    throw FieldFault{path, "either edges or groups are expected"};
  if (json->find("edges") != nullptr) {
    axis.edges = edgesOf(*json, path, axis.dates);
    return axis;
  }
  std::set<std::string> listed;
  axis.groups = listOf(*json, "groups", path, [&](const JsonNode& group, const std::string& place) {
    std::vector<std::string> values;
    if (group.kind != Kind::List || group.items.empty()) throw FieldFault{place, "a list of values is expected"};
    for (std::size_t i = 0; i < group.items.size(); ++i) {
      values.push_back(textOf(group.items[i], at(place, i)));
      if (values.back().empty()) throw FieldFault{at(place, i), "an empty value is listed; missing has its own slot"};
      if (!listed.insert(values.back()).second)
        throw FieldFault{at(place, i), "\"" + values.back() + "\" is listed twice"};
    }
    return values;
  });
  if (axis.groups.empty()) throw FieldFault{at(path, "groups"), "at least one group is expected"};
  return axis;
}

GridTerm gridTerm(const JsonNode& json, const std::string& path) {
  expectObject(json, path, {"name", "kind", "group", "rows", "columns", "points", "support"});
  GridTerm term{gridAxis(json, "rows", path), gridAxis(json, "columns", path), {}};
  const std::string pointsPath = at(path, "points");
  const JsonNode& rows = listAt(json, "points", path);
  expectCount(pointsPath, term.rows.slotCount(), rows.items.size(), "one list for each slot of the rows");
  for (std::size_t i = 0; i < rows.items.size(); ++i) {
    const std::string rowPath = at(pointsPath, i);
    if (rows.items[i].kind != Kind::List) throw FieldFault{rowPath, "a list is expected"};
    const std::vector<JsonNode>& cells = rows.items[i].items;
    expectCount(rowPath, term.columns.slotCount(), cells.size(), "one number for each slot of the columns");
    for (std::size_t j = 0; j < cells.size(); ++j) term.points.push_back(numberOf(cells[j], at(rowPath, j)));
  }
  return term;
}

DecayTerm decayTerm(const JsonNode& json, const std::string& path) {
  expectObject(json, path,
               {"name", "kind", "group", "column", "points", "half_life_days", "as_of", "missing", "support"});
  DecayTerm term;
  term.column = column(json, path);
  term.points = requiredNumber(json, "points", path);
  term.halfLifeDays = requiredNumber(json, "half_life_days", path);
  if (!(term.halfLifeDays > 0)) throw FieldFault{at(path, "half_life_days"), "a number above 0 is expected"};
  if (const JsonNode* asOf = optionalAt(json, "as_of")) term.asOf = dateOf(*asOf, at(path, "as_of"));
  term.missing = numberOr(json, "missing", path, 0);
  return term;
}

Support supportOf(const JsonNode& json, const std::string& path, std::size_t slots) {
  Support support;
  const JsonNode* node = optionalAt(json, "support");
  if (node == nullptr) return support;
  const std::string place = at(path, "support");
  expectObject(*node, place, {"errors", "rows", "positives"});
  const auto read = [&](const char* name, auto& list, const auto& value) {
    if (node->find(name) == nullptr) return;
    list = listOf(*node, name, place, value);
    expectCount(at(place, name), slots, list.size(), "one for each slot of the term");
  };
  read("errors", support.errors, [](const JsonNode& error, const std::string& where) {
    if (!(numberOf(error, where) >= 0)) throw FieldFault{where, "a number from 0 on is expected"};
    return error.number;
  });
  read("rows", support.rows, countOf);
  read("positives", support.positives, countOf);
  for (std::size_t i = 0; i < std::min(support.rows.size(), support.positives.size()); ++i)
    if (support.positives[i] > support.rows[i]) throw FieldFault{at(at(place, "positives"), i), "more than the rows"};
  return support;
}

}  // namespace

Term termFromJson(const JsonNode& json, const std::string& path) {
  if (json.kind != Kind::Object) throw FieldFault{path, "an object is expected"};
  Term term;
  term.name = requiredText(json, "name", path);
  const std::string kind = requiredText(json, "kind", path);
  if (kind == "lookup") {
    term.kind = lookupTerm(json, path);
  } else if (kind == "steps") {
    term.kind = stepsTerm(json, path);
  } else if (kind == "linear") {
    term.kind = linearTerm(json, path);
  } else if (kind == "rule") {
    term.kind = ruleTerm(json, path);
  } else if (kind == "grid") {
    term.kind = gridTerm(json, path);
  } else if (kind == "decay") {
    term.kind = decayTerm(json, path);
  } else {
    throw FieldFault{at(path, "kind"), "\"" + kind + "\" is none of lookup, steps, linear, rule, grid, decay"};
  }
  term.group = textOr(json, "group", path, "");
  term.support = supportOf(json, path, term.slotCount());
  return term;
}

}  // namespace leadlight
