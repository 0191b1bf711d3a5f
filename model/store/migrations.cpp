#include "model/store/migrations.h"

#include <array>

namespace leadlight {

namespace {

// "LEAD" in ASCII: marks a SQLite file as a Leadlight store.
constexpr std::int64_t applicationId = 0x4C454144;

// Shipped steps are never edited; new ones go to the end.
constexpr std::array steps = {
    R"sql(
CREATE TABLE dataset(
  name TEXT PRIMARY KEY, key TEXT, modified TEXT, target TEXT, positives TEXT NOT NULL,
  placeholders TEXT NOT NULL) STRICT;
CREATE TABLE dataset_column(
  dataset TEXT NOT NULL, position INTEGER NOT NULL, name TEXT NOT NULL COLLATE NOCASE, label TEXT NOT NULL,
  type TEXT NOT NULL, after_contact INTEGER NOT NULL, PRIMARY KEY(dataset, position), UNIQUE(dataset, name)) STRICT;
CREATE TABLE load(
  load_id INTEGER PRIMARY KEY, dataset TEXT NOT NULL, file TEXT NOT NULL, sha256 TEXT NOT NULL, bytes INTEGER NOT NULL,
  status TEXT NOT NULL, format TEXT NOT NULL, encoding TEXT NOT NULL, delimiter TEXT NOT NULL,
  parsed INTEGER NOT NULL, new INTEGER NOT NULL, changed INTEGER NOT NULL, same INTEGER NOT NULL,
  superseded INTEGER NOT NULL, quarantined INTEGER NOT NULL,
  columns TEXT NOT NULL, first_error TEXT, seconds REAL NOT NULL, started_at TEXT NOT NULL,
  same_as INTEGER, undone_by INTEGER) STRICT;
CREATE INDEX load_content ON load(dataset, sha256);
CREATE TABLE raw_layout(
  load_id INTEGER NOT NULL, position INTEGER NOT NULL, name TEXT NOT NULL, PRIMARY KEY(load_id, position)) STRICT;
CREATE TABLE scorecard(
  scorecard_id INTEGER PRIMARY KEY, name TEXT NOT NULL, version INTEGER NOT NULL, dataset TEXT NOT NULL,
  json TEXT NOT NULL, champion INTEGER NOT NULL, created_at TEXT NOT NULL, UNIQUE(name, version)) STRICT;
CREATE TABLE audit(
  audit_id INTEGER PRIMARY KEY, at TEXT NOT NULL, action TEXT NOT NULL, detail TEXT NOT NULL) STRICT;
)sql",
    // What a frame cache was made from. Stores of before start with fresh tokens.
    R"sql(
CREATE TABLE revision(
  dataset TEXT NOT NULL, scorecard_id INTEGER NOT NULL, token TEXT NOT NULL,
  PRIMARY KEY(dataset, scorecard_id)) STRICT, WITHOUT ROWID;
INSERT INTO revision SELECT name, 0, lower(hex(randomblob(16))) FROM dataset;
INSERT INTO revision SELECT dataset, scorecard_id, lower(hex(randomblob(16))) FROM scorecard;
)sql",
    R"sql(
ALTER TABLE load ADD COLUMN retry_of INTEGER;
CREATE TABLE quarantine_taken(
  dataset TEXT NOT NULL, quarantine_id INTEGER NOT NULL, load_id INTEGER NOT NULL,
  PRIMARY KEY(dataset, quarantine_id, load_id)) WITHOUT ROWID, STRICT;
CREATE INDEX quarantine_taken_by ON quarantine_taken(load_id);
)sql",
    // Leads that a load found as its rows say, in runs of consecutive leads and raw rows.
    R"sql(
CREATE TABLE held(
  load_id INTEGER NOT NULL, kind TEXT NOT NULL, lead_id INTEGER NOT NULL, leads INTEGER NOT NULL,
  raw_id INTEGER NOT NULL, PRIMARY KEY(load_id, lead_id)) WITHOUT ROWID, STRICT;
)sql",
    // Which event drew a token of the leads, so that an older copy can be brought up to date.
    R"sql(
CREATE TABLE lineage(
  dataset TEXT NOT NULL, token TEXT NOT NULL, event INTEGER NOT NULL,
  PRIMARY KEY(dataset, token)) WITHOUT ROWID, STRICT;
INSERT INTO lineage SELECT dataset, token, (SELECT coalesce(max(load_id), 0) FROM load) FROM revision
  WHERE scorecard_id = 0;
)sql",
};

constexpr auto newestVersion = static_cast<std::int64_t>(steps.size());

}  // namespace

Status checkVersion(Database& database) {
  const Result<std::int64_t> id = database.number("PRAGMA application_id");
  if (!id) return id.error();
  const Result<std::int64_t> version = database.number("PRAGMA user_version");
  if (!version) return version.error();
  const std::string where = database.file().string();
  const Result<std::int64_t> tables = database.number("SELECT count(*) FROM sqlite_schema");
  if (!tables) return tables.error();
  if (*version > 0 ? *id != applicationId : *tables > 0)
    return Error{Errc::StoreDamaged, "This SQLite file belongs to another program. Choose another store.", where, {}};
  if (*version > newestVersion)
    return Error{Errc::StoreNewer,
                 "This store was written by a newer version of Leadlight. Update the program to open it.",
                 where,
                 {}};
  return {};
}

Result<bool> isCurrent(Database& database) {
  const Result<std::int64_t> version = database.number("PRAGMA user_version");
  if (!version) return version.error();
  return *version >= newestVersion;
}

Status migrate(Database& database) {
  if (const Status checked = checkVersion(database); !checked) return checked;
  Result<std::int64_t> version = database.number("PRAGMA user_version");
  if (!version) return version.error();
  if (*version == newestVersion) return {};
  const bool isNew = *version == 0;
  while (*version < newestVersion) {
    Result<Transaction> transaction = Transaction::begin(database);
    if (!transaction) return transaction.error();
    // Another process may have migrated while this one waited for its turn.
    version = database.number("PRAGMA user_version");
    if (!version) return version.error();
    if (*version >= newestVersion) break;
    const std::string step = steps[static_cast<std::size_t>(*version)];
    version = *version + 1;
    const Status done = database.run(step + "PRAGMA application_id = " + std::to_string(applicationId) +
                                     "; PRAGMA user_version = " + std::to_string(*version));
    if (!done) return done;
    if (const Status committed = transaction->commit(); !committed) return committed;
  }
  // Into the file itself with the first pages: a log that holds them cannot be emptied on a disk that it has filled.
  if (isNew) static_cast<void>(database.run("PRAGMA wal_checkpoint(TRUNCATE)"));
  return {};
}

}  // namespace leadlight
