#include "scoring/ledger.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "model/base/calendar.h"
#include "model/base/text.h"
#include "scoring/column_check.h"

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

// One row of a frame at one moment, and the path of the term in errors.
struct Lead {
  const Frame& frame;
  std::size_t row;
  std::int64_t moment;
  const std::string& path;
};

bool isMissing(const Column* column, std::size_t row) { return column == nullptr || column->isMissing(row); }

std::size_t binOf(const std::vector<double>& edges, double value) {
  return static_cast<std::size_t>(std::upper_bound(edges.begin(), edges.end(), value) - edges.begin());
}

// What a term gives, and from which of its slots.
struct Given {
  std::size_t slot;
  double points;
};

Given given(const LookupTerm& term, const Column* column, const Lead& lead) {
  for (std::size_t i = 0; column != nullptr && i < term.points.size(); ++i)
    if (matches(*column, lead.row, term.points[i].first)) return {i, term.points[i].second};
  const std::size_t otherwise = term.points.size();
  return isMissing(column, lead.row) ? Given{otherwise + 1, term.missing} : Given{otherwise, term.otherwise};
}

Given given(const StepsTerm& term, const Column* column, const Lead& lead) {
  if (isMissing(column, lead.row)) return {term.points.size(), term.missing};
  const std::size_t bin = binOf(term.edges, column->number(lead.row));
  return {bin, term.points[bin]};
}

Given given(const LinearTerm& term, const Column* column, const Lead& lead) {
  if (isMissing(column, lead.row)) return {1, term.missing};
  return {0, term.weight * std::clamp(column->number(lead.row), term.low, term.high)};
}

Given given(const DecayTerm& term, const Column* column, const Lead& lead) {
  if (isMissing(column, lead.row)) return {1, term.missing};
  return {0, term.points * decayShare(term, column->integers()[lead.row], lead.moment)};
}

std::size_t slotOf(const GridAxis& axis, const Column* column, std::size_t row) {
  const std::size_t missing = axis.slotCount() - 1;
  if (column == nullptr) return missing;
  for (std::size_t group = 0; group < axis.groups.size(); ++group)
    for (const std::string& value : axis.groups[group])
      if (matches(*column, row, value)) return group;
  if (column->isMissing(row)) return missing;
  return axis.groups.empty() ? binOf(axis.edges, column->number(row)) : missing - 1;
}

// A term of one column.
template <class Kind>
Result<LedgerLine> lineOf(const Kind& term, const Lead& lead) {
  const Column* column = lead.frame.find(term.column);
  LedgerLine line;
  if (column != nullptr) line.value = column->textAt(lead.row);
  line.missing = isMissing(column, lead.row);
  const auto [slot, points] = given(term, column, lead);
  line.slot = slot;
  line.points = points;
  return line;
}

Result<LedgerLine> lineOf(const GridTerm& term, const Lead& lead) {
  const Column* rows = lead.frame.find(term.rows.column);
  const Column* columns = lead.frame.find(term.columns.column);
  const auto text = [&](const Column* column) {
    const std::string value = column == nullptr ? "" : column->textAt(lead.row);
    return value.empty() ? "-" : value;
  };
  LedgerLine line;
  line.missing = isMissing(rows, lead.row) && isMissing(columns, lead.row);
  line.value = text(rows) + ", " + text(columns);
  if (line.value == "-, -") line.value.clear();
  line.slot = slotOf(term.rows, rows, lead.row) * term.columns.slotCount() + slotOf(term.columns, columns, lead.row);
  line.points = term.points[line.slot];
  return line;
}

Result<LedgerLine> lineOf(const RuleTerm& rule, const Lead& lead) {
  LedgerLine line;
  line.missing = true;
  std::vector<ColumnPtr> columns;
  std::vector<std::string> values;
  for (const std::string& name : rule.when.columns()) {
    const Column* column = lead.frame.find(name);
    if (column == nullptr) continue;
    columns.push_back(rowTwice(*column, lead.row));
    if (std::string value = column->textAt(lead.row); !value.empty()) values.push_back(std::move(value));
    line.missing = line.missing && column->isMissing(lead.row);
  }
  line.value = joined(values, ", ");
  if (lacksColumns(rule, lead.frame)) return line;
  const Result<RowSet> holds = apply(rule.when, Frame({0, 1}, std::move(columns)));
  if (!holds) return Error{Errc::BadScorecard, holds.error().what, lead.path + ".when", holds.error().args};
  line.slot = holds->contains(0) ? 1 : 0;
  line.points = line.slot == 1 ? rule.points : 0;
  return line;
}

// The correction of a group whose terms add up to `sum`.
LedgerLine correctionOf(const Scorecard& scorecard, const TermGroup& group, double sum) {
  std::vector<std::string> columns;
  for (const Term& term : scorecard.terms)
    if (term.group == group.name) columns.push_back(term.column());
  return {group.name, joined(columns, ", "), formatNumber(sum), false, group.correction(sum), 0, true};
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

Result<Ledger> ledgerOf(const Scorecard& scorecard, const Frame& frame, std::size_t row, std::int64_t moment) {
  Ledger ledger;
  ledger.base = ledger.points = scorecard.base;
  std::vector<double> sums(scorecard.groups.size(), 0.0);
  const auto add = [&](LedgerLine line) {
    ledger.points += line.points;
    ledger.lines.push_back(std::move(line));
  };
  for (std::size_t i = 0; i < scorecard.terms.size(); ++i) {
    const Term& term = scorecard.terms[i];
    const std::string path = "terms[" + std::to_string(i) + "]";
    if (const Status fits = checkColumns(term, path, frame); !fits) return fits.error();
    const Result<std::optional<std::size_t>> group = groupOf(scorecard, term, path);
    if (!group) return group.error();
    const Lead lead{frame, row, moment, path};
    Result<LedgerLine> line = std::visit([&](const auto& kind) { return lineOf(kind, lead); }, term.kind);
    if (!line) return line.error();
    line->term = term.name;
    line->column = term.column();
    if (*group) sums[**group] += line->points;
    add(*std::move(line));
  }
  for (std::size_t i = 0; i < sums.size(); ++i) add(correctionOf(scorecard, scorecard.groups[i], sums[i]));
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
