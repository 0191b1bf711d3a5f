#include "model/frame/column_gaps.h"

#include "model/frame/parallel.h"

namespace leadlight {

namespace {

ColumnGaps gapsOf(const Column& column) {
  ColumnGaps gaps;
  gaps.column = column.name();
  if (column.type() != ColumnType::Text) {
    for (std::size_t row = 0; row < column.rows(); ++row) gaps.absent += column.isMissing(row) ? 1U : 0U;
    return gaps;
  }
  std::vector<std::uint64_t> counts(column.dictionary().size());
  std::visit(
      [&](const auto& codes) {
        for (const auto code : codes) ++counts[code];
      },
      column.codes());
  gaps.absent = counts.front();
  for (std::uint32_t code = 1; code < counts.size(); ++code)
    if (counts[code] > 0 && column.isMissingCode(code))
      gaps.placeholders.emplace_back(column.dictionary()[code], counts[code]);
  return gaps;
}

}  // namespace

std::uint64_t ColumnGaps::missing() const {
  std::uint64_t sum = absent;
  for (const auto& [text, rows] : placeholders) sum += rows;
  return sum;
}

std::vector<ColumnGaps> gapsOf(const Frame& frame) {
  std::vector<ColumnGaps> gaps(frame.columns().size());
  onTwoThreads(gaps.size(), [&](std::size_t i) { gaps[i] = gapsOf(*frame.columns()[i]); });
  return gaps;
}

}  // namespace leadlight
