#include "app/gui/charts/charts_choice.h"

#include <cmath>
#include <limits>

#include "model/base/calendar.h"
#include "model/base/text.h"

namespace leadlight {
namespace {

constexpr double open = std::numeric_limits<double>::quiet_NaN();

std::optional<double> boundOf(const std::string& text) {
  if (const auto number = parseDecimal(text)) return number;
  if (const auto date = parseDate(text, DateOrder::YearMonthDay)) return static_cast<double>(date->seconds);
  return std::nullopt;
}

std::string boundText(double bound, bool dates) {
  if (!dates) return formatNumber(bound);
  const auto seconds = static_cast<std::int64_t>(bound);
  return seconds % 86400 == 0 ? isoDate(seconds) : isoDateTime(seconds);
}

// Adds what a single `>=` or `<` says.
bool addBound(const Filter& filter, ChartRange& range) {
  if (filter.kind != Filter::Kind::Compare) return false;
  const auto bound = boundOf(filter.values.front());
  if (!bound) return false;
  if (filter.compare == Filter::Compare::GreaterOrEqual) {
    range.from = *bound;
    return true;
  }
  if (filter.compare == Filter::Compare::Less) {
    range.below = *bound;
    return true;
  }
  return false;
}

bool addValues(const Filter& filter, Choice& choice) {
  switch (filter.kind) {
    case Filter::Kind::In:
      choice.values.insert(filter.values.begin(), filter.values.end());
      return true;
    case Filter::Kind::Compare:
      if (filter.compare != Filter::Compare::Equal) return false;
      choice.values.insert(filter.values.front());
      return true;
    case Filter::Kind::IsNull:
      choice.missing = true;
      return true;
    case Filter::Kind::Or:
      for (const Filter& operand : filter.operands)
        if (!addValues(operand, choice)) return false;
      return true;
    default:
      return false;
  }
}

}  // namespace

std::optional<Choice> choiceOf(const Filter& condition) {
  if (condition.columns().size() != 1) return std::nullopt;
  if (condition.kind == Filter::Kind::Not && condition.operands.size() == 1) {
    auto left = choiceOf(condition.operands.front());
    if (!left || left->range || left->excluded) return std::nullopt;
    left->excluded = true;
    return left;
  }
  Choice choice;
  ChartRange range{open, open};
  const bool both = condition.kind == Filter::Kind::And && condition.operands.size() == 2;
  const bool bounded = both ? addBound(condition.operands[0], range) && addBound(condition.operands[1], range)
                            : addBound(condition, range);
  if (bounded) {
    choice.range = range;
    return choice;
  }
  if (!addValues(condition, choice)) return std::nullopt;
  return choice;
}

std::optional<Filter> conditionOf(const std::string& column, const Choice& choice, bool dates) {
  if (choice.range) {
    std::optional<std::string> atLeast, below;
    if (!std::isnan(choice.range->from)) atLeast = boundText(choice.range->from, dates);
    if (!std::isnan(choice.range->below)) below = boundText(choice.range->below, dates);
    if (!atLeast && !below) return std::nullopt;
    return Filter::range(column, atLeast, below);
  }
  const std::vector<std::string> values(choice.values.begin(), choice.values.end());
  if (values.empty() && !choice.missing) return std::nullopt;
  Filter kept = values.empty() ? Filter::isNull(column) : Filter::in(column, values);
  if (choice.missing && !values.empty()) kept = Filter::either(std::move(kept), Filter::isNull(column));
  return choice.excluded ? Filter::negated(std::move(kept)) : kept;
}

}  // namespace leadlight
