#pragma once

#include <cmath>
#include <cstdint>
#include <numeric>

namespace leadlight {

// The greatest whole number that all values are multiples of: scores of hand-written points often come in fives, and
// bins of another width would be full and half full in turn.
class CommonStep {
 public:
  void add(double value) {                        // NaN is no value
    constexpr double exact = 9007199254740992.0;  // whole numbers up to 2^53 are doubles, too
    if (fraction_ || std::isnan(value)) return;
    fraction_ = std::fabs(value) > exact || value != std::floor(value);
    if (!fraction_ && step_ != 1) step_ = std::gcd(step_, static_cast<std::int64_t>(value));
  }
  // 0: there is none.
  double step() const { return fraction_ ? 0 : static_cast<double>(step_); }

 private:
  std::int64_t step_ = 0;
  bool fraction_ = false;
};

}  // namespace leadlight
