#include "scoring/term_pass.h"

#include <algorithm>

#include "scoring/column_check.h"
#include "scoring/vector_clones.h"

namespace leadlight {

namespace {

bool isMissing(std::int64_t value) { return value == Column::missingInteger; }
bool isMissing(double value) { return value != value; }

template <class Code>
void addByCode(std::span<double> points, const Code* code, const double* table) {
  for (std::size_t i = 0; i < points.size(); ++i) points[i] += table[code[i]];
}

// Up to four tables at a time: the sum of a row stays in a register meanwhile.
template <std::size_t count>
inline void addSome(const TermPass::Table* tables, double* sum, std::size_t rows) {
  const std::uint8_t* codes[count];
  const double* points[count];
  for (std::size_t t = 0; t < count; ++t) {
    codes[t] = tables[t].codes;
    points[t] = tables[t].points;
  }
  for (std::size_t i = 0; i < rows; ++i) {
    double at = sum[i];
    for (std::size_t t = 0; t < count; ++t) at += points[t][codes[t][i]];
    sum[i] = at;
  }
}
LEADLIGHT_VECTOR_CLONES void addFour(const TermPass::Table* tables, double* sum, std::size_t rows) {
  addSome<4>(tables, sum, rows);
}
LEADLIGHT_VECTOR_CLONES void addTwo(const TermPass::Table* tables, double* sum, std::size_t rows) {
  addSome<2>(tables, sum, rows);
}
LEADLIGHT_VECTOR_CLONES void addOne(const TermPass::Table* tables, double* sum, std::size_t rows) {
  addSome<1>(tables, sum, rows);
}

LEADLIGHT_VECTOR_CLONES void addCells(std::span<double> points, const std::uint8_t* rows, const std::uint8_t* columns,
                                      std::uint32_t width, const double* table) {
  double* sum = points.data();
  for (std::size_t i = 0; i < points.size(); ++i) sum[i] += table[rows[i] * width + columns[i]];
}

template <class Value>
inline void addLinearly(std::span<double> points, const Value* value, const LinearTerm& term) {
  double* sum = points.data();
  const double weight = term.weight, low = term.low, high = term.high, missing = term.missing;
  for (std::size_t i = 0; i < points.size(); ++i) {
    const auto v = static_cast<double>(value[i]);
    const double above = v < low ? low : v;
    const double known = weight * (above > high ? high : above);
    sum[i] += isMissing(value[i]) ? missing : known;
  }
}
LEADLIGHT_VECTOR_CLONES void addLinear(std::span<double> points, const double* value, const LinearTerm& term) {
  addLinearly(points, value, term);
}
LEADLIGHT_VECTOR_CLONES void addLinear(std::span<double> points, const std::int64_t* value, const LinearTerm& term) {
  addLinearly(points, value, term);
}

// Adds `value` where the row's bit is set, 0 elsewhere.
LEADLIGHT_VECTOR_CLONES void addWhere(std::span<double> points, const std::uint64_t* words, double value) {
  double* sum = points.data();
  std::size_t i = 0;
  for (; i + 64 <= points.size(); i += 64) {
    const std::uint64_t word = words[i >> 6];
    for (std::size_t bit = 0; bit < 64; ++bit) sum[i + bit] += (word >> bit & 1) != 0 ? value : 0.0;
  }
  for (; i < points.size(); ++i) sum[i] += (words[i >> 6] >> (i & 63) & 1) != 0 ? value : 0.0;
}

class ConstantPass final : public TermPass {
 public:
  explicit ConstantPass(double points) : points_(points) {}
  void add(AxisSheet&, std::span<double> points) const override {
    for (double& sum : points) sum += points_;
  }

 private:
  double points_;
};

// A text column: points by dictionary code.
class CodePass final : public TermPass {
 public:
  CodePass(const Codes& codes, std::vector<double> points) : codes_(codes), points_(std::move(points)) {}
  void add(AxisSheet& sheet, std::span<double> points) const override {
    std::visit([&](const auto& codes) { addByCode(points, codes.data() + sheet.first(), points_.data()); }, codes_);
  }
  Table table(AxisSheet& sheet) const override {
    const auto* narrow = std::get_if<std::vector<std::uint8_t>>(&codes_);
    return narrow == nullptr ? Table{} : Table{narrow->data() + sheet.first(), points_.data()};
  }

