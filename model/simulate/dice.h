#pragma once

#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <string_view>

namespace leadlight {

// A stream of random numbers that is the same on every machine: SplitMix64 (G. Steele, D. Lea, C. Flood, OOPSLA 2014)
// with distributions made of whole numbers and plain arithmetic alone, which IEEE 754 fixes to the bit. Draw once per
// full expression: the order of evaluation within one is the compiler's choice.
class Dice {
 public:
  // Streams of other numbers are unrelated to each other.
  Dice(std::uint64_t seed, std::uint64_t stream, std::uint64_t purpose)
      : state_(mixed(mixed(mixed(seed) ^ stream) ^ purpose)) {}

  std::uint64_t next() {
    state_ += 0x9E3779B97F4A7C15U;
    return mixed(state_);
  }
  // 0 <= result < limit
  std::uint64_t below(std::uint64_t limit) { return next() % limit; }
  // low <= result <= high
  std::int64_t between(std::int64_t low, std::int64_t high) {
    return low + static_cast<std::int64_t>(below(static_cast<std::uint64_t>(high - low) + 1));
  }
  // 0 <= result < 1
  double share() { return static_cast<double>(next() >> 11) * 0x1p-53; }
  bool chance(double probability) { return share() < probability; }

  struct Weighted {
    std::string_view value;
    unsigned weight;
  };
  std::string_view pick(std::initializer_list<Weighted> choices) {
    std::uint64_t total = 0;
    for (const Weighted& choice : choices) total += choice.weight;
    std::uint64_t at = below(total);
    for (const Weighted& choice : choices) {
      if (at < choice.weight) return choice.value;
      at -= choice.weight;
    }
    return {};
  }

 private:
  static std::uint64_t mixed(std::uint64_t z) {
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9U;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EBU;
    return z ^ (z >> 31);
  }
  std::uint64_t state_;
};

}  // namespace leadlight
