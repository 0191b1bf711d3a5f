#include "model/frame/table_frame.h"

#include <algorithm>

namespace leadlight {

std::vector<DatasetColumn> columnsWorthReading(const Dataset& dataset, std::uint64_t leads, std::size_t maxDistinct) {
  std::vector<DatasetColumn> chosen;
  for (const DatasetColumn& column : dataset.columns)
    if (column.name != dataset.key || leads <= maxDistinct) chosen.push_back(column);
  return chosen;
}

TableFrame tableFrame(std::vector<std::int64_t> leadIds, std::vector<Column> columns, std::size_t maxDistinct) {
  const std::size_t limit = std::max(maxDistinct, leadIds.size() / 2);
  std::vector<Frame::ColumnPtr> kept;
  std::vector<LeftOutColumn> leftOut;
  for (Column& column : columns) {
    const std::size_t distinct = column.type() == ColumnType::Text ? column.dictionary().size() - 1 : 0;
    if (distinct > limit)
      leftOut.push_back({column.name(), distinct});
    else
      kept.push_back(std::make_shared<const Column>(std::move(column)));
  }
  return {Frame(std::move(leadIds), std::move(kept)), std::move(leftOut)};
}

}  // namespace leadlight
