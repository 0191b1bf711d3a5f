#include "model/store/revision.h"

namespace leadlight {

namespace {

Status renew(Database& database, std::string_view dataset, std::int64_t scorecardId) {
  Result<Statement> renew =
      database.prepare("INSERT OR REPLACE INTO revision VALUES(?, ?, lower(hex(randomblob(16))))");
  if (!renew) return renew.error();
  renew->bind(1, dataset);
  renew->bind(2, scorecardId);
  return renew->run();
}

}  // namespace

Status renewLeadsRevision(Database& database, std::string_view dataset, std::int64_t event) {
  if (const Status renewed = renew(database, dataset, 0); !renewed) return renewed;
  Result<Statement> note = database.prepare(
      "INSERT INTO lineage SELECT dataset, token, ? FROM revision WHERE dataset = ? AND scorecard_id = 0");
  if (!note) return note.error();
  note->bind(1, event);
  note->bind(2, dataset);
  return note->run();
}

Status renewScoresRevision(Database& database, std::string_view dataset, std::int64_t scorecardId) {
  return renew(database, dataset, scorecardId);
}

Result<std::string> readRevision(Database& database, std::string_view dataset, std::int64_t scorecardId) {
  Result<Statement> query = database.prepare("SELECT token FROM revision WHERE dataset = ? AND scorecard_id = ?");
  if (!query) return query.error();
  query->bind(1, dataset);
  query->bind(2, scorecardId);
  const Result<bool> row = query->step();
  if (!row) return row.error();
  return *row ? std::string(query->text(0)) : std::string();
}

Result<std::optional<std::int64_t>> eventOfRevision(Database& database, std::string_view dataset,
                                                    std::string_view token) {
  Result<Statement> query = database.prepare("SELECT event FROM lineage WHERE dataset = ? AND token = ?");
  if (!query) return query.error();
  query->bind(1, dataset);
  query->bind(2, token);
  const Result<bool> row = query->step();
  if (!row) return row.error();
  return *row ? std::optional(query->integer(0)) : std::nullopt;
}

}  // namespace leadlight
