#pragma once

#include <cstdint>
#include <string_view>

namespace leadlight {

// A value on its way into the store, 16 bytes.
struct TypedCell {
  enum class Kind : std::uint8_t { Null, Integer, Decimal, Text };
  union {
    std::int64_t integer;
    double decimal;
    const char* text;
  };
  std::uint32_t size = 0;  // Text: bytes
  Kind kind = Kind::Null;
  bool absent = false;  // Null that the file does not tell: a stored value stays

  TypedCell() : integer(0) {}
  static TypedCell of(std::int64_t value) {
    TypedCell cell;
    cell.integer = value;
    cell.kind = Kind::Integer;
    return cell;
  }
  static TypedCell of(double value) {
    TypedCell cell;
    cell.decimal = value;
    cell.kind = Kind::Decimal;
    return cell;
  }
  static TypedCell of(std::string_view value) {
    TypedCell cell;
    cell.text = value.data();
    cell.size = static_cast<std::uint32_t>(value.size());
    cell.kind = Kind::Text;
    return cell;
  }
  std::string_view view() const { return {text, size}; }
};

}  // namespace leadlight
