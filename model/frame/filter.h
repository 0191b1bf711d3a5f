#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/base/result.h"
#include "model/frame/frame.h"
#include "model/frame/row_set.h"

namespace leadlight {

// Which leads are kept: a value, comparable, so that undo is a list of filters. Its text form is
//   Lead_Source in ('Google','Olark Chat') and TotalVisits >= 3 and Created_On < '2016-08-01'
//   and not (City is null) and Tags ~ 'call'
// Grammar:
//   filter     = conjunct { "or" conjunct }
//   conjunct   = factor { "and" factor }
//   factor     = "not" factor | "(" filter ")" | condition
//   condition  = column ( "=" | "!=" | "<>" | "<" | "<=" | ">" | ">=" ) value | column "is" [ "not" ] "null"
//              | column [ "not" ] "in" "(" value { "," value } ")" | column [ "not" ] "~" value
//              | column [ "not" ] "between" value "and" value | "true"
//   column     = a name of letters, digits and _, or "any text in double quotes"
//   value      = number | 'text with '' doubled' | a bare word
// Key words are read without case. An empty text keeps every lead.
// Meaning: like SQL's three-valued logic reduced to two at each condition: a comparison with a missing value is false,
// and `not` is true exactly when its operand is false. Missing: absent, or a placeholder of the schema; yet `=` and
// `in` with the placeholder itself ("City = 'Select'") find it. Text compares by bytes, `~` is "contains", ASCII case
// ignored. Dates compare with ISO text; 'YYYY-MM-DD' is that day's midnight. On number and date columns `~` looks at
// the value's text. An empty list, "in ()", keeps nothing. A value may also stand in double quotes. Limits of a text: 1
// MiB, 100 brackets inside each other.
struct Filter {
  enum class Kind { All, And, Or, Not, Compare, In, IsNull, Contains };
  enum class Compare { Equal, NotEqual, Less, LessOrEqual, Greater, GreaterOrEqual };

  Kind kind = Kind::All;
  std::vector<Filter> operands;      // And, Or: any number; Not: one
  std::string column;                // Compare, In, IsNull, Contains
  Compare compare = Compare::Equal;  // Compare
  std::vector<std::string> values;   // Compare, Contains: one; In: any number

  bool operator==(const Filter&) const = default;
  bool empty() const { return kind == Kind::All; }

  static Filter equals(std::string column, std::string value);
  static Filter in(std::string column, std::vector<std::string> values);
  static Filter range(std::string column, std::optional<std::string> atLeast, std::optional<std::string> below);
  static Filter isNull(std::string column);
  static Filter contains(std::string column, std::string text);
  static Filter negated(Filter filter);      // twice negated is the filter itself
  static Filter both(Filter a, Filter b);    // flattens And; All is neutral
  static Filter either(Filter a, Filter b);  // flattens Or; All stays All

  // parseFilter(f.text()) == f for every filter within those limits that parseFilter or these functions made.
  std::string text() const;
  // Canonical names of the columns it needs, each once.
  std::vector<std::string> columns() const;
};

// Errors: BadFilter, where = "filter:<position>", the 1-based character at which something else was expected.
Result<Filter> parseFilter(std::string_view text);

// The rows that pass. Errors: UnknownColumn with the nearest name; BadFilter when a value cannot be compared with its
// column ("TotalVisits >= 'many'"). Uses both cores on large frames.
Result<RowSet> apply(const Filter& filter, const Frame& frame);

}  // namespace leadlight
