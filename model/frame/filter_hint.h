#pragma once

#include <string>
#include <string_view>

namespace leadlight {

// What may come next in a filter text that somebody is typing, so that an editor can offer it.
struct FilterHint {
  enum class Wanted {
    Column,    // also "not"
    Operator,  // after a column
    Value,     // of `column`
    Joint,     // "and", "or"; "," and ")" in a list
  };
  Wanted wanted = Wanted::Column;
  std::string column;    // Operator, Value: as it was written
  std::string prefix;    // what is there of the word already, without quotes
  std::size_t from = 0;  // where that word begins, in bytes; what is chosen replaces it up to the cursor
  bool inList = false;   // within "in ( … )"
};

// `text` is what stands before the cursor.
FilterHint filterHint(std::string_view text);

// A column's name and a value as a filter text writes them: in quotes where they need them.
std::string filterColumnText(std::string_view name);
std::string filterValueText(std::string_view value);

}  // namespace leadlight
