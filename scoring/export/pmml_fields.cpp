#include "scoring/export/pmml_fields.h"

#include <charconv>
#include <cmath>

#include "model/base/calendar.h"
#include "model/base/text.h"

namespace leadlight {

namespace {

const char* comparisonOf(Filter::Compare compare, bool negated) {
  static constexpr const char* plain[] = {"equal",       "notEqual",    "lessThan",
                                          "lessOrEqual", "greaterThan", "greaterOrEqual"};
  static constexpr const char* opposite[] = {"notEqual",    "equal",       "greaterOrEqual",
                                             "greaterThan", "lessOrEqual", "lessThan"};
  return (negated ? opposite : plain)[static_cast<std::size_t>(compare)];
}

std::optional<std::string> comparedOf(const DatasetColumn& column, const std::string& text) {
  if (column.type == ColumnType::Text) return text;
  if (column.type == ColumnType::Date) {
    const auto date = parseDate(text, DateOrder::YearMonthDay);
    return date ? std::optional(std::to_string(date->seconds)) : std::nullopt;
  }
  const std::string digits = text.starts_with('+') ? text.substr(1) : text;
  double number = 0;
  const auto read = std::from_chars(digits.data(), digits.data() + digits.size(), number);
  const bool whole = read.ec == std::errc() && read.ptr == digits.data() + digits.size() && std::isfinite(number);
  return whole ? std::optional(digits) : std::nullopt;
}

// An Array's text: values in quotes, a quote inside with a backslash.
std::string arrayOf(const std::vector<std::string>& values) {
  std::string out;
  for (const std::string& value : values) {
    out += out.empty() ? "\"" : " \"";
    for (const char c : value) out.append(c == '"' ? "\\\"" : std::string(1, c));
    out += '"';
  }
  return out;
}

// A compound of what `write` writes; PMML asks for two operands at least.
template <class Write>
Status compound(XmlWriter& xml, bool all, const Write& write) {
  xml.open("CompoundPredicate", {{"booleanOperator", all ? "and" : "or"}});
  xml.empty(all ? "True" : "False");
  const Status done = write();
  xml.close();
  return done;
}

class Predicates {
 public:
  Predicates(XmlWriter& xml, const Dataset& dataset) : xml_(xml), dataset_(dataset) {}

  // PMML has no "not": the opposite goes down to the conditions.
  Status write(const Filter& filter, bool negated) {
    switch (filter.kind) {
      case Filter::Kind::All:
        xml_.empty(negated ? "False" : "True");
        return {};
      case Filter::Kind::Not:
        return write(filter.operands.front(), !negated);
      case Filter::Kind::And:
      case Filter::Kind::Or:
        return compound(xml_, (filter.kind == Filter::Kind::And) != negated, [&]() -> Status {
          for (const Filter& operand : filter.operands)
            if (const Status done = write(operand, negated); !done) return done;
          return {};
        });
      case Filter::Kind::IsNull:
        writeMissing(xml_, *columnOf(dataset_, filter.column), dataset_, negated);
        return {};
      case Filter::Kind::Contains:
        return refuse(filter, "PMML has no \"~\"");
      default:
        return condition(filter, *columnOf(dataset_, filter.column), negated);
    }
  }

 private:
  Status refuse(const Filter& filter, const std::string& why) {
    return Error{Errc::BadFilter, why + ", which the rule asks of " + filter.column + ".", filter.column, {why}};
  }

  // A comparison with a missing value is neither true nor false in PMML; it is false here, and its opposite true.
  Status condition(const Filter& filter, const DatasetColumn& column, bool negated) {
    const bool text = column.type == ColumnType::Text, in = filter.kind == Filter::Kind::In;
    const bool equal = in || filter.compare == Filter::Compare::Equal;
    if (text && !equal && filter.compare != Filter::Compare::NotEqual)
      return refuse(filter, "PMML does not compare texts by order");
    std::vector<std::string> values;
    for (const std::string& value : filter.values) {
      const auto compared = comparedOf(column, value);
      if (!compared) return refuse(filter, "\"" + value + "\" cannot be compared");
      if (text && !fitsXml(value)) return refuse(filter, "XML cannot hold this value");
      if (!(text && equal && compared->empty())) values.push_back(*compared);
    }
    if (values.empty()) {
      xml_.empty(negated ? "True" : "False");
      return {};
    }
    // `=` and `in` find a placeholder that they name, so that there only an absent value is missing.
    const bool placeholders = text && !equal;
    return compound(xml_, !negated, [&]() -> Status {
      if (placeholders) {
        writeMissing(xml_, column, dataset_, !negated);
      } else {
        xml_.empty("SimplePredicate",
                   {{"field", pmmlField(column)}, {"operator", negated ? "isMissing" : "isNotMissing"}});
      }
      if (in)
        writeSetPredicate(xml_, column, negated ? "isNotIn" : "isIn", values);
      else
        writePredicate(xml_, pmmlField(column), comparisonOf(filter.compare, negated), values.front());
      return {};
    });
  }

  XmlWriter& xml_;
  const Dataset& dataset_;
};

}  // namespace

std::string pmmlField(const DatasetColumn& column) {
  return column.type == ColumnType::Date ? column.name + "_seconds" : column.name;
}

std::optional<std::string> pmmlListed(const DatasetColumn& column, const std::string& value) {
  if (value.empty()) return std::nullopt;
  const auto compared = comparedOf(column, value);
  const bool canonical = column.type == ColumnType::Integer   ? parseInteger(value).has_value()
                         : column.type == ColumnType::Decimal ? compared && formatNumber(std::stod(value)) == value
                                                              : true;
  return canonical ? compared : std::nullopt;
}

void writePredicate(XmlWriter& xml, const std::string& field, const char* comparison, const std::string& value) {
  xml.empty("SimplePredicate", {{"field", field}, {"operator", comparison}, {"value", value}});
}

void writeSetPredicate(XmlWriter& xml, const DatasetColumn& column, const char* comparison,
                       const std::vector<std::string>& values) {
  const char* type = column.type == ColumnType::Text ? "string" : column.type == ColumnType::Decimal ? "real" : "int";
  xml.open("SimpleSetPredicate", {{"field", pmmlField(column)}, {"booleanOperator", comparison}});
  xml.text("Array", arrayOf(values), {{"n", std::to_string(values.size())}, {"type", type}});
  xml.close();
}

void writeMissing(XmlWriter& xml, const DatasetColumn& column, const Dataset& dataset, bool present) {
  const auto absent = [&] {
    xml.empty("SimplePredicate", {{"field", pmmlField(column)}, {"operator", present ? "isNotMissing" : "isMissing"}});
  };
  if (column.type != ColumnType::Text) return absent();
  std::vector<std::string> values{""};
  for (const std::string& placeholder : dataset.placeholders)
    if (!placeholder.empty()) values.push_back(placeholder);
  xml.open("CompoundPredicate", {{"booleanOperator", present ? "and" : "or"}});
  absent();
  writeSetPredicate(xml, column, present ? "isNotIn" : "isIn", values);
  xml.close();
}

Status writeFilter(XmlWriter& xml, const Filter& filter, const Dataset& dataset, bool negated) {
  return Predicates(xml, dataset).write(filter, negated);
}

}  // namespace leadlight
