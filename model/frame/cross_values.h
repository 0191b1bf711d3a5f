#pragma once

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <utility>
#include <vector>

#include "model/frame/aggregate.h"

namespace leadlight {

// What cross-filtering computes of values before it counts: ranges of positions, and fixed points.

// Half-open ranges of positions in a view's order, ascending and apart from each other.
using RowRanges = std::vector<std::pair<std::size_t, std::size_t>>;

inline std::size_t lengthOf(const RowRanges& ranges) {
  std::size_t length = 0;
  for (const auto& [begin, end] : ranges) length += end - begin;
  return length;
}

// The positions that are in exactly one of both.
inline RowRanges difference(const RowRanges& a, const RowRanges& b) {
  std::vector<std::size_t> ends;
  for (const RowRanges* ranges : {&a, &b})
    for (const auto& [begin, end] : *ranges) ends.insert(ends.end(), {begin, end});
  std::sort(ends.begin(), ends.end());
  RowRanges out;
  for (std::size_t i = 0; i + 1 < ends.size(); i += 2)
    if (ends[i] != ends[i + 1]) out.emplace_back(ends[i], ends[i + 1]);
  return out;
}

// 2^k such that every score times it fits in 31 bits: scores are rounded to about nine digits of the largest.
inline double scoreScale(const std::vector<double>& scores) {
  double most = 0;
  for (const double score : scores)
    if (const double size = std::fabs(score); std::isfinite(size)) most = std::max(most, size);
  int exponent = 0;
  std::frexp(most, &exponent);
  return most == 0 ? 1 : std::ldexp(1.0, std::clamp(30 - exponent, -1000, 1000));
}

// 2^k such that the sum of all values times it fits in 62 bits; whole numbers stay whole.
inline double measureScaleOf(const Column& column) {
  double most = 0;
  for (std::size_t row = 0; row < column.rows(); ++row)
    if (const double size = std::fabs(column.number(row)); std::isfinite(size)) most = std::max(most, size);
  int value = 0, rows = 0;
  std::frexp(most, &value);
  std::frexp(static_cast<double>(column.rows()), &rows);
  return most == 0 ? 1 : std::ldexp(1.0, std::clamp(62 - value - rows, -1000, 30));
}

// The group of a value in a table: itself, "others" or "missing".
inline std::uint16_t tableGroup(std::uint16_t group, const Binning& binning, std::size_t top) {
  const std::size_t shown = std::min(top, binning.values.size());
  if (group == binning.missingGroup()) return static_cast<std::uint16_t>(shown + 1);
  return static_cast<std::uint16_t>(std::min<std::size_t>(group, shown));
}

// The scores as decimals, whatever the column's type; copied only when they are none. Empty without a column.
inline const std::vector<double>& scoresOf(const Column* column, std::vector<double>& room) {
  if (column == nullptr) return room;
  if (column->type() == ColumnType::Decimal) return column->decimals();
  for (std::size_t row = 0; row < column->rows(); ++row) room.push_back(column->number(row));
  return room;
}

}  // namespace leadlight
