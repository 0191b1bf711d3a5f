#include "scoring/term_pass.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <unordered_map>

#include "model/base/calendar.h"
#include "model/base/text.h"

namespace leadlight {

namespace {

constexpr double notANumber = std::numeric_limits<double>::quiet_NaN();

bool isMissing(std::int64_t value) { return value == Column::missingInteger; }
bool isMissing(double value) { return value != value; }

// yes ? a : b without a branch, which missing values would make hard to guess.
std::size_t chosen(bool yes, std::size_t a, std::size_t b) {
  const std::size_t mask = std::size_t{0} - static_cast<std::size_t>(yes);
  return (a & mask) | (b & ~mask);
}

class ConstantPass final : public TermPass {
 public:
  explicit ConstantPass(double points) : points_(points) {}
  void add(std::size_t, std::span<double> points) const override {
    for (double& sum : points) sum += points_;
  }

 private:
  double points_;
};

// A text column: points by dictionary code.
class CodePass final : public TermPass {
 public:
  CodePass(const Codes& codes, std::vector<double> table) : codes_(codes), table_(std::move(table)) {}
  void add(std::size_t first, std::span<double> points) const override {
    std::visit(
        [&](const auto& codes) {
          const auto* code = codes.data() + first;
          const double* table = table_.data();
          for (std::size_t i = 0; i < points.size(); ++i) points[i] += table[code[i]];
        },
        codes_);
  }

 private:
  const Codes& codes_;
  std::vector<double> table_;
};

// Whole numbers of a narrow range: table[v - low], numbers beyond the range taken as its ends.
class IntegerTablePass final : public TermPass {
 public:
  IntegerTablePass(const std::vector<std::int64_t>& values, std::int64_t low, std::vector<double> table, double missing)
      : values_(values), low_(low), high_(low + static_cast<std::int64_t>(table.size()) - 1), table_(std::move(table)) {
    table_.push_back(missing);
  }
  void add(std::size_t first, std::span<double> points) const override {
    const std::int64_t* value = values_.data() + first;
    const double* table = table_.data();
    const std::int64_t low = low_, high = high_;
    const auto missing = static_cast<std::size_t>(high_ + 1 - low_);
    for (std::size_t i = 0; i < points.size(); ++i) {
      const std::int64_t v = value[i];
      const std::int64_t above = v < low ? low : v;
      const auto known = static_cast<std::size_t>((above > high ? high : above) - low);
      points[i] += table[chosen(isMissing(v), missing, known)];
    }
  }

 private:
  const std::vector<std::int64_t>& values_;
  std::int64_t low_, high_;
  std::vector<double> table_;
};

// Bins of numbers by a grid: a cell, found by one multiplication, holds at most one edge, so that one comparison tells
// the bin. Rounding does no harm: the cell of a number never falls when the number grows, so that edges in lower cells
// lie below it and edges in higher cells above.
template <class Value>
class GridStepsPass final : public TermPass {
 public:
  // nullptr when two edges share a cell.
  static std::unique_ptr<TermPass> of(const std::vector<Value>& values, const StepsTerm& term) {
    std::unique_ptr<GridStepsPass> pass(new GridStepsPass(values, term));
    return pass->fill(term) ? std::move(pass) : nullptr;
  }
  void add(std::size_t first, std::span<double> points) const override {
    const Value* value = values_.data() + first;
    const double* edges = edges_.data();
    const double* table = table_.data();
    // Places in a loop of their own: taken together with the rest they become branches.
    double places[blockRows];
    for (std::size_t i = 0; i < points.size(); ++i) places[i] = placeOf(static_cast<double>(value[i]));
    for (std::size_t i = 0; i < points.size(); ++i) {
      const auto v = static_cast<double>(value[i]);
      const auto cell = static_cast<std::size_t>(static_cast<std::int64_t>(places[i]));
      const std::size_t known = 2 * cell + (v >= edges[cell] ? 1U : 0U);
      points[i] += table[chosen(isMissing(value[i]), 2 * cells, known)];
    }
  }

 private:
  static constexpr std::size_t cells = 256;