 private:
  const Codes& codes_;
  std::vector<double> points_;
};

// Points by the slot of one axis.
class SlotPass final : public TermPass {
 public:
  SlotPass(const AxisBook& book, std::size_t axis, std::vector<double> points)
      : axis_(axis), narrow_(book.isNarrow(axis)), points_(std::move(points)) {}
  void add(AxisSheet& sheet, std::span<double> points) const override {
    if (narrow_)
      addByCode(points, sheet.narrow(axis_), points_.data());
    else
      addByCode(points, sheet.wide(axis_), points_.data());
  }
  Table table(AxisSheet& sheet) const override {
    return narrow_ ? Table{sheet.narrow(axis_), points_.data()} : Table{};
  }

 private:
  std::size_t axis_;
  bool narrow_;
  std::vector<double> points_;
};

// Points by the slots of two axes.
class GridPass final : public TermPass {
 public:
  GridPass(const GridTerm& term, const Frame& frame, AxisBook& book)
      : rows_(book.add(term.rows, frame.find(term.rows.column))),
        columns_(book.add(term.columns, frame.find(term.columns.column))),
        rowsNarrow_(book.isNarrow(rows_)),
        columnsNarrow_(book.isNarrow(columns_)),
        width_(static_cast<std::uint32_t>(term.columns.slotCount())),
        table_(term.points) {}
  void add(AxisSheet& sheet, std::span<double> points) const override {
    if (rowsNarrow_ && columnsNarrow_)
      addCells(points, sheet.narrow(rows_), sheet.narrow(columns_), width_, table_.data());
    else if (rowsNarrow_)
      addMixed(points, sheet.narrow(rows_), sheet.wide(columns_));
    else if (columnsNarrow_)
      addMixed(points, sheet.wide(rows_), sheet.narrow(columns_));
    else
      addMixed(points, sheet.wide(rows_), sheet.wide(columns_));
  }

 private:
  template <class Row, class Column>
  void addMixed(std::span<double> points, const Row* rows, const Column* columns) const {
    for (std::size_t i = 0; i < points.size(); ++i) points[i] += table_[rows[i] * width_ + columns[i]];
  }

  std::size_t rows_, columns_;
  bool rowsNarrow_, columnsNarrow_;
  std::uint32_t width_;
  const std::vector<double>& table_;
};

template <class Value>
class LinearPass final : public TermPass {
 public:
  LinearPass(const std::vector<Value>& values, const LinearTerm& term) : values_(values), term_(term) {}
  void add(AxisSheet& sheet, std::span<double> points) const override {
    addLinear(points, values_.data() + sheet.first(), term_);
  }

 private:
  const std::vector<Value>& values_;
  const LinearTerm& term_;
};

class RulePass final : public TermPass {
 public:
  RulePass(RowSet rows, double points) : rows_(std::move(rows)), points_(points) {}
  void add(AxisSheet& sheet, std::span<double> points) const override {
    addWhere(points, rows_.words().data() + sheet.first() / 64, points_);
  }

 private:
  RowSet rows_;
  double points_;
};

class DecayPass final : public TermPass {
 public:
  DecayPass(const std::vector<std::int64_t>& dates, const DecayTerm& term, std::int64_t moment)
      : dates_(dates), term_(term), moment_(moment) {}
  void add(AxisSheet& sheet, std::span<double> points) const override {
    for (std::size_t i = 0; i < points.size(); ++i) {
      const std::int64_t date = dates_[sheet.first() + i];
      points[i] += isMissing(date) ? term_.missing : term_.points * decayShare(term_, date, moment_);
    }
  }

 private:
  const std::vector<std::int64_t>& dates_;
  const DecayTerm& term_;
  std::int64_t moment_;
};

using Bound = Result<std::unique_ptr<TermPass>>;

// What a term is bound with. Its columns have been checked.
struct Binding {
  const Frame& frame;
  const std::string& path;
  std::int64_t moment;
  AxisBook& axes;

