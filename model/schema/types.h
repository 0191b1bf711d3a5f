#pragma once

#include <optional>
#include <string_view>

namespace leadlight {

// How a column is stored. Text: TEXT. Integer: INTEGER. Decimal: REAL. Date: ISO 8601 TEXT.
enum class ColumnType { Text, Integer, Decimal, Date };

// "text", "integer", "decimal", "date": the names in JSON.
const char* typeName(ColumnType type);
std::optional<ColumnType> typeFromName(std::string_view name);

// The narrowest type that holds values of both: Integer + Decimal = Decimal, otherwise Text. Integers of more digits
// than a double keeps need Text all the same.
ColumnType commonType(ColumnType a, ColumnType b);

}  // namespace leadlight
