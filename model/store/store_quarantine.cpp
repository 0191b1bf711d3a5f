#include "model/store/dataset_tables.h"
#include "model/store/store.h"

namespace leadlight {

namespace {

// Undoing and restoring are events with numbers of their own, but no loads.
Status checkLoad(Database& database, std::int64_t loadId) {
  Result<Statement> query =
      database.prepare("SELECT 1 FROM load WHERE load_id = ? AND status NOT IN ('undo', 'restore')");
  if (!query) return query.error();
  query->bind(1, loadId);
  const Result<bool> row = query->step();
  if (!row) return row.error();
  return *row ? Status{} : unknownLoad(loadId);
}

}  // namespace

Result<std::vector<QuarantinedRow>> Store::quarantine(std::optional<std::int64_t> loadId, std::size_t limit,
                                                      Quarantined which) {
  if (loadId)
    if (const Status known = checkLoad(*database_, *loadId); !known) return known.error();
  std::vector<QuarantinedRow> rows;
  for (const std::string& name : datasets()) {
    Result<Statement> query = database_->prepare(
        "SELECT q.load_id, line, byte, \"column\", code, message, raw, quarantine_id, t.load_id FROM " +
        tableName(name, "quarantine") +
        " q JOIN load l ON l.load_id = q.load_id LEFT JOIN (SELECT k.quarantine_id, k.load_id FROM quarantine_taken k "
        "JOIN load r ON r.load_id = k.load_id WHERE k.dataset = ?4 AND r.status = 'loaded') t USING(quarantine_id) "
        "WHERE (?1 IS NULL OR q.load_id = ?1) AND (?3 OR (t.load_id IS NULL AND (?1 = q.load_id OR l.retry_of IS "
        "NULL))) "
        "ORDER BY q.load_id, byte LIMIT ?2");
    if (!query) return query.error();
    query->bind(1, loadId);
    query->bind(2, static_cast<std::int64_t>(limit - rows.size()));
    query->bind(4, std::string_view(name));
    query->bind(3, std::int64_t{which == Quarantined::All ? 1 : 0});
    while (true) {
      const Result<bool> row = query->step();
      if (!row) return row.error();
      if (!*row) break;
      rows.push_back({query->integer(0), static_cast<std::uint64_t>(query->integer(1)),
                      static_cast<std::uint64_t>(query->integer(2)), std::string(query->text(3)),
                      std::string(query->text(4)), std::string(query->text(5)), std::string(query->text(6)),
                      query->integer(7), query->isNull(8) ? std::nullopt : std::optional(query->integer(8))});
    }
  }
  return rows;
}

Result<std::vector<AuditEntry>> Store::audit(std::size_t limit) {
  Result<Statement> query = database_->prepare("SELECT at, action, detail FROM audit ORDER BY audit_id DESC LIMIT ?");
  if (!query) return query.error();
  query->bind(1, static_cast<std::int64_t>(limit));
  std::vector<AuditEntry> entries;
  while (true) {
    const Result<bool> row = query->step();
    if (!row) return row.error();
    if (!*row) return entries;
    entries.push_back({std::string(query->text(0)), std::string(query->text(1)), std::string(query->text(2))});
  }
}

}  // namespace leadlight
