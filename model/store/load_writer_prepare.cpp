#include <algorithm>

#include "model/store/load_writer_state.h"
#include "model/store/retype.h"

// Brings the tables of a dataset to what a load needs, and readies its statements.

namespace leadlight {

namespace {

std::string placeholders(std::size_t count) {
  std::string sql;
  for (std::size_t i = 0; i < count; ++i) sql += i == 0 ? "?" : ", ?";
  return sql;
}

std::vector<TypeChange> changesBetween(const Dataset& stored, const Dataset& wanted) {
  std::vector<TypeChange> changes;
  for (const DatasetColumn& column : wanted.columns)
    if (const DatasetColumn* known = stored.find(column.name); known != nullptr && known->type != column.type)
      changes.push_back({known->name, known->type, column.type});
  return changes;
}

// Returns whether stored columns are others now, or of another type.
Result<bool> createOrExtend(Database& database, const Dataset& wanted) {
  Result<std::optional<Dataset>> found = readDataset(database, wanted.name);
  if (!found) return found.error();
  if (!*found) {
    if (const Status created = createDataset(database, wanted); !created) return created.error();
    return false;
  }
  if (const Status renewed = renewRawView(database, wanted.name); !renewed) return renewed.error();
  Dataset current = **std::move(found);
  const std::vector<TypeChange> changes = changesBetween(current, wanted);
  if (const Status changed = changeTypes(database, current, changes); !changed) return changed.error();
  const Result<bool> empty = hasNoLeads(database, wanted.name);
  if (!empty) return empty.error();
  if (*empty) {
    if (const Status reshaped = reshapeDataset(database, wanted); !reshaped) return reshaped.error();
    return true;
  }
  for (const DatasetColumn& column : wanted.columns) {
    const DatasetColumn* known = current.find(column.name);
    if (known == nullptr) {
      if (const Status added = addColumn(database, current, column); !added) return added.error();
      current.columns.push_back(column);
    }
  }
  if (!current.target && wanted.target)
    if (const Status set = setTarget(database, wanted.name, *wanted.target, wanted.positives); !set) return set.error();
  return !changes.empty();
}

std::size_t placeOf(const std::vector<std::string>& columns, std::string_view name) {
  return static_cast<std::size_t>(std::find(columns.begin(), columns.end(), name) - columns.begin());
}

}  // namespace

Status LoadWriter::prepare(const Dataset& wanted, const std::vector<std::string>& fileColumns,
                           const std::vector<std::string>& rawNames) {
  State& s = *state_;
  if (s.reading) return prepareReading(wanted, fileColumns);
  const Result<bool> retyped = createOrExtend(s.database, wanted);
  if (!retyped) return retyped.error();
  s.retyped = *retyped;
  s.dataset = wanted;
  s.fileColumns = fileColumns;
  s.rawNames = rawNames;
  const auto table = [&](const char* suffix) { return tableName(wanted.name, suffix); };

  const auto lastOf = [&](const char* column, const char* suffix) {
    return s.database.number(std::string("SELECT coalesce(max(") + column + "), 0) + 1 FROM " + table(suffix));
  };
  const Result<std::int64_t> rawId = lastOf("raw_id", "raw_record");
  if (!rawId) return rawId.error();
  s.nextRawId = *rawId;
  // Numbers are never given twice, so that history stays unambiguous.
  const Result<std::int64_t> leadId = lastOf("lead_id", "final"), oldId = lastOf("lead_id", "history");
  if (!leadId) return leadId.error();
  if (!oldId) return oldId.error();
  s.nextLeadId = std::max(*leadId, *oldId);
  s.indexMissing = wanted.key.has_value() && *leadId == 1;
  if (s.indexMissing)
    if (const Status dropped = s.database.run("DROP INDEX IF EXISTS " + s.keyIndexName()); !dropped) return dropped;

  std::vector<std::string> allColumns;
  for (const DatasetColumn& column : wanted.columns) allColumns.push_back(column.name);
  std::string assignments;
  for (const std::string& column : fileColumns) assignments += ", " + sqlName(column) + " = ?";
  const std::string loadId = std::to_string(s.loadId);
  const std::string versions = "lead_id, load_id, raw_id, row_hash" + columnList(allColumns);
  const std::pair<Statement*, std::string> statements[] = {
      {&s.raw, "INSERT INTO " + table("raw_record") + " VALUES(?, " + loadId + ", ?, ?, ?)"},
      {&s.earlierRaw, "SELECT raw_id, load_id, record FROM " + table("raw_record") + " WHERE raw_id >= ?"},
      {&s.insert, "INSERT INTO " + table("final") + "(lead_id, load_id, raw_id, row_hash" + columnList(fileColumns) +
                      ") VALUES(?, " + loadId + ", ?, ?" + (fileColumns.empty() ? "" : ", ") +
                      placeholders(fileColumns.size()) + ")"},
      {&s.update, "UPDATE " + table("final") + " SET load_id = " + loadId + ", raw_id = ?2, row_hash = ?3" +
                      assignments + " WHERE lead_id = ?1"},
      {&s.archive, "INSERT INTO " + table("history") + "(superseded_by, " + versions + ") SELECT " + loadId + ", " +
                       versions + " FROM " + table("final") + " WHERE lead_id = ?"},
      {&s.remove, "DELETE FROM " + table("final") + " WHERE lead_id = ?"},
      {&s.restore, "INSERT INTO " + table("final") + "(" + versions + ") SELECT " + versions + " FROM " +
                       table("history") + " WHERE superseded_by = " + loadId + " AND lead_id = ?"},
      {&s.unarchive, "DELETE FROM " + table("history") + " WHERE superseded_by = " + loadId + " AND lead_id = ?"},
      {&s.read, "SELECT row_hash" + columnList(fileColumns) + " FROM " + table("final") + " WHERE lead_id = ?"},
      {&s.quarantine, "INSERT INTO " + table("quarantine") +
                          "(load_id, line, byte, \"column\", code, message, raw) VALUES(" + loadId +
                          ", ?, ?, ?, ?, ?, ?)"},
  };
  for (const auto& [statement, sql] : statements) {
    Result<Statement> prepared = s.database.prepare(sql);
    if (!prepared) return prepared.error();
    *statement = *std::move(prepared);
  }
  if (const Status ready = s.held.prepare(s.database, s.loadId); !ready) return ready;
  return prepareBulk();
}

// Raw rows have no index; leads have none before their first load is through, or without a key.
Status LoadWriter::prepareBulk() {
  State& s = *state_;
  Result<std::unique_ptr<BulkInsert>> raw = BulkInsert::into(s.database, s.dataset.name + "_raw_record", "bulk_raw");
  if (!raw) return raw.error();
  s.rawRows = *std::move(raw);
  if (s.dataset.key && !s.indexMissing) return {};
  Result<std::unique_ptr<BulkInsert>> leads = BulkInsert::into(s.database, s.dataset.name + "_final", "bulk_leads");
  if (!leads) return leads.error();
  s.leadRows = *std::move(leads);
  if (!s.leadRows) return {};
  const std::vector<std::string>& columns = s.leadRows->columns();
  s.leadRow.assign(columns.size(), TypedCell{});
  for (const char* own : {"lead_id", "load_id", "raw_id", "row_hash"}) s.leadPlaces.push_back(placeOf(columns, own));
  for (const std::string& name : s.fileColumns) s.leadPlaces.push_back(placeOf(columns, name));
  return {};
}

// Where types would change, leads are shown as they would be then.
Status LoadWriter::prepareReading(const Dataset& wanted, const std::vector<std::string>& fileColumns) {
  State& s = *state_;
  s.fileColumns = fileColumns;
  Result<std::optional<Dataset>> stored = readDataset(s.database, wanted.name);
  if (!stored) return stored.error();
  if (!*stored) return {};
  s.dataset = **std::move(stored);
  s.changes = changesBetween(s.dataset, wanted);
  std::vector<std::string> changed;
  for (const TypeChange& change : s.changes) changed.push_back(change.column);
  if (!changed.empty())
    if (const Status described = describeColumns(s.database, s.dataset, changed); !described) return described;
  std::string columns;
  for (const std::string& column : fileColumns)
    columns += ", " + (s.dataset.find(column) == nullptr ? "NULL" : s.valueSql(column));
  Result<Statement> read = s.database.prepare("SELECT " + hashAfter(s.dataset, s.changes) + columns + " FROM " +
                                              tableName(wanted.name, "final") + " AS f WHERE f.lead_id = ?");
  if (!read) return read.error();
  s.read = *std::move(read);
  return {};
}

std::string LoadWriter::State::valueSql(const std::string& column) const {
  for (const TypeChange& change : changes)
    if (change.column == column) return valueAfter(dataset, change);
  return "f." + sqlName(column);
}

}  // namespace leadlight
