#include "model/base/text.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <cstdint>
#include <cstring>

namespace leadlight {

namespace {

bool isSpace(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }
bool isDigit(char c) { return c >= '0' && c <= '9'; }
char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

bool isNamePart(char c) {
  return isDigit(c) || (lower(c) >= 'a' && lower(c) <= 'z') || static_cast<unsigned char>(c) >= 128;
}

// The bytes that a space beyond ASCII takes at the start of `text`, or a mark without width that is no part of a word;
// 0 if there is none.
std::size_t wideSpace(std::string_view text) {
  using namespace std::string_view_literals;
  static constexpr std::array spaces = {"\u0085"sv, "\u00a0"sv, "\u1680"sv, "\u180e"sv, "\u2028"sv, "\u2029"sv,
                                        "\u202f"sv, "\u205f"sv, "\u2060"sv, "\u3000"sv, "\ufeff"sv};
  if (static_cast<unsigned char>(text.front()) < 0xC2) return 0;
  for (const std::string_view space : spaces)
    if (text.starts_with(space)) return space.size();
  if (!text.starts_with("\xE2\x80"sv) || text.size() < 3) return 0;
  // U+2000 to U+200B, and the marks of direction; not the joiners, which some scripts spell words with.
  const auto third = static_cast<unsigned char>(text[2]);
  return third <= 0x8B || third == 0x8E || third == 0x8F ? 3 : 0;
}

// Length of the well-formed UTF-8 sequence at `p`, 0 if there is none (table 3-7 of the Unicode standard).
std::size_t sequenceLength(const unsigned char* p, std::size_t left) {
  const unsigned char lead = p[0];
  if (lead < 0x80) return 1;
  const auto follows = [&](std::size_t i, unsigned char low, unsigned char high) {
    return i < left && p[i] >= low && p[i] <= high;
  };
  if (lead >= 0xC2 && lead <= 0xDF) return follows(1, 0x80, 0xBF) ? 2 : 0;
  if (lead >= 0xE0 && lead <= 0xEF) {
    const unsigned char low = lead == 0xE0 ? 0xA0 : 0x80;
    const unsigned char high = lead == 0xED ? 0x9F : 0xBF;
    return follows(1, low, high) && follows(2, 0x80, 0xBF) ? 3 : 0;
  }
  if (lead >= 0xF0 && lead <= 0xF4) {
    const unsigned char low = lead == 0xF0 ? 0x90 : 0x80;
    const unsigned char high = lead == 0xF4 ? 0x8F : 0xBF;
    return follows(1, low, high) && follows(2, 0x80, 0xBF) && follows(3, 0x80, 0xBF) ? 4 : 0;
  }
  return 0;
}

}  // namespace

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && isSpace(text.front())) text.remove_prefix(1);
  while (!text.empty() && isSpace(text.back())) text.remove_suffix(1);
  return text;
}

std::string lowered(std::string_view text) {
  std::string out(text);
  std::transform(out.begin(), out.end(), out.begin(), lower);
  return out;
}

bool equalsIgnoringCase(std::string_view a, std::string_view b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](char x, char y) { return lower(x) == lower(y); });
}

bool containsIgnoringCase(std::string_view text, std::string_view needle) {
  const auto same = [](char x, char y) { return lower(x) == lower(y); };
  return std::search(text.begin(), text.end(), needle.begin(), needle.end(), same) != text.end() || needle.empty();
}

std::string canonicalName(std::string_view header) {
  std::string out;
  bool gap = false;
  for (std::size_t i = 0; i < header.size(); ++i) {
    const char c = header[i];
    const std::size_t space = wideSpace(header.substr(i));
    if (space > 0 || !isNamePart(c)) {
      gap = true;
      i += space > 0 ? space - 1 : 0;
      continue;
    }
    if (gap && !out.empty()) out.push_back('_');
    gap = false;
    out.push_back(c);
  }
  return out;
}

std::vector<std::string> split(std::string_view text, char separator) {
  std::vector<std::string> parts;
  while (true) {
    const std::size_t at = text.find(separator);
    parts.emplace_back(text.substr(0, at));
    if (at == std::string_view::npos) return parts;
    text.remove_prefix(at + 1);
  }
}

std::string joined(const std::vector<std::string>& parts, std::string_view separator) {
  std::string out;
  for (const std::string& part : parts) {
    if (&part != parts.data()) out += separator;
    out += part;
  }
  return out;
}

