#include "model/frame/column.h"

#include <algorithm>
#include <cmath>

#include "model/base/calendar.h"
#include "model/base/text.h"

namespace leadlight {

namespace {
constexpr std::int64_t secondsOfDay = 86400;
}

Column::Column(std::string name, std::string label, ColumnType type)
    : name_(std::move(name)), label_(std::move(label)), type_(type) {}

Column Column::text(std::string name, std::string label, std::vector<std::string> dictionary, Codes codes,
                    const std::vector<std::string>& placeholders) {
  Column column(std::move(name), std::move(label), ColumnType::Text);
  if (dictionary.empty()) dictionary.emplace_back();
  column.missingCode_.resize(dictionary.size());
  for (std::size_t i = 0; i < dictionary.size(); ++i)
    column.missingCode_[i] =
        i == 0 || std::find(placeholders.begin(), placeholders.end(), dictionary[i]) != placeholders.end() ? 1 : 0;
  column.dictionary_ = std::move(dictionary);
  column.codes_ = std::move(codes);
  return column;
}

Column Column::integers(std::string name, std::string label, std::vector<std::int64_t> values) {
  Column column(std::move(name), std::move(label), ColumnType::Integer);
  column.integers_ = std::move(values);
  return column;
}

Column Column::decimals(std::string name, std::string label, std::vector<double> values) {
  Column column(std::move(name), std::move(label), ColumnType::Decimal);
  column.decimals_ = std::move(values);
  return column;
}

Column Column::dates(std::string name, std::string label, std::vector<std::int64_t> seconds) {
  Column column(std::move(name), std::move(label), ColumnType::Date);
  column.integers_ = std::move(seconds);
  column.daysOnly_ = std::all_of(column.integers_.begin(), column.integers_.end(),
                                 [](std::int64_t s) { return s == missingInteger || s % secondsOfDay == 0; });
  return column;
}

std::size_t Column::rows() const {
  switch (type_) {
    case ColumnType::Text:
      return std::visit([](const auto& codes) { return codes.size(); }, codes_);
    case ColumnType::Decimal:
      return decimals_.size();
    case ColumnType::Integer:
    case ColumnType::Date:
      break;
  }
  return integers_.size();
}

std::uint32_t Column::code(std::size_t row) const {
  return std::visit([row](const auto& codes) { return static_cast<std::uint32_t>(codes[row]); }, codes_);
}

std::optional<std::uint32_t> Column::codeOf(std::string_view value) const {
  const auto at = std::find(dictionary_.begin(), dictionary_.end(), value);
  if (at == dictionary_.end()) return std::nullopt;
  return static_cast<std::uint32_t>(at - dictionary_.begin());
}

bool Column::isMissing(std::size_t row) const {
  switch (type_) {
    case ColumnType::Text:
      return isMissingCode(code(row));
    case ColumnType::Decimal:
      return std::isnan(decimals_[row]);
    case ColumnType::Integer:
    case ColumnType::Date:
      break;
  }
  return integers_[row] == missingInteger;
}

double Column::number(std::size_t row) const {
  if (type_ == ColumnType::Decimal) return decimals_[row];
  if (type_ == ColumnType::Text || integers_[row] == missingInteger) return std::numeric_limits<double>::quiet_NaN();
  return static_cast<double>(integers_[row]);
}

std::string Column::textAt(std::size_t row) const {
  if (type_ == ColumnType::Text) return dictionary_[code(row)];
  if (isMissing(row)) return {};
  if (type_ == ColumnType::Decimal) return formatNumber(decimals_[row]);
  if (type_ == ColumnType::Date) return daysOnly_ ? isoDate(integers_[row]) : isoDateTime(integers_[row]);
  std::string out;
  appendNumber(out, integers_[row]);
  return out;
}

}  // namespace leadlight
