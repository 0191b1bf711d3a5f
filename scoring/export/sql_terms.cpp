#include "scoring/export/sql_terms.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <map>

#include "model/base/calendar.h"
#include "model/base/text.h"
#include "scoring/export/export_check.h"
#include "scoring/export/sql_filter.h"

namespace leadlight {

namespace {

class TermWriter {
 public:
  TermWriter(const Term& term, const std::string& path, const Dataset& dataset, const SqlWords& words, SqlAxes* axes)
      : term_(term), path_(path), dataset_(dataset), words_(words), axes_(axes) {}

  Result<std::string> operator()(const LookupTerm& term) const {
    const DatasetColumn* found = columnOf(dataset_, term.column);
    if (found == nullptr) return words_.number(term.missing);
    const SqlColumn column = sql(*found);
    std::string out = "CASE";
    for (const auto& [value, points] : term.points)
      if (const auto listed = equals(column, value)) out += " WHEN " + *listed + then(points);
    if (term.missing != term.otherwise) out += " WHEN " + column.missing + then(term.missing);
    return out == "CASE" ? words_.number(term.otherwise) : out + otherwise(words_.number(term.otherwise));
  }

  Result<std::string> operator()(const StepsTerm& term) const {
    const DatasetColumn* found = columnOf(dataset_, term.column);
    if (found == nullptr) return words_.number(term.missing);
    const SqlColumn column = sql(*found);
    std::string out = "CASE WHEN " + column.missing + then(term.missing);
    for (std::size_t bin = 0; bin < term.edges.size(); ++bin)
      if (term.points[bin] != term.points[bin + 1])
        out += " WHEN " + column.number + " < " + words_.number(term.edges[bin]) + then(term.points[bin]);
    return out + otherwise(words_.number(term.points.back()));
  }

  Result<std::string> operator()(const LinearTerm& term) const {
    const DatasetColumn* found = columnOf(dataset_, term.column);
    if (found == nullptr) return words_.number(term.missing);
    const SqlColumn column = sql(*found);
    std::string value = words_.real(column.name);
    if (std::isfinite(term.low)) value = words_.greatest(value, words_.real(words_.number(term.low)));
    if (std::isfinite(term.high)) value = words_.least(value, words_.real(words_.number(term.high)));
    return "CASE WHEN " + column.missing + then(term.missing) + otherwise(words_.number(term.weight) + " * " + value);
  }

  Result<std::string> operator()(const RuleTerm& term) const {
    for (const std::string& name : term.when.columns())
      if (columnOf(dataset_, name) == nullptr) return std::string("0");
    const Result<std::string> when = sqlCondition(term.when, dataset_, words_);
    if (!when)
      return Error{Errc::BadScorecard, "The term \"" + term_.name + "\" cannot be exported: " + when.error().what,
                   path_ + ".when", when.error().args};
    return "CASE WHEN " + *when + then(term.points) + otherwise("0");
  }

  Result<std::string> operator()(const GridTerm& term) const {
    const std::vector<Slot> rows = slots(term.rows), columns = slots(term.columns);
    const auto cell = [&, width = term.columns.slotCount()](std::size_t row, std::size_t column) {
      return words_.number(term.points[row * width + column]);
    };
    if (axes_ == nullptr)
      return choice(rows, [&](std::size_t row) {
        return choice(columns, [&](std::size_t column) { return cell(row, column); });
      });
    return lookedUp(rows, [&](std::size_t row) {
      return lookedUp(columns, [&](std::size_t column) { return cell(row, column); });
    });
  }

  Result<std::string> operator()(const DecayTerm& term) const {
    const DatasetColumn* found = columnOf(dataset_, term.column);
    if (found == nullptr) return words_.number(term.missing);
    const SqlColumn column = sql(*found);
    const std::string moment = term.asOf ? std::to_string(*term.asOf) : words_.secondsNow();
    const std::string halvings =
        words_.real(moment + " - " + column.number) + " / " + words_.number(86400 * term.halfLifeDays);
    // Beyond a thousand halvings nothing is left, and some databases call the underflow an error.
    const std::string kept = words_.least(words_.greatest(halvings, words_.real("0")), words_.real("1000"));
    return "CASE WHEN " + column.missing + then(term.missing) +
           otherwise(words_.number(term.points) + " * POWER(" + words_.real("2") + ", -" + kept + ")");
  }

