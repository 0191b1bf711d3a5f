#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "scoring/train/crew.h"

namespace leadlight {

// How much each term of a model should count: log-odds = offset + sum of weights[t] x points of term t.
struct Stacking {
  double offset = 0;
  std::vector<double> weights;  // never negative
};

// The weights that fit outcomes best to the points that rows got from models which did not learn from them
// (`points[term][row]`; D. Wolpert, Neural Networks 5, 1992). All terms share a slope, as in calibrated(), and each is
// pulled towards it; how strongly, inner folds choose, among them so strongly that only slope and offset are left. A
// term that would weigh less than nothing gets 0, and the others are weighed without it. nullopt when cancelled.
// REQUIRES: base: log-odds of a row without points; rows: as innerFolds takes them
std::optional<Stacking> stacked(double base, std::span<const std::vector<float>> points,
                                std::span<const std::uint8_t> converted, std::span<const std::uint32_t> rows,
                                std::uint64_t seed, Crew& crew);

}  // namespace leadlight
