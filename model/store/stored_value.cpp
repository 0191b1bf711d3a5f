#include "model/store/stored_value.h"

#include "model/base/text.h"

namespace leadlight {

std::string textOf(const StoredValue& value) {
  switch (value.kind) {
    case StoredValue::Kind::Null:
      break;
    case StoredValue::Kind::Integer:
      return std::to_string(value.integer);
    case StoredValue::Kind::Decimal:
      return formatNumber(value.decimal);
    case StoredValue::Kind::Text:
      return std::string(value.text);
  }
  return "";
}

}  // namespace leadlight
