#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "model/base/result.h"
#include "model/frame/frame.h"

namespace leadlight {

// What came of each lead of a frame.
struct Outcomes {
  static constexpr std::uint8_t unknown = 2;
  std::vector<std::uint8_t> of;  // per row: 1 won, 0 lost, unknown

  bool isKnown(std::size_t row) const { return of[row] != unknown; }
  // `rows` (all when empty) without those of unknown outcome.
  std::vector<std::uint32_t> known(std::span<const std::uint32_t> rows = {}) const;
  // One byte per row given, 0 or 1. REQUIRES: their outcomes are known
  std::vector<std::uint8_t> at(std::span<const std::uint32_t> rows) const;
};

// A lead whose target is missing has no outcome yet and is neither learned from nor judged by; but where the target
// holds nothing besides positives, a missing one means lost. Errors: UnknownColumn.
Result<Outcomes> outcomesOf(const Frame& frame, const Target& target);

}  // namespace leadlight
