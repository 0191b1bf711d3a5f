#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace leadlight {

// A value of the final table while it is visited; views live until the visitor returns.
struct StoredValue {
  enum class Kind { Null, Integer, Decimal, Text } kind = Kind::Null;
  std::int64_t integer = 0;
  double decimal = 0;
  std::string_view text;
};

// As text, a number in its shortest form; "" for Null.
std::string textOf(const StoredValue& value);

}  // namespace leadlight
