#pragma once

#include <string_view>
#include <vector>

#include "model/frame/frame.h"
#include "model/frame/frame_cache.h"
#include "model/store/dataset.h"

namespace leadlight {

// A frame of all columns of a dataset that are worth having in memory, and those left to the store.
struct TableFrame {
  Frame frame;
  std::vector<LeftOutColumn> leftOut;
};

// The columns to read for one: a key is all different values, so that of more than `maxDistinct` leads is not.
std::vector<DatasetColumn> columnsWorthReading(const Dataset& dataset, std::uint64_t leads, std::size_t maxDistinct);

// Leaves out text columns with more different values than `maxDistinct` and than half the leads.
TableFrame tableFrame(std::vector<std::int64_t> leadIds, std::vector<Column> columns, std::size_t maxDistinct);

}  // namespace leadlight
