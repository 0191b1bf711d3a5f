#include "scoring/train/binned.h"

#include <algorithm>
#include <cmath>
#include <unordered_map>

#include "model/base/calendar.h"
#include "model/base/text.h"

namespace leadlight {

namespace {

// Beyond this many training rows the edges come from evenly spaced ones.
constexpr std::size_t enoughForEdges = 200000;

struct ValueRows {
  double value;
  std::uint64_t rows;
};

// The roundest number with low < number <= high, near their middle.
double roundNumber(double low, double high) {
  const double middle = low / 2 + high / 2;
  double power = std::pow(10.0, std::ceil(std::log10(high - low)));
  for (int digits = 0; digits < 18; ++digits, power /= 10) {
    // Dividing by a whole power of ten gives the nearest double to the decimal, multiplying by a tenth does not.
    const double inverse = std::round(1 / power);
    const double round =
        power >= 1 ? std::floor(middle / power + 0.5) * power : std::floor(middle * inverse + 0.5) / inverse;
    if (round > low && round <= high) return round;
  }
  return high;
}

// The start of a year, a month, a day or an hour with low < moment <= high, the longest that there is.
double roundMoment(double low, double high) {
  const auto seconds = static_cast<std::int64_t>(high);
  const CivilDate date = civilDate(seconds);
  for (const std::int64_t moment : {secondsOf({date.year, 1, 1}), secondsOf({date.year, date.month, 1}),
                                    secondsOf(date), seconds - ((seconds % 3600) + 3600) % 3600})
    if (static_cast<double>(moment) > low) return static_cast<double>(moment);
  return high;
}

std::size_t strideOver(std::size_t rows) { return (rows + enoughForEdges - 1) / enoughForEdges; }

std::vector<ValueRows> distinctValues(const Column& column, std::span<const std::uint32_t> rows) {
  const std::size_t stride = strideOver(rows.size());
  std::vector<double> values;
  values.reserve(rows.size() / stride + 1);
  for (std::size_t i = 0; i < rows.size(); i += stride)
    if (const double value = column.number(rows[i]); std::isfinite(value)) values.push_back(value);
  std::sort(values.begin(), values.end());
  std::vector<ValueRows> distinct;
  for (const double value : values) {
    if (distinct.empty() || distinct.back().value != value) distinct.push_back({value, 0});
    ++distinct.back().rows;
  }
  return distinct;
}

// Cuts the values into at most maxBins runs of about equal rows: a value that alone fills a run has its own.
std::vector<double> edgesOf(const std::vector<ValueRows>& distinct, ColumnType type, const BinOptions& options) {
  std::uint64_t left = 0;
  for (const ValueRows& item : distinct) left += item.rows;
  std::size_t bins = std::max<std::size_t>(1, options.maxBins);
  const bool each = distinct.size() <= bins;
  std::vector<double> edges;
  std::uint64_t held = 0;
  for (std::size_t i = 0; i + 1 < distinct.size() && bins > 1; ++i) {
    held += distinct[i].rows;
    const std::uint64_t share = each ? 1 : (left + bins - 1) / bins;
    // A run ends when it is full, or when the next value would overfill it by more than it lacks.
    const std::uint64_t with = held + distinct[i + 1].rows;
    const bool full = held >= share || (with > share && with - share > share - held);
    if (!full || held < options.minRows || left - held < options.minRows) continue;
    const double low = distinct[i].value, high = distinct[i + 1].value;
    edges.push_back(type == ColumnType::Date ? roundMoment(low, high) : roundNumber(low, high));
    left -= held;
    held = 0;
    --bins;
  }
  return edges;
}

// A number that only tells rows apart: it goes up or down row by row, or is named as one, and never repeats among the
// rows that distinctValues looks at.
bool isRunningNumber(const Column& column, std::span<const std::uint32_t> rows, std::size_t distinct) {
  if (column.type() != ColumnType::Integer || rows.size() < 20) return false;
  const std::size_t stride = strideOver(rows.size());
  if (distinct < (rows.size() + stride - 1) / stride) return false;
  std::size_t ups = 0;
  for (std::size_t i = 1; i < rows.size(); ++i) ups += column.number(rows[i]) > column.number(rows[i - 1]) ? 1U : 0U;
  const std::string name = lowered(column.name());
  const bool named = name == "id" || name == "key" || name.ends_with("_id") || name.ends_with("number") ||
                     name.ends_with("_no") || name.ends_with("_key");
  return named || ups == 0 || ups == rows.size() - 1;
}

void fillRows(BinnedColumn& binned, std::span<const std::uint32_t> rows, std::size_t slots) {
  binned.rows.assign(slots, 0);
  for (const std::uint32_t row : rows) ++binned.rows[binned.codes[row]];
}

bool isConstant(const BinnedColumn& binned, std::span<const std::uint32_t> rows, const BinOptions& options) {
  return rows.size() - *std::max_element(binned.rows.begin(), binned.rows.end()) <
         std::max<std::size_t>(1, options.minRows);
}

BinOutcome binNumbers(const Column& column, std::span<const std::uint32_t> rows, const BinOptions& options) {
  const std::vector<ValueRows> distinct = distinctValues(column, rows);
  if (distinct.empty()) return {{}, LeftOut::Why::NoValues};
  if (isRunningNumber(column, rows, distinct.size())) return {{}, LeftOut::Why::Identifier};
  BinnedColumn binned;
  binned.column = &column;
  binned.edges = edgesOf(distinct, column.type(), options);
  const std::size_t missing = binned.edges.size() + 1;
  binned.codes.resize(column.rows());
  for (std::size_t row = 0; row < binned.codes.size(); ++row) {
    const double value = column.number(row);
    const auto bin = std::upper_bound(binned.edges.begin(), binned.edges.end(), value) - binned.edges.begin();
    binned.codes[row] = static_cast<std::uint16_t>(std::isnan(value) ? static_cast<std::ptrdiff_t>(missing) : bin);
  }
  fillRows(binned, rows, missing + 1);
  if (isConstant(binned, rows, options)) return {{}, LeftOut::Why::Constant};
  return {std::move(binned), {}};
}

// The dictionary codes that get a slot of their own, the most frequent first.
std::vector<std::uint32_t> listedCodes(const Column& column, const std::vector<std::uint64_t>& rowsOf,
                                       const BinOptions& options) {
  std::vector<std::uint32_t> listed;
  for (std::uint32_t code = 1; code < rowsOf.size(); ++code)
    if (rowsOf[code] >= std::max<std::size_t>(1, options.minRows)) listed.push_back(code);
  std::sort(listed.begin(), listed.end(), [&](std::uint32_t a, std::uint32_t b) {
    return rowsOf[a] != rowsOf[b] ? rowsOf[a] > rowsOf[b] : column.dictionary()[a] < column.dictionary()[b];
  });
  if (listed.size() > options.maxCategories) listed.resize(options.maxCategories);
  return listed;
}

BinOutcome binText(const Column& column, std::span<const std::uint32_t> rows, const BinOptions& options) {
  std::vector<std::uint64_t> rowsOf(column.dictionary().size());
  for (const std::uint32_t row : rows) ++rowsOf[column.code(row)];
  const auto distinct =
      static_cast<std::size_t>(std::count_if(rowsOf.begin() + 1, rowsOf.end(), [](std::uint64_t n) { return n > 0; }));
  if (distinct == 0) return {{}, LeftOut::Why::NoValues};
  BinnedColumn binned;
  binned.column = &column;
  const std::vector<std::uint32_t> listed = listedCodes(column, rowsOf, options);
  const std::size_t otherwise = listed.size(), missing = otherwise + 1;
  std::vector<std::uint16_t> slotOf(rowsOf.size());
  for (std::uint32_t code = 0; code < slotOf.size(); ++code)
    slotOf[code] = static_cast<std::uint16_t>(column.isMissingCode(code) ? missing : otherwise);
  for (std::size_t i = 0; i < listed.size(); ++i) {
    slotOf[listed[i]] = static_cast<std::uint16_t>(i);
    binned.values.push_back(column.dictionary()[listed[i]]);
  }
  binned.codes.resize(column.rows());
  for (std::size_t row = 0; row < binned.codes.size(); ++row) binned.codes[row] = slotOf[column.code(row)];
  fillRows(binned, rows, missing + 1);
  if (isConstant(binned, rows, options)) {
    const bool tellsApart = listed.empty() && 2 * distinct > rows.size() - binned.rows[missing];
    return {{}, tellsApart ? LeftOut::Why::Identifier : LeftOut::Why::Constant};
  }
  return {std::move(binned), {}};
}

}  // namespace

BinOutcome binColumn(const Column& column, std::span<const std::uint32_t> rows, const BinOptions& options) {
  return column.type() == ColumnType::Text ? binText(column, rows, options) : binNumbers(column, rows, options);
}

Term termOf(const BinnedColumn& column, std::span<const double> points) {
  if (column.ordered()) {
    StepsTerm steps{column.column->name(), column.edges, {points.begin(), points.end() - 1}, points.back(), false};
    steps.dates = column.column->type() == ColumnType::Date;
    return {column.column->label(), std::move(steps)};
  }
  LookupTerm lookup{column.column->name(), {}, points[column.values.size()], points.back()};
  for (std::size_t i = 0; i < column.values.size(); ++i) lookup.points.emplace_back(column.values[i], points[i]);
  return {column.column->label(), std::move(lookup)};
}

}  // namespace leadlight
