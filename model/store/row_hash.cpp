#include "model/store/row_hash.h"

#include <array>
#include <charconv>

#include "model/base/text.h"

namespace leadlight {

std::uint64_t nameSeedOf(std::string_view column) { return hash64(lowered(column)); }

std::uint64_t numberHash(const TypedCell& number, std::uint64_t nameSeed) {
  std::array<char, 400> buffer;
  char* const first = buffer.data();
  char* const last = first + buffer.size();
  const auto printed = number.kind == TypedCell::Kind::Integer
                           ? std::to_chars(first, last, number.integer)
                           : std::to_chars(first, last, number.decimal, std::chars_format::fixed);
  return hash64({first, static_cast<std::size_t>(printed.ptr - first)}, nameSeed);
}

}  // namespace leadlight
