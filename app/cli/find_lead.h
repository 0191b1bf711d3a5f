#pragma once

#include <string>

#include "app/cli/command.h"

namespace leadlight {

// A lead found by what people know it by.
struct FoundLead {
  std::int64_t id = 0;
  std::string column;  // where `key` was found; "lead_id" for a dataset without a key
};

// The lead whose key is `key`, or with `by` whose column has this value. When the key finds nothing, Integer and Text
// columns whose names end in Number or Id are tried, and taken when exactly one lead matches in all of them together.
// Errors: UnknownLead, UnknownColumn.
Result<FoundLead> findLead(const Call& call, Store& store, const Dataset& dataset, const std::string& key,
                           const std::optional<std::string>& by);

}  // namespace leadlight
