#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/base/calendar.h"
#include "model/base/result.h"
#include "model/schema/types.h"

namespace leadlight {

// One column that a schema knows by name.
struct ColumnSpec {
  std::string name;                  // canonical
  std::string label;                 // what people read, e.g. "Lead Source"
  std::optional<ColumnType> type;    // absent: inferred from the values of each file
  std::vector<std::string> aliases;  // other headers for the same column; compared as canonical names without case
  bool afterContact = false;         // written after the outcome was known: a leakage suspect
};

// How files of a kind are read, where a person chose it; the rest is found out from each file.
struct ReadChoices {
  std::optional<std::string> encoding;
  std::optional<char> delimiter;
  std::optional<bool> header;
  std::optional<std::string> sheet;  // of a workbook: its name, or its number from 1
};

// What is known about a kind of record before a file is seen. An unknown file has a Schema without columns.
struct Schema {
  std::string name;                           // "leads"
  std::vector<ColumnSpec> columns;            // known columns; a file may lack some and bring others
  std::optional<std::string> key;             // canonical name; without one, the row is its own identity
  std::optional<std::string> modified;        // the column whose larger value wins among duplicates in one file
  std::optional<std::string> target;          // the outcome column
  std::vector<std::string> positives;         // values of the target that count as converted
  std::vector<std::string> placeholders;      // values that mean "no answer", such as "Select"
  DateOrder dates = DateOrder::DayMonthYear;  // how ambiguous dates are read
  std::optional<char> decimalMark;            // ',' or '.'; absent: proven by the values
  ReadChoices read;

  // The column that `header` names, by name or alias.
  const ColumnSpec* find(std::string_view header) const;
};

// Reads the JSON form: {"leadlight_schema":1,"name","key","modified","target":{"column","positive":[…]},"placeholders",
// "dates":"dmy|mdy|ymd","decimal":",|.","read":{"encoding","delimiter","header","sheet"},"columns":[{"name","label",
// "type","aliases","after_contact"}]}. Errors: UnknownSchema with the path of the fault.
Result<Schema> parseSchema(std::string_view json, std::string_view origin);

// Its JSON form, which parseSchema() reads.
std::string schemaJson(const Schema& schema);
// "dmy", "mdy" or "ymd".
const char* dateOrderName(DateOrder order);
std::optional<DateOrder> dateOrderNamed(std::string_view name);

// The schema compiled in under resources/schemas/<name>.json. Errors: UnknownSchema.
Result<Schema> builtinSchema(std::string_view name);
std::vector<std::string> builtinSchemaNames();

}  // namespace leadlight
