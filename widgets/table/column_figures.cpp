#include "widgets/table/column_figures.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <unordered_set>

namespace leadlight {

namespace {

constexpr std::size_t categoryBars = 8;
constexpr std::size_t numberBars = 20;

std::vector<std::uint64_t> countCodes(const Column& column, const RowSet& rows) {
  std::vector<std::uint64_t> counts(column.dictionary().size(), 0);
  std::visit([&](const auto& codes) { rows.forEach([&](std::size_t row) { ++counts[codes[row]]; }); }, column.codes());
  return counts;
}

void figureOfText(const Column& column, const RowSet& everyRow, ColumnFigure& figure) {
  const std::vector<std::uint64_t> counts = countCodes(column, everyRow);
  std::vector<std::size_t> present;
  std::uint64_t missing = 0;
  for (std::size_t code = 0; code < counts.size(); ++code) {
    if (column.isMissingCode(static_cast<std::uint32_t>(code))) {
      missing += counts[code];
    } else if (counts[code] != 0) {
      present.push_back(code);
    }
  }
  figure.distinct = present.size();
  if (present.empty()) {
    figure.shape = ColumnFigure::Shape::Empty;
  } else if (present.size() == 1 && missing == 0) {
    figure.shape = ColumnFigure::Shape::Constant;
    figure.only = column.dictionary()[present.front()];
  }
  const std::size_t bars = std::min(categoryBars, present.size());
  std::partial_sort(
      present.begin(), present.begin() + static_cast<std::ptrdiff_t>(bars), present.end(),
      [&](std::size_t a, std::size_t b) { return counts[a] != counts[b] ? counts[a] > counts[b] : a < b; });
  present.resize(bars);
  for (const std::size_t code : present) figure.all.push_back(counts[code]);
  figure.codes = std::move(present);
}

bool everyRowAnother(const Column& column) {
  const std::vector<std::int64_t>& values = column.integers();
  std::unordered_set<std::int64_t> seen;
  // Most columns repeat a value early, so that this ends soon.
  for (const std::int64_t value : values)
    if (value == Column::missingInteger || !seen.insert(value).second) return false;
  return values.size() > 1;
}

std::vector<std::uint64_t> countBars(const Column& column, const Binning& binning, const RowSet& rows) {
  const std::vector<std::uint16_t> groupOfRow = groupOfRows(column, binning);
  std::vector<std::uint64_t> counts(binning.groups(), 0);
  rows.forEach([&](std::size_t row) { ++counts[groupOfRow[row]]; });
  counts.pop_back();  // the missing ones
  return counts;
}

void figureOfNumbers(const Column& column, const RowSet& everyRow, ColumnFigure& figure) {
  double low = std::numeric_limits<double>::infinity();
  double high = -low;
  std::uint64_t missing = 0;
  for (std::size_t row = 0; row < column.rows(); ++row) {
    const double value = column.number(row);
    if (std::isnan(value)) {
      ++missing;
      continue;
    }
    low = std::min(low, value);
    high = std::max(high, value);
  }
  if (missing == column.rows()) {
    figure.shape = ColumnFigure::Shape::Empty;
    return;
  }
  figure.low = low;
  figure.high = high;
  if (low == high && missing == 0) {
    figure.shape = ColumnFigure::Shape::Constant;
    figure.only = column.textAt(0);
  }
  figure.identifier = column.type() == ColumnType::Integer && everyRowAnother(column);
  figure.binning = binningOf(column, numberBars);
  figure.all = countBars(column, figure.binning, everyRow);
}

}  // namespace

std::vector<ColumnFigure> columnFigures(const Frame& frame, const Progress& progress) {
  const RowSet everyRow(frame.rows(), true);
  std::vector<ColumnFigure> figures;
  for (const Frame::ColumnPtr& column : frame.columns()) {
    if (progress.cancelled()) break;
    ColumnFigure figure;
    figure.name = column->name();
    figure.type = column->type();
    if (column->type() == ColumnType::Text) {
      figureOfText(*column, everyRow, figure);
    } else {
      figureOfNumbers(*column, everyRow, figure);
    }
    figures.push_back(std::move(figure));
    progress.report("columns", figures.size(), frame.columns().size());
  }
  return figures;
}

std::vector<std::vector<std::uint64_t>> keptFigures(const Frame& frame, const std::vector<ColumnFigure>& figures,
                                                    const RowSet& rows, const Progress& progress) {
  std::vector<std::vector<std::uint64_t>> kept;
  for (const ColumnFigure& figure : figures) {
    if (progress.cancelled()) break;
    std::vector<std::uint64_t> bars;
    const Column* column = frame.find(figure.name);
    if (column && figure.shape == ColumnFigure::Shape::Varied) {
      if (figure.type == ColumnType::Text) {
        const std::vector<std::uint64_t> counts = countCodes(*column, rows);
        for (const std::size_t code : figure.codes) bars.push_back(counts[code]);
      } else {
        bars = countBars(*column, figure.binning, rows);
      }
    }
    kept.push_back(std::move(bars));
  }
  return kept;
}

}  // namespace leadlight
