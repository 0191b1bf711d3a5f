#include "scoring/axis_slots.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <limits>
#include <type_traits>
#include <unordered_map>

#include "model/base/calendar.h"
#include "model/base/text.h"
#include "scoring/vector_clones.h"

namespace leadlight {

namespace {

using Slot = std::uint32_t;

// Beyond this many entries a table no longer fits beside the rest in the nearest cache.
constexpr std::int64_t widestTable = 4096;
constexpr double widestWhole = 4503599627370496.0;  // 2^52: doubles tell all whole numbers apart up to here

bool isMissing(std::int64_t value) { return value == Column::missingInteger; }
bool isMissing(double value) { return value != value; }

// yes ? a : b without a branch, which missing values would make hard to guess.
std::size_t chosen(bool yes, std::size_t a, std::size_t b) {
  const std::size_t mask = std::size_t{0} - static_cast<std::size_t>(yes);
  return (a & mask) | (b & ~mask);
}

class ConstantSlots final : public AxisSlots {
 public:
  explicit ConstantSlots(std::size_t slot) : slot_(static_cast<Slot>(slot)) {}
  void fill(std::size_t, std::span<Slot> slots) const override { std::fill(slots.begin(), slots.end(), slot_); }

 private:
  Slot slot_;
};

// A text column: slots by dictionary code.
class CodeSlots final : public AxisSlots {
 public:
  CodeSlots(const Codes& codes, std::vector<Slot> table) : codes_(codes), table_(std::move(table)) {}
  void fill(std::size_t first, std::span<Slot> slots) const override {
    std::visit(
        [&](const auto& codes) {
          const auto* code = codes.data() + first;
          for (std::size_t i = 0; i < slots.size(); ++i) slots[i] = table_[code[i]];
        },
        codes_);
  }

 private:
  const Codes& codes_;
  std::vector<Slot> table_;
};

// Whole numbers of a narrow range: table[v - low], numbers beyond the range taken as its ends.
class IntegerTableSlots final : public AxisSlots {
 public:
  IntegerTableSlots(const std::vector<std::int64_t>& values, std::int64_t low, std::vector<Slot> table,
                    std::size_t missing)
      : values_(values), low_(low), high_(low + static_cast<std::int64_t>(table.size()) - 1), table_(std::move(table)) {
    table_.push_back(static_cast<Slot>(missing));
  }
  void fill(std::size_t first, std::span<Slot> slots) const override {
    const std::int64_t* value = values_.data() + first;
    const Slot* table = table_.data();
    const std::int64_t low = low_, high = high_;
    const auto missing = static_cast<std::size_t>(high_ + 1 - low_);
    for (std::size_t i = 0; i < slots.size(); ++i) {
      const std::int64_t v = value[i];
      const std::int64_t above = v < low ? low : v;
      const auto known = static_cast<std::size_t>((above > high ? high : above) - low);
      slots[i] = table[chosen(isMissing(v), missing, known)];
    }
  }

