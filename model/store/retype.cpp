#include "model/store/retype.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "model/base/text.h"
#include "model/store/dataset_tables.h"
#include "model/store/load_rows.h"
#include "model/store/sql_functions.h"

namespace leadlight {

namespace {

std::string sqlText(std::string_view text) {
  std::string out = "'";
  for (const char c : text) {
    if (c == '\'') out += c;
    out += c;
  }
  return out + '\'';
}

std::string columnOf(const std::string& name) { return "f." + sqlName(name); }

std::string printed(const std::string& column) {
  // The shortest text that reads back the same: %!.17g would print 0.1 as 0.10000000000000001.
  return fmt::format("CASE typeof({0}) WHEN 'real' THEN leadlight_number({0}) ELSE CAST({0} AS TEXT) END",
                     columnOf(column));
}

// What the raw row says: a JSON array by position, or an object; its numbers with their own digits.
std::string rawText(const Dataset& dataset, const std::string& column) {
  return fmt::format(
      "(SELECT nullif(CASE json_type(v.record, v.path) WHEN 'text' THEN v.record ->> v.path WHEN 'null' THEN NULL ELSE "
      "v.record -> v.path END, '') FROM (SELECT o.record AS record, CASE substr(o.record, 1, 1) WHEN '{{' THEN "
      "p.named ELSE p.placed END AS path FROM temp.leadlight_place p CROSS JOIN main.{0} r CROSS JOIN main.{0} o "
      "WHERE p.load_id = f.load_id AND p.name = {1} AND r.raw_id = f.raw_id AND o.raw_id = CASE substr(r.record, 1, 1) "
      "WHEN '=' THEN CAST(substr(r.record, 2) AS INTEGER) ELSE r.raw_id END) v)",
      tableName(dataset.name, "raw_record"), sqlText(column));
}

std::string textOf(const Dataset& dataset, const TypeChange& change) {
  if (change.from == ColumnType::Text) return columnOf(change.column);
  return "coalesce(" + rawText(dataset, change.column) + ", " + printed(change.column) + ")";
}

// `form` is SQL.
std::string typedText(const Dataset& dataset, const TypeChange& change, const std::string& form) {
  return fmt::format("leadlight_typed({}, '{}', {})", textOf(dataset, change), typeName(change.to), form);
}

// How the load that brought the row read the column; NULL where it had none.
std::string formOfRow(const TypeChange& change) {
  return fmt::format("(SELECT p.form FROM temp.leadlight_place p WHERE p.load_id = f.load_id AND p.name = {})",
                     sqlText(change.column));
}

// A placeholder in a number or date column reads as absent.
std::string fits(const Dataset& dataset, const TypeChange& change) {
  const std::string text = textOf(dataset, change);
  return fmt::format(
      "({0} IS NULL OR {1} IS NOT NULL OR {0} IN (SELECT value FROM temp.leadlight_placeholder WHERE dataset = {2}))",
      text, typedText(dataset, change, formOfRow(change)), sqlText(dataset.name));
}

bool widensNumber(const TypeChange& change) {
  return change.from == ColumnType::Integer && change.to == ColumnType::Decimal;
}

// The history holds versions of other types, too, from times that were undone.
std::string valueInHistory(const Dataset& dataset, const TypeChange& change) {
  const std::string value = valueAfter(dataset, change);
  if (change.to == ColumnType::Text || widensNumber(change)) return value;
  return "CASE WHEN " + fits(dataset, change) + " THEN " + value + " ELSE " + columnOf(change.column) + " END";
}

std::string wideName(const std::string& column) { return sqlName(column + " retyped"); }

Status changeTable(Database& database, const Dataset& dataset, const std::vector<TypeChange>& changes, bool history) {
  const std::string table = tableName(dataset.name, history ? "history" : "final");
  std::string added, values, hash = "row_hash", renamed;
  for (const TypeChange& change : changes) {
    const std::string wide = wideName(change.column), name = sqlName(change.column);
    added += fmt::format("ALTER TABLE {} ADD COLUMN {} {};", table, wide, history ? "ANY" : storageOf(change.to));
    values += fmt::format("{}{} = {}", values.empty() ? "" : ", ", wide,
                          history ? valueInHistory(dataset, change) : valueAfter(dataset, change));
    if (!widensNumber(change))
      hash = fmt::format("leadlight_rehash({}, {}, {}, {})", hash, sqlText(change.column), name, wide);
    renamed +=
        fmt::format("ALTER TABLE {0} DROP COLUMN {1};ALTER TABLE {0} RENAME COLUMN {2} TO {1};", table, name, wide);
  }
  return database.run(fmt::format("{0}UPDATE {1} AS f SET {2};UPDATE {1} SET row_hash = {3} WHERE row_hash <> {3};{4}",
                                  added, table, values, hash, renamed));
}

Status describeLoad(Database& database, const LoadReport& load, const std::vector<std::string>& columns) {
  Result<Statement> layout = database.prepare("SELECT name, position FROM raw_layout WHERE load_id = ?");
  if (!layout) return layout.error();
  Result<Statement> insert =
      database.prepare("INSERT OR REPLACE INTO temp.leadlight_place VALUES(?, ?, '$[' || ? || ']', ?, ?)");
  if (!insert) return insert.error();
  layout->bind(1, load.id);
  while (true) {
    const Result<bool> row = layout->step();
    if (!row) return row.error();
    if (!*row) return {};
    const std::string name(layout->text(0)), named = "$.\"" + name + '"';
    if (std::none_of(columns.begin(), columns.end(),
                     [&](const std::string& column) { return equalsIgnoringCase(column, name); }))
      continue;
    std::optional<std::string> form;
    for (const LoadReport::ColumnFacts& facts : load.columns)
      if (facts.name == name && facts.reading) form = formText(facts.reading->dates, facts.reading->decimals);
    insert->bind(1, load.id);
    insert->bind(2, std::string_view(name));
    insert->bind(3, layout->integer(1));
    insert->bind(4, std::string_view(named));
    insert->bind(5, form);
    if (const Status done = insert->run(); !done) return done;
  }
}

// The types, the narrowest first, that a column had before `undone` or loads undone earlier changed them, since the
// dataset had no leads.
std::set<ColumnType> earlierTypes(const std::vector<LoadReport>& newestFirst, std::string_view dataset,
                                  std::string_view column, std::int64_t undone) {
  std::set<ColumnType> types;
  for (const LoadReport& load : newestFirst) {
    if (load.dataset != dataset) continue;
    const bool isUndone = load.id == undone || load.status == LoadReport::Status::Undone;
    if (!isUndone && load.status != LoadReport::Status::Loaded) continue;
    for (const LoadReport::ColumnFacts& facts : load.columns)
      if (isUndone && facts.name == column && facts.changedFrom) types.insert(facts.changedFrom->type);
    if (!load.columns.empty() && load.columns.front().first) break;
  }
  return types;
}

// Is there a value, in a lead or in a version that an undo could bring back, that the change would lose?
Result<bool> anyUnfit(Database& database, const Dataset& dataset, const TypeChange& change, std::int64_t undone) {
  const auto found = database.number(fmt::format(
      "SELECT EXISTS(SELECT 1 FROM {0} AS f WHERE NOT {2}) OR EXISTS(SELECT 1 FROM {1} AS f WHERE superseded_by IN "
      "(SELECT load_id FROM load WHERE status = 'loaded' AND load_id <> {3}) AND NOT {2})",
      tableName(dataset.name, "final"), tableName(dataset.name, "history"), fits(dataset, change), undone));
  if (!found) return found.error();
  return *found != 0;
}

}  // namespace

Status describeColumns(Database& database, const Dataset& dataset, const std::vector<std::string>& columns) {
  const Status made = database.run(
      "CREATE TEMP TABLE IF NOT EXISTS leadlight_place(load_id INTEGER NOT NULL, name TEXT NOT NULL COLLATE NOCASE, "
      "placed TEXT NOT NULL, named TEXT NOT NULL, form TEXT, PRIMARY KEY(load_id, name)) WITHOUT ROWID;"
      "CREATE TEMP TABLE IF NOT EXISTS leadlight_placeholder(dataset TEXT NOT NULL, value TEXT NOT NULL, "
      "PRIMARY KEY(dataset, value)) WITHOUT ROWID");
  if (!made) return made;
  Result<Statement> insert = database.prepare("INSERT OR IGNORE INTO temp.leadlight_placeholder VALUES(?, ?)");
  if (!insert) return insert.error();
  for (const std::string& placeholder : dataset.placeholders) {
    insert->bind(1, std::string_view(dataset.name));
    insert->bind(2, std::string_view(placeholder));
    if (const Status done = insert->run(); !done) return done;
  }
  const Result<std::vector<LoadReport>> loads = readLoads(database);
  if (!loads) return loads.error();
  for (const LoadReport& load : *loads)
    if (load.dataset == dataset.name)
      if (const Status described = describeLoad(database, load, columns); !described) return described;
  return {};
}

std::string valueAfter(const Dataset& dataset, const TypeChange& change) {
  if (change.to == ColumnType::Text) return textOf(dataset, change);
  if (!widensNumber(change)) {
    // Without a raw row of its own the value is a printed form.
    const std::string printedForm = formText(DateOrder::YearMonthDay, {});
    return typedText(dataset, change, "coalesce(" + formOfRow(change) + ", '" + printedForm + "')");
  }
  const std::string column = columnOf(change.column);
  return fmt::format("CASE typeof({0}) WHEN 'integer' THEN CAST({0} AS REAL) ELSE {0} END", column);
}

std::string hashAfter(const Dataset& dataset, const std::vector<TypeChange>& changes) {
  std::string hash = "f.row_hash";
  for (const TypeChange& change : changes)
    hash = fmt::format("leadlight_rehash({}, {}, {}, {})", hash, sqlText(change.column), columnOf(change.column),
                       valueAfter(dataset, change));
  return hash;
}

Status changeTypes(Database& database, const Dataset& dataset, const std::vector<TypeChange>& changes) {
  if (changes.empty()) return {};
  std::vector<std::string> names;
  for (const TypeChange& change : changes) names.push_back(change.column);
  if (const Status described = describeColumns(database, dataset, names); !described) return described;
  for (const bool history : {false, true})
    if (const Status changed = changeTable(database, dataset, changes, history); !changed) return changed;
  Result<Statement> update = database.prepare("UPDATE dataset_column SET type = ? WHERE dataset = ? AND name = ?");
  if (!update) return update.error();
  for (const TypeChange& change : changes) {
    update->bind(1, std::string_view(typeName(change.to)));
    update->bind(2, std::string_view(dataset.name));
    update->bind(3, std::string_view(change.column));
    if (const Status done = update->run(); !done) return done;
  }
  return {};
}

Result<std::vector<TypeChange>> restorableTypes(Database& database, const Dataset& dataset, std::int64_t undone) {
  const Result<std::vector<LoadReport>> loads = readLoads(database);
  if (!loads) return loads.error();
  std::vector<TypeChange> changes;
  for (const DatasetColumn& column : dataset.columns) {
    const std::set<ColumnType> earlier = earlierTypes(*loads, dataset.name, column.name, undone);
    for (const ColumnType type : earlier) {
      const TypeChange change{column.name, column.type, type};
      if (type == column.type || commonType(type, column.type) != column.type) continue;
      if (const Status described = describeColumns(database, dataset, {column.name}); !described)
        return described.error();
      const Result<bool> unfit = anyUnfit(database, dataset, change, undone);
      if (!unfit) return unfit.error();
      if (*unfit) continue;
      changes.push_back(change);
      break;
    }
  }
  return changes;
}

}  // namespace leadlight
