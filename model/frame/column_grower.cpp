#include "model/frame/column_grower.h"

#include <limits>

#include "model/base/calendar.h"

namespace leadlight {

namespace {

double decimalOf(const StoredValue& value) {
  if (value.kind == StoredValue::Kind::Decimal) return value.decimal;
  if (value.kind == StoredValue::Kind::Integer) return static_cast<double>(value.integer);
  return std::numeric_limits<double>::quiet_NaN();
}

std::int64_t secondsOf(const StoredValue& value) {
  if (value.kind != StoredValue::Kind::Text) return Column::missingInteger;
  const auto date = parseDate(value.text, DateOrder::YearMonthDay);
  return date ? date->seconds : Column::missingInteger;
}

}  // namespace

ColumnGrower::ColumnGrower(const DatasetColumn& column, std::size_t rows) : column_(column) {
  if (column.type == ColumnType::Integer || column.type == ColumnType::Date) integers_.reserve(rows);
  if (column.type == ColumnType::Decimal) decimals_.reserve(rows);
}

void ColumnGrower::append(const StoredValue& value) {
  switch (column_.type) {
    case ColumnType::Text:
      text_.append(value.text);
      break;
    case ColumnType::Integer:
      integers_.push_back(value.kind == StoredValue::Kind::Integer ? value.integer : Column::missingInteger);
      break;
    case ColumnType::Decimal:
      decimals_.push_back(decimalOf(value));
      break;
    case ColumnType::Date:
      integers_.push_back(secondsOf(value));
      break;
  }
}

void ColumnGrower::append(const ColumnGrower& other) {
  text_.append(other.text_);
  integers_.insert(integers_.end(), other.integers_.begin(), other.integers_.end());
  decimals_.insert(decimals_.end(), other.decimals_.begin(), other.decimals_.end());
}

Column ColumnGrower::finish(const std::vector<std::string>& placeholders) && {
  switch (column_.type) {
    case ColumnType::Integer:
      return Column::integers(column_.name, column_.label, std::move(integers_));
    case ColumnType::Decimal:
      return Column::decimals(column_.name, column_.label, std::move(decimals_));
    case ColumnType::Date:
      return Column::dates(column_.name, column_.label, std::move(integers_));
    case ColumnType::Text:
      break;
  }
  return std::move(text_).finish(column_.name, column_.label, placeholders);
}

}  // namespace leadlight
