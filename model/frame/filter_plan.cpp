#include "model/frame/filter_plan.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <optional>
#include <unordered_set>

#include "model/base/calendar.h"
#include "model/base/text.h"

namespace leadlight {

namespace {

using Kind = Filter::Kind;
using Compare = Filter::Compare;

std::size_t distance(std::string_view a, std::string_view b) {
  std::vector<std::size_t> row(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) row[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    std::size_t diagonal = row[0];
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t change = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
      diagonal = row[j];
      row[j] = std::min({change, row[j] + 1, row[j - 1] + 1});
    }
  }
  return row[b.size()];
}

// One comparison value, as exactly as it can be had.
struct Number {
  bool whole = false;  // `integer` holds it exactly
  std::int64_t integer = 0;
  double decimal = 0;
};

std::optional<Number> numberOf(std::string_view text) {
  Number number;
  const char* end = text.data() + text.size();
  if (!text.empty() && text.front() == '+') text.remove_prefix(1);
  const auto whole = std::from_chars(text.data(), end, number.integer);
  const auto any = std::from_chars(text.data(), end, number.decimal);
  if (any.ec != std::errc() || any.ptr != end || !std::isfinite(number.decimal)) return std::nullopt;
  number.whole = whole.ec == std::errc() && whole.ptr == end;
  return number;
}

std::optional<Number> valueFor(const Column& column, const std::string& value) {
  if (column.type() != ColumnType::Date) return numberOf(value);
  const auto date = parseDate(value, DateOrder::YearMonthDay);
  if (!date) return std::nullopt;
  return Number{true, date->seconds, static_cast<double>(date->seconds)};
}

Error notComparable(const Column& column, const std::string& value) {
  const char* holds = column.type() == ColumnType::Date ? "dates" : "numbers";
  return {Errc::BadFilter,
          "Column " + column.name() + " holds " + holds + ", so it cannot be compared with '" + value + "'.",
          column.name(),
          {column.name(), holds, value}};
}

// low and high such that low <= v <= high exactly when `v compare number`; low > high when nothing can pass.
void setIntegerRange(FilterPlan& plan, Compare compare, const Number& number) {
  constexpr std::int64_t least = std::numeric_limits<std::int64_t>::min();
  constexpr std::int64_t most = std::numeric_limits<std::int64_t>::max();
  constexpr double limit = 9223372036854775808.0;  // 2^63
  const bool less = compare == Compare::Less || compare == Compare::LessOrEqual;
  const bool greater = compare == Compare::Greater || compare == Compare::GreaterOrEqual;
  // The whole numbers on both sides of it: equal when it is one itself.
  std::int64_t below = number.integer, above = number.integer;
  bool none = false;
  if (!number.whole) {
    const double down = std::floor(number.decimal), up = std::ceil(number.decimal);
    if (up >= limit || down < -limit) {
      if (up >= limit ? less : greater) return;  // beyond every value, on the side where all pass
      plan.low = 1, plan.high = 0;
      return;
    }
    below = static_cast<std::int64_t>(down);
    above = static_cast<std::int64_t>(up);
  }
  const bool exact = below == above;
  if (less) {
    none = compare == Compare::Less && exact && below == least;
    plan.high = compare == Compare::Less && exact && !none ? below - 1 : below;
  } else if (greater) {
    none = compare == Compare::Greater && exact && above == most;
    plan.low = std::max(plan.low, compare == Compare::Greater && exact && !none ? above + 1 : above);
  } else {
    none = !exact;
    plan.low = std::max(plan.low, below);
    plan.high = below;
  }
  if (none) plan.low = 1, plan.high = 0;
}

void setDecimalRange(FilterPlan& plan, Compare compare, double value) {
  constexpr double infinity = std::numeric_limits<double>::infinity();
  switch (compare) {
    case Compare::Less:
      plan.most = std::nextafter(value, -infinity);
      return;
    case Compare::LessOrEqual:
      plan.most = value;
      return;
    case Compare::Greater:
      plan.least = std::nextafter(value, infinity);
      return;
    case Compare::GreaterOrEqual:
      plan.least = value;
      return;
    default:
      plan.least = plan.most = value;
  }
}

bool holds(Compare compare, int order) {
  switch (compare) {
    case Compare::Equal:
      return order == 0;
    case Compare::NotEqual:
      return order != 0;
    case Compare::Less:
      return order < 0;
    case Compare::LessOrEqual:
      return order <= 0;
    case Compare::Greater:
      return order > 0;
    case Compare::GreaterOrEqual:
      return order >= 0;
  }
  return false;
}

class Planner {
 public:
  explicit Planner(const Frame& frame) : frame_(frame) {}

