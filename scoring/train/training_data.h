#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "model/frame/frame.h"
#include "scoring/train/binned.h"
#include "scoring/train/crew.h"
#include "scoring/train/train.h"

namespace leadlight {

// What any method learns from: the training rows, their outcomes and the columns worth reading, binned.
struct TrainingData {
  std::vector<std::uint32_t> rows;      // ascending
  std::vector<std::uint8_t> converted;  // 0 or 1, parallel to rows
  std::uint64_t positives = 0;
  std::vector<BinnedColumn> columns;  // in the frame's order
  std::vector<LeftOut> leftOut;

  double baseRate() const { return static_cast<double>(positives) / static_cast<double>(rows.size()); }
};

// `rows` as in trainScorecard. Columns are the frame's without the target, options.exclude and those that scoring adds.
// Errors: UnknownColumn, NotTrainable, Interrupted, as trainScorecard gives them.
Result<TrainingData> trainingData(const Frame& frame, const Target& target, std::span<const std::uint32_t> rows,
                                  const TrainOptions& options, const BinOptions& bins, Crew& crew);

}  // namespace leadlight