  GridStepsPass(const std::vector<Value>& values, const StepsTerm& term)
      : values_(values),
        low_(term.edges.front()),
        scale_(static_cast<double>(cells - 1) / (term.edges.back() - term.edges.front())) {}

  // The cell is this without its fraction.
  double placeOf(double v) const {
    const double at = (v - low_) * scale_;
    const double above = at > 0 ? at : 0;  // not a number: the first cell
    return above < cells - 1 ? above : cells - 1;
  }

  bool fill(const StepsTerm& term) {
    if (!std::isfinite(scale_)) return false;
    edges_.assign(cells, std::numeric_limits<double>::infinity());
    std::vector<std::size_t> below(cells + 1, 0);  // edges in this cell, then edges below it
    for (const double edge : term.edges) {
      const auto cell = static_cast<std::size_t>(placeOf(edge));
      if (++below[cell + 1] > 1) return false;
      edges_[cell] = edge;
    }
    for (std::size_t cell = 0; cell < cells; ++cell) {
      below[cell + 1] += below[cell];
      table_.push_back(term.points[below[cell]]);
      table_.push_back(term.points[below[cell + 1]]);
    }
    table_.push_back(term.missing);
    return true;
  }

  const std::vector<Value>& values_;
  double low_, scale_;
  std::vector<double> edges_;  // the edge of each cell, or infinity
  std::vector<double> table_;  // per cell the points below its edge and from it on; then those of missing values
};

// Bins by a binary search, for edges that no grid parts.
template <class Value>
class StepsPass final : public TermPass {
 public:
  StepsPass(const std::vector<Value>& values, const StepsTerm& term) : values_(values), term_(term) {}
  void add(std::size_t first, std::span<double> points) const override {
    const auto begin = term_.edges.begin(), end = term_.edges.end();
    for (std::size_t i = 0; i < points.size(); ++i) {
      const Value value = values_[first + i];
      const auto bin = std::upper_bound(begin, end, static_cast<double>(value)) - begin;
      points[i] += isMissing(value) ? term_.missing : term_.points[static_cast<std::size_t>(bin)];
    }
  }

 private:
  const std::vector<Value>& values_;
  const StepsTerm& term_;
};

template <class Value>
std::unique_ptr<TermPass> stepsPass(const std::vector<Value>& values, const StepsTerm& term) {
  std::unique_ptr<TermPass> grid = term.edges.size() < 2 ? nullptr : GridStepsPass<Value>::of(values, term);
  if (grid) return grid;
  return std::make_unique<StepsPass<Value>>(values, term);
}

template <class Value>
class LinearPass final : public TermPass {
 public:
  LinearPass(const std::vector<Value>& values, const LinearTerm& term) : values_(values), term_(term) {}
  void add(std::size_t first, std::span<double> points) const override {
    const Value* value = values_.data() + first;
    const double weight = term_.weight, low = term_.low, high = term_.high, missing = term_.missing;
    for (std::size_t i = 0; i < points.size(); ++i) {
      const double known = weight * std::min(std::max(static_cast<double>(value[i]), low), high);
      points[i] += isMissing(value[i]) ? missing : known;
    }
  }

 private:
  const std::vector<Value>& values_;
  const LinearTerm& term_;
};

// A lookup on numbers that no table fits.
template <class Value>
class NumberLookupPass final : public TermPass {
 public:
  using Listed = std::vector<std::pair<Value, double>>;
  NumberLookupPass(const std::vector<Value>& values, Listed listed, const LookupTerm& term)
      : values_(values), listed_(std::move(listed)), otherwise_(term.otherwise), missing_(term.missing) {
    std::sort(listed_.begin(), listed_.end());
  }
  void add(std::size_t first, std::span<double> points) const override {
    for (std::size_t i = 0; i < points.size(); ++i) points[i] += pointsOf(values_[first + i]);
  }

 private:
  double pointsOf(Value value) const {
    if (isMissing(value)) return missing_;
    const auto before = [](const auto& listed, Value wanted) { return listed.first < wanted; };
    const auto found = std::lower_bound(listed_.begin(), listed_.end(), value, before);
    return found != listed_.end() && found->first == value ? found->second : otherwise_;
  }