 private:
  const std::vector<std::int64_t>& values_;
  std::int64_t low_, high_;
  std::vector<Slot> table_;
};

// Bins of numbers by counting the edges that they reach: vector instructions do this for a few edges in less time than
// any look-up takes. Whole numbers are compared with whole edges.
template <class Value>
using FewEdges = std::array<Value, 16>;

bool reaches(double v, double edge) { return v >= edge; }
bool reaches(std::int64_t v, std::int64_t below) { return v > below; }

template <std::size_t count, class Value>
inline void countEdges(std::span<Slot> slots, const Value* value, const FewEdges<Value>& edges, std::size_t missing) {
  const auto none = static_cast<Value>(missing);
  Slot* slot = slots.data();
  for (std::size_t i = 0; i < slots.size(); ++i) {
    Value bin = 0;
    for (std::size_t k = 0; k < count; ++k) bin += reaches(value[i], edges[k]) ? Value{1} : Value{0};
    slot[i] = static_cast<Slot>(static_cast<std::int32_t>(isMissing(value[i]) ? none : bin));
  }
}
template <class Value>
inline void countSome(std::span<Slot> slots, const Value* value, const FewEdges<Value>& edges, std::size_t count) {
  if (count <= 4)
    countEdges<4>(slots, value, edges, count + 1);
  else if (count <= 8)
    countEdges<8>(slots, value, edges, count + 1);
  else if (count <= 12)
    countEdges<12>(slots, value, edges, count + 1);
  else
    countEdges<16>(slots, value, edges, count + 1);
}
LEADLIGHT_VECTOR_CLONES void countAll(std::span<Slot> slots, const double* value, const FewEdges<double>& edges,
                                      std::size_t count) {
  countSome(slots, value, edges, count);
}
LEADLIGHT_VECTOR_CLONES void countAll(std::span<Slot> slots, const std::int64_t* value,
                                      const FewEdges<std::int64_t>& edges, std::size_t count) {
  countSome(slots, value, edges, count);
}

template <class Value>
class CountedSlots final : public AxisSlots {
 public:
  // REQUIRES: edges.size() <= 16; for whole numbers, an edge e stands as the greatest number below it
  CountedSlots(const std::vector<Value>& values, std::span<const Value> edges) : values_(values), count_(edges.size()) {
    edges_.fill(std::is_same_v<Value, double> ? std::numeric_limits<Value>::quiet_NaN()  // never reached
                                              : std::numeric_limits<Value>::max());
    std::copy(edges.begin(), edges.end(), edges_.begin());
  }
  void fill(std::size_t first, std::span<Slot> slots) const override {
    countAll(slots, values_.data() + first, edges_, count_);
  }

 private:
  const std::vector<Value>& values_;
  std::size_t count_;
  FewEdges<Value> edges_;
};

constexpr std::size_t cellCount = 512;

// Numbers to cells: from low on, `scale` cells for each 1; below and not a number is the first, above the last.
struct CellScale {
  double low, scale;
  double placeOf(double v) const {
    const double at = (v - low) * scale;
    const double above = at > 0 ? at : 0;
    return above < cellCount - 1 ? above : cellCount - 1;
  }
};

// In loops of their own: taken together with the table look-ups they would not become vector instructions.
LEADLIGHT_VECTOR_CLONES void placeInCells(std::span<Slot> cell, const double* value, CellScale scale) {
  for (std::size_t i = 0; i < cell.size(); ++i)
    cell[i] = static_cast<Slot>(static_cast<std::int32_t>(scale.placeOf(value[i])));
}
LEADLIGHT_VECTOR_CLONES void placeInCells(std::span<Slot> cell, const std::int64_t* value, CellScale scale) {
  for (std::size_t i = 0; i < cell.size(); ++i)
    cell[i] = static_cast<Slot>(static_cast<std::int32_t>(scale.placeOf(static_cast<double>(value[i]))));
}

// Bins of numbers by a grid of cells: a cell, found by one multiplication, holds at most one edge, so that one
// comparison tells the bin. Rounding does no harm: the cell of a number never falls when the number grows, so that
// edges in lower cells lie below it and edges in higher cells above.
template <class Value>
class CellSlots final : public AxisSlots {
 public:
  // nullptr when two edges share a cell.
  static std::unique_ptr<AxisSlots> of(const std::vector<Value>& values, const std::vector<double>& edges) {
    std::unique_ptr<CellSlots> slots(new CellSlots(values, edges));
    return slots->prepare(edges) ? std::move(slots) : nullptr;
  }
  void fill(std::size_t first, std::span<Slot> slots) const override {
    const Value* value = values_.data() + first;
    const double* edges = edges_.data();
    const Slot* below = below_.data();
    placeInCells(slots, value, scale_);
    for (std::size_t i = 0; i < slots.size(); ++i) {
      const Slot cell = slots[i];
      const std::size_t known = below[cell] + (static_cast<double>(value[i]) >= edges[cell] ? 1U : 0U);
      slots[i] = static_cast<Slot>(chosen(isMissing(value[i]), missing_, known));
    }
  }

 private:
  CellSlots(const std::vector<Value>& values, const std::vector<double>& edges)
      : values_(values),
        scale_{edges.front(), static_cast<double>(cellCount - 1) / (edges.back() - edges.front())},
        missing_(edges.size() + 1) {}

