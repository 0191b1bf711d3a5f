#pragma once

#include <cstdint>
#include <vector>

#include "model/base/progress.h"
#include "model/base/result.h"
#include "model/frame/frame.h"
#include "model/frame/row_set.h"

namespace leadlight {

struct SortKey {
  std::string column;
  bool descending = false;
  bool operator==(const SortKey&) const = default;
};

// Row numbers of `rows` in order of `keys`; equal rows keep their frame order; missing values come last either way.
// Text sorts by bytes with ASCII case ignored, then by bytes. Returns what it has when progress is cancelled: an empty
// vector. Errors: UnknownColumn.
Result<std::vector<std::uint32_t>> rowOrder(const Frame& frame, const RowSet& rows, const std::vector<SortKey>& keys,
                                            const Progress& progress);

}  // namespace leadlight
