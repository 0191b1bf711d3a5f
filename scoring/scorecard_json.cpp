#include "scoring/scorecard_json.h"

#include <algorithm>
#include <set>

#include "model/base/text.h"
#include "scoring/json_fields.h"
#include "scoring/term_json.h"

namespace leadlight {

namespace {

using Kind = JsonNode::Kind;

constexpr JsonLimits jsonLimits{std::size_t{16} << 20, 32, 600'000};
constexpr std::size_t maxTerms = 10'000;
constexpr std::size_t maxPoints = 100'000;
constexpr std::size_t maxBands = 100;
constexpr std::size_t maxGroups = 1'000;
constexpr std::ptrdiff_t maxNameCharacters = 200;

std::vector<TermGroup> groups(const JsonNode& json) {
  std::vector<TermGroup> all;
  if (optionalAt(json, "groups") == nullptr) return all;
  const JsonNode& list = listAt(json, "groups", "");
  if (list.items.size() > maxGroups) throw FieldFault{"groups", "more than " + std::to_string(maxGroups) + " groups"};
  for (std::size_t i = 0; i < list.items.size(); ++i) {
    const std::string path = at("groups", i);
    const JsonNode& item = list.items[i];
    expectObject(item, path, {"name", "low", "high"});
    TermGroup group{requiredText(item, "name", path)};
    if (optionalAt(item, "low") == nullptr && optionalAt(item, "high") == nullptr)
      throw FieldFault{path, "a cap is expected: low, high or both"};
    group.low = numberOr(item, "low", path, group.low);
    group.high = numberOr(item, "high", path, group.high);
    if (group.low > group.high) throw FieldFault{at(path, "low"), "low is above high"};
    for (const TermGroup& earlier : all)
      if (earlier.name == group.name) throw FieldFault{at(path, "name"), "\"" + group.name + "\" is an earlier group"};
    all.push_back(std::move(group));
  }
  return all;
}

std::vector<Term> terms(const JsonNode& json, const std::vector<TermGroup>& groups) {
  const JsonNode& list = listAt(json, "terms", "");
  if (list.items.size() > maxTerms) throw FieldFault{"terms", "more than " + std::to_string(maxTerms) + " terms"};
  std::vector<Term> all;
  std::set<std::string> names, groupNames;
  for (const TermGroup& group : groups) groupNames.insert(group.name);
  std::size_t points = 0;
  for (std::size_t i = 0; i < list.items.size(); ++i) {
    const std::string path = at("terms", i);
    all.push_back(termFromJson(list.items[i], path));
    const Term& term = all.back();
    if (!names.insert(term.name).second)
      throw FieldFault{at(path, "name"), "\"" + term.name + "\" is the name of an earlier term"};
    if (groupNames.contains(term.name)) throw FieldFault{at(path, "name"), "\"" + term.name + "\" is a group"};
    if (!term.group.empty() && !groupNames.contains(term.group))
      throw FieldFault{at(path, "group"), "\"" + term.group + "\" is none of the scorecard's groups"};
    points += term.slotCount();
    if (points > maxPoints) throw FieldFault{path, "more than " + std::to_string(maxPoints) + " points in all"};
  }
  return all;
}

std::vector<Band> bands(const JsonNode& json) {
  std::vector<Band> all;
  if (json.find("bands") == nullptr) return all;
  const JsonNode& list = listAt(json, "bands", "");
  if (list.items.size() > maxBands) throw FieldFault{"bands", "more than " + std::to_string(maxBands) + " bands"};
  for (std::size_t i = 0; i < list.items.size(); ++i) {
    const std::string path = at("bands", i);
    const JsonNode& item = list.items[i];
    expectObject(item, path, {"name", "from"});
    Band band{requiredText(item, "name", path), numberOr(item, "from", path, 0)};
    if (i + 1 == list.items.size()) {
      band.from = -std::numeric_limits<double>::infinity();
    } else if (item.find("from") == nullptr) {
      throw FieldFault{at(path, "from"), "a number is expected; only the last band goes without"};
    }
    if (i > 0 && !(band.from < all.back().from)) throw FieldFault{at(path, "from"), "bands must go from high to low"};
    for (const Band& earlier : all)
      if (earlier.name == band.name) throw FieldFault{at(path, "name"), "\"" + band.name + "\" is an earlier band"};
    all.push_back(std::move(band));
  }
  return all;
}

Provenance provenance(const JsonNode& json) {
  const JsonNode* node = optionalAt(json, "provenance");
  if (node == nullptr) return {};
  const std::string path = "provenance";
  if (node->kind != Kind::Object) throw FieldFault{path, "an object is expected"};
  const auto text = [&](std::string_view name) { return textOr(*node, name, path, ""); };
  const auto count = [&](std::string_view name) -> std::optional<std::uint64_t> {
    const JsonNode* value = optionalAt(*node, name);
    return value == nullptr ? std::nullopt : std::optional(countOf(*value, at(path, name)));
  };
  Provenance from{text("description"), text("target"), text("method"), text("date")};
  from.reason = text("reason");
  if (optionalAt(*node, "positives") != nullptr) from.positives = listOf(*node, "positives", path, textOf);
  from.rows = count("rows").value_or(0);
  from.positiveCount = count("positive_count").value_or(0);
  from.seed = count("seed");
  from.dataDigest = text("data_digest");
  if (optionalAt(*node, "excluded") != nullptr) from.excluded = listOf(*node, "excluded", path, textOf);
  if (optionalAt(*node, "rising") != nullptr) from.rising = listOf(*node, "rising", path, textOf);
  if (optionalAt(*node, "falling") != nullptr) from.falling = listOf(*node, "falling", path, textOf);
  if (const JsonNode* metrics = optionalAt(*node, "metrics")) {
    if (metrics->kind != Kind::Object) throw FieldFault{at(path, "metrics"), "an object of numbers is expected"};
    for (std::size_t i = 0; i < metrics->items.size(); ++i)
      from.metrics[metrics->names[i]] = numberOf(metrics->items[i], at(at(path, "metrics"), metrics->names[i]));
  }
  return from;
}

std::vector<std::string> requiredColumns(const JsonNode& json) {
  std::vector<std::string> columns;
  if (json.find("requires") == nullptr) return columns;
  const JsonNode& list = listAt(json, "requires", "");
  for (std::size_t i = 0; i < list.items.size(); ++i) {
    columns.push_back(canonicalName(list.items[i].text));
    if (columns.back().empty()) throw FieldFault{at("requires", i), "the name of a column is expected"};
  }
  return columns;
}

Scorecard scorecard(const JsonNode& json) {
  if (json.kind != Kind::Object) throw FieldFault{"", "an object is expected"};
  const JsonNode* version = json.find("leadlight_scorecard");
  if (version != nullptr && version->kind == Kind::Number && version->number > 1)
    throw FieldFault{"leadlight_scorecard", "it is of version " + formatNumber(version->number) +
                                                " of the format and this program reads version 1; a newer Leadlight "
                                                "is needed"};
  if (version == nullptr || version->kind != Kind::Number || version->number != 1)
    throw FieldFault{"leadlight_scorecard", "a scorecard file begins with \"leadlight_scorecard\": 1"};
  expectObject(
      json, "",
      {"leadlight_scorecard", "name", "dataset", "link", "base", "requires", "groups", "terms", "bands", "provenance"});
  Scorecard card;
  card.name = requiredText(json, "name", "");
  if (const auto fault = scorecardNameFault(card.name)) throw FieldFault{"name", *fault};
  card.dataset = textOr(json, "dataset", "", card.dataset);
  if (card.dataset.empty()) throw FieldFault{"dataset", "a text is expected"};
  const std::string link = textOr(json, "link", "", "identity");
  if (link != "identity" && link != "logistic") throw FieldFault{"link", "identity or logistic is expected"};
  card.link = link == "identity" ? Link::Identity : Link::Logistic;
  if (const JsonNode* base = json.find("base")) card.base = numberOf(*base, "base");
  card.requiredColumns = requiredColumns(json);
  card.groups = groups(json);
  card.terms = terms(json, card.groups);
  card.bands = bands(json);
  card.provenance = provenance(json);
  return card;
}

}  // namespace

std::optional<std::string> scorecardNameFault(std::string_view name) {
  if (name.empty()) return "a text is expected";
  if (name.find('@') != std::string_view::npos) return "'@' is kept for versions";
  const auto isControl = [](char c) { return static_cast<unsigned char>(c) < 32 || c == 127; };
  if (std::any_of(name.begin(), name.end(), isControl)) return "a name has no line ends or other control characters";
  const auto startsCharacter = [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; };
  if (std::count_if(name.begin(), name.end(), startsCharacter) > maxNameCharacters)
    return "a name has " + std::to_string(maxNameCharacters) + " characters at most";
  return std::nullopt;
}

Result<Scorecard> parseScorecard(std::string_view json, std::string_view origin) {
  const auto refuse = [&](const std::string& path, const std::string& what) {
    const std::string where = path.empty() ? std::string(origin) : std::string(origin) + ": " + path;
    return Error{Errc::BadScorecard, "The scorecard cannot be accepted: " + what + ".", where, {what}};
  };
  const Result<JsonNode> tree = parseJsonTree(json, jsonLimits);
  if (!tree) return refuse(tree.error().where, tree.error().what);
  try {
    return scorecard(*tree);
  } catch (const FieldFault& fault) {
    return refuse(fault.path, fault.what);
  }
}

}  // namespace leadlight
