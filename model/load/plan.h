#pragma once

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
  std::string name;   // in the final table
  std::string label;  // as in the file
  ColumnType type = ColumnType::Text;
  LoadReport::ColumnFacts::Reading reading;  // how its values are read
  std::uint64_t nameSeed = 0;                // of the cell hashes, from the name
};

// What is known about the order of day and month besides the file's own values, which go before it.
struct DateEvidence {
  std::optional<DateOrder> asked;  // goes before what the dataset knows
  KnownDateOrders known;
};

struct LoadPlan {
  Dataset dataset;                     // as it will be after the load
  std::vector<PlannedColumn> columns;  // one per file column, in file order
  std::optional<std::size_t> key;      // indices into columns
  std::optional<std::size_t> modified;
  bool coversDataset = true;   // the file has every column that the dataset had before
  bool emptyIsAbsent = false;  // an empty cell keeps the stored value
};

// The file's columns with their names in the dataset, types and forms. Types: the schema's and the dataset's are kept
// while at least 95 % of the file's values fit (the rest are rejects later), else the column is widened; others are as
// wide as the values ask. A few rows that are sent again say nothing of a whole column: the dataset's types are kept,
// and columns are named and values read as by the load that refused these rows.
std::vector<PlannedColumn> planColumns(const Profile& profile, const Schema& schema,
                                       const std::optional<Dataset>& existing, const RetriedRows* retried = nullptr,
                                       const DateEvidence& dates = {});

// Maps the file to the dataset. Errors: UnknownColumn (--key), NoSharedColumn, Usage (another key than the dataset's).
Result<LoadPlan> planLoad(const Profile& profile, const Schema& schema, const std::optional<Dataset>& existing,
                          const LoadOptions& options, const std::string& file, const KnownDateOrders& knownOrders = {});

}  // namespace leadlight
