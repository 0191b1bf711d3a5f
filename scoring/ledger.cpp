#include "scoring/ledger.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "model/base/calendar.h"
#include "model/base/text.h"
#include "scoring/term_pass.h"

namespace leadlight {

namespace {

using ColumnPtr = Frame::ColumnPtr;

ColumnPtr textColumn(const std::string& name, const std::string& label, const std::vector<std::string>& values,
                     const std::vector<std::string>& placeholders) {
  TextColumnBuilder builder;
  for (const std::string& value : values) builder.append(value);
  return std::make_shared<const Column>(std::move(builder).finish(name, label, placeholders));
}

// The column with that row alone, twice: a date's text shows the time when any row has one, so that the second row of a
// date that shows it is a second later.
ColumnPtr rowTwice(const Column& column, std::size_t row) {
  const auto shared = [](Column one) { return std::make_shared<const Column>(std::move(one)); };
  if (column.type() == ColumnType::Integer) {
    const std::int64_t value = column.integers()[row];
    return shared(Column::integers(column.name(), column.label(), {value, value}));
  }
  if (column.type() == ColumnType::Decimal) {
    const double value = column.decimals()[row];
    return shared(Column::decimals(column.name(), column.label(), {value, value}));
  }
  const std::string value = column.textAt(row);
  if (column.type() == ColumnType::Date) {
    const std::int64_t seconds = column.integers()[row];
    const bool timed = value.find('T') != std::string::npos;
    return shared(Column::dates(column.name(), column.label(), {seconds, timed ? seconds + 1 : seconds}));
  }
  std::vector<std::string> placeholders;
  if (column.isMissing(row) && !value.empty()) placeholders.push_back(value);
  return textColumn(column.name(), column.label(), {value, value}, placeholders);
}

bool matches(const Column& column, std::size_t row, const std::string& listed) {
  if (listed.empty()) return false;
  if (column.type() != ColumnType::Date) return column.textAt(row) == listed;
  const auto date = parseDate(listed, DateOrder::YearMonthDay);
  return date && date->seconds == column.integers()[row];
}

double pointsOf(const LookupTerm& term, const Column& column, std::size_t row) {
  for (const auto& [value, points] : term.points)
    if (matches(column, row, value)) return points;
  return column.isMissing(row) ? term.missing : term.otherwise;
}

double pointsOf(const StepsTerm& term, const Column& column, std::size_t row) {
  if (column.isMissing(row)) return term.missing;
  const auto edge = std::upper_bound(term.edges.begin(), term.edges.end(), column.number(row));
  return term.points[static_cast<std::size_t>(edge - term.edges.begin())];
}

double pointsOf(const LinearTerm& term, const Column& column, std::size_t row) {
  return column.isMissing(row) ? term.missing : term.weight * std::clamp(column.number(row), term.low, term.high);
}

Result<LedgerLine> lineOf(const RuleTerm& rule, const std::string& path, const Frame& frame, std::size_t row) {
  LedgerLine line;
  line.missing = true;
  std::vector<ColumnPtr> columns;
  std::vector<std::string> values;
  for (const std::string& name : rule.when.columns()) {
    const Column* column = frame.find(name);
    if (column == nullptr) continue;
    columns.push_back(rowTwice(*column, row));
    if (std::string value = column->textAt(row); !value.empty()) values.push_back(std::move(value));
    line.missing = line.missing && column->isMissing(row);
  }
  line.value = joined(values, ", ");
  if (lacksColumns(rule, frame)) return line;
  const Result<RowSet> holds = apply(rule.when, Frame({0, 1}, std::move(columns)));
  if (!holds) return Error{Errc::BadScorecard, holds.error().what, path + ".when", holds.error().args};
  line.points = holds->contains(0) ? rule.points : 0;
  return line;
}

Result<LedgerLine> lineOf(const Term& term, const std::string& path, const Frame& frame, std::size_t row) {
  return std::visit(
      [&](const auto& kind) -> Result<LedgerLine> {
        if constexpr (std::is_same_v<std::decay_t<decltype(kind)>, RuleTerm>) {
          return lineOf(kind, path, frame, row);
        } else {
          const Column* column = frame.find(kind.column);
          if (column == nullptr) return LedgerLine{"", "", "", true, kind.missing};
          if (const Status fits = checkColumn(term, path, *column); !fits) return fits.error();
          return LedgerLine{"", "", column->textAt(row), column->isMissing(row), pointsOf(kind, *column, row)};
        }
      },
      term.kind);
}

Error misfit(const std::string& name, const std::string& value, ColumnType type) {
  const std::string kind = type == ColumnType::Integer ? "a whole number"
                           : type == ColumnType::Date  ? "a date"
                                                       : "a number";
  return Error{
      Errc::BadFilter, "\"" + value + "\" is not " + kind + ", which " + name + " holds.", name, {value, kind, name}};
}

// A column of one row with this text, of a known type. Errors: BadFilter.
Result<ColumnPtr> oneValue(const std::string& name, const std::string& label, ColumnType type, const std::string& text,
                           const std::vector<std::string>& placeholders) {
  if (type == ColumnType::Text) return textColumn(name, label, {text}, placeholders);
  const std::string value(trimmed(text));
  const bool missing =
      value.empty() || std::find(placeholders.begin(), placeholders.end(), value) != placeholders.end();
  if (type == ColumnType::Decimal) {
    const auto number = missing ? std::optional(std::nan("")) : parseDecimal(value);
    if (!number) return misfit(name, text, type);
    return std::make_shared<const Column>(Column::decimals(name, label, {*number}));
  }
  if (type == ColumnType::Integer) {
    const auto number = missing ? std::optional(Column::missingInteger) : parseInteger(value);
    if (!number) return misfit(name, text, type);
    return std::make_shared<const Column>(Column::integers(name, label, {*number}));
  }
  auto date = missing ? std::optional(DateTime{Column::missingInteger, ""}) : parseDate(value, DateOrder::YearMonthDay);
  if (!date) date = parseDate(value, DateOrder::DayMonthYear);
  if (!date) return misfit(name, text, type);
  return std::make_shared<const Column>(Column::dates(name, label, {date->seconds}));
}

ColumnType typeOf(const std::string& value) {
  if (parseInteger(value)) return ColumnType::Integer;
  return parseDecimal(value) ? ColumnType::Decimal : ColumnType::Text;
}

}  // namespace

std::vector<std::size_t> Ledger::bySize() const {
  std::vector<std::size_t> order(lines.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    return std::fabs(lines[a].points) > std::fabs(lines[b].points);
  });
  return order;
}

