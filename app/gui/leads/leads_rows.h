#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "model/base/progress.h"
#include "model/frame/frame.h"
#include "model/frame/row_order.h"
#include "model/frame/row_set.h"

namespace leadlight {

// Which leads the table shows, and in which order.
struct RowsWanted {
  RowSet kept;       // by the filter
  std::string text;  // "Find in these leads"
  std::vector<SortKey> sort;
  std::optional<std::uint32_t> current;  // the frame row whose place is asked for
};
struct RowsFound {
  bool cancelled = false;
  RowSet set;
  std::vector<std::uint32_t> rows;
  int currentAt = -1;  // where `current` is among them
};
// For a worker.
RowsFound findAndSort(const Frame& frame, const RowsWanted& wanted, const Progress& progress);

}  // namespace leadlight