std::size_t firstInvalidUtf8(std::string_view text) {
  const char* p = text.data();
  std::size_t i = 0;
  while (i < text.size()) {
    // Eight ASCII bytes at a time.
    std::uint64_t word = 0;
    while (i + 8 <= text.size()) {
      std::memcpy(&word, p + i, 8);
      if ((word & 0x8080808080808080U) != 0) break;
      i += 8;
    }
    if (i >= text.size()) break;
    const std::size_t n = sequenceLength(reinterpret_cast<const unsigned char*>(p + i), text.size() - i);
    if (n == 0) return i;
    i += n;
  }
  return std::string_view::npos;
}

std::string withVisibleNuls(std::string_view text) {
  if (text.find('\0') == std::string_view::npos) return std::string(text);
  std::string visible;
  for (const char c : text) {
    if (c == '\0')
      visible += "\u2400";
    else
      visible += c;
  }
  return visible;
}

std::optional<std::int64_t> parseInteger(std::string_view text) {
  const bool negative = !text.empty() && text.front() == '-';
  const std::string_view digits = text.substr(negative ? 1 : 0);
  if (digits.empty() || digits.size() > 18) return std::nullopt;
  if (digits.front() == '0' && (digits.size() > 1 || negative)) return std::nullopt;
  std::int64_t value = 0;
  for (const char c : digits) {
    if (!isDigit(c)) return std::nullopt;
    value = value * 10 + (c - '0');
  }
  return negative ? -value : value;
}

namespace {

// Is it an exponent as programs write it? They all give it a sign and two digits, or one of seven and more; "1e5" may
// be an article's code, and "1.2E+12" what a spreadsheet left of a longer one.
bool isExponent(std::string_view text) {
  if (text.size() < 3 || text.size() > 5 || (text[0] != 'e' && text[0] != 'E')) return false;
  if (text[1] != '-' && (text[1] != '+' || text[0] != 'e')) return false;
  return (text.size() > 3 || text[2] >= '7') && std::all_of(text.begin() + 2, text.end(), isDigit);
}

// The digits that tell a number's size up to its exponent: 0.0120e-05 has 12.
std::string significantDigits(std::string_view number) {
  std::string digits;
  for (const char c : number.substr(0, number.find_first_of("eE")))
    if (isDigit(c) && (c != '0' || !digits.empty())) digits += c;
  digits.resize(digits.find_last_not_of('0') + 1);
  return digits;
}

// Digits beyond the fifteenth are kept only if they are those by which programs tell the double apart from its
// neighbours: printed again, it has the same.
bool isShortest(std::string_view number, double value) {
  std::array<char, 32> buffer;
  const auto printed =
      std::to_chars(buffer.data(), buffer.data() + buffer.size(), value, std::chars_format::scientific);
  return significantDigits({buffer.data(), printed.ptr}) == significantDigits(number);
}

}  // namespace

std::optional<double> parseDecimal(std::string_view text, char mark) {
  std::array<char, 40> buffer;
  if (text.empty() || text.size() > buffer.size()) return std::nullopt;
  const bool negative = text.front() == '-';
  std::size_t digits = 0, significant = 0, fraction = 0, end = 0;
  bool seenMark = false, leadingZero = false;
  for (; end < text.size(); ++end) {
    const char c = text[end];
    buffer[end] = c;
    if (end == 0 && negative) continue;
    if (c == mark && !seenMark && digits > 0) {
      seenMark = true;
      buffer[end] = '.';
      continue;
    }
    if (!isDigit(c)) break;
    if (digits == 0 && c == '0') leadingZero = true;
    if (digits == 1 && leadingZero && !seenMark) return std::nullopt;
    ++digits;
    if (significant > 0 || c != '0') ++significant;
    if (seenMark) ++fraction;
  }
  if (digits == 0 || (seenMark && fraction == 0)) return std::nullopt;
  // Before an exponent stands one digit, and no zero unless all is zero: "12e-03" is no number of theirs.
  const bool normal = digits - fraction == 1 && (!leadingZero || significant == 0);
  if (end < text.size() && (!normal || !isExponent(text.substr(end)))) return std::nullopt;
  std::copy(text.begin() + static_cast<std::ptrdiff_t>(end), text.end(), buffer.begin() + end);
  for (std::size_t i = end; fraction > 0 && text[i - 1] == '0' && significant > 0; --i, --fraction) --significant;
  const bool zero = significant == 0;
  if (significant > 17 || (negative && zero && !seenMark)) return std::nullopt;
  double value = 0;
  const std::string_view number(buffer.data(), text.size());
  const auto [last, error] = std::from_chars(number.data(), number.data() + number.size(), value);
  if (error != std::errc() || last != number.data() + number.size() || !std::isfinite(value)) return std::nullopt;
  if (significant > 15 && (fraction == 0 || !isShortest(number, value))) return std::nullopt;
  return zero ? 0 : value;  // "-0.00" is what rounding leaves of small numbers
}

