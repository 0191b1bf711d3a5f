#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

#include "model/base/text.h"
#include "model/store/dataset_tables.h"
#include "model/store/load_rows.h"
#include "model/store/retype.h"
#include "model/store/store.h"

namespace leadlight {

namespace {

std::vector<std::string> namesOf(const Dataset& dataset) {
  std::vector<std::string> names;
  for (const DatasetColumn& column : dataset.columns) names.push_back(column.name);
  return names;
}

std::string chosenVersions(const Dataset& dataset) { return "temp." + tableName(dataset.name, "as_of"); }

// Of each lead the version with the greatest load_id <= event that nothing had superseded by then, if that is in the
// history.
Status chooseVersions(Database& database, const Dataset& dataset, std::int64_t event) {
  // Of max() in a group, the bare columns are those of its row.
  return database.run(fmt::format(
      "CREATE TEMP TABLE {0}(lead_id INTEGER PRIMARY KEY, history_id INTEGER, load_id INTEGER);"
      "INSERT INTO {0} SELECT lead_id, history_id, max(load_id) FROM main.{1} "
      "WHERE load_id <= {3} AND superseded_by > {3} GROUP BY lead_id;"
      "DELETE FROM {0} WHERE EXISTS(SELECT 1 FROM main.{2} f WHERE f.lead_id = {0}.lead_id AND "
      "f.load_id <= {3} AND f.load_id > {0}.load_id)",
      tableName(dataset.name, "as_of"), tableName(dataset.name, "history"), tableName(dataset.name, "final"), event));
}

// Has a version that is shown a value in this column, which the dataset has no more?
Result<bool> isFilled(Database& database, const Dataset& dataset, const std::string& column) {
  const Result<std::optional<std::string>> there = historyType(database, dataset.name, column);
  if (!there) return there.error();
  if (!*there) return false;
  const auto found = database.number(fmt::format(
      "SELECT EXISTS(SELECT 1 FROM main.{} WHERE history_id IN (SELECT history_id FROM {}) AND {} NOT NULL)",
      tableName(dataset.name, "history"), chosenVersions(dataset), sqlName(column)));
  if (!found) return found.error();
  return *found != 0;
}

// The dataset with the types that its columns had after an event, and the columns and the key of an earlier shape.
Result<Dataset> datasetAsOf(Database& database, Dataset dataset, std::int64_t event) {
  const auto facts = columnsAsOf(database, dataset.name, event);
  if (!facts) return facts.error();
  const std::size_t now = dataset.columns.size();
  for (const LoadReport::ColumnFacts& then : *facts) {
    const auto known = std::find_if(dataset.columns.begin(), dataset.columns.end(),
                                    [&](const auto& column) { return equalsIgnoringCase(column.name, then.name); });
    if (known != dataset.columns.end()) {
      known->type = then.type;
    } else {
      const Result<bool> filled = isFilled(database, dataset, then.name);
      if (!filled) return filled.error();
      if (*filled) dataset.columns.push_back({then.name, then.label, then.type, false});
    }
    if (then.key) dataset.key = then.name;
  }
  std::rotate(dataset.columns.begin(), dataset.columns.begin() + static_cast<std::ptrdiff_t>(now),
              dataset.columns.end());
  return dataset;
}

// What a column's values have to become to be those of then. They come from the raw rows, unless they are numbers that
// any type of now has: versions that were undone may hold values of another type.
std::optional<TypeChange> changeBack(const Dataset& now, const DatasetColumn& then) {
  const DatasetColumn* column = now.find(then.name);
  if (column == nullptr || column->type == then.type) return std::nullopt;
  return TypeChange{then.name, column->type == ColumnType::Text ? then.type : column->type, then.type};
}

// A temporary view takes the place of the final table: SQLite looks for names among temporary ones first.
Status showVersions(Database& database, const Dataset& now, const Dataset& then, std::int64_t event) {
  std::vector<TypeChange> changes;
  std::vector<std::string> changed;
  std::string ofFinal, ofHistory;
  for (const DatasetColumn& column : then.columns) {
    const std::string name = sqlName(column.name);
    std::string value = "f." + name;
    if (const std::optional<TypeChange> change = changeBack(now, column)) {
      value = valueAfter(now, *change);
      changes.push_back(*change);
      changed.push_back(column.name);
    }
    ofHistory += ", " + value + " AS " + name;
    ofFinal += ", " + (now.find(column.name) == nullptr ? "NULL" : value) + " AS " + name;
  }
  if (!changed.empty())
    if (const Status described = describeColumns(database, now, changed); !described) return described;
  return database.run(fmt::format(
      "CREATE TEMP VIEW {0} AS SELECT {1}{2} FROM main.{0} f WHERE f.load_id <= {4} AND f.lead_id NOT IN "
      "(SELECT lead_id FROM {5}) UNION ALL SELECT {1}{3} FROM main.{6} f WHERE f.history_id IN (SELECT history_id "
      "FROM {5})",
      tableName(now.name, "final"), "f.lead_id, f.load_id, f.raw_id, " + hashAfter(now, changes) + " AS row_hash",
      ofFinal, ofHistory, event, chosenVersions(now), tableName(now.name, "history")));
}

// A stretch of a lead's life: from the event that brought it up to the one that took it away.
struct Stretch {
  std::int64_t from = 0;
  std::int64_t until = std::numeric_limits<std::int64_t>::max();
  std::vector<std::string> values;
};

Result<std::vector<Stretch>> stretchesOf(Database& database, const Dataset& dataset, std::string_view key) {
  const std::string column = dataset.key ? sqlName(*dataset.key) : "lead_id";
  const std::string columns = columnList(namesOf(dataset));
  Result<Statement> query =
      database.prepare("SELECT load_id, NULL" + columns + " FROM " + tableName(dataset.name, "final") + " WHERE " +
                       column + " = ?1 UNION ALL SELECT load_id, superseded_by" + columns + " FROM " +
                       tableName(dataset.name, "history") + " WHERE " + column + " = ?1");
  if (!query) return query.error();
  query->bind(1, key);
  std::vector<Stretch> found;
  while (true) {
    const Result<bool> row = query->step();
    if (!row) return row.error();
    if (!*row) return found;
    Stretch stretch{.from = query->integer(0), .values = {}};
    if (!query->isNull(1)) stretch.until = query->integer(1);
    for (int i = 2; i < query->columns(); ++i) stretch.values.push_back(textOf(query->value(i)));
    found.push_back(std::move(stretch));
  }
}

const Stretch* versionAt(const std::vector<Stretch>& stretches, std::int64_t event) {
  const Stretch* best = nullptr;
  for (const Stretch& stretch : stretches)
    if (stretch.from <= event && stretch.until > event && (best == nullptr || stretch.from > best->from))
      best = &stretch;
  return best;
}

// When an event was, its file, and the load that it undid.
Result<LeadVersion> eventFacts(Database& database, std::int64_t event) {
  Result<Statement> query = database.prepare(
      "SELECT started_at, file, CASE WHEN status = 'undo' THEN same_as END FROM load WHERE load_id = ?");
  if (!query) return query.error();
  query->bind(1, event);
  const Result<bool> row = query->step();
  if (!row) return row.error();
  LeadVersion version;
  version.event = event;
  if (!*row) return version;
  version.at = query->text(0);
  version.file = query->text(1);
  if (!query->isNull(2)) version.undid = query->integer(2);
  return version;
}

std::vector<LeadVersion::Cell> differences(const Dataset& dataset, const Stretch* before, const Stretch* after) {
  std::vector<LeadVersion::Cell> cells;
  for (std::size_t i = 0; i < dataset.columns.size(); ++i) {
    const std::string old = before == nullptr ? std::string() : before->values[i];
    const std::string now = after == nullptr ? std::string() : after->values[i];
    if (old != now) cells.push_back({dataset.columns[i].name, old, now});
  }
  return cells;
}

}  // namespace

Status Store::showAsOf(std::int64_t event) {
  datasetsThen_.clear();
  const Result<std::int64_t> last = lastEvent();
  if (!last) return last.error();
  if (event < 1 || event > *last) return unknownLoad(event);
  if (const Status memory = database_->run("PRAGMA temp_store = MEMORY"); !memory) return memory;
  std::vector<Dataset> datasetsThen;
  for (const std::string& name : datasets()) {
    const Result<Dataset> now = dataset(name);
    if (!now) return now.error();
    if (const Status chosen = chooseVersions(*database_, *now, event); !chosen) return chosen;
    Result<Dataset> then = datasetAsOf(*database_, *now, event);
    if (!then) return then.error();
    if (const Status shown = showVersions(*database_, *now, *then, event); !shown) return shown;
    datasetsThen.push_back(*std::move(then));
  }
  asOf_ = event;
  datasetsThen_ = std::move(datasetsThen);
  return {};
}

Result<std::vector<LeadVersion>> Store::history(std::string_view name, std::string_view key) {
  const Result<Dataset> found = dataset(name);
  if (!found) return found.error();
  const Result<std::vector<Stretch>> stretches = stretchesOf(*database_, *found, key);
  if (!stretches) return stretches.error();
  if (stretches->empty()) {
    const std::string label = found->key ? *found->key : "number";
    return Error{Errc::UnknownLead, fmt::format("No lead has this {}.", label), "", {label}};
  }
  std::set<std::int64_t> events;
  for (const Stretch& stretch : *stretches) {
    events.insert(stretch.from);
    if (stretch.until != std::numeric_limits<std::int64_t>::max()) events.insert(stretch.until);
  }
  std::vector<LeadVersion> versions;
  const Stretch* before = nullptr;
  for (const std::int64_t event : events) {
    const Stretch* now = versionAt(*stretches, event);
    if (now == before) continue;
    // A load that brought the same row again takes over from one that was undone.
    if (now != nullptr && before != nullptr && now->values == before->values && now->from == event) {
      before = now;
      continue;
    }
    Result<LeadVersion> version = eventFacts(*database_, event);
    if (!version) return version.error();
    if (now == nullptr)
      version->kind = LeadVersion::Kind::Removed;
    else if (version->undid)
      version->kind = LeadVersion::Kind::Restored;
    else
      version->kind = before == nullptr ? LeadVersion::Kind::Loaded : LeadVersion::Kind::Changed;
    version->cells = differences(*found, before, now);
    versions.push_back(*std::move(version));
    before = now;
  }
  return versions;
}

}  // namespace leadlight