  Result<FilterPlan> plan(const Filter& filter) const {
    switch (filter.kind) {
      case Kind::All:
        return FilterPlan{};
      case Kind::And:
        return group(FilterPlan::Test::And, filter);
      case Kind::Or:
        return group(FilterPlan::Test::Or, filter);
      case Kind::Not:
        return group(FilterPlan::Test::Not, filter);
      default:
        break;
    }
    const Column* column = frame_.find(filter.column);
    if (column == nullptr) return unknown(filter.column);
    const bool numeric = column->type() != ColumnType::Text;
    if (filter.kind == Kind::IsNull && numeric) {
      FilterPlan present = ofColumn(column);
      present.test =
          column->type() == ColumnType::Decimal ? FilterPlan::Test::DecimalRange : FilterPlan::Test::IntegerRange;
      FilterPlan out;
      out.test = FilterPlan::Test::Not;
      out.operands.push_back(std::move(present));
      return out;
    }
    if (!numeric) return textPlan(filter, column);
    if (filter.kind == Kind::Contains) {
      FilterPlan out = ofColumn(column);
      out.test = FilterPlan::Test::Texts;
      out.text = filter.values.front();
      return out;
    }
    return filter.kind == Kind::In ? numberIn(filter, column) : numberCompare(filter, column);
  }

 private:
  static FilterPlan ofColumn(const Column* column) {
    FilterPlan out;
    out.column = column;
    return out;
  }

  Result<FilterPlan> group(FilterPlan::Test test, const Filter& filter) const {
    FilterPlan out;
    out.test = test;
    for (const Filter& operand : filter.operands) {
      Result<FilterPlan> part = plan(operand);
      if (!part) return part.error();
      out.operands.push_back(std::move(*part));
    }
    return out;
  }

  static Result<FilterPlan> numberCompare(const Filter& filter, const Column* column) {
    const auto number = valueFor(*column, filter.values.front());
    if (!number) return notComparable(*column, filter.values.front());
    const bool decimal = column->type() == ColumnType::Decimal;
    FilterPlan out = ofColumn(column);
    if (decimal)
      setDecimalRange(out, filter.compare, number->decimal);
    else
      setIntegerRange(out, filter.compare, *number);
    const bool negated = filter.compare == Compare::NotEqual;
    if (decimal)
      out.test = negated ? FilterPlan::Test::DecimalNot : FilterPlan::Test::DecimalRange;
    else
      out.test = negated ? FilterPlan::Test::IntegerNot : FilterPlan::Test::IntegerRange;
    return out;
  }

  static Result<FilterPlan> numberIn(const Filter& filter, const Column* column) {
    FilterPlan out = ofColumn(column);
    const bool decimal = column->type() == ColumnType::Decimal;
    out.test = decimal ? FilterPlan::Test::DecimalIn : FilterPlan::Test::IntegerIn;
    for (const std::string& value : filter.values) {
      const auto number = valueFor(*column, value);
      if (!number) return notComparable(*column, value);
      FilterPlan one;
      setIntegerRange(one, Compare::Equal, *number);
      if (decimal)
        out.decimals.push_back(number->decimal);
      else if (one.low == one.high)
        out.integers.push_back(one.low);
    }
    std::sort(out.decimals.begin(), out.decimals.end());
    std::sort(out.integers.begin(), out.integers.end());
    return out;
  }

  // Text conditions are decided once per dictionary entry.
  static FilterPlan textPlan(const Filter& filter, const Column* column) {
    const std::vector<std::string>& dictionary = column->dictionary();
    FilterPlan out = ofColumn(column);
    out.test = FilterPlan::Test::Entries;
    out.passes.resize(dictionary.size());
    const std::unordered_set<std::string_view> members(filter.values.begin(), filter.values.end());
    for (std::uint32_t code = 0; code < dictionary.size(); ++code) {
      const bool missing = column->isMissingCode(code);
      bool pass = missing;
      if (filter.kind == Kind::In) {
        pass = code != 0 && members.count(dictionary[code]) != 0;
      } else if (filter.kind == Kind::Contains) {
        pass = !missing && containsIgnoringCase(dictionary[code], filter.values.front());
      } else if (filter.kind == Kind::Compare) {
        const bool comparable = filter.compare == Compare::Equal ? code != 0 : !missing;
        pass = comparable && holds(filter.compare, dictionary[code].compare(filter.values.front()));
      }
      out.passes[code] = pass ? 1 : 0;
    }
    return out;
  }

  Error unknown(const std::string& name) const {
    const std::string wanted = lowered(std::string_view(name).substr(0, 64));
    std::string nearest;
    std::size_t best = wanted.size() / 2 + 1;
    for (const Frame::ColumnPtr& column : frame_.columns()) {
      const std::string candidate = lowered(std::string_view(column->name()).substr(0, 64));
      // "score" means file_score where no scorecard has scored, five letters away as it is.
      const std::size_t d = candidate.ends_with("_" + wanted) ? 1 : distance(wanted, candidate);
      if (d < best) best = d, nearest = column->name();
    }
    Error error{Errc::UnknownColumn, "There is no column " + name + ".", name, {name}};
    if (!nearest.empty()) {
      error.what += " The nearest name is " + nearest + ".";
      error.args.push_back(nearest);
    }
    return error;
  }

  const Frame& frame_;
};

}  // namespace

Result<FilterPlan> planFilter(const Filter& filter, const Frame& frame) { return Planner(frame).plan(filter); }

}  // namespace leadlight
