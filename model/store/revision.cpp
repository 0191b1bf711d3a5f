#include "model/store/revision.h"

namespace leadlight {

Status renewRevision(Database& database, std::string_view dataset, std::int64_t scorecardId) {
  Result<Statement> renew =
      database.prepare("INSERT OR REPLACE INTO revision VALUES(?, ?, lower(hex(randomblob(16))))");
  if (!renew) return renew.error();
  renew->bind(1, dataset);
  renew->bind(2, scorecardId);
  return renew->run();
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

}  // namespace leadlight
