#pragma once

#include <cstdint>
#include <string_view>

#include "model/base/hash.h"
#include "model/store/typed_cell.h"

namespace leadlight {

// A lead's row_hash is the sum of what its cells add, so that it depends neither on the order of columns nor on empty
// cells.

// Of a column's name, without case.
std::uint64_t nameSeedOf(std::string_view column);

std::uint64_t numberHash(const TypedCell& number, std::uint64_t nameSeed);
// Of the column's seed and the value's canonical text; 0 when the value is absent.
inline std::uint64_t cellHash(const TypedCell& cell, std::uint64_t nameSeed) {
  if (cell.kind == TypedCell::Kind::Null) return 0;
  return cell.kind == TypedCell::Kind::Text ? hash64(cell.view(), nameSeed) : numberHash(cell, nameSeed);
}

}  // namespace leadlight
