#include "model/schema/distinct.h"

#include <algorithm>
#include <bit>
#include <cmath>

namespace leadlight {

namespace {
constexpr int registerBits = 14;
constexpr std::size_t registerCount = std::size_t{1} << registerBits;
}  // namespace

void DistinctCounter::addToRegisters(std::uint64_t hash) {
  const std::size_t index = hash >> (64 - registerBits);
  const std::uint64_t rest = (hash << registerBits) | (std::uint64_t{1} << (registerBits - 1));
  const auto rank = static_cast<std::uint8_t>(std::countl_zero(rest) + 1);
  registers_[index] = std::max(registers_[index], rank);
}

void DistinctCounter::grow() {
  std::vector<std::uint64_t> old = std::move(slots_);
  slots_.assign(std::max<std::size_t>(64, old.size() * 2), 0);
  used_ = 0;
  for (const std::uint64_t hash : old)
    if (hash != 0) add(hash);
}

void DistinctCounter::add(std::uint64_t hash) {
  if (!registers_.empty()) {
    addToRegisters(hash);
    return;
  }
  if (hash == 0) {
    sawZero_ = true;
    return;
  }
  if (used_ * 2 >= slots_.size()) grow();
  std::size_t slot = hash & (slots_.size() - 1);
  while (slots_[slot] != 0) {
    if (slots_[slot] == hash) return;
    slot = (slot + 1) & (slots_.size() - 1);
  }
  slots_[slot] = hash;
  if (++used_ <= exactLimit) return;
  registers_.assign(registerCount, 0);
  for (const std::uint64_t known : slots_)
    if (known != 0) addToRegisters(known);
  slots_ = {};
}

bool DistinctCounter::has(std::uint64_t hash) const {
  return std::find(slots_.begin(), slots_.end(), hash) != slots_.end();
}

std::uint64_t DistinctCounter::count() const {
  if (registers_.empty()) return used_ + (sawZero_ ? 1 : 0);
  double sum = 0;
  std::size_t zeros = 0;
  for (const std::uint8_t rank : registers_) {
    sum += std::ldexp(1.0, -rank);
    if (rank == 0) ++zeros;
  }
  constexpr auto m = static_cast<double>(registerCount);
  const double estimate = 0.7213 / (1 + 1.079 / m) * m * m / sum;
  if (estimate <= 2.5 * m && zeros > 0) return static_cast<std::uint64_t>(m * std::log(m / static_cast<double>(zeros)));
  return static_cast<std::uint64_t>(estimate);
}

}  // namespace leadlight
