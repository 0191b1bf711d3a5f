#include <charconv>

#include "model/base/text.h"
#include "model/store/dataset_tables.h"
#include "model/store/load_rows.h"
#include "model/store/load_writer_state.h"
#include "model/store/retype.h"
#include "model/store/revision.h"

namespace leadlight {

namespace {

void bindCell(Statement& statement, int parameter, const TypedCell& cell) {
  switch (cell.kind) {
    case TypedCell::Kind::Null:
      statement.bindNull(parameter);
      break;
    case TypedCell::Kind::Integer:
      statement.bind(parameter, cell.integer);
      break;
    case TypedCell::Kind::Decimal:
      statement.bind(parameter, cell.decimal);
      break;
    case TypedCell::Kind::Text:
      statement.bind(parameter, cell.view());
      break;
  }
}

TypedCell cellAt(const Statement& row, int column) {
  const StoredValue value = row.value(column);
  switch (value.kind) {
    case StoredValue::Kind::Integer:
      return TypedCell::of(value.integer);
    case StoredValue::Kind::Decimal:
      return TypedCell::of(value.decimal);
    case StoredValue::Kind::Text:
      return TypedCell::of(value.text);
    case StoredValue::Kind::Null:
      break;
  }
  return {};
}

}  // namespace

LoadWriter::LoadWriter(std::unique_ptr<State> state) : state_(std::move(state)) {}
LoadWriter::LoadWriter(LoadWriter&&) noexcept = default;
LoadWriter::~LoadWriter() = default;

std::int64_t LoadWriter::loadId() const { return state_->loadId; }
std::int64_t LoadWriter::nextLeadId() const { return state_->nextLeadId; }

Result<LoadWriter> LoadWriter::begin(Store& store, bool bulk) { return begun(store, bulk, Transaction::begin); }

Result<LoadWriter> LoadWriter::begun(Store& store, bool bulk, Result<Transaction> (*begin)(Database&)) {
  Database& database = store.database();
  auto state = std::make_unique<State>(database, bulk);
  Result<Transaction> transaction = begin(database);
  if (!transaction) return transaction.error();
  state->transaction.emplace(*std::move(transaction));
  state->reading = begin == Transaction::beginReading;
  const Result<std::int64_t> loadId = nextLoadId(database);
  if (!loadId) return loadId.error();
  state->loadId = *loadId;
  return LoadWriter(std::move(state));
}

Result<LoadWriter> LoadWriter::beginReading(Store& store) { return begun(store, false, Transaction::beginReading); }

Result<std::optional<Dataset>> LoadWriter::dataset(std::string_view name) {
  return readDataset(state_->database, name);
}

Status LoadWriter::checkNewDataset(std::string_view name) { return leadlight::checkNewDataset(state_->database, name); }

Result<bool> LoadWriter::hasNoLeads(std::string_view dataset) {
  return leadlight::hasNoLeads(state_->database, dataset);
}

Result<bool> LoadWriter::holdsLongIntegers(std::string_view dataset, const std::string& column) {
  const auto asks = [&](const char* suffix) {
    return "EXISTS(SELECT 1 FROM " + tableName(dataset, suffix) + " WHERE " + sqlName(column) + " NOT BETWEEN -" +
           std::to_string(greatestWholeDecimal) + " AND " + std::to_string(greatestWholeDecimal) + ")";
  };
  const Result<std::int64_t> found = state_->database.number("SELECT " + asks("final") + " OR " + asks("history"));
  if (!found) return found.error();
  return *found != 0;
}

Result<std::optional<std::int64_t>> LoadWriter::loadOfContent(std::string_view dataset, std::string_view sha256) {
  return leadlight::loadOfContent(state_->database, dataset, sha256);
}

Status LoadWriter::forEachLead(const std::function<void(const StoredLead&)>& visit) {
  const Dataset& dataset = state_->dataset;
  if (dataset.name.empty()) return {};  // reading, and there is none yet
  const bool modified = dataset.modified && dataset.find(*dataset.modified) != nullptr;
  const auto value = [&](const std::string& name) { return state_->valueSql(dataset.find(name)->name); };
  Result<Statement> query = state_->database.prepare(
      "SELECT f.lead_id, f.raw_id, " + hashAfter(dataset, state_->changes) + ", " +
      (dataset.key ? value(*dataset.key) : "''") + ", " + (modified ? value(*dataset.modified) : "NULL") + " FROM " +
      tableName(dataset.name, "final") + " AS f ORDER BY f.lead_id");
  if (!query) return query.error();
  while (true) {
    const Result<bool> row = query->step();
    if (!row) return row.error();
    if (!*row) return {};
    visit({query->integer(0), query->integer(1), static_cast<std::uint64_t>(query->integer(2)), query->text(3),
           cellAt(*query, 4)});
  }
}

Result<bool> LoadWriter::hasThisLayout(std::int64_t load) {
  State& s = *state_;
  if (const auto known = s.sameLayout.find(load); known != s.sameLayout.end()) return known->second;
  Result<Statement> query = s.database.prepare("SELECT name FROM raw_layout WHERE load_id = ? ORDER BY position");
  if (!query) return query.error();
  query->bind(1, load);
  std::vector<std::string> names;
  while (true) {
    const Result<bool> row = query->step();
    if (!row) return row.error();
    if (!*row) return s.sameLayout[load] = names == s.rawNames;
    names.emplace_back(query->text(0));
  }
}

// Stands earlierRaw on this row; false when there is none. Rows are mostly asked for in ascending order, and the next
// one is found much faster by a step than by its number.
Result<bool> LoadWriter::findRaw(std::int64_t rawId) {
  constexpr std::int64_t fewSteps = 8;
  State& s = *state_;
  if (s.earlierAt == 0 || s.earlierAt > rawId || rawId - s.earlierAt > fewSteps) {
    s.earlierAt = 0;
    s.earlierRaw.reset();
    s.earlierRaw.bind(1, rawId);
  }
  while (s.earlierAt < rawId) {
    const Result<bool> row = s.earlierRaw.step();
    if (!row) return row.error();
    s.earlierAt = *row ? s.earlierRaw.integer(0) : 0;
    if (!*row) return false;
  }
  return s.earlierAt == rawId;
}

// The raw row that holds `record`, if `rawId` is that row or refers to it; else 0.
Result<std::int64_t> LoadWriter::equalRaw(std::int64_t rawId, std::string_view record) {
  const Result<bool> found = findRaw(rawId);
  if (!found) return found.error();
  if (!*found) return 0;
  const std::string_view kept = state_->earlierRaw.text(2);
  if (kept.starts_with('=')) {
    std::int64_t referred = 0;
    std::from_chars(kept.data() + 1, kept.data() + kept.size(), referred);
    return equalRaw(referred, record);
  }
  if (kept != record) return 0;
  const Result<bool> layout = hasThisLayout(state_->earlierRaw.integer(1));
  if (!layout) return layout.error();
  return *layout ? rawId : 0;
}

Result<std::int64_t> LoadWriter::insertRaw(std::uint64_t line, std::uint64_t byte, std::string_view record,
                                           std::int64_t likely) {
  State& s = *state_;
  std::string reference;
  if (likely != 0) {
    const Result<std::int64_t> equal = equalRaw(likely, record);
    if (!equal) return equal.error();
    if (*equal != 0) record = reference = "=" + std::to_string(*equal);
  }
  const auto lineNumber = static_cast<std::int64_t>(line), offset = static_cast<std::int64_t>(byte);
  if (s.rawRows) {
    const TypedCell row[] = {TypedCell{}, TypedCell::of(s.loadId), TypedCell::of(lineNumber), TypedCell::of(offset),
                             TypedCell::of(record)};
    const Result<bool> added = s.rawRows->add(s.nextRawId, row);
    if (!added) return added.error();
    if (*added) return s.nextRawId++;
  }
  s.raw.bind(1, s.nextRawId);
  s.raw.bind(2, lineNumber);
  s.raw.bind(3, offset);
  s.raw.bind(4, record);
  if (const Status done = s.raw.run(); !done) return done.error();
  return s.nextRawId++;
}

Status LoadWriter::insertLead(std::int64_t leadId, std::int64_t rawId, std::uint64_t rowHash,
                              std::span<const TypedCell> cells) {
  State& s = *state_;
  const auto hash = static_cast<std::int64_t>(rowHash);
  if (s.leadRows && !s.leadsOneByOne) {
    const std::size_t* place = s.leadPlaces.data() + 1;  // lead_id is the row's number
    for (const std::int64_t own : {s.loadId, rawId, hash}) s.leadRow[*place++] = TypedCell::of(own);
    for (const TypedCell& cell : cells) s.leadRow[*place++] = cell;
    const Result<bool> added = s.leadRows->add(leadId, s.leadRow);
    if (!added) return added.error();
    if (*added) return {};
  }
  s.insert.bind(1, leadId);
  s.insert.bind(2, rawId);
  s.insert.bind(3, hash);
  for (std::size_t i = 0; i < cells.size(); ++i) bindCell(s.insert, static_cast<int>(i) + 4, cells[i]);
  return s.insert.run();
}

// Brings a lead into its table that is about to be looked at.
Status LoadWriter::settleLead(std::int64_t leadId) {
  State& s = *state_;
  if (!s.leadRows || !s.leadRows->keeps(leadId)) return {};
  // Where rows of one lead follow each other, small batches would cost more than they save.
  s.leadsOneByOne = ++s.batchesCut > 64 && s.batchesCut * 256 > leadId - s.nextLeadId;
  return s.leadRows->flush();
}

Status LoadWriter::updateLead(std::int64_t leadId, std::int64_t rawId, std::uint64_t rowHash,
                              std::span<const TypedCell> cells) {
  State& s = *state_;
  if (const Status settled = settleLead(leadId); !settled) return settled;
  s.update.bind(1, leadId);
  s.update.bind(2, rawId);
  s.update.bind(3, static_cast<std::int64_t>(rowHash));
  for (std::size_t i = 0; i < cells.size(); ++i) bindCell(s.update, static_cast<int>(i) + 4, cells[i]);
  return s.update.run();
}

Status LoadWriter::archiveLead(std::int64_t leadId) {
  if (const Status settled = settleLead(leadId); !settled) return settled;
  state_->archive.bind(1, leadId);
  return state_->archive.run();
}

Status LoadWriter::restoreLead(std::int64_t leadId) {
  if (const Status settled = settleLead(leadId); !settled) return settled;
  for (Statement* statement : {&state_->remove, &state_->restore, &state_->unarchive}) {
    statement->bind(1, leadId);
    if (const Status done = statement->run(); !done) return done;
  }
  return {};
}

Status LoadWriter::readLead(std::int64_t leadId, std::vector<TypedCell>& cells) {
  if (const Status settled = settleLead(leadId); !settled) return settled;
  Statement& read = state_->read;
  read.reset();
  read.bind(1, leadId);
  const Result<bool> row = read.step();
  if (!row) return row.error();
  cells.assign(state_->fileColumns.size(), TypedCell{});
  if (!*row) return {};
  for (std::size_t i = 0; i < cells.size(); ++i) cells[i] = cellAt(read, static_cast<int>(i) + 1);
  return {};
}

Status LoadWriter::hold(HeldLeads::Kind kind, std::int64_t leadId, std::int64_t rawId) {
  return state_->held.add(kind, leadId, rawId);
}

Status LoadWriter::quarantine(const QuarantinedRow& row) {
  Statement& insert = state_->quarantine;
  insert.bind(1, static_cast<std::int64_t>(row.line));
  insert.bind(2, static_cast<std::int64_t>(row.byte));
  insert.bind(3, std::string_view(row.column));
  insert.bind(4, std::string_view(row.code));
  insert.bind(5, std::string_view(row.message));
  insert.bindBlob(6, row.raw);
  return insert.run();
}

Status LoadWriter::takeFromQuarantine(std::span<const std::int64_t> rows) {
  Result<Statement> insert = state_->database.prepare("INSERT INTO quarantine_taken VALUES(?, ?, ?)");
  if (!insert) return insert.error();
  for (const std::int64_t row : rows) {
    insert->bind(1, std::string_view(state_->dataset.name));
    insert->bind(2, row);
    insert->bind(3, state_->loadId);
    if (const Status done = insert->run(); !done) return done;
  }
  return {};
}

Status LoadWriter::buildIndex() {
  State& s = *state_;
  if (s.leadRows)
    if (const Status flushed = s.leadRows->flush(); !flushed) return flushed;
  if (!s.indexMissing) return {};
  s.read = Statement();
  return s.database.run("CREATE UNIQUE INDEX " + s.keyIndexName() + " ON " + tableName(s.dataset.name, "final") + "(" +
                        sqlName(*s.dataset.key) + ")");
}

Status LoadWriter::commit(const LoadReport& report) {
  State& s = *state_;
  for (BulkInsert* rows : {s.rawRows.get(), s.leadRows.get()})
    if (rows != nullptr)
      if (const Status flushed = rows->flush(); !flushed) return flushed;
  if (const Status written = s.held.finish(); !written) return written;
  Result<Statement> layout = s.database.prepare("INSERT INTO raw_layout VALUES(?, ?, ?)");
  if (!layout) return layout.error();
  for (std::size_t i = 0; i < s.rawNames.size(); ++i) {
    layout->bind(1, s.loadId);
    layout->bind(2, static_cast<std::int64_t>(i));
    layout->bind(3, std::string_view(s.rawNames[i]));
    if (const Status done = layout->run(); !done) return done;
  }
  if (const Status done = insertLoad(s.database, report); !done) return done;
  if (report.fresh + report.changed > 0 || s.retyped)
    if (const Status renewed = renewLeadsRevision(s.database, report.dataset, s.loadId); !renewed) return renewed;
  if (report.status == LoadReport::Status::Loaded) {
    const std::string load = "load " + std::to_string(report.id);
    const Status noted = report.retryOf
                             ? addAudit(s.database, "retry", load + " of load " + std::to_string(*report.retryOf))
                             : addAudit(s.database, "load", load);
    if (!noted) return noted;
  }
  // Statements still open would keep the commit from finishing.
  s.read.reset();
  s.earlierRaw.reset();
  return s.transaction->commit();
}

Result<std::int64_t> recordLoad(Store& store, LoadReport report) {
  // The room that a load which did not come through left in the log is given back: a full disk has no other.
  store.database().waitForOthers(false);
  static_cast<void>(store.database().run("PRAGMA wal_checkpoint(TRUNCATE)"));
  store.database().waitForOthers(true);
  Result<Transaction> transaction = Transaction::begin(store.database());
  if (!transaction) return transaction.error();
  const Result<std::int64_t> loadId = nextLoadId(store.database());
  if (!loadId) return loadId.error();
  report.id = *loadId;
  if (const Status done = insertLoad(store.database(), report); !done) return done.error();
  if (const Status done = transaction->commit(); !done) return done.error();
  return *loadId;
}

}  // namespace leadlight
