#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace leadlight {

// Folds for choices within the leads at hand, one per row: both outcomes are dealt out evenly, in an order that only
// the seed and the row numbers decide.
std::vector<std::uint8_t> innerFolds(std::span<const std::uint32_t> rows, std::span<const std::uint8_t> won,
                                     unsigned folds, std::uint64_t seed);

}  // namespace leadlight
