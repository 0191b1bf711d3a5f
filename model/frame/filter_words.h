#pragma once

#include <algorithm>
#include <array>
#include <string_view>

#include "model/base/text.h"

namespace leadlight {

// What the writer and the reader of filter texts must agree on.

// May this byte stand in a column name without quotes?
inline bool isFilterWordPart(char c) {
  return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' ||
         static_cast<unsigned char>(c) >= 128;
}

// Is this a word of the grammar, which must stand in quotes to be a column?
inline bool isFilterKeyword(std::string_view word) {
  static constexpr std::array<std::string_view, 8> keywords = {"and", "or",   "not",     "in",
                                                               "is",  "null", "between", "true"};
  return std::any_of(keywords.begin(), keywords.end(),
                     [&](std::string_view keyword) { return equalsIgnoringCase(keyword, word); });
}

}  // namespace leadlight
