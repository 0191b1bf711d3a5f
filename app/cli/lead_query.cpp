#include "app/cli/lead_query.h"

#include <algorithm>

#include "model/base/text.h"
#include "model/frame/frame_reader.h"

namespace leadlight {

namespace {

std::optional<NamedColumn> computedColumn(std::string_view name) {
  using Source = NamedColumn::Source;
  if (name == scoreColumn) return NamedColumn{Source::Score, std::string(scoreColumn), ColumnType::Decimal};
  if (name == probabilityColumn)
    return NamedColumn{Source::Probability, std::string(probabilityColumn), ColumnType::Decimal};
  if (name == bandColumn) return NamedColumn{Source::Band, std::string(bandColumn), ColumnType::Text};
  if (name == "lead_id") return NamedColumn{Source::LeadId, "lead_id", ColumnType::Integer};
  return std::nullopt;
}

Error unknownColumn(const Dataset& dataset, std::string_view name) {
  std::vector<std::string> names = {std::string(scoreColumn), std::string(probabilityColumn), std::string(bandColumn)};
  for (const DatasetColumn& column : dataset.columns) names.push_back(column.name);
  std::string what = "The dataset '" + dataset.name + "' has no column '" + std::string(name) + "'";
  std::vector<std::string> args = {dataset.name, std::string(name)};
  if (const auto nearest = nearestName(name, names)) {
    what += "; did you mean " + *nearest + "?";
    args.push_back(*nearest);
  } else {
    what += "; leadctl datasets --json lists its columns.";
  }
  return {Errc::UnknownColumn, what, std::string(name), args};
}

// A column by its header in a file, its label, or another name that a built-in schema knows: "Lead Source".
const DatasetColumn* byOtherName(const Dataset& dataset, std::string_view name) {
  const std::string canonical = canonicalName(name);
  if (const DatasetColumn* column = dataset.find(canonical)) return column;
  for (const DatasetColumn& column : dataset.columns)
    if (equalsIgnoringCase(canonicalName(column.label), canonical)) return &column;
  for (const std::string& schemaName : builtinSchemaNames()) {
    const auto schema = builtinSchema(schemaName);
    const ColumnSpec* known = schema ? schema->find(name) : nullptr;
    if (known == nullptr) continue;
    if (const DatasetColumn* column = dataset.find(known->name)) return column;
  }
  return nullptr;
}

// `filter` with the names that the frame has in place of the ones that were given.
Result<Filter> resolved(const Dataset& dataset, Filter filter) {
  if (!filter.column.empty()) {
    const auto column = resolveColumn(dataset, filter.column);
    if (!column) return column.error();
    filter.column = column->name;
  }
  for (Filter& operand : filter.operands) {
    auto inner = resolved(dataset, std::move(operand));
    if (!inner) return inner;
    operand = std::move(*inner);
  }
  return filter;
}

// A column to read when none is needed: the frame must have one, so the one that costs least.
std::string cheapestColumn(const Dataset& dataset) {
  const auto number = std::find_if(dataset.columns.begin(), dataset.columns.end(),
                                   [](const DatasetColumn& column) { return column.type != ColumnType::Text; });
  if (number != dataset.columns.end()) return number->name;
  return dataset.columns.empty() ? std::string() : dataset.columns.back().name;
}

void addOnce(std::vector<std::string>& names, const std::string& name) {
  if (std::find(names.begin(), names.end(), name) == names.end()) names.push_back(name);
}

// lead_id as a column, so that it can be filtered and sorted like any other.
Frame withLeadIds(const Frame& frame) {
  return frame.with({std::make_shared<const Column>(Column::integers("lead_id", "lead_id", frame.leadIds()))});
}

}  // namespace

Result<NamedColumn> resolveColumn(const Dataset& dataset, std::string_view name) {
  if (auto computed = computedColumn(name)) return *computed;
  if (const DatasetColumn* column = dataset.find(name))
    return NamedColumn{NamedColumn::Source::Stored, column->name, column->type};
  if (auto computed = computedColumn(lowered(name))) return *computed;
  if (const DatasetColumn* column = byOtherName(dataset, name))
    return NamedColumn{NamedColumn::Source::Stored, column->name, column->type};
  return unknownColumn(dataset, name);
}

Result<LeadPicture> readLeads(const Call& call, Store& store, const Dataset& dataset, const Filter& asked,
                              const std::vector<std::string>& needed) {
  const auto where = resolved(dataset, asked);
  if (!where) return where.error();
  FrameOptions options;
  bool needsScores = false, needsIds = false;
  std::vector<std::string> names = where->columns();
  names.insert(names.end(), needed.begin(), needed.end());
  for (const std::string& name : names) {
    const auto column = resolveColumn(dataset, name);
    if (!column) return column.error();
    if (column->source == NamedColumn::Source::Stored)
      addOnce(options.columns, column->name);
    else if (column->source == NamedColumn::Source::LeadId)
      needsIds = true;
    else
      needsScores = true;
  }
  if (options.columns.empty()) options.columns.push_back(cheapestColumn(dataset));
  ProgressLine line(call.io, call.quiet || call.json);
  auto frame = readFrame(store, dataset.name, options, line.progress());
  if (!frame) return frame.error();
  LeadPicture picture;
  picture.frame = needsIds ? withLeadIds(*frame) : std::move(*frame);
  if (needsScores) {
    auto champion = championOf(store, dataset.name);
    if (!champion) return champion.error();
    picture.champion = std::move(*champion);
    if (picture.champion) {
      auto scored = store.asOf() ? withFreshScores(store, *picture.champion, picture.frame, line.progress())
                                 : withStoredScores(store, *picture.champion, picture.frame);
      if (!scored) return scored.error();
      picture.frame = std::move(*scored);
    }
  }
  for (const std::string& name : where->columns())
    if (picture.frame.find(name) == nullptr) return lacksScores(picture, name);
  auto rows = apply(*where, picture.frame);
  if (!rows) return rows.error();
  picture.rows = std::move(*rows);
  return picture;
}

Error lacksScores(const LeadPicture& picture, const std::string& column) {
  return {Errc::UnknownScorecard,
          "The leads have no " + column + ": " +
              (picture.champion ? picture.champion->stored.name + " gives none."
                                : "no scorecard is the champion of this dataset yet."),
          column,
          {column}};
}

Result<Filter> whereOf(const Arguments& args) {
  const auto text = args.value("where");
  return text ? parseFilter(*text) : Result<Filter>(Filter());
}

}  // namespace leadlight
