#include "model/schema/types.h"

namespace leadlight {

const char* typeName(ColumnType type) {
  switch (type) {
    case ColumnType::Text:
      return "text";
    case ColumnType::Integer:
      return "integer";
    case ColumnType::Decimal:
      return "decimal";
    case ColumnType::Date:
      return "date";
  }
  return "text";
}

std::optional<ColumnType> typeFromName(std::string_view name) {
  for (const ColumnType type : {ColumnType::Text, ColumnType::Integer, ColumnType::Decimal, ColumnType::Date})
    if (name == typeName(type)) return type;
  return std::nullopt;
}

ColumnType commonType(ColumnType a, ColumnType b) {
  if (a == b) return a;
  const auto numeric = [](ColumnType t) { return t == ColumnType::Integer || t == ColumnType::Decimal; };
  return numeric(a) && numeric(b) ? ColumnType::Decimal : ColumnType::Text;
}

}  // namespace leadlight
