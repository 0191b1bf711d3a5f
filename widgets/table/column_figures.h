#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "model/base/progress.h"
#include "model/frame/aggregate.h"
#include "model/frame/frame.h"
#include "model/frame/row_set.h"

namespace leadlight {

// What the head of a table column tells of its values.
struct ColumnFigure {
  enum class Shape { Varied, Constant, Empty };

  std::string name;
  ColumnType type = ColumnType::Text;
  Shape shape = Shape::Varied;
  std::uint64_t distinct = 0;      // Text: values other than missing
  bool identifier = false;         // whole numbers, each row another one
  double low = 0, high = 0;        // numbers and dates
  std::string only;                // Constant: the value
  std::vector<std::size_t> codes;  // Text: the codes that have a bar, most frequent first
  Binning binning;                 // numbers and dates
  std::vector<std::uint64_t> all;  // leads per bar
};

// One figure per column of the frame, in its order; what was done so far when cancelled. For a worker.
std::vector<ColumnFigure> columnFigures(const Frame& frame, const Progress& progress);

// Leads of `rows` per bar of each figure. REQUIRES: figures are columnFigures(frame). For a worker.
std::vector<std::vector<std::uint64_t>> keptFigures(const Frame& frame, const std::vector<ColumnFigure>& figures,
                                                    const RowSet& rows, const Progress& progress);

}  // namespace leadlight
