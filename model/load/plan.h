#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "model/base/result.h"
#include "model/load/date_orders.h"
#include "model/load/loader.h"
#include "model/load/profile.h"
#include "model/schema/schema.h"
#include "model/store/store.h"

namespace leadlight {

// What becomes of one column of the file.
struct PlannedColumn {
  std::size_t position = 0;  // in the file
  std::string name;          // in the final table
  std::string label;         // as in the file
  ColumnType type = ColumnType::Text;
  LoadReport::ColumnFacts::Reading reading;  // how its values are read
  std::uint64_t nameSeed = 0;                // of the cell hashes, from the name
  bool own = false;                          // this program added it to leads that it wrote; see planColumns()
};

// What is known about the order of day and month besides the file's own values, which go before it.
struct DateEvidence {
  std::optional<DateOrder> asked;  // goes before what the dataset knows
  KnownDateOrders known;
};

struct LoadPlan {
  Dataset dataset;                     // as it will be after the load
  std::vector<PlannedColumn> columns;  // of the file, in file order, but those that are left out
  std::vector<std::string> rawNames;   // of all columns of the file, for its raw rows
  std::vector<std::string> leftOut;    // labels
  bool labelsAreNames = true;          // the file calls each of its columns by its raw name
  std::optional<std::size_t> key;      // indices into columns
  std::optional<std::size_t> modified;
  bool coversDataset = true;   // the file has every column that the dataset had before
  bool emptyIsAbsent = false;  // an empty cell keeps the stored value
};

// The file's columns with their names in the dataset, types and forms. Types: the schema's and the dataset's are kept
// while at least 95 % of the file's values fit (the rest are rejects later), else the column is widened; others are as
// wide as the values ask. A few rows that are sent again say nothing of a whole column: the dataset's types are kept,
// and columns are named and values read as by the load that refused these rows.
// Three columns are this program's own, written beside the leads: "score" and, next to it, "band", the one of numbers,
// the other of a few texts, both filled in the same number of rows; and, where those are, a "probability" of numbers,
// filled in no more rows, anywhere. They are no data of a lead unless the schema or the dataset says so.
std::vector<PlannedColumn> planColumns(const Profile& profile, const Schema& schema,
                                       const std::optional<Dataset>& existing, const RetriedRows* retried = nullptr,
                                       const DateEvidence& dates = {});

// What the plan asks of the leads that are there.
struct StoredLeads {
  bool none = false;
  // Does an integer column hold one that no decimal can be (greatestWholeDecimal)?
  std::function<Result<bool>(const std::string& column)> holdsLong = {};
};

// Maps the file to the dataset. One without leads takes any file as if it were its first; it keeps its key and its
// target where the file has them and nothing else is said, and its other columns where the file shares key and columns.
// REQUIRES: `leads` is given if there is a stored dataset. Errors: UnknownColumn (--key), NoSharedColumn, Usage
// (another key than the dataset's).
Result<LoadPlan> planLoad(const Profile& profile, const Schema& schema, const std::optional<Dataset>& stored,
                          const LoadOptions& options, const std::string& file, const KnownDateOrders& knownOrders = {},
                          const StoredLeads& leads = {});

}  // namespace leadlight
