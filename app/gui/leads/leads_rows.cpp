#include "app/gui/leads/leads_rows.h"

#include <algorithm>

#include "widgets/table/row_find.h"

namespace leadlight {

RowsFound findAndSort(const Frame& frame, const RowsWanted& wanted, const Progress& progress) {
  RowsFound found;
  found.set = wanted.text.empty() ? wanted.kept : findRows(frame, wanted.kept, wanted.text, progress);
  Result<std::vector<std::uint32_t>> order = std::vector<std::uint32_t>();
  if (!wanted.sort.empty()) order = rowOrder(frame, found.set, wanted.sort, progress);
  if (wanted.sort.empty() || !order) {
    found.set.forEach([&](std::size_t row) { found.rows.push_back(static_cast<std::uint32_t>(row)); });
  } else {
    found.rows = *std::move(order);
  }
  found.cancelled = progress.cancelled();
  if (wanted.current) {
    const auto place = std::find(found.rows.begin(), found.rows.end(), *wanted.current);
    if (place != found.rows.end()) found.currentAt = static_cast<int>(place - found.rows.begin());
  }
  return found;
}

}  // namespace leadlight
