#include "model/store/dataset_tables.h"

#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "model/base/text.h"

namespace leadlight {

namespace {

std::string jsonOf(const std::vector<std::string>& texts) { return nlohmann::json(texts).dump(); }

std::vector<std::string> textsOf(std::string_view json) {
  const auto parsed = nlohmann::json::parse(json, nullptr, false);
  return parsed.is_array() ? parsed.get<std::vector<std::string>>() : std::vector<std::string>{};
}

std::optional<std::string> optionalText(const Statement& row, int column) {
  if (row.isNull(column)) return std::nullopt;
  return std::string(row.text(column));
}

Status insertColumn(Database& database, const std::string& dataset, std::size_t position, const DatasetColumn& column) {
  Result<Statement> insert = database.prepare("INSERT INTO dataset_column VALUES(?, ?, ?, ?, ?, ?)");
  if (!insert) return insert.error();
  insert->bind(1, std::string_view(dataset));
  insert->bind(2, static_cast<std::int64_t>(position));
  insert->bind(3, std::string_view(column.name));
  insert->bind(4, std::string_view(column.label));
  insert->bind(5, std::string_view(typeName(column.type)));
  insert->bind(6, std::int64_t{column.afterContact ? 1 : 0});
  return insert->run();
}

std::string columnDefinitions(const std::vector<DatasetColumn>& columns) {
  std::string sql;
  for (const DatasetColumn& column : columns) sql += ", " + sqlName(column.name) + " " + storageOf(column.type);
  return sql;
}

// Raw rows as `r`, each with the row that holds its values as `o`: another one where it says the same word for word.
std::string rawRowsSql(std::string_view dataset) {
  const std::string table = tableName(dataset, "raw_record");
  return table + " r JOIN " + table +
         " o ON o.raw_id = CASE substr(r.record, 1, 1) WHEN '=' THEN "
         "CAST(substr(r.record, 2) AS INTEGER) ELSE r.raw_id END JOIN load l ON l.load_id = r.load_id";
}

// "->" gives a value's own text, where json_extract() would make a number of it and shorten a long one.
constexpr const char* rawDataSql =
    "CASE WHEN substr(o.record, 1, 1) = '{' THEN o.record ELSE (SELECT json_group_object(y.name, "
    "o.record -> y.position) FROM raw_layout y WHERE y.load_id = o.load_id) END";

std::string rawViewSql(std::string_view dataset) {
  return "CREATE VIEW " + tableName(dataset, "raw") + " AS SELECT r.load_id, r.line, l.file AS filename, " +
         rawDataSql + " AS data FROM " + rawRowsSql(dataset);
}

std::string finalTableSql(const Dataset& dataset) {
  return "CREATE TABLE " + tableName(dataset.name, "final") +
         "(lead_id INTEGER PRIMARY KEY, load_id INTEGER NOT NULL, raw_id INTEGER NOT NULL, row_hash INTEGER NOT NULL" +
         columnDefinitions(dataset.columns) + ") STRICT;";
}

std::string tablesSql(const Dataset& dataset) {
  const auto table = [&](const char* suffix) { return tableName(dataset.name, suffix); };
  const std::string columns = columnDefinitions(dataset.columns);
  std::string sql = "CREATE TABLE " + table("raw_record") +
                    "(raw_id INTEGER PRIMARY KEY, load_id INTEGER NOT NULL, line INTEGER NOT NULL, "
                    "byte INTEGER NOT NULL, record TEXT NOT NULL) STRICT;";
  sql += rawViewSql(dataset.name) + ";";
  sql += finalTableSql(dataset);
  sql += "CREATE TABLE " + table("history") +
         "(history_id INTEGER PRIMARY KEY, superseded_by INTEGER NOT NULL, lead_id INTEGER NOT NULL, "
         "load_id INTEGER NOT NULL, raw_id INTEGER NOT NULL, row_hash INTEGER NOT NULL" +
         columns + ") STRICT;";
  sql += "CREATE INDEX " + tableName(dataset.name, "history_event") + " ON " + table("history") +
         "(superseded_by, lead_id);";
  sql += "CREATE TABLE " + table("quarantine") +
         "(quarantine_id INTEGER PRIMARY KEY, load_id INTEGER NOT NULL, line INTEGER NOT NULL, byte INTEGER NOT NULL, "
         "\"column\" TEXT NOT NULL, code TEXT NOT NULL, message TEXT NOT NULL, raw BLOB NOT NULL) STRICT;";
  sql += "CREATE TABLE " + table("score") +
         "(scorecard_id INTEGER NOT NULL, lead_id INTEGER NOT NULL, score REAL NOT NULL, probability REAL, "
         "band TEXT NOT NULL, PRIMARY KEY(scorecard_id, lead_id)) WITHOUT ROWID, STRICT;";
  return sql;
}

Status insertDataset(Database& database, const Dataset& dataset) {
  Result<Statement> insert = database.prepare("INSERT INTO dataset VALUES(?, ?, ?, ?, ?, ?)");
  if (!insert) return insert.error();
  const std::string positives = jsonOf(dataset.positives), placeholders = jsonOf(dataset.placeholders);
  insert->bind(1, std::string_view(dataset.name));
  insert->bind(2, dataset.key);
  insert->bind(3, dataset.modified);
  insert->bind(4, dataset.target);
  insert->bind(5, std::string_view(positives));
  insert->bind(6, std::string_view(placeholders));
  if (const Status done = insert->run(); !done) return done;
  for (std::size_t i = 0; i < dataset.columns.size(); ++i)
    if (const Status done = insertColumn(database, dataset.name, i, dataset.columns[i]); !done) return done;
  return {};
}

// A place for the column in the history, which may have one from an earlier shape of the dataset, perhaps of another
// type: then it takes values of any.
Status prepareHistory(Database& database, std::string_view dataset, const DatasetColumn& column) {
  const Result<std::optional<std::string>> there = historyType(database, dataset, column.name);
  if (!there) return there.error();
  const std::string alter = "ALTER TABLE " + tableName(dataset, "history"), name = sqlName(column.name);
  if (!*there) return database.run(alter + " ADD COLUMN " + name + " " + storageOf(column.type));
  if (**there == "ANY" || **there == storageOf(column.type)) return {};
  const std::string wide = sqlName(column.name + " of any type");
  return database.run(alter + " ADD COLUMN " + wide + " ANY;UPDATE " + tableName(dataset, "history") + " SET " + wide +
                      " = " + name + ";" + alter + " DROP COLUMN " + name + ";" + alter + " RENAME COLUMN " + wide +
                      " TO " + name);
}

}  // namespace

const char* storageOf(ColumnType type) {
  switch (type) {
    case ColumnType::Integer:
      return "INTEGER";
    case ColumnType::Decimal:
      return "REAL";
    default:
      return "TEXT";
  }
}

bool isReservedColumn(std::string_view name) {
  static constexpr const char* reserved[] = {"lead_id", "load_id",       "raw_id", "row_hash",   "history_id",
                                             "score",   "superseded_by", "band",   "probability"};
  return std::any_of(std::begin(reserved), std::end(reserved),
                     [&](const char* taken) { return equalsIgnoringCase(name, taken); });
}

std::string tableName(std::string_view dataset, std::string_view suffix) {
  return sqlName(std::string(dataset) + "_" + std::string(suffix));
}

std::string originSql(std::string_view dataset) {
  return std::string("SELECT r.load_id, l.file, r.line, ") + rawDataSql + " FROM " + rawRowsSql(dataset) + " JOIN " +
         tableName(dataset, "final") + " f ON f.raw_id = r.raw_id WHERE f.lead_id = ?";
}

std::string columnList(const std::vector<std::string>& columns) {
  std::string sql;
  for (const std::string& column : columns) sql += ", " + sqlName(column);
  return sql;
}

Result<std::vector<std::string>> datasetNames(Database& database) {
  Result<Statement> query = database.prepare("SELECT name FROM dataset ORDER BY name");
  if (!query) return query.error();
  std::vector<std::string> names;
  while (true) {
    const Result<bool> row = query->step();
    if (!row) return row.error();
    if (!*row) return names;
    names.emplace_back(query->text(0));
  }
}

Result<std::optional<Dataset>> readDataset(Database& database, std::string_view name) {
  Result<Statement> query =
      database.prepare("SELECT name, key, modified, target, positives, placeholders FROM dataset WHERE name = ?");
  if (!query) return query.error();
  query->bind(1, name);
  const Result<bool> found = query->step();
  if (!found) return found.error();
  if (!*found) return std::optional<Dataset>{};
  Dataset dataset{.name = std::string(query->text(0)),
                  .columns = {},
                  .key = optionalText(*query, 1),
                  .modified = optionalText(*query, 2),
                  .target = optionalText(*query, 3),
                  .positives = textsOf(query->text(4)),
                  .placeholders = textsOf(query->text(5))};
  Result<Statement> columns = database.prepare(
      "SELECT name, label, type, after_contact FROM dataset_column WHERE dataset = ? ORDER BY position");
  if (!columns) return columns.error();
  columns->bind(1, name);
  while (true) {
    const Result<bool> row = columns->step();
    if (!row) return row.error();
    if (!*row) return std::optional(std::move(dataset));
    dataset.columns.push_back({std::string(columns->text(0)), std::string(columns->text(1)),
                               typeFromName(columns->text(2)).value_or(ColumnType::Text), columns->integer(3) != 0});
  }
}

Status checkNewDataset(Database& database, std::string_view name) {
  constexpr std::string_view reserved = "sqlite_";
  if (equalsIgnoringCase(name.substr(0, reserved.size()), reserved))
    return Error{Errc::Usage,
                 fmt::format("A dataset cannot be named {}: names that begin with {} are kept for SQLite. Choose "
                             "another name.",
                             name, reserved),
                 "",
                 {std::string(name)}};
  const Result<std::vector<std::string>> names = datasetNames(database);
  if (!names) return names.error();
  for (const std::string& taken : *names)
    if (equalsIgnoringCase(taken, name))
      return Error{
          Errc::Usage,
          fmt::format("There is a dataset {} already, and {} differs from it only in capitals. Name that one, or "
                      "choose another name.",
                      taken, name),
          "",
          {taken, std::string(name)}};
  return {};
}

Result<bool> hasNoLeads(Database& database, std::string_view dataset) {
  const Result<std::int64_t> any = database.number("SELECT EXISTS(SELECT 1 FROM " + tableName(dataset, "final") + ")");
  if (!any) return any.error();
  return *any == 0;
}

Status createDataset(Database& database, const Dataset& dataset) {
  if (const Status made = database.run(tablesSql(dataset)); !made) return made;
  return insertDataset(database, dataset);
}

Status reshapeDataset(Database& database, const Dataset& dataset) {
  for (const DatasetColumn& column : dataset.columns)
    if (const Status ready = prepareHistory(database, dataset.name, column); !ready) return ready;
  const std::string final = tableName(dataset.name, "final");
  const Status made = database.run("DROP TABLE " + final + ";" + finalTableSql(dataset));
  if (!made) return made;
  for (const auto& [table, column] : {std::pair("dataset", "name"), {"dataset_column", "dataset"}}) {
    Result<Statement> remove = database.prepare(std::string("DELETE FROM ") + table + " WHERE " + column + " = ?");
    if (!remove) return remove.error();
    remove->bind(1, std::string_view(dataset.name));
    if (const Status done = remove->run(); !done) return done;
  }
  return insertDataset(database, dataset);
}

Result<std::optional<std::string>> historyType(Database& database, std::string_view dataset, std::string_view column) {
  Result<Statement> query = database.prepare("SELECT type FROM pragma_table_info(?) WHERE name = ? COLLATE NOCASE");
  if (!query) return query.error();
  const std::string table = std::string(dataset) + "_history";
  query->bind(1, std::string_view(table));
  query->bind(2, column);
  const Result<bool> row = query->step();
  if (!row) return row.error();
  return *row ? std::optional(std::string(query->text(0))) : std::nullopt;
}

Status renewRawView(Database& database, std::string_view dataset) {
  Result<Statement> query = database.prepare("SELECT sql FROM sqlite_schema WHERE type = 'view' AND name = ?");
  if (!query) return query.error();
  const std::string name = std::string(dataset) + "_raw", wanted = rawViewSql(dataset);
  query->bind(1, std::string_view(name));
  const Result<bool> row = query->step();
  if (!row) return row.error();
  const bool current = *row && query->text(0) == wanted;
  query->reset();
  return current ? Status{} : database.run("DROP VIEW IF EXISTS " + tableName(dataset, "raw") + ";" + wanted);
}

Status addColumn(Database& database, const Dataset& dataset, const DatasetColumn& column) {
  if (const Status ready = prepareHistory(database, dataset.name, column); !ready) return ready;
  const Status added = database.run("ALTER TABLE " + tableName(dataset.name, "final") + " ADD COLUMN " +
                                    sqlName(column.name) + " " + storageOf(column.type));
  if (!added) return added;
  return insertColumn(database, dataset.name, dataset.columns.size(), column);
}

Status setTarget(Database& database, std::string_view dataset, const std::string& column,
                 const std::vector<std::string>& positives) {
  Result<Statement> update = database.prepare("UPDATE dataset SET target = ?, positives = ? WHERE name = ?");
  if (!update) return update.error();
  const std::string json = jsonOf(positives);
  update->bind(1, std::string_view(column));
  update->bind(2, std::string_view(json));
  update->bind(3, dataset);
  return update->run();
}

}  // namespace leadlight
