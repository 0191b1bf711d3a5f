#pragma once

#include <string>
#include <utility>
#include <vector>

#include "model/frame/frame.h"

namespace leadlight {

// Rows of a column without a value.
struct ColumnGaps {
  std::string column;
  std::uint64_t absent = 0;                                         // nothing there
  std::vector<std::pair<std::string, std::uint64_t>> placeholders;  // such as "Select", which stand for nothing
  std::uint64_t missing() const;
};

// Of every column, in their order.
std::vector<ColumnGaps> gapsOf(const Frame& frame);

}  // namespace leadlight
