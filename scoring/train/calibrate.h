#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace leadlight {

// What makes log-odds honest: slope x points + offset.
struct Calibration {
  double slope = 1;
  double offset = 0;
};

// Platt's fit on points of leads that the model has not seen: minimises the log-loss, by Newton steps that are halved
// until the loss falls (Lin, Lin and Weng, Machine Learning 68, 2007), since a plain step runs away on the extreme
// points of naive Bayes. The slope stays between 0.01 and 10; with one outcome, or little gained, no change.
Calibration calibrationOf(std::span<const double> points, std::span<const std::uint8_t> won);

// Folds for choices within the leads at hand: both outcomes are dealt out evenly, in an order that only the seed and
// the row numbers decide.
std::vector<std::uint8_t> innerFolds(std::span<const std::uint32_t> rows, std::span<const std::uint8_t> won,
                                     unsigned folds, std::uint64_t seed);

}  // namespace leadlight
