#pragma once

#include <cstdint>
#include <memory>
#include <span>

#include "model/frame/column.h"
#include "scoring/terms.h"

namespace leadlight {

// Which slot of an axis each row falls into, by one column of a frame, which must outlive it. What depends on the axis
// alone is worked out once.
class AxisSlots {
 public:
  virtual ~AxisSlots() = default;
  // The slots of the rows first, first + 1, …
  virtual void fill(std::size_t first, std::span<std::uint32_t> out) const = 0;
};

// REQUIRES: the column is one that the axis can read, see checkColumns; nullptr: every row is missing
std::unique_ptr<AxisSlots> bindAxis(const GridAxis& axis, const Column* column);
// The slot of each code. REQUIRES: a text column, an axis of groups
std::vector<std::uint32_t> slotsOfCodes(const GridAxis& axis, const Column& column);

}  // namespace leadlight
