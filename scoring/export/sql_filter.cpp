#include "scoring/export/sql_filter.h"

#include <charconv>
#include <cmath>

#include "model/base/calendar.h"
#include "model/base/text.h"
#include "scoring/export/export_check.h"

namespace leadlight {

namespace {

constexpr const char* always = "1 = 1";
constexpr const char* never = "1 = 0";

const char* symbol(Filter::Compare compare) {
  static constexpr const char* symbols[] = {"=", "<>", "<", "<=", ">", ">="};
  return symbols[static_cast<std::size_t>(compare)];
}

class Conditions {
 public:
  Conditions(const Dataset& dataset, const SqlWords& words) : dataset_(dataset), words_(words) {}

  Result<std::string> of(const Filter& filter) const {
    switch (filter.kind) {
      case Filter::Kind::All:
        return std::string(always);
      case Filter::Kind::And:
        return group(filter, " AND ", always);
      case Filter::Kind::Or:
        return group(filter, " OR ", never);
      case Filter::Kind::Not: {
        const Result<std::string> inner = of(filter.operands.front());
        return inner ? Result<std::string>("NOT (" + *inner + ")") : inner;
      }
      default:
        break;
    }
    const SqlColumn column(*columnOf(dataset_, filter.column), dataset_.placeholders, words_);
    if (filter.kind == Filter::Kind::IsNull) return column.missing;
    if (filter.kind == Filter::Kind::Contains) return contains(filter, column);
    return column.column.type == ColumnType::Text ? textCondition(filter, column) : numberCondition(filter, column);
  }

 private:
  Result<std::string> group(const Filter& filter, const char* between, const char* none) const {
    std::vector<std::string> parts;
    for (const Filter& operand : filter.operands) {
      Result<std::string> part = of(operand);
      if (!part) return part;
      parts.push_back("(" + *std::move(part) + ")");
    }
    return parts.empty() ? std::string(none) : joined(parts, between);
  }

  Result<std::string> contains(const Filter& filter, const SqlColumn& column) const {
    const ColumnType type = column.column.type;
    if (type == ColumnType::Decimal || type == ColumnType::Date)
      return Error{
          Errc::BadFilter,
          "SQL has no \"~\" on " + std::string(typeName(type)) + " values such as those of " + column.column.name + ".",
          column.column.name,
          {column.column.name}};
    const std::string& needle = filter.values.front();
    if (needle.empty()) return column.present;
    const std::string text = type == ColumnType::Integer ? words_.asText(column.name) : column.name;
    return column.present + " AND " + words_.contains(words_.lowered(text), words_.text(lowered(needle)));
  }

  // `=` and `in` find a placeholder that they name; an empty text is missing and never found.
  std::string textCondition(const Filter& filter, const SqlColumn& column) const {
    if (filter.kind == Filter::Kind::Compare && filter.compare != Filter::Compare::Equal)
      return column.present + " AND " + words_.bytewise(column.name) + " " + symbol(filter.compare) + " " +
             words_.text(filter.values.front());
    std::vector<std::string> values;
    for (const std::string& value : filter.values)
      if (!value.empty()) values.push_back(words_.text(value));
    if (values.empty()) return never;
    return column.name + " IS NOT NULL AND " + column.name +
           (values.size() == 1 ? " = " + values.front() : " IN (" + joined(values, ", ") + ")");
  }

  Result<std::string> numberCondition(const Filter& filter, const SqlColumn& column) const {
    std::vector<std::string> values;
    for (const std::string& value : filter.values) {
      const auto number = literal(value, column.column.type);
      if (!number)
        return Error{Errc::BadFilter,
                     "Column " + column.column.name + " cannot be compared with '" + value + "'.",
                     column.column.name,
                     {column.column.name, value}};
      values.push_back(*number);
    }
    if (values.empty()) return std::string(never);
    const std::string compared = filter.kind == Filter::Kind::In
                                     ? " IN (" + joined(values, ", ") + ")"
                                     : std::string(" ") + symbol(filter.compare) + " " + values.front();
    return column.present + " AND " + column.number + compared;
  }

  std::optional<std::string> literal(std::string_view text, ColumnType type) const {
    if (type == ColumnType::Date) {
      const auto date = parseDate(text, DateOrder::YearMonthDay);
      return date ? std::optional(std::to_string(date->seconds)) : std::nullopt;
    }
    if (text.starts_with('+')) text.remove_prefix(1);
    const char* end = text.data() + text.size();
    std::int64_t whole = 0;
    if (const auto read = std::from_chars(text.data(), end, whole); read.ec == std::errc() && read.ptr == end)
      return std::to_string(whole);
    double number = 0;
    const auto read = std::from_chars(text.data(), end, number);
    if (read.ec != std::errc() || read.ptr != end || !std::isfinite(number)) return std::nullopt;
    return words_.number(number);
  }

  const Dataset& dataset_;
  const SqlWords& words_;
};

}  // namespace

SqlColumn::SqlColumn(const DatasetColumn& of, const std::vector<std::string>& placeholders, const SqlWords& words)
    : column(of), name(words.name(of.name)), number(of.type == ColumnType::Date ? words.seconds(name) : name) {
  missing = name + " IS NULL";
  present = name + " IS NOT NULL";
  if (of.type != ColumnType::Text) return;
  std::string values = "''";
  for (const std::string& placeholder : placeholders)
    if (!placeholder.empty()) values += ", " + words.text(placeholder);
  missing = "(" + missing + " OR " + name + " IN (" + values + "))";
  present += " AND " + name + " NOT IN (" + values + ")";
}

Result<std::string> sqlCondition(const Filter& filter, const Dataset& dataset, const SqlWords& words) {
  return Conditions(dataset, words).of(filter);
}

}  // namespace leadlight
