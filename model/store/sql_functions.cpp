#include "model/store/sql_functions.h"

#include <sqlite3.h>

#include <optional>

#include "model/base/text.h"
#include "model/schema/schema.h"
#include "model/store/row_hash.h"

namespace leadlight {

namespace {

std::string_view textOf(sqlite3_value* value) {
  const auto* bytes = static_cast<const char*>(sqlite3_value_blob(value));
  return {bytes, static_cast<std::size_t>(sqlite3_value_bytes(value))};
}

TypedCell cellOf(sqlite3_value* value) {
  switch (sqlite3_value_type(value)) {
    case SQLITE_INTEGER:
      return TypedCell::of(static_cast<std::int64_t>(sqlite3_value_int64(value)));
    case SQLITE_FLOAT:
      return TypedCell::of(sqlite3_value_double(value));
    case SQLITE_NULL:
      return {};
    default:
      return TypedCell::of(textOf(value));
  }
}

void giveText(sqlite3_context* context, std::string_view text) {
  sqlite3_result_text64(context, text.data(), text.size(), SQLITE_TRANSIENT, SQLITE_UTF8);
}

void numberText(sqlite3_context* context, int, sqlite3_value** values) {
  giveText(context, formatNumber(sqlite3_value_double(values[0])));
}

void rehash(sqlite3_context* context, int, sqlite3_value** values) {
  const std::uint64_t seed = nameSeedOf(textOf(values[1]));
  const auto hash = static_cast<std::uint64_t>(sqlite3_value_int64(values[0]));
  const std::uint64_t changed = hash - cellHash(cellOf(values[2]), seed) + cellHash(cellOf(values[3]), seed);
  sqlite3_result_int64(context, static_cast<std::int64_t>(changed));
}

struct Form {
  DateOrder dates = DateOrder::YearMonthDay;
  DecimalForm decimals;
};

std::optional<Form> formOf(std::string_view text) {
  if (text.size() != 5) return std::nullopt;
  return Form{dateOrderNamed(text.substr(0, 3)).value_or(DateOrder::YearMonthDay), {text[3], text[4] == 'g'}};
}

// A value that would be another number with a decimal comma fits no form that is not known.
std::optional<double> decimalIn(std::string_view text, const std::optional<Form>& form) {
  if (form) return decimalOf(text, form->decimals);
  const std::optional<double> point = parseDecimal(text);
  return point && parseGroupedDecimal(text, ',').value_or(*point) == *point ? point : std::nullopt;
}

void typed(sqlite3_context* context, int, sqlite3_value** values) {
  const int kind = sqlite3_value_type(values[0]);
  if (kind == SQLITE_NULL) return;
  const bool isReal = kind == SQLITE_FLOAT;
  const std::string real = isReal ? formatNumber(sqlite3_value_double(values[0])) : std::string();
  const std::string_view text = isReal ? std::string_view(real) : textOf(values[0]);
  const bool known = kind == SQLITE_TEXT && sqlite3_value_type(values[2]) != SQLITE_NULL;
  const std::optional<Form> form = known ? formOf(textOf(values[2])) : isReal ? std::optional(Form{}) : std::nullopt;
  switch (typeFromName(textOf(values[1])).value_or(ColumnType::Text)) {
    case ColumnType::Integer:
      if (const auto whole = parseInteger(text)) sqlite3_result_int64(context, *whole);
      break;
    case ColumnType::Decimal:
      if (const auto number = decimalIn(text, form)) sqlite3_result_double(context, *number);
      break;
    case ColumnType::Date:
      if (const auto date = parseDate(text, form ? form->dates : DateOrder::YearMonthDay)) giveText(context, date->iso);
      break;
    case ColumnType::Text:
      giveText(context, text);
  }
}

}  // namespace

void addSqlFunctions(sqlite3* handle) {
  const auto add = [&](const char* name, int arguments, void (*call)(sqlite3_context*, int, sqlite3_value**)) {
    sqlite3_create_function(handle, name, arguments, SQLITE_UTF8 | SQLITE_DETERMINISTIC, nullptr, call, nullptr,
                            nullptr);
  };
  add("leadlight_number", 1, numberText);
  add("leadlight_typed", 3, typed);
  add("leadlight_rehash", 4, rehash);
}

std::string formText(DateOrder dates, DecimalForm decimals) {
  return std::string(dateOrderName(dates)) + decimals.mark + (decimals.grouped ? 'g' : '-');
}

}  // namespace leadlight