  bool prepare(const std::vector<double>& edges) {
    if (!std::isfinite(scale_.scale)) return false;
    edges_.assign(cellCount, std::numeric_limits<double>::infinity());
    below_.assign(cellCount, 0);
    for (const double edge : edges) {
      const auto cell = static_cast<std::size_t>(scale_.placeOf(edge));
      if (edges_[cell] != std::numeric_limits<double>::infinity()) return false;
      edges_[cell] = edge;
      for (std::size_t higher = cell + 1; higher < cellCount; ++higher) ++below_[higher];
    }
    return true;
  }

  const std::vector<Value>& values_;
  CellScale scale_;
  std::size_t missing_;
  std::vector<double> edges_;  // the edge of each cell, or infinity
  std::vector<Slot> below_;    // how many edges lie in lower cells
};

// Bins by a binary search, for edges that no grid of cells parts.
template <class Value>
class SearchedSlots final : public AxisSlots {
 public:
  SearchedSlots(const std::vector<Value>& values, std::vector<double> edges)
      : values_(values), edges_(std::move(edges)) {}
  void fill(std::size_t first, std::span<Slot> slots) const override {
    for (std::size_t i = 0; i < slots.size(); ++i) {
      const Value value = values_[first + i];
      const auto bin = std::upper_bound(edges_.begin(), edges_.end(), static_cast<double>(value)) - edges_.begin();
      slots[i] = static_cast<Slot>(isMissing(value) ? edges_.size() + 1 : static_cast<std::size_t>(bin));
    }
  }

 private:
  const std::vector<Value>& values_;
  std::vector<double> edges_;
};

// Groups of numbers that no table fits.
template <class Value>
class ListedSlots final : public AxisSlots {
 public:
  using Listed = std::vector<std::pair<Value, Slot>>;
  ListedSlots(const std::vector<Value>& values, Listed listed, std::size_t otherwise)
      : values_(values), listed_(std::move(listed)), otherwise_(static_cast<Slot>(otherwise)) {
    std::sort(listed_.begin(), listed_.end());
  }
  void fill(std::size_t first, std::span<Slot> slots) const override {
    for (std::size_t i = 0; i < slots.size(); ++i) slots[i] = slotOf(values_[first + i]);
  }

 private:
  Slot slotOf(Value value) const {
    if (isMissing(value)) return otherwise_ + 1;
    const auto before = [](const auto& listed, Value wanted) { return listed.first < wanted; };
    const auto found = std::lower_bound(listed_.begin(), listed_.end(), value, before);
    return found != listed_.end() && found->first == value ? found->second : otherwise_;
  }

