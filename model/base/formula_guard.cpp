#include "model/base/formula_guard.h"

#include <algorithm>
#include <array>

namespace leadlight {

namespace {

constexpr std::string_view breaks = ";\t\r\n";

// No-break, zero-width and ideographic spaces, the byte order mark, and characters that only steer direction.
bool isInvisible(std::string_view text) {
  static constexpr std::array<std::string_view, 4> fixed = {"\xC2\xA0", "\xC2\xAD", "\xEF\xBB\xBF", "\xE3\x80\x80"};
  if (std::any_of(fixed.begin(), fixed.end(), [&](std::string_view one) { return text.starts_with(one); })) return true;
  // U+2000 to U+206F, general punctuation: its spaces and controls.
  if (text.size() < 3 || text[0] != '\xE2') return false;
  const auto second = static_cast<unsigned char>(text[1]), third = static_cast<unsigned char>(text[2]);
  return (second == 0x80 && (third <= 0x8F || (third >= 0xA8 && third <= 0xAF))) || (second == 0x81 && third >= 0x9F);
}

std::string_view withoutInvisible(std::string_view text) {
  while (!text.empty()) {
    const auto first = static_cast<unsigned char>(text.front());
    if (first <= 0x20 || first == 0x7F)
      text.remove_prefix(1);
    else if (isInvisible(text))
      text.remove_prefix(first >= 0xE0 ? 3 : 2);
    else
      break;
  }
  return text;
}

std::string_view withoutMarks(std::string_view piece) {
  while (piece.starts_with(formulaMark)) piece.remove_prefix(formulaMark.size());
  return piece;
}

// A sign, digits with marks between them, an exponent: shown as a number, whatever the spreadsheet.
bool isPlainNumber(std::string_view text) {
  const auto digits = [&](std::string_view also) {
    std::size_t count = 0;
    while (!text.empty() && ((text.front() >= '0' && text.front() <= '9') ||
                             (count > 0 && also.find(text.front()) != std::string_view::npos))) {
      text.remove_prefix(1);
      ++count;
    }
    return count > 0;
  };
  const auto sign = [&] {
    if (!text.empty() && (text.front() == '+' || text.front() == '-')) text.remove_prefix(1);
  };
  sign();
  if (!digits(".,")) return false;
  if (!text.empty() && (text.front() == 'e' || text.front() == 'E')) {
    text.remove_prefix(1);
    sign();
    if (!digits("")) return false;
  }
  return text.find_first_not_of(' ') == std::string_view::npos;
}

bool isFormula(std::string_view piece) {
  static constexpr std::array<std::string_view, 8> starts = {
      "=", "+", "-", "@", "\xEF\xBC\x9D", "\xEF\xBC\x8B", "\xEF\xBC\x8D", "\xEF\xBC\xA0"};
  piece = withoutInvisible(piece);
  return std::any_of(starts.begin(), starts.end(), [&](std::string_view start) { return piece.starts_with(start); }) &&
         !isPlainNumber(piece);
}

// Calls visit(piece, separator, endangered) for every piece of the text; a separator of 0 ends it.
template <class Visit>
void forEachPiece(std::string_view text, Visit&& visit) {
  for (std::size_t at = 0;;) {
    const std::size_t end = std::min(text.find_first_of(breaks, at), text.size());
    const std::string_view piece = text.substr(at, end - at), rest = withoutMarks(piece);
    const bool emptyStart = at == 0 && rest.empty() && end < text.size() && text[end] != ';';
    visit(piece, end == text.size() ? '\0' : text[end], emptyStart || isFormula(rest));
    if (end == text.size()) return;
    at = end + 1;
  }
}

}  // namespace

bool needsGuard(std::string_view text) {
  bool any = false;
  forEachPiece(text, [&](std::string_view, char, bool endangered) { any = any || endangered; });
  return any;
}

std::string guarded(std::string_view text) {
  std::string out;
  forEachPiece(text, [&](std::string_view piece, char separator, bool endangered) {
    if (endangered) out += formulaMark;
    out += piece;
    if (separator != '\0') out += separator;
  });
  return out;
}

std::string unguarded(std::string_view text) {
  std::string out;
  forEachPiece(text, [&](std::string_view piece, char separator, bool endangered) {
    if (endangered && piece.starts_with(formulaMark)) piece.remove_prefix(formulaMark.size());
    out += piece;
    if (separator != '\0') out += separator;
  });
  return out;
}

}  // namespace leadlight