  const std::vector<Value>& values_;
  Listed listed_;
  double otherwise_, missing_;
};

class RulePass final : public TermPass {
 public:
  RulePass(RowSet rows, double points) : rows_(std::move(rows)), points_(points) {}
  void add(std::size_t first, std::span<double> points) const override {
    const double either[] = {0.0, points_};
    const std::uint64_t* words = rows_.words().data() + first / 64;
    for (std::size_t i = 0; i < points.size(); ++i) points[i] += either[words[i >> 6] >> (i & 63) & 1];
  }

 private:
  RowSet rows_;
  double points_;
};

using Bound = Result<std::unique_ptr<TermPass>>;

// Beyond this many entries a table no longer fits beside the rest in the nearest caches.
constexpr std::int64_t widestTable = 16384;
constexpr std::int64_t widestWhole = std::int64_t{1} << 52;  // doubles tell all whole numbers apart up to here

// The whole number that a listed text stands for in an Integer or Date column.
std::optional<std::int64_t> wholeOf(const std::string& text, ColumnType type) {
  if (type == ColumnType::Integer) return parseInteger(text);
  const auto date = parseDate(text, DateOrder::YearMonthDay);
  return date ? std::optional(date->seconds) : std::nullopt;
}

std::optional<double> decimalOf(const std::string& text) {
  double value = notANumber;
  const auto result = std::from_chars(text.data(), text.data() + text.size(), value);
  const bool canonical = result.ec == std::errc() && std::isfinite(value) && formatNumber(value) == text;
  return canonical ? std::optional(value) : std::nullopt;
}

Bound lookupOnText(const LookupTerm& term, const Column& column) {
  const std::unordered_map<std::string_view, double> listed(term.points.begin(), term.points.end());
  std::vector<double> table(column.dictionary().size());
  for (std::uint32_t code = 0; code < table.size(); ++code) {
    const std::string& value = column.dictionary()[code];
    const auto found = value.empty() ? listed.end() : listed.find(value);
    table[code] = found != listed.end() ? found->second : column.isMissingCode(code) ? term.missing : term.otherwise;
  }
  return {std::make_unique<CodePass>(column.codes(), std::move(table))};
}

Bound lookupOnWhole(const LookupTerm& term, const Column& column) {
  NumberLookupPass<std::int64_t>::Listed listed;
  for (const auto& [text, points] : term.points)
    if (const auto value = wholeOf(text, column.type())) listed.emplace_back(*value, points);
  if (listed.empty()) listed.emplace_back(0, term.otherwise);
  const auto [least, greatest] = std::minmax_element(listed.begin(), listed.end());
  const std::int64_t low = least->first - 1;
  if (greatest->first - low >= widestTable)
    return {std::make_unique<NumberLookupPass<std::int64_t>>(column.integers(), std::move(listed), term)};
  std::vector<double> table(static_cast<std::size_t>(greatest->first - low + 2), term.otherwise);
  for (auto item = listed.rbegin(); item != listed.rend(); ++item)
    table[static_cast<std::size_t>(item->first - low)] = item->second;
  return {std::make_unique<IntegerTablePass>(column.integers(), low, std::move(table), term.missing)};
}

Bound bind(const LookupTerm& term, const Column& column) {
  if (column.type() == ColumnType::Text) return lookupOnText(term, column);
  if (column.type() != ColumnType::Decimal) return lookupOnWhole(term, column);
  NumberLookupPass<double>::Listed listed;
  for (const auto& [text, points] : term.points)
    if (const auto value = decimalOf(text)) listed.emplace_back(*value, points);
  return {std::make_unique<NumberLookupPass<double>>(column.decimals(), std::move(listed), term)};
}

Bound bind(const StepsTerm& term, const Column& column) {
  if (column.type() == ColumnType::Decimal) return stepsPass(column.decimals(), term);
  const bool wide = term.edges.empty() || term.edges.back() - term.edges.front() >= widestTable - 4 ||
                    std::fabs(term.edges.front()) > widestWhole || std::fabs(term.edges.back()) > widestWhole;
  if (wide) return stepsPass(column.integers(), term);
  const std::int64_t low = static_cast<std::int64_t>(std::ceil(term.edges.front())) - 1;
  const auto high = static_cast<std::int64_t>(std::ceil(term.edges.back()));
  std::vector<double> table;
  std::size_t bin = 0;
  for (std::int64_t value = low; value <= high; ++value) {
    while (bin < term.edges.size() && static_cast<double>(value) >= term.edges[bin]) ++bin;
    table.push_back(term.points[bin]);
  }
  return {std::make_unique<IntegerTablePass>(column.integers(), low, std::move(table), term.missing)};
}

Bound bind(const LinearTerm& term, const Column& column) {
  if (column.type() == ColumnType::Decimal) return {std::make_unique<LinearPass<double>>(column.decimals(), term)};
  return {std::make_unique<LinearPass<std::int64_t>>(column.integers(), term)};
}

Bound bindRule(const RuleTerm& rule, const std::string& path, const Frame& frame) {
  if (lacksColumns(rule, frame)) return {std::make_unique<ConstantPass>(0.0)};
  Result<RowSet> rows = apply(rule.when, frame);
  if (!rows) return Error{Errc::BadScorecard, rows.error().what, path + ".when", rows.error().args};
  return {std::make_unique<RulePass>(*std::move(rows), rule.points)};
}

}  // namespace

bool holdsNothing(const Column& column) {
  if (column.type() != ColumnType::Text) return false;
  for (std::uint32_t code = 0; code < column.dictionary().size(); ++code)
    if (!column.isMissingCode(code)) return false;
  return true;
}

bool lacksColumns(const RuleTerm& rule, const Frame& frame) {
  const std::vector<std::string> columns = rule.when.columns();
  return std::any_of(columns.begin(), columns.end(), [&](const std::string& name) { return !frame.find(name); });
}

Status checkColumn(const Term& term, const std::string& path, const Column& column) {
  const auto refuse = [&](const std::string& needed) {
    return Error{Errc::BadScorecard,
                 "The term \"" + term.name + "\" needs " + needed + " in " + column.name() + ", which holds " +
                     typeName(column.type()) + " values.",
                 path,
                 {term.name, needed, column.name(), typeName(column.type())}};
  };
  if (const auto* steps = std::get_if<StepsTerm>(&term.kind)) {
    if (steps->points.size() != steps->edges.size() + 1)
      return Error{Errc::BadScorecard, "The term \"" + term.name + "\" needs one point more than edges.", path, {}};
    if (steps->dates && column.type() != ColumnType::Date && !holdsNothing(column)) return refuse("dates");
    if (column.type() == ColumnType::Text && !holdsNothing(column)) return refuse("numbers or dates");
  }
  if (std::holds_alternative<LinearTerm>(term.kind)) {
    const bool number = column.type() == ColumnType::Integer || column.type() == ColumnType::Decimal;
    if (!number && !holdsNothing(column)) return refuse("numbers");
  }
  return {};
}

Result<std::unique_ptr<TermPass>> bindTerm(const Term& term, const std::string& path, const Frame& frame) {
  return std::visit(
      [&](const auto& kind) -> Bound {
        if constexpr (std::is_same_v<std::decay_t<decltype(kind)>, RuleTerm>) {
          return bindRule(kind, path, frame);
        } else {
          const Column* column = frame.find(kind.column);
          if (column == nullptr) return {std::make_unique<ConstantPass>(kind.missing)};
          if (const Status fits = checkColumn(term, path, *column); !fits) return fits.error();
          // A column without any value may have been read as text; a placeholder may still be listed.
          if constexpr (!std::is_same_v<std::decay_t<decltype(kind)>, LookupTerm>)
            if (holdsNothing(*column)) return {std::make_unique<ConstantPass>(kind.missing)};
          return bind(kind, *column);
        }
      },
      term.kind);
}

}  // namespace leadlight