  const std::vector<Value>& values_;
  Listed listed_;
  Slot otherwise_;
};

template <class Value>
std::unique_ptr<AxisSlots> binsOf(const std::vector<Value>& values, const std::vector<double>& edges) {
  if constexpr (std::is_same_v<Value, double>)
    if (edges.size() <= FewEdges<double>{}.size()) return std::make_unique<CountedSlots<double>>(values, edges);
  std::unique_ptr<AxisSlots> cells = edges.size() < 2 ? nullptr : CellSlots<Value>::of(values, edges);
  if (cells) return cells;
  return std::make_unique<SearchedSlots<Value>>(values, edges);
}

std::unique_ptr<AxisSlots> binsOfWhole(const std::vector<std::int64_t>& values, const std::vector<double>& edges) {
  if (edges.empty() || std::fabs(edges.front()) > widestWhole || std::fabs(edges.back()) > widestWhole)
    return binsOf(values, edges);
  if (edges.size() <= FewEdges<std::int64_t>{}.size()) {
    std::vector<std::int64_t> below;
    for (const double edge : edges) below.push_back(static_cast<std::int64_t>(std::ceil(edge)) - 1);
    return std::make_unique<CountedSlots<std::int64_t>>(values, below);
  }
  if (edges.back() - edges.front() >= widestTable - 4) return binsOf(values, edges);
  const std::int64_t low = static_cast<std::int64_t>(std::ceil(edges.front())) - 1;
  const auto high = static_cast<std::int64_t>(std::ceil(edges.back()));
  std::vector<Slot> table;
  Slot bin = 0;
  for (std::int64_t value = low; value <= high; ++value) {
    while (bin < edges.size() && static_cast<double>(value) >= edges[bin]) ++bin;
    table.push_back(bin);
  }
  return std::make_unique<IntegerTableSlots>(values, low, std::move(table), edges.size() + 1);
}

// The whole number that a listed text stands for in an Integer or Date column.
std::optional<std::int64_t> wholeOf(const std::string& text, ColumnType type) {
  if (type == ColumnType::Integer) return parseInteger(text);
  const auto date = parseDate(text, DateOrder::YearMonthDay);
  return date ? std::optional(date->seconds) : std::nullopt;
}

std::optional<double> decimalOf(const std::string& text) {
  double value = 0;
  const auto result = std::from_chars(text.data(), text.data() + text.size(), value);
  const bool canonical = result.ec == std::errc() && std::isfinite(value) && formatNumber(value) == text;
  return canonical ? std::optional(value) : std::nullopt;
}

// Each listed value with its slot, as `read` makes it out; the first of equal values counts.
template <class Value, class Read>
std::vector<std::pair<Value, Slot>> listedOf(const GridAxis& axis, const Read& read) {
  std::vector<std::pair<Value, Slot>> listed;
  for (std::size_t group = 0; group < axis.groups.size(); ++group)
    for (const std::string& text : axis.groups[group])
      if (const std::optional<Value> value = read(text)) listed.emplace_back(*value, static_cast<Slot>(group));
  return listed;
}

std::unique_ptr<AxisSlots> groupsOfWhole(const GridAxis& axis, const Column& column) {
  const auto otherwise = static_cast<Slot>(axis.groups.size());
  auto listed = listedOf<std::int64_t>(axis, [&](const std::string& text) { return wholeOf(text, column.type()); });
  if (listed.empty()) listed.emplace_back(0, otherwise);
  const auto [least, greatest] = std::minmax_element(listed.begin(), listed.end());
  const std::int64_t low = least->first - 1;
  if (greatest->first - low >= widestTable)
    return std::make_unique<ListedSlots<std::int64_t>>(column.integers(), std::move(listed), otherwise);
  std::vector<Slot> table(static_cast<std::size_t>(greatest->first - low + 2), otherwise);
  for (auto item = listed.rbegin(); item != listed.rend(); ++item)
    table[static_cast<std::size_t>(item->first - low)] = item->second;
  return std::make_unique<IntegerTableSlots>(column.integers(), low, std::move(table), otherwise + 1);
}

}  // namespace

std::vector<std::uint32_t> slotsOfCodes(const GridAxis& axis, const Column& column) {
  std::unordered_map<std::string_view, Slot> listed;
  for (std::size_t group = 0; group < axis.groups.size(); ++group)
    for (const std::string& value : axis.groups[group])
      if (!value.empty()) listed.emplace(value, static_cast<Slot>(group));
  const auto otherwise = static_cast<Slot>(axis.groups.size());
  std::vector<Slot> table(column.dictionary().size());
  for (std::uint32_t code = 0; code < table.size(); ++code) {
    const auto found = listed.find(column.dictionary()[code]);
    table[code] = found != listed.end() ? found->second : column.isMissingCode(code) ? otherwise + 1 : otherwise;
  }
  return table;
}

std::unique_ptr<AxisSlots> bindAxis(const GridAxis& axis, const Column* column) {
  const std::size_t missing = axis.slotCount() - 1;
  if (column == nullptr) return std::make_unique<ConstantSlots>(missing);
  const bool decimal = column->type() == ColumnType::Decimal;
  if (!axis.groups.empty()) {
    if (column->type() == ColumnType::Text)
      return std::make_unique<CodeSlots>(column->codes(), slotsOfCodes(axis, *column));
    if (!decimal) return groupsOfWhole(axis, *column);
    return std::make_unique<ListedSlots<double>>(column->decimals(), listedOf<double>(axis, decimalOf), missing - 1);
  }
  // A column without any value may have been read as text.
  if (column->type() == ColumnType::Text) return std::make_unique<ConstantSlots>(missing);
  return decimal ? binsOf(column->decimals(), axis.edges) : binsOfWhole(column->integers(), axis.edges);
}

}  // namespace leadlight
