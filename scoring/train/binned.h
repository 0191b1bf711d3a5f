#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "model/frame/frame.h"
#include "scoring/scorecard.h"
#include "scoring/train/train.h"

namespace leadlight {

struct BinOptions {
  std::size_t maxBins = 64;         // of a number or date
  std::size_t maxCategories = 500;  // the most frequent ones; the others are pooled
  std::size_t minRows = 5;          // a bin or category with fewer training rows is pooled
};

// A column of a frame put into a few slots, in the order in which terms and their support list them:
//   numbers and dates  a slot for each of the edges.size() + 1 bins, edges[i-1] <= v < edges[i]; then missing
//   text               a slot per listed value, the most frequent first; then any other value; then missing
// A placeholder such as "Select" is a listed value when it is frequent enough, else missing. What is listed and where
// the edges lie comes from the training rows alone.
struct BinnedColumn {
  const Column* column = nullptr;    // of the frame, which must outlive this
  std::vector<double> edges;         // numbers and dates; ascending, as round as they can be between two values
  std::vector<std::string> values;   // text
  std::vector<std::uint16_t> codes;  // the slot of every row of the frame
  std::vector<std::uint64_t> rows;   // training rows per slot

  bool ordered() const { return column->type() != ColumnType::Text; }
  std::size_t slotCount() const { return rows.size(); }
  std::size_t missing() const { return rows.size() - 1; }
};

// Bins a column by its training rows (ascending, not empty); or says why nothing can be learned from it: NoValues,
// Constant (all but a few rows share a slot) or Identifier (hardly a value occurs twice, or a running number).
struct BinOutcome {
  std::optional<BinnedColumn> binned;
  LeftOut::Why why = LeftOut::Why::Constant;  // without `binned`
};
BinOutcome binColumn(const Column& column, std::span<const std::uint32_t> rows, const BinOptions& options);

// A lookup or steps term named after the column's label, with points[slot]. REQUIRES: points.size() ==
// column.slotCount()
Term termOf(const BinnedColumn& column, std::span<const double> points);

}  // namespace leadlight
