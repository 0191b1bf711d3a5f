#include "scoring/scorecard_json.h"

#include <algorithm>
#include <cmath>
#include <initializer_list>
#include <set>

#include "model/base/calendar.h"
#include "model/base/text.h"
#include "scoring/json_tree.h"

namespace leadlight {

namespace {

using Kind = JsonNode::Kind;

constexpr JsonLimits jsonLimits{std::size_t{16} << 20, 32, 500'000};
constexpr std::size_t maxTerms = 10'000;
constexpr std::size_t maxPoints = 100'000;
constexpr std::size_t maxBands = 100;

// A fault inside a scorecard; turned into an Error at the door.
struct Fault {
  std::string path, what;
};

std::string at(const std::string& path, std::string_view name) {
  return path.empty() ? std::string(name) : path + "." + std::string(name);
}
std::string at(const std::string& path, std::size_t index) { return path + "[" + std::to_string(index) + "]"; }

const JsonNode& object(const JsonNode& node, const std::string& path, std::initializer_list<std::string_view> known) {
  if (node.kind != Kind::Object) throw Fault{path, "an object is expected"};
  for (const std::string& name : node.names)
    if (std::find(known.begin(), known.end(), name) == known.end())
      throw Fault{at(path, name),
                  "no such name; known here are " + joined(std::vector<std::string>(known.begin(), known.end()), ", ")};
  return node;
}

const JsonNode& listAt(const JsonNode& parent, std::string_view name, const std::string& path) {
  const JsonNode* node = parent.find(name);
  if (node == nullptr || node->kind != Kind::List) throw Fault{at(path, name), "a list is expected"};
  return *node;
}

std::string textOr(const JsonNode& parent, std::string_view name, const std::string& path, std::string_view otherwise) {
  const JsonNode* node = parent.find(name);
  if (node == nullptr || node->kind == Kind::Null) return std::string(otherwise);
  if (node->kind != Kind::Text) throw Fault{at(path, name), "a text is expected"};
  return node->text;
}

std::string requiredText(const JsonNode& parent, std::string_view name, const std::string& path) {
  std::string text = textOr(parent, name, path, "");
  if (trimmed(text).empty()) throw Fault{at(path, name), "a text is expected"};
  return text;
}

double number(const JsonNode& node, const std::string& path) {
  if (node.kind != Kind::Number) throw Fault{path, "a number is expected"};
  return node.number;
}

double requiredNumber(const JsonNode& parent, std::string_view name, const std::string& path) {
  const JsonNode* node = parent.find(name);
  if (node == nullptr) throw Fault{at(path, name), "a number is expected"};
  return number(*node, at(path, name));
}

double numberOr(const JsonNode& parent, std::string_view name, const std::string& path, double otherwise) {
  const JsonNode* node = parent.find(name);
  return node == nullptr || node->kind == Kind::Null ? otherwise : number(*node, at(path, name));
}

std::string column(const JsonNode& parent, const std::string& path) {
  std::string name = canonicalName(requiredText(parent, "column", path));
  if (name.empty()) throw Fault{at(path, "column"), "letters or digits are expected"};
  return name;
}

LookupTerm lookupTerm(const JsonNode& json, const std::string& path) {
  object(json, path, {"name", "kind", "column", "points", "otherwise", "missing"});
  LookupTerm term{column(json, path), {}, numberOr(json, "otherwise", path, 0), numberOr(json, "missing", path, 0)};
  const JsonNode* points = json.find("points");
  const std::string pointsPath = at(path, "points");
  if (points == nullptr || points->kind != Kind::Object)
    throw Fault{pointsPath, "an object of value and points is expected"};
  for (std::size_t i = 0; i < points->items.size(); ++i) {
    const std::string& value = points->names[i];
    if (value.empty()) throw Fault{pointsPath, "an empty value is listed; use \"missing\""};
    term.points.emplace_back(value, number(points->items[i], at(pointsPath, value)));
  }
  return term;
}

double edge(const JsonNode& node, const std::string& path, bool dates) {
  if (node.kind == (dates ? Kind::Number : Kind::Text)) throw Fault{path, "edges are all numbers or all dates"};
  if (!dates) return number(node, path);
  if (node.kind != Kind::Text) throw Fault{path, "a number or an ISO date is expected"};
  const auto date = parseDate(node.text, DateOrder::YearMonthDay);
  if (!date) throw Fault{path, "\"" + node.text + "\" is no date such as 2016-07-31"};
  return static_cast<double>(date->seconds);
}

StepsTerm stepsTerm(const JsonNode& json, const std::string& path) {
  object(json, path, {"name", "kind", "column", "edges", "points", "missing"});
  StepsTerm term{column(json, path), {}, {}, numberOr(json, "missing", path, 0), false};
  const JsonNode& edges = listAt(json, "edges", path);
  const std::string edgesPath = at(path, "edges");
  term.dates = !edges.items.empty() && edges.items.front().kind == Kind::Text;
  for (std::size_t i = 0; i < edges.items.size(); ++i) {
    term.edges.push_back(edge(edges.items[i], at(edgesPath, i), term.dates));
    if (i > 0 && !(term.edges[i - 1] < term.edges[i])) throw Fault{edgesPath, "edges must ascend"};
  }
  const JsonNode& points = listAt(json, "points", path);
  const std::string pointsPath = at(path, "points");
  for (std::size_t i = 0; i < points.items.size(); ++i)
    term.points.push_back(number(points.items[i], at(pointsPath, i)));
  if (term.points.size() != term.edges.size() + 1)
    throw Fault{pointsPath, "one more than the edges is expected: " + std::to_string(term.edges.size() + 1) + ", not " +
                                std::to_string(term.points.size())};
  return term;
}

LinearTerm linearTerm(const JsonNode& json, const std::string& path) {
  object(json, path, {"name", "kind", "column", "weight", "low", "high", "missing"});
  LinearTerm term;
  term.column = column(json, path);
  term.weight = requiredNumber(json, "weight", path);
  term.low = numberOr(json, "low", path, term.low);
  term.high = numberOr(json, "high", path, term.high);
  if (term.low > term.high) throw Fault{at(path, "low"), "low is above high"};
  term.missing = numberOr(json, "missing", path, 0);
  return term;
}

RuleTerm ruleTerm(const JsonNode& json, const std::string& path) {
  object(json, path, {"name", "kind", "when", "points"});
  const Result<Filter> when = parseFilter(requiredText(json, "when", path));
  if (!when) throw Fault{at(path, "when"), when.error().what + " (" + when.error().where + ")"};
  return {*when, requiredNumber(json, "points", path)};
}

Term term(const JsonNode& json, const std::string& path) {
  if (json.kind != Kind::Object) throw Fault{path, "an object is expected"};
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
  } else {
    throw Fault{at(path, "kind"), "\"" + kind + "\" is none of lookup, steps, linear, rule"};
  }
  return term;
}

std::size_t pointCount(const Term& term) {
  if (const auto* lookup = std::get_if<LookupTerm>(&term.kind)) return lookup->points.size();
  if (const auto* steps = std::get_if<StepsTerm>(&term.kind)) return steps->points.size();
  return 1;
}

std::vector<Term> terms(const JsonNode& json) {
  const JsonNode& list = listAt(json, "terms", "");
  if (list.items.size() > maxTerms) throw Fault{"terms", "more than " + std::to_string(maxTerms) + " terms"};
  std::vector<Term> all;
  std::set<std::string> names;
  std::size_t points = 0;
  for (std::size_t i = 0; i < list.items.size(); ++i) {
    const std::string path = at("terms", i);
    all.push_back(term(list.items[i], path));
    if (!names.insert(all.back().name).second)
      throw Fault{at(path, "name"), "\"" + all.back().name + "\" is the name of an earlier term"};
    points += pointCount(all.back());
    if (points > maxPoints) throw Fault{path, "more than " + std::to_string(maxPoints) + " points in all"};
  }
  return all;
}

std::vector<Band> bands(const JsonNode& json) {
  std::vector<Band> all;
  if (json.find("bands") == nullptr) return all;
  const JsonNode& list = listAt(json, "bands", "");
  if (list.items.size() > maxBands) throw Fault{"bands", "more than " + std::to_string(maxBands) + " bands"};
  for (std::size_t i = 0; i < list.items.size(); ++i) {
    const std::string path = at("bands", i);
    const JsonNode& item = object(list.items[i], path, {"name", "from"});
    Band band{requiredText(item, "name", path), numberOr(item, "from", path, 0)};
    if (i + 1 == list.items.size()) {
      band.from = -std::numeric_limits<double>::infinity();
    } else if (item.find("from") == nullptr) {
      throw Fault{at(path, "from"), "a number is expected; only the last band goes without"};
    }
    if (i > 0 && !(band.from < all.back().from)) throw Fault{at(path, "from"), "bands must go from high to low"};
    for (const Band& earlier : all)
      if (earlier.name == band.name) throw Fault{at(path, "name"), "\"" + band.name + "\" is an earlier band"};
    all.push_back(std::move(band));
  }
  return all;
}

Provenance provenance(const JsonNode& json) {
  const JsonNode* node = json.find("provenance");
  if (node == nullptr) return {};
  if (node->kind != Kind::Object) throw Fault{"provenance", "an object is expected"};
  const auto text = [&](std::string_view name) { return textOr(*node, name, "provenance", ""); };
  return {text("description"), text("target"), text("method"), text("date")};
}

std::vector<std::string> requiredColumns(const JsonNode& json) {
  std::vector<std::string> columns;
  if (json.find("requires") == nullptr) return columns;
  const JsonNode& list = listAt(json, "requires", "");
  for (std::size_t i = 0; i < list.items.size(); ++i) {
    columns.push_back(canonicalName(list.items[i].text));
    if (columns.back().empty()) throw Fault{at("requires", i), "the name of a column is expected"};
  }
  return columns;
}

Scorecard scorecard(const JsonNode& json) {
  if (json.kind != Kind::Object) throw Fault{"", "an object is expected"};
  const JsonNode* version = json.find("leadlight_scorecard");
  if (version == nullptr || version->kind != Kind::Number || version->number != 1)
    throw Fault{"leadlight_scorecard", "1 is expected: this program reads version 1 of the format"};
  object(json, "",
         {"leadlight_scorecard", "name", "dataset", "link", "base", "requires", "terms", "bands", "provenance"});
  Scorecard card;
  card.name = requiredText(json, "name", "");
  if (card.name.find('@') != std::string::npos) throw Fault{"name", "'@' is kept for versions"};
  card.dataset = textOr(json, "dataset", "", card.dataset);
  if (card.dataset.empty()) throw Fault{"dataset", "a text is expected"};
  const std::string link = textOr(json, "link", "", "identity");
  if (link != "identity" && link != "logistic") throw Fault{"link", "identity or logistic is expected"};
  card.link = link == "identity" ? Link::Identity : Link::Logistic;
  card.base = numberOr(json, "base", "", 0);
  card.requiredColumns = requiredColumns(json);
  card.terms = terms(json);
  card.bands = bands(json);
  card.provenance = provenance(json);
  return card;
}

}  // namespace

Result<Scorecard> parseScorecard(std::string_view json, std::string_view origin) {
  const auto refuse = [&](const std::string& path, const std::string& what) {
    const std::string where = path.empty() ? std::string(origin) : std::string(origin) + ": " + path;
    return Error{Errc::BadScorecard, "The scorecard cannot be accepted: " + what + ".", where, {what}};
  };
  const Result<JsonNode> tree = parseJsonTree(json, jsonLimits);
  if (!tree) return refuse(tree.error().where, tree.error().what);
  try {
    return scorecard(*tree);
  } catch (const Fault& fault) {
    return refuse(fault.path, fault.what);
  }
}

}  // namespace leadlight
