#pragma once

#include <filesystem>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "model/base/progress.h"
#include "model/base/result.h"
#include "model/store/stored_value.h"

namespace leadlight {

// What a query gives: first the columns' names, then each row. Either may stop the query by an Error.
struct QueryVisitor {
  std::function<Status(const std::vector<std::string>& names)> begin;
  std::function<Status(std::span<const StoredValue> values)> row;
};

// Runs one SQL statement that reads, on a connection of its own that can do nothing else: no writing, no attaching of
// other files. Errors: Usage (with SQLite's reason) when the statement is refused, not one, or not understood;
// Interrupted; those of Database::open.
Status runQuery(const std::filesystem::path& store, std::string_view sql, const QueryVisitor& visitor,
                const Progress& progress);

}  // namespace leadlight
