#pragma once

#include <string>

#include "model/frame/filter.h"
#include "model/store/store.h"
#include "scoring/export/sql_dialect.h"

namespace leadlight {

// A column of the dataset as SQL.
struct SqlColumn {
  const DatasetColumn& column;
  std::string name;     // quoted
  std::string number;   // number and date columns: what compares as a number, null when missing
  std::string missing;  // a condition that is true or false, never null
  std::string present;  // its opposite

  SqlColumn(const DatasetColumn& column, const std::vector<std::string>& placeholders, const SqlWords& words);
};

// The condition of a filter, true or false and never null, as the filter means it. REQUIRES: the dataset has all its
// columns. Errors: BadFilter, when a value cannot be compared with its column or SQL cannot say it.
Result<std::string> sqlCondition(const Filter& filter, const Dataset& dataset, const SqlWords& words);

}  // namespace leadlight
