#pragma once

#include <bit>
#include <cmath>
#include <cstdint>
#include <vector>

#include "model/base/progress.h"
#include "model/frame/column.h"

namespace leadlight {

// Rows with a 64-bit key that sorts as their values do.
struct KeyedRow {
  std::uint64_t key;
  std::uint32_t row;
};

// The key of missing values: after everything else.
inline constexpr std::uint64_t missingKey = ~std::uint64_t{0};

inline std::uint64_t sortKey(std::int64_t value) {
  if (value == Column::missingInteger) return missingKey;
  // The least number stands for missing, so one less than the natural key leaves the top one free.
  return (static_cast<std::uint64_t>(value) ^ std::uint64_t{1} << 63) - 1;
}

inline std::uint64_t sortKey(double value) {
  if (std::isnan(value)) return missingKey;
  const auto bits = std::bit_cast<std::uint64_t>(value + 0.0);  // -0 becomes 0
  return (bits >> 63) != 0 ? ~bits : bits | std::uint64_t{1} << 63;
}

// Sorts by key; rows of equal keys keep their order. Radix sort over the bits in which keys differ, on two threads when
// there is much. False when cancelled: the items are then in no order.
bool sortByKey(std::vector<KeyedRow>& items, const Progress& progress);

}  // namespace leadlight
