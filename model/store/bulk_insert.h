#pragma once

#include <memory>
#include <string>
#include <vector>

#include "model/base/result.h"
#include "model/store/database.h"
#include "model/store/table_image.h"

namespace leadlight {

// Inserts many rows into one table of the main database, some thousands at a time: they are put into a small database
// in memory, from which SQLite copies whole records. A part of the connection's transaction like any insert.
class BulkInsert {
 public:
  // nullptr for a table whose definition is too long, and where SQLite refuses such a database: shown by a copy of no
  // rows. `schema`: the name under which the small database is attached.
  // Fast as long as the table has no index.
  static Result<std::unique_ptr<BulkInsert>> into(Database& database, const std::string& table, std::string schema);
  ~BulkInsert();
  BulkInsert(const BulkInsert&) = delete;
  BulkInsert& operator=(const BulkInsert&) = delete;

  // The table's columns, in the order of add()'s values.
  const std::vector<std::string>& columns() const { return names_; }
  // False: this row is left to an ordinary insert, and all before it were written. REQUIRES: rowId ascends
  Result<bool> add(std::int64_t rowId, std::span<const TypedCell> values);
  // Does the row wait for flush()?
  bool keeps(std::int64_t rowId) const { return !image_.empty() && rowId >= firstKept_; }
  // Writes what add() kept back. Must come before anything else looks at the rows.
  Status flush();

 private:
  BulkInsert(Database& database, const std::string& table, std::string schema, std::vector<std::string> names,
             TableImage image);
  Status copy();

  Database& database_;
  std::string schema_;
  std::string copy_;  // the statement
  std::vector<std::string> names_;
  TableImage image_;
  std::int64_t firstKept_ = 0;
};

}  // namespace leadlight
