#include "scoring/exponential.h"

#include <bit>
#include <cstdint>
#include <limits>

#include "scoring/vector_clones.h"

namespace leadlight {

namespace {

// Adding this to a number of moderate size rounds it to a whole one, which then stands in the lowest bits.
constexpr double rounder = 6755399441055744.0;  // 1.5 x 2^52

// e^r for |r| <= ln(2) / 2 by its Taylor series, whose next term is below 2^-57; summed from the smallest term up, with
// 1 added last.
inline double smallExponential(double r) {
  double sum = 1.0 / 6227020800;
  sum = sum * r + 1.0 / 479001600;
  sum = sum * r + 1.0 / 39916800;
  sum = sum * r + 1.0 / 3628800;
  sum = sum * r + 1.0 / 362880;
  sum = sum * r + 1.0 / 40320;
  sum = sum * r + 1.0 / 5040;
  sum = sum * r + 1.0 / 720;
  sum = sum * r + 1.0 / 120;
  sum = sum * r + 1.0 / 24;
  sum = sum * r + 1.0 / 6;
  sum = sum * r + 0.5;
  return 1 + (r + r * r * sum);
}

// value x 2^whole, where `rounded` is whole + rounder and -1021 <= whole <= 1024.
inline double scaled(double value, double rounded) {
  // In two steps, as 2^1024 is beyond what one exponent holds.
  const std::uint64_t whole = std::bit_cast<std::uint64_t>(rounded) + 1022;
  const double part = std::bit_cast<double>(whole << 52);
  return value * part * 2;
}

inline double exponentialOf(double x) {
  constexpr double infinity = std::numeric_limits<double>::infinity();
  constexpr double lowest = -707.7, highest = 709.78271289338397;
  const double kept = x < lowest ? lowest : x > highest ? highest : x;
  const double rounded = kept * 1.4426950408889634 + rounder;
  const double whole = rounded - rounder;
  // ln 2 in two parts, the first short enough that its product with a whole number is exact.
  const double r = (kept - whole * 0.693147180369123816490) - whole * 1.90821492927058770002e-10;
  const double value = scaled(smallExponential(r), rounded);
  return x < lowest ? 0 : x > highest ? infinity : value;
}

}  // namespace

double exponential(double x) { return exponentialOf(x); }

double powerOfTwo(double x) {
  const double kept = x < -1021 ? -1021 : x > 1024 ? 1024 : x;
  const double rounded = kept + rounder;
  const double value = scaled(smallExponential((kept - (rounded - rounder)) * 0.69314718055994531), rounded);
  return x < -1021 ? 0 : x >= 1024 ? std::numeric_limits<double>::infinity() : value;
}

LEADLIGHT_VECTOR_CLONES void logistic(std::span<const double> x, std::span<double> probability) {
  for (std::size_t i = 0; i < x.size(); ++i) probability[i] = 1 / (1 + exponentialOf(-x[i]));
}

}  // namespace leadlight