std::optional<double> parseGroupedDecimal(std::string_view text, char mark) {
  const char group = mark == ',' ? '.' : ',';
  if (text.find(group) == std::string_view::npos) return parseDecimal(text, mark);
  const std::string_view whole = text.substr(0, text.find(mark));
  std::string plain;
  std::size_t digits = 0;  // since the last group mark
  bool grouped = false;
  for (const char c : whole) {
    if (c == group) {
      if (digits == 0 || digits > 3 || (grouped && digits != 3)) return std::nullopt;
      grouped = true;
      digits = 0;
      continue;
    }
    if (isDigit(c)) ++digits;
    plain += c;
  }
  if (!grouped || digits != 3 || plain.front() == '0') return std::nullopt;
  plain += text.substr(whole.size());
  return parseDecimal(plain, mark);
}

void appendNumber(std::string& out, double value) {
  std::array<char, 400> buffer;
  const bool plain = std::fabs(value) < 1e15;
  const auto result = plain
                          ? std::to_chars(buffer.data(), buffer.data() + buffer.size(), value, std::chars_format::fixed)
                          : std::to_chars(buffer.data(), buffer.data() + buffer.size(), value);
  out.append(buffer.data(), result.ptr);
}

void appendNumber(std::string& out, std::int64_t value) {
  std::array<char, 24> buffer;
  out.append(buffer.data(), std::to_chars(buffer.data(), buffer.data() + buffer.size(), value).ptr);
}

std::string formatNumber(double value) {
  std::string out;
  appendNumber(out, value);
  return out;
}

namespace {

// Up to which byte JSON takes `text` as it is, rounded down to 8.
std::size_t plainJsonBytes(std::string_view text) {
  constexpr std::uint64_t ones = 0x0101010101010101, highs = 0x8080808080808080;
  // The high bit of each byte below `limit`; a false one only above a true one.
  const auto below = [](std::uint64_t word, std::uint64_t limit) { return (word - ones * limit) & ~word & highs; };
  std::size_t at = 0;
  for (; at + 8 <= text.size(); at += 8) {
    std::uint64_t word = 0;
    std::memcpy(&word, text.data() + at, 8);
    if ((below(word, 0x20) | below(word ^ ones * '"', 1) | below(word ^ ones * '\\', 1)) != 0) break;
  }
  return at;
}

bool isPlainJson(char c) { return static_cast<unsigned char>(c) >= 0x20 && c != '"' && c != '\\'; }

}  // namespace

bool isPlainJson(std::string_view text) {
  text.remove_prefix(plainJsonBytes(text));
  return std::all_of(text.begin(), text.end(), [](char c) { return isPlainJson(c); });
}

void appendJsonString(std::string& out, std::string_view text) {
  static constexpr char digits[] = "0123456789abcdef";
  out.push_back('"');
  std::size_t clean = 0;
  for (std::size_t i = plainJsonBytes(text); i < text.size(); ++i) {
    const auto c = static_cast<unsigned char>(text[i]);
    if (isPlainJson(text[i])) continue;
    out.append(text, clean, i - clean);
    clean = i + 1;
    switch (c) {
      case '"':
        out += "\\\"";
        break;
      case '\\':
        out += "\\\\";
        break;
      case '\n':
        out += "\\n";
        break;
      case '\r':
        out += "\\r";
        break;
      case '\t':
        out += "\\t";
        break;
      default:
        out += "\\u00";
        out.push_back(digits[c >> 4]);
        out.push_back(digits[c & 15]);
    }
  }
  out.append(text, clean, text.size() - clean);
  out.push_back('"');
}

}  // namespace leadlight