 private:
  SqlColumn sql(const DatasetColumn& column) const { return SqlColumn(column, dataset_.placeholders, words_); }
  std::string then(double points) const { return " THEN " + words_.number(points); }
  static std::string otherwise(const std::string& value) { return " ELSE " + value + " END"; }

  // `column = value` as a lookup means it; nullopt when no value of the column can be equal.
  std::optional<std::string> equals(const SqlColumn& column, const std::string& value) const {
    if (column.column.type == ColumnType::Text)
      return value.empty() ? std::nullopt : std::optional(column.name + " = " + words_.text(value));
    if (column.column.type == ColumnType::Date) {
      const auto date = parseDate(value, DateOrder::YearMonthDay);
      return date ? std::optional(column.number + " = " + std::to_string(date->seconds)) : std::nullopt;
    }
    double number = 0;
    const auto read = std::from_chars(value.data(), value.data() + value.size(), number);
    const bool canonical =
        read.ec == std::errc() && std::isfinite(number) &&
        (column.column.type == ColumnType::Integer ? parseInteger(value).has_value() : formatNumber(number) == value);
    return canonical ? std::optional(column.number + " = " + value) : std::nullopt;
  }

  // The slots of an axis in the order in which they are tried, each with its condition; the last one has none.
  struct Slot {
    std::size_t slot;
    std::string when;
  };
  std::vector<Slot> slots(const GridAxis& axis) const {
    const std::size_t missing = axis.slotCount() - 1;
    const DatasetColumn* found = columnOf(dataset_, axis.column);
    if (found == nullptr) return {{missing, ""}};
    const SqlColumn column = sql(*found);
    if (!axis.groups.empty()) return groupSlots(axis, column);
    std::vector<Slot> all{{missing, column.missing}};
    for (std::size_t bin = 0; bin < axis.edges.size(); ++bin)
      all.push_back({bin, column.number + " < " + words_.number(axis.edges[bin])});
    all.push_back({axis.edges.size(), ""});
    return all;
  }

  std::vector<Slot> groupSlots(const GridAxis& axis, const SqlColumn& column) const {
    std::vector<Slot> all;
    for (std::size_t group = 0; group < axis.groups.size(); ++group) {
      std::vector<std::string> any;
      for (const std::string& value : axis.groups[group])
        if (const auto listed = equals(column, value)) any.push_back(*listed);
      if (!any.empty()) all.push_back({group, joined(any, " OR ")});
    }
    all.push_back({axis.groups.size() + 1, column.missing});
    all.push_back({axis.groups.size(), ""});
    return all;
  }

  template <class Value>
  static std::string choice(const std::vector<Slot>& slots, const Value& value) {
    if (slots.size() == 1) return value(slots.front().slot);
    std::string out = "CASE";
    for (std::size_t i = 0; i + 1 < slots.size(); ++i)
      out += " WHEN " + slots[i].when + " THEN " + value(slots[i].slot);
    return out + otherwise(value(slots.back().slot));
  }

  // The value of the slot that a column of the axes holds. What most slots say needs no case of its own.
  template <class Value>
  std::string lookedUp(const std::vector<Slot>& slots, const Value& value) const {
    std::map<std::string, std::size_t> uses;
    for (const Slot& slot : slots) ++uses[value(slot.slot)];
    const auto usual =
        std::max_element(uses.begin(), uses.end(), [](const auto& a, const auto& b) { return a.second < b.second; });
    if (uses.size() == 1) return usual->first;
    const std::string number = choice(slots, [](std::size_t slot) { return std::to_string(slot); });
    std::string out = "CASE " + words_.name(axes_->nameOf(number));
    for (const Slot& slot : slots)
      if (const std::string one = value(slot.slot); one != usual->first)
        out += " WHEN " + std::to_string(slot.slot) + " THEN " + one;
    return out + otherwise(usual->first);
  }

  const Term& term_;
  const std::string& path_;
  const Dataset& dataset_;
  const SqlWords& words_;
  SqlAxes* axes_;
};

}  // namespace

std::string SqlAxes::nameOf(const std::string& expression) {
  const auto known = std::find(expressions_.begin(), expressions_.end(), expression);
  const auto axis = static_cast<std::size_t>(known - expressions_.begin());
  if (known == expressions_.end()) expressions_.push_back(expression);
  return name(axis);
}

Result<std::string> SqlTerms::points(const Term& term, const std::string& path, SqlAxes* axes) const {
  return std::visit(TermWriter(term, path, dataset_, words_, axes), term.kind);
}

}  // namespace leadlight
