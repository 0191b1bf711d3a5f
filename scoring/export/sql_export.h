#pragma once

#include <string>

#include "model/store/store.h"
#include "scoring/export/sql_dialect.h"
#include "scoring/scorecard.h"

namespace leadlight {

// Which statements to write. The last three are for Snowflake.
struct SqlParts {
  bool select = true;
  bool function = false;   // leadlight_score(columns) gives a lead's score
  bool procedure = false;  // apply_scoring() fills the table's missing scores
  bool task = false;       // apply_scoring_task calls the procedure every five minutes
};

struct SqlOptions {
  SqlDialect dialect = SqlDialect::Sqlite;
  std::string table{};  // "schema.table", parts quoted as they stand; empty: the dataset's own
  std::string key{};    // a column of the table; empty: the dataset's key, in SQLite lead_id without one
  bool ledger = false;  // one column of points per line of the ledger
  SqlParts parts{};
};

// The scorecard as SQL: a SELECT of key, score, probability, band and, if asked, base and points_<term>, one row per
// lead of the table. The table has the dataset's columns by their canonical names, with its types; SQLite's is the
// final table. Scores equal applyScorecard's within rounding. Errors: BadScorecard naming the term that SQL cannot say,
// or that cannot read its column; Usage when the dataset has no key and none is given, or parts do not fit the dialect.
Result<std::string> toSql(const Scorecard& scorecard, const Dataset& dataset, const SqlOptions& options);

}  // namespace leadlight
