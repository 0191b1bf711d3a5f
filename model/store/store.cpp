#include "model/store/store.h"

#include <fmt/format.h>

#include <cstdlib>
#include <nlohmann/json.hpp>

#include "model/base/hash.h"
#include "model/base/text.h"
#include "model/store/dataset_tables.h"
#include "model/store/load_rows.h"
#include "model/store/migrations.h"
#include "model/store/revision.h"

namespace leadlight {

namespace {

// A crash can leave a journal that only a writing connection may play back.
void recover(const std::filesystem::path& file, const WaitForOthers& patience) {
  if (Result<std::unique_ptr<Database>> writer = Database::open(file, Database::Mode::ReadWrite, patience))
    static_cast<void>((*writer)->number("SELECT count(*) FROM sqlite_schema"));
}

Status prepareForWriting(Database& database) {
  // Another program's file is not touched.
  if (const Status ours = checkVersion(database); !ours) return ours;
  if (const Status mode =
          database.runPatiently("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON");
      !mode)
    return mode;
  return migrate(database);
}

// The columns of a dataset by the spelling that its tables use. Errors: UnknownColumn.
Result<std::vector<std::string>> resolved(const Dataset& dataset, const std::vector<std::string>& columns) {
  std::vector<std::string> names;
  for (const std::string& column : columns) {
    const DatasetColumn* found = dataset.find(column);
    if (found == nullptr)
      return Error{
          Errc::UnknownColumn, fmt::format("{} has no column {}.", dataset.name, column), "", {dataset.name, column}};
    names.push_back(found->name);
  }
  return names;
}

}  // namespace

const DatasetColumn* Dataset::find(std::string_view column) const {
  for (const DatasetColumn& candidate : columns)
    if (candidate.name == column) return &candidate;
  for (const DatasetColumn& candidate : columns)
    if (equalsIgnoringCase(candidate.name, column)) return &candidate;
  return nullptr;
}

Store::Store(std::unique_ptr<Database> database) : database_(std::move(database)) {}
Store::Store(Store&&) noexcept = default;
Store& Store::operator=(Store&&) noexcept = default;
Store::~Store() = default;

Result<Store> Store::open(const std::filesystem::path& file, Mode mode, WaitForOthers patience) {
  const auto databaseMode = mode == Mode::ReadOnly ? Database::Mode::ReadOnly : Database::Mode::ReadWrite;
  Result<std::unique_ptr<Database>> database = Database::open(file, databaseMode, patience);
  if (!database) return database.error();
  if (mode == Mode::ReadWrite) {
    if (const Status ready = prepareForWriting(**database); !ready) return ready.error();
    return Store(std::move(*database));
  }
  Status checked = checkVersion(**database);
  if (!checked) {
    recover(file, patience);
    checked = checkVersion(**database);
  }
  if (!checked) return checked.error();
  const Result<std::int64_t> version = (*database)->number("PRAGMA user_version");
  if (!version) return version.error();
  if (*version == 0) return Error{Errc::NotFound, "There is no store here yet. Load a file first.", file.string(), {}};
  const Result<bool> current = isCurrent(**database);
  if (!current) return current.error();
  if (!*current)
    if (Result<Store> writer = open(file, Mode::ReadWrite, patience); !writer) return writer.error();
  return Store(std::move(*database));
}

const std::filesystem::path& Store::file() const { return database_->file(); }
Database& Store::database() { return *database_; }

std::vector<std::string> Store::datasets() {
  Result<std::vector<std::string>> names = datasetNames(*database_);
  return names ? *std::move(names) : std::vector<std::string>{};
}

Result<Dataset> Store::dataset(std::string_view name) {
  for (const Dataset& then : datasetsThen_)
    if (then.name == name) return then;
  Result<std::optional<Dataset>> found = readDataset(*database_, name);
  if (!found) return found.error();
  if (!*found)
    return Error{Errc::UnknownDataset,
                 fmt::format("There is no dataset {} in this store yet. Load a file first.", name),
                 file().string(),
                 {std::string(name)}};
  return **std::move(found);
}

Result<std::uint64_t> Store::leadCount(std::string_view name) {
  const Result<Dataset> found = dataset(name);
  if (!found) return found.error();
  const Result<std::int64_t> count = database_->number("SELECT count(*) FROM " + tableName(name, "final"));
  if (!count) return count.error();
  return static_cast<std::uint64_t>(*count);
}

Result<std::vector<LoadReport>> Store::loads() { return readLoads(*database_); }

Status Store::scan(std::string_view name, const std::vector<std::string>& columns, const Visitor& visit,
                   LeadRange range) {
  const Result<Dataset> found = dataset(name);
  if (!found) return found.error();
  const Result<std::vector<std::string>> names = resolved(*found, columns);
  if (!names) return names.error();
  Result<Statement> query =
      database_->prepare("SELECT lead_id" + columnList(*names) + " FROM " + tableName(name, "final") +
                         " WHERE lead_id BETWEEN ? AND ? ORDER BY lead_id");
  if (!query) return query.error();
  query->bind(1, range.first);
  query->bind(2, range.last);
  std::vector<StoredValue> values(names->size());
  while (true) {
    const Result<bool> row = query->step();
    if (!row) return row.error();
    if (!*row) return {};
    for (std::size_t i = 0; i < values.size(); ++i) values[i] = query->value(static_cast<int>(i) + 1);
    if (!visit(query->integer(0), values)) return {};
  }
}

Status Store::fetch(std::string_view name, const std::vector<std::string>& columns,
                    std::span<const std::int64_t> leadIds, const Visitor& visit) {
  const Result<Dataset> found = dataset(name);
  if (!found) return found.error();
  const Result<std::vector<std::string>> names = resolved(*found, columns);
  if (!names) return names.error();
  Result<Statement> query = database_->prepare("SELECT lead_id" + columnList(*names) + " FROM " +
                                               tableName(name, "final") + " WHERE lead_id = ?");
  if (!query) return query.error();
  std::vector<StoredValue> values(names->size());
  for (const std::int64_t leadId : leadIds) {
    query->bind(1, leadId);
    const Result<bool> row = query->step();
    if (!row) return row.error();
    if (!*row) continue;
    for (std::size_t i = 0; i < values.size(); ++i) values[i] = query->value(static_cast<int>(i) + 1);
    if (!visit(leadId, values)) return {};
    query->reset();
  }
  return {};
}

Result<std::int64_t> Store::leadId(std::string_view name, std::string_view key) {
  const Result<Dataset> found = dataset(name);
  if (!found) return found.error();
  const std::string column = found->key ? sqlName(*found->key) : "lead_id";
  Result<Statement> query =
      database_->prepare("SELECT lead_id FROM " + tableName(name, "final") + " WHERE " + column + " = ?");
  if (!query) return query.error();
  query->bind(1, key);
  const Result<bool> row = query->step();
  if (!row) return row.error();
  const DatasetColumn* keyColumn = found->key ? found->find(*found->key) : nullptr;
  const std::string label = keyColumn == nullptr ? "number" : keyColumn->label;
  if (!*row) return Error{Errc::UnknownLead, fmt::format("No lead has this {}.", label), "", {label}};
  return query->integer(0);
}

Result<Store::Origin> Store::origin(std::string_view name, std::int64_t leadId) {
  const Result<Dataset> found = dataset(name);
  if (!found) return found.error();
  Result<Statement> query = database_->prepare(originSql(name));
  if (!query) return query.error();
  query->bind(1, leadId);
  const Result<bool> row = query->step();
  if (!row) return row.error();
  if (!*row)
    return Error{Errc::UnknownLead, fmt::format("There is no lead number {}.", leadId), "", {std::to_string(leadId)}};
  return Origin{query->integer(0), std::string(query->text(1)), static_cast<std::uint64_t>(query->integer(2)),
                std::string(query->text(3))};
}

Result<std::string> Store::digest(std::string_view name) {
  const Result<Dataset> found = dataset(name);
  if (!found) return found.error();
  // row_hash does not depend on the order of columns; sorting makes the digest independent of the order of rows.
  Result<Statement> query =
      database_->prepare("SELECT row_hash FROM " + tableName(name, "final") + " ORDER BY row_hash");
  if (!query) return query.error();
  Sha256 hash;
  while (true) {
    const Result<bool> row = query->step();
    if (!row) return row.error();
    if (!*row) return hash.hex();
    hash.update(std::to_string(query->integer(0)) + "\n");
  }
}

Result<std::string> Store::revision(std::string_view dataset, std::int64_t scorecardId) {
  if (asOf_) return std::string();
  return readRevision(*database_, dataset, scorecardId);
}

Result<std::optional<std::int64_t>> Store::eventOfRevision(std::string_view dataset, std::string_view token) {
  return leadlight::eventOfRevision(*database_, dataset, token);
}

Result<std::vector<std::int64_t>> Store::leadsChangedSince(std::string_view name, std::int64_t event,
                                                           std::int64_t greatest) {
  const Result<Dataset> found = dataset(name);
  if (!found) return found.error();
  // Whatever an event takes out of the final table it puts into the history, and numbers of leads only grow.
  Result<Statement> query = database_->prepare(
      fmt::format("SELECT lead_id FROM {} WHERE superseded_by > ? UNION SELECT lead_id FROM {} WHERE lead_id > ? "
                  "ORDER BY lead_id",
                  tableName(name, "history"), tableName(name, "final")));
  if (!query) return query.error();
  query->bind(1, event);
  query->bind(2, greatest);
  std::vector<std::int64_t> leads;
  while (true) {
    const Result<bool> row = query->step();
    if (!row) return row.error();
    if (!*row) return leads;
    leads.push_back(query->integer(0));
  }
}

Result<std::int64_t> Store::lastEvent() { return database_->number("SELECT coalesce(max(load_id), 0) FROM load"); }

Result<std::int64_t> Store::greatestLeadId(std::string_view name) {
  const Result<Dataset> found = dataset(name);
  if (!found) return found.error();
  return database_->number("SELECT coalesce(max(lead_id), 0) FROM " + tableName(name, "final"));
}

std::filesystem::path defaultStorePath() {
  // The standard has paths that are not absolute ignored.
  const char* data = std::getenv("XDG_DATA_HOME");
  const char* home = std::getenv("HOME");
  std::filesystem::path folder;
  if (data != nullptr && *data == '/')
    folder = data;
  else if (home != nullptr)
    folder = std::filesystem::path(home) / ".local/share";
  return folder / "leadlight" / "leads.db";
}

}  // namespace leadlight
