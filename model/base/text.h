#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace leadlight {

// `text` without leading and trailing ASCII white space.
std::string_view trimmed(std::string_view text);

// ASCII letters lowered; all other bytes kept.
std::string lowered(std::string_view text);
bool equalsIgnoringCase(std::string_view a, std::string_view b);

// Does `text` hold `needle`, ASCII letters compared without case? An empty needle is always found.
bool containsIgnoringCase(std::string_view text, std::string_view needle);

// The canonical column name: trimmed, each run of characters other than letters, digits and bytes above 127 made one
// '_', none left at either end. "Prospect ID" -> "Prospect_ID". Spaces of Unicode and marks without width, such as
// U+00A0, U+200B and U+FEFF, are spaces. Empty when nothing is left.
std::string canonicalName(std::string_view header);

std::vector<std::string> split(std::string_view text, char separator);
std::string joined(const std::vector<std::string>& parts, std::string_view separator);

// Offset of the first byte that is not part of well-formed UTF-8 (RFC 3629), or npos.
std::size_t firstInvalidUtf8(std::string_view text);

// `text` with the picture of a NUL (U+2400) for each NUL byte, at which other programs would end it.
std::string withVisibleNuls(std::string_view text);

// A whole number written so that printing it gives the same text again: no '+', no leading zeros, no "-0", at most 18
// digits. Anything else is nullopt.
std::optional<std::int64_t> parseInteger(std::string_view text);

// A finite decimal: '.' or, if asked, ',', no grouping, no leading zeros or '+'; at most 15 significant digits or those
// that print the double again, so that no digit is lost; an exponent has a sign ("1.5e-05"), but not 'E+'.
std::optional<double> parseDecimal(std::string_view text, char mark = '.');
// The greatest whole number that is a decimal, too: longer ones would lose digits.
inline constexpr std::int64_t greatestWholeDecimal = 999'999'999'999'999;
// The same, also with the other mark between groups of three digits: "1.234,56" for ',', "1,234.56" for '.'.
std::optional<double> parseGroupedDecimal(std::string_view text, char mark);

// Shortest text that reads back as the same double: 2 -> "2", 0.1 -> "0.1". Never an exponent for |value| < 1e15.
std::string formatNumber(double value);
void appendNumber(std::string& out, double value);
void appendNumber(std::string& out, std::int64_t value);

// Appends `text` as a JSON string with quotes, escaping what JSON asks for and nothing else.
void appendJsonString(std::string& out, std::string_view text);
// Has `text` nothing to escape?
bool isPlainJson(std::string_view text);

}  // namespace leadlight
