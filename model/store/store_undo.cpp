#include <fmt/format.h>

#include "model/base/calendar.h"
#include "model/base/text.h"
#include "model/store/dataset_tables.h"
#include "model/store/load_rows.h"
#include "model/store/retype.h"
#include "model/store/revision.h"
#include "model/store/store.h"

namespace leadlight {

namespace {

Error cannotUndo(std::int64_t loadId, const std::string& why) {
  return {Errc::CannotUndo,
          fmt::format("Load {} cannot be undone: {}.", loadId, why),
          fmt::format("load {}", loadId),
          {std::to_string(loadId), why}};
}

Result<LoadReport> undoableLoad(Database& database, std::int64_t loadId) {
  Result<std::vector<LoadReport>> loads = readLoads(database);
  if (!loads) return loads.error();
  for (LoadReport& report : *loads) {
    if (report.id != loadId) continue;
    if (report.status == LoadReport::Status::Undone) return cannotUndo(loadId, "it was undone before");
    if (report.status != LoadReport::Status::Loaded)
      return cannotUndo(loadId, fmt::format("it was {} and changed nothing", statusName(report.status)));
    return std::move(report);
  }
  return unknownLoad(loadId);
}

// Later events that changed leads which this load had brought or changed, as text; empty when there are none.
Result<std::string> laterEvents(Database& database, const LoadReport& load) {
  Result<Statement> query =
      database.prepare("SELECT DISTINCT superseded_by FROM " + tableName(load.dataset, "history") +
                       " WHERE load_id = ? AND superseded_by > load_id ORDER BY superseded_by");
  if (!query) return query.error();
  query->bind(1, load.id);
  std::vector<std::string> events;
  while (true) {
    const Result<bool> row = query->step();
    if (!row) return row.error();
    if (!*row) return joined(events, ", ");
    events.push_back(std::to_string(query->integer(0)));
  }
}

// Runs of leads that later loads, which still stand, brought too.
struct LaterRun {
  std::int64_t load = 0, lead = 0, leads = 0, raw = 0;
  bool same = false;  // the very row; else an older or shorter one
};

Result<std::vector<LaterRun>> heldLater(Database& database, const LoadReport& load) {
  Result<Statement> query = database.prepare(
      "SELECT h.load_id, h.lead_id, h.leads, h.raw_id, h.kind = 'same' FROM held h JOIN load l USING(load_id) WHERE "
      "h.load_id > ? AND l.dataset = ? AND l.status = 'loaded' ORDER BY h.load_id, h.lead_id");
  if (!query) return query.error();
  query->bind(1, load.id);
  query->bind(2, std::string_view(load.dataset));
  std::vector<LaterRun> runs;
  while (true) {
    const Result<bool> row = query->step();
    if (!row) return row.error();
    if (!*row) return runs;
    runs.push_back(
        {query->integer(0), query->integer(1), query->integer(2), query->integer(3), query->integer(4) != 0});
  }
}

// The tables that an undo moves versions between.
struct UndoTables {
  std::string final, history, rest;  // rest: raw_id, row_hash and all columns