Result<Ledger> ledgerOf(const Scorecard& scorecard, const Frame& frame, std::size_t row) {
  Ledger ledger;
  ledger.base = ledger.points = scorecard.base;
  for (std::size_t i = 0; i < scorecard.terms.size(); ++i) {
    const Term& term = scorecard.terms[i];
    Result<LedgerLine> line = lineOf(term, "terms[" + std::to_string(i) + "]", frame, row);
    if (!line) return line.error();
    line->term = term.name;
    line->column = term.column();
    ledger.points += line->points;
    ledger.lines.push_back(*std::move(line));
  }
  ledger.score = ledger.points;
  if (scorecard.link == Link::Logistic) {
    ledger.probability = probabilityOf(ledger.points);
    ledger.score = 100 * *ledger.probability;
  }
  ledger.band = scorecard.bandOf(ledger.score);
  return ledger;
}

Result<Frame> frameOfOne(const std::vector<std::pair<std::string, std::string>>& values, const Frame& like,
                         const std::vector<std::string>& placeholders) {
  std::vector<ColumnPtr> columns;
  const auto isThere = [&](const std::string& name) {
    return std::any_of(columns.begin(), columns.end(), [&](const ColumnPtr& column) { return column->name() == name; });
  };
  for (const auto& [given, value] : values) {
    const Column* known = like.find(given);
    if (known == nullptr) known = like.find(canonicalName(given));
    const std::string name = known != nullptr ? known->name() : canonicalName(given);
    if (isThere(name)) return Error{Errc::BadFilter, "The column " + name + " is given twice.", name, {name}};
    Result<ColumnPtr> column = oneValue(name, known != nullptr ? known->label() : given,
                                        known != nullptr ? known->type() : typeOf(value), value, placeholders);
    if (!column) return column.error();
    columns.push_back(*std::move(column));
  }
  // What was not given is missing, as it would be in a file, so that rules read it as such.
  for (const ColumnPtr& column : like.columns()) {
    if (isThere(column->name())) continue;
    Result<ColumnPtr> empty = oneValue(column->name(), column->label(), column->type(), "", placeholders);
    if (!empty) return empty.error();
    columns.push_back(*std::move(empty));
  }
  return Frame({0}, std::move(columns));
}

}  // namespace leadlight
