#include "scoring/train/outcomes.h"

#include <algorithm>
#include <numeric>

namespace leadlight {

std::vector<std::uint32_t> Outcomes::known(std::span<const std::uint32_t> rows) const {
  std::vector<std::uint32_t> kept(rows.begin(), rows.end());
  if (rows.empty()) {
    kept.resize(of.size());
    std::iota(kept.begin(), kept.end(), 0U);
  }
  std::erase_if(kept, [&](std::uint32_t row) { return !isKnown(row); });
  return kept;
}

std::vector<std::uint8_t> Outcomes::at(std::span<const std::uint32_t> rows) const {
  std::vector<std::uint8_t> won;
  won.reserve(rows.size());
  for (const std::uint32_t row : rows) won.push_back(of[row]);
  return won;
}

Result<Outcomes> outcomesOf(const Frame& frame, const Target& target) {
  const Column* column = frame.find(target.column);
  if (column == nullptr)
    return Error{Errc::UnknownColumn, "There is no column " + target.column + ".", target.column, {target.column}};
  const std::vector<std::uint64_t> won = frame.converted(target);
  Outcomes outcomes;
  outcomes.of.resize(frame.rows());
  bool hasLost = false;
  for (std::size_t row = 0; row < frame.rows(); ++row) {
    const bool isWon = (won[row >> 6] >> (row & 63) & 1) != 0;
    const bool isUnknown = !isWon && column->isMissing(row);
    outcomes.of[row] = isWon ? 1 : isUnknown ? Outcomes::unknown : 0;
    hasLost = hasLost || outcomes.of[row] == 0;
  }
  if (!hasLost) std::replace(outcomes.of.begin(), outcomes.of.end(), Outcomes::unknown, std::uint8_t{0});
  return outcomes;
}

}  // namespace leadlight