  std::string archive(std::int64_t load, std::int64_t event) const {
    return fmt::format(
        "INSERT INTO {1}(superseded_by, lead_id, load_id, {2}) SELECT {3}, lead_id, load_id, {2} FROM {0} "
        "WHERE load_id = {4}",
        final, history, rest, event, load);
  }
};

// Gives the leads that later loads brought as well to these, as if they had been the first. Returns how many.
Result<std::uint64_t> handOver(Database& database, const UndoTables& tables, const std::vector<LaterRun>& runs,
                               std::int64_t load, std::int64_t event) {
  const std::string range = " AND lead_id BETWEEN ?1 AND ?2";
  Result<Statement> archive = database.prepare(tables.archive(load, event) + range);
  if (!archive) return archive.error();
  Result<Statement> before = database.prepare(
      fmt::format("UPDATE {} SET superseded_by = ?3 WHERE superseded_by = {}", tables.history, load) + range);
  if (!before) return before.error();
  Result<Statement> take = database.prepare(
      fmt::format("UPDATE {} SET load_id = ?3, raw_id = ?4 + lead_id - ?1 WHERE load_id = {}", tables.final, load) +
      range);
  if (!take) return take.error();
  std::uint64_t kept = 0;
  for (const LaterRun& run : runs) {
    if (!run.same) continue;
    for (Statement* statement : {&*archive, &*before, &*take}) {
      statement->bind(1, run.lead);
      statement->bind(2, run.lead + run.leads - 1);
      if (statement != &*archive) statement->bind(3, run.load);
      if (statement == &*take) statement->bind(4, run.raw);
      if (const Status done = statement->run(); !done) return done.error();
    }
    kept += static_cast<std::uint64_t>(database.changes());
  }
  return kept;
}

// Loads whose rows of the leads that are about to go lost to those of `load` or say less than these.
Result<std::string> dependents(Database& database, const UndoTables& tables, const std::vector<LaterRun>& runs,
                               std::int64_t load) {
  Result<Statement> left = database.prepare(
      fmt::format("SELECT 1 FROM {} WHERE load_id = {} AND lead_id BETWEEN ? AND ? LIMIT 1", tables.final, load));
  if (!left) return left.error();
  std::vector<std::string> loads;
  for (const LaterRun& run : runs) {
    if (run.same || (!loads.empty() && loads.back() == std::to_string(run.load))) continue;
    left->bind(1, run.lead);
    left->bind(2, run.lead + run.leads - 1);
    const Result<bool> found = left->step();
    if (!found) return found.error();
    left->reset();
    if (*found) loads.push_back(std::to_string(run.load));
  }
  return joined(loads, ", ");
}

// Undo is an event of its own with a number in the history of loads. As of event N a lead is its version with the
// greatest load_id <= N that was not superseded by then.
Status recordUndo(Database& database, const LoadReport& load, const Dataset& dataset, const UndoReport& report) {
  const std::int64_t event = report.event;
  LoadReport entry;
  for (const TypeChange& change : report.types) {
    LoadReport::ColumnFacts facts{.name = change.column, .label = dataset.find(change.column)->label};
    facts.type = change.to;
    facts.changedFrom = {change.from, 0};
    entry.columns.push_back(std::move(facts));
  }
  entry.id = event;
  entry.dataset = load.dataset;
  entry.file = load.file;
  entry.startedAt = isoNow();
  if (const Status done = insertLoad(database, entry); !done) return done;
  if (const Status noted = addAudit(database, "undo", "load " + std::to_string(load.id)); !noted) return noted;
  return database.run(
      fmt::format("UPDATE load SET status = 'undo', same_as = {0} WHERE load_id = {1};"
                  "UPDATE load SET status = 'undone', undone_by = {1} WHERE load_id = {0};",
                  load.id, event));
}

// A column whose type the load had changed gets the earlier one back, if the values that are left allow it.
Result<std::vector<TypeChange>> restoreTypes(Database& database, const Dataset& dataset, std::int64_t undone) {
  Result<std::vector<TypeChange>> changes = restorableTypes(database, dataset, undone);
  if (!changes) return changes;
  if (const Status changed = changeTypes(database, dataset, *changes); !changed) return changed.error();
  return changes;
}

}  // namespace

Result<UndoReport> Store::undo(std::int64_t loadId, const Progress& progress) {
  Database& database = *database_;
  Result<Transaction> transaction = Transaction::begin(database);
  if (!transaction) return transaction.error();
  const Result<LoadReport> load = undoableLoad(database, loadId);
  if (!load) return load.error();
  const Result<std::string> later = laterEvents(database, *load);
  if (!later) return later.error();
  if (!later->empty())
    return cannotUndo(loadId, fmt::format("later loads changed the same leads (undo {} first)", *later));
  const Result<std::int64_t> event = nextLoadId(database);
  if (!event) return event.error();
  const Result<Dataset> found = dataset(load->dataset);
  if (!found) return found.error();

  std::vector<std::string> names;
  for (const DatasetColumn& column : found->columns) names.push_back(column.name);
  const UndoTables tables{.final = tableName(load->dataset, "final"),
                          .history = tableName(load->dataset, "history"),
                          .rest = "raw_id, row_hash" + columnList(names)};
  UndoReport report{.loadId = loadId, .event = *event};
  progress.report("undo", 0, 3);
  const Result<std::vector<LaterRun>> held = heldLater(database, *load);
  if (!held) return held.error();
  const Result<std::uint64_t> kept = handOver(database, tables, *held, loadId, *event);
  if (!kept) return kept.error();
  report.kept = *kept;
  const Result<std::string> dependent = dependents(database, tables, *held, loadId);
  if (!dependent) return dependent.error();
  if (!dependent->empty())
    return cannotUndo(
        loadId, fmt::format("later loads brought older or shorter rows of the same leads (undo {} first)", *dependent));
  // What the load wrote goes to the history; what it had superseded comes back.
  if (const Status archived = database.run(tables.archive(loadId, *event)); !archived) return archived.error();
  progress.report("undo", 1, 3);
  const Status removed = database.run(fmt::format("DELETE FROM {0} WHERE load_id = {1}", tables.final, loadId));
  if (!removed) return removed.error();
  const std::int64_t touched = database.changes();
  progress.report("undo", 2, 3);
  const Status restored = database.run(fmt::format(
      "INSERT INTO {0}(lead_id, load_id, {2}) SELECT lead_id, load_id, {2} FROM {1} WHERE superseded_by = {3}",
      tables.final, tables.history, tables.rest, loadId));
  if (!restored) return restored.error();
  report.restored = static_cast<std::uint64_t>(database.changes());
  const Status cleared = database.run(fmt::format("DELETE FROM {} WHERE superseded_by = {}", tables.history, loadId));
  if (!cleared) return cleared.error();
  report.removed = static_cast<std::uint64_t>(touched) - report.restored;
  Result<std::vector<TypeChange>> types = restoreTypes(database, *found, loadId);
  if (!types) return types.error();
  report.types = *std::move(types);
  if (const Status recorded = recordUndo(database, *load, *found, report); !recorded) return recorded.error();
  if (const Status renewed = renewLeadsRevision(database, load->dataset, *event); !renewed) return renewed.error();
  if (progress.cancelled()) return Error{Errc::Interrupted, "Stopped. Everything is as it was.", "", {}};
  if (const Status committed = transaction->commit(); !committed) return committed.error();
  progress.report("undo", 3, 3);
  return report;
}

}  // namespace leadlight