  // nullptr when the frame has no such column, or one without any value, which may have been read as text.
  const Column* holding(const std::string& name) const {
    const Column* column = frame.find(name);
    return column == nullptr || holdsNothing(*column) ? nullptr : column;
  }
};

// A lookup and steps are axes with points.
Bound bind(const LookupTerm& term, const Binding& to) {
  GridAxis axis{term.column, {}, false, {}};
  std::vector<double> bySlot;
  for (const auto& [value, points] : term.points) {
    axis.groups.push_back({value});
    bySlot.push_back(points);
  }
  bySlot.insert(bySlot.end(), {term.otherwise, term.missing});
  const Column* column = to.frame.find(term.column);
  if (column == nullptr) return {std::make_unique<ConstantPass>(term.missing)};
  if (column->type() != ColumnType::Text) {
    if (axis.groups.empty()) axis.groups.push_back({""}), bySlot.insert(bySlot.begin(), 0.0);
    const std::size_t number = to.axes.add(axis, column);
    return {std::make_unique<SlotPass>(to.axes, number, std::move(bySlot))};
  }
  std::vector<double> table;
  for (const std::uint32_t slot : slotsOfCodes(axis, *column)) table.push_back(bySlot[slot]);
  return {std::make_unique<CodePass>(column->codes(), std::move(table))};
}

Bound bind(const StepsTerm& term, const Binding& to) {
  const Column* column = to.holding(term.column);
  if (column == nullptr) return {std::make_unique<ConstantPass>(term.missing)};
  std::vector<double> bySlot = term.points;
  bySlot.push_back(term.missing);
  const std::size_t number = to.axes.add({term.column, term.edges, term.dates, {}}, column);
  return {std::make_unique<SlotPass>(to.axes, number, std::move(bySlot))};
}

Bound bind(const LinearTerm& term, const Binding& to) {
  const Column* column = to.holding(term.column);
  if (column == nullptr) return {std::make_unique<ConstantPass>(term.missing)};
  if (column->type() == ColumnType::Decimal) return {std::make_unique<LinearPass<double>>(column->decimals(), term)};
  return {std::make_unique<LinearPass<std::int64_t>>(column->integers(), term)};
}

Bound bind(const RuleTerm& term, const Binding& to) {
  if (lacksColumns(term, to.frame)) return {std::make_unique<ConstantPass>(0.0)};
  Result<RowSet> rows = apply(term.when, to.frame);
  if (!rows) return Error{Errc::BadScorecard, rows.error().what, to.path + ".when", rows.error().args};
  return {std::make_unique<RulePass>(*std::move(rows), term.points)};
}

Bound bind(const GridTerm& term, const Binding& to) { return {std::make_unique<GridPass>(term, to.frame, to.axes)}; }

Bound bind(const DecayTerm& term, const Binding& to) {
  const Column* column = to.holding(term.column);
  if (column == nullptr) return {std::make_unique<ConstantPass>(term.missing)};
  return {std::make_unique<DecayPass>(column->integers(), term, to.moment)};
}

}  // namespace

void addTables(std::span<const TermPass::Table> tables, std::span<double> points) {
  std::size_t at = 0;
  for (; at + 4 <= tables.size(); at += 4) addFour(tables.data() + at, points.data(), points.size());
  for (; at + 2 <= tables.size(); at += 2) addTwo(tables.data() + at, points.data(), points.size());
  if (at < tables.size()) addOne(tables.data() + at, points.data(), points.size());
}

Result<std::unique_ptr<TermPass>> bindTerm(const Term& term, const std::string& path, const Frame& frame,
                                           std::int64_t moment, AxisBook& axes) {
  if (const Status fits = checkColumns(term, path, frame); !fits) return fits.error();
  const Binding to{frame, path, moment, axes};
  return std::visit([&](const auto& kind) { return bind(kind, to); }, term.kind);
}

}  // namespace leadlight
