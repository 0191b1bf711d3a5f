#include "model/source/sheet_values.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <cstdint>

#include "model/base/calendar.h"

namespace leadlight {
namespace {

constexpr double kMsPerDay = 86400000;

bool isDigit(char c) { return c >= '0' && c <= '9'; }

std::string twoDigits(std::int64_t value) { return (value < 10 ? "0" : "") + std::to_string(value); }

// HH:MM:SS, with milliseconds where there are some.
std::string clockText(std::int64_t milliseconds) {
  const std::int64_t seconds = milliseconds / 1000;
  std::string text = twoDigits(seconds / 3600) + ":" + twoDigits(seconds / 60 % 60) + ":" + twoDigits(seconds % 60);
  if (const std::int64_t rest = milliseconds % 1000; rest != 0) text += "." + std::to_string(1000 + rest).substr(1);
  return text;
}

// The letters of the first section that stand for parts of a date or time; 'E' for an elapsed one such as [h].
std::string dateLetters(std::string_view code) {
  std::string letters;
  for (std::size_t i = 0; i < code.size() && code[i] != ';'; ++i) {
    const char c = code[i] >= 'A' && code[i] <= 'Z' ? static_cast<char>(code[i] - 'A' + 'a') : code[i];
    if (c == '"' || c == '[') {
      const std::size_t end = code.find(c == '"' ? '"' : ']', i + 1);
      if (end == std::string_view::npos) break;
      const std::string_view inner = code.substr(i + 1, end - i - 1);
      if (c == '[' && !inner.empty() && inner.find_first_not_of("hHmMsS") == std::string_view::npos) letters += 'E';
      i = end;
    } else if (c == '\\' || c == '_' || c == '*') {
      ++i;
    } else if (c == 'y' || c == 'm' || c == 'd' || c == 'h' || c == 's') {
      if (letters.empty() || letters.back() != c) letters += c;
    }
  }
  return letters;
}

}  // namespace

std::optional<std::string> sheetNumber(std::string_view stored) {
  const std::string_view digits = stored.starts_with('-') ? stored.substr(1) : stored;
  if (digits.empty()) return std::nullopt;
  const bool whole = std::all_of(digits.begin(), digits.end(), isDigit);
  if (whole && (digits.size() == 1 || digits.front() != '0')) return std::string(stored);
  double value = 0;
  const auto [end, fault] = std::from_chars(stored.data(), stored.data() + stored.size(), value);
  if (fault != std::errc() || end != stored.data() + stored.size() || !std::isfinite(value)) return std::nullopt;
  if (value == 0) return "0";
  std::array<char, 64> buffer;
  const bool plain = std::fabs(value) < 1e17 && std::fabs(value) >= 1e-9;
  const auto made = plain ? std::to_chars(buffer.data(), buffer.data() + buffer.size(), value, std::chars_format::fixed)
                          : std::to_chars(buffer.data(), buffer.data() + buffer.size(), value);
  return std::string(buffer.data(), made.ptr);
}

SheetFormat builtinSheetFormat(unsigned id) {
  if (id == 22) return SheetFormat::DateTime;
  if ((id >= 14 && id <= 17) || (id >= 27 && id <= 31) || id == 36 || (id >= 50 && id <= 54) || id == 57 || id == 58)
    return SheetFormat::Date;
  if ((id >= 18 && id <= 21) || (id >= 32 && id <= 35) || id == 45 || id == 47 || id == 55 || id == 56)
    return SheetFormat::Time;
  return id == 46 ? SheetFormat::Elapsed : SheetFormat::Number;
}

SheetFormat sheetFormatOf(std::string_view code) {
  const std::string letters = dateLetters(code);
  if (letters.find('E') != std::string::npos) return SheetFormat::Elapsed;
  const bool time = letters.find_first_of("hs") != std::string::npos;
  bool date = letters.find_first_of("yd") != std::string::npos;
  // An m beside hours or seconds means minutes.
  for (std::size_t at = letters.find('m'); at != std::string::npos; at = letters.find('m', at + 1))
    date |= !((at > 0 && letters[at - 1] == 'h') || (at + 1 < letters.size() && letters[at + 1] == 's'));
  if (date) return time ? SheetFormat::DateTime : SheetFormat::Date;
  return time ? SheetFormat::Time : SheetFormat::Number;
}

std::optional<std::string> sheetDate(double serial, SheetFormat format, bool since1904) {
  if (!(serial >= 0) || serial >= 2958466) return std::nullopt;
  const auto milliseconds = static_cast<std::int64_t>(std::llround(serial * kMsPerDay));
  const std::int64_t day = milliseconds / static_cast<std::int64_t>(kMsPerDay);
  const std::int64_t rest = milliseconds % static_cast<std::int64_t>(kMsPerDay);
  if (format == SheetFormat::Elapsed) return clockText(milliseconds);
  if (format == SheetFormat::Time && day == 0) return clockText(rest);
  // Excel counts a 29 February 1900 that never was.
  if (!since1904 && (day == 60 || day == 0)) return std::nullopt;
  const std::int64_t days = since1904 ? day - 24107 : day - 25569 + (day < 60 ? 1 : 0);
  std::string text = isoDate(days * 86400);
  if (rest != 0 || format == SheetFormat::DateTime) text += "T" + clockText(rest);
  return text;
}

std::optional<std::string> sheetDuration(std::string_view iso) {
  if (!iso.starts_with("PT")) return std::nullopt;
  std::int64_t milliseconds = 0;
  const char* at = iso.data() + 2;
  const char* const end = iso.data() + iso.size();
  while (at != end) {
    double value = 0;
    const auto [next, fault] = std::from_chars(at, end, value, std::chars_format::fixed);
    if (fault != std::errc() || next == end || !(value >= 0 && value < 1e7)) return std::nullopt;
    const double unit = *next == 'H' ? 3600000 : *next == 'M' ? 60000 : *next == 'S' ? 1000 : -1;
    if (unit < 0) return std::nullopt;
    milliseconds += std::llround(value * unit);
    at = next + 1;
  }
  return clockText(milliseconds);
}

std::string withoutSheetEscapes(std::string text) {
  std::size_t at = text.find("_x");
  if (at == std::string::npos) return text;
  std::string out;
  std::size_t copied = 0;
  for (; at != std::string::npos; at = text.find("_x", at)) {
    unsigned code = 0;
    const char* const digits = text.data() + at + 2;
    const bool whole =
        at + 7 <= text.size() && text[at + 6] == '_' && std::from_chars(digits, digits + 4, code, 16).ptr == digits + 4;
    if (!whole || code == 0 || code >= 0x80) {
      at += 2;
      continue;
    }
    out.append(text, copied, at - copied);
    out.push_back(static_cast<char>(code));
    at = copied = at + 7;
  }
  out.append(text, copied);
  return out;
}

}  // namespace leadlight
