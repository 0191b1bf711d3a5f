#pragma once

#include <cstdint>
#include <span>

namespace leadlight {

// Minus the natural logarithm of the probability given to what happened, from log-odds, so that sure predictions keep
// their digits: log(1 + exp(-points)) when won, log(1 + exp(points)) when not.
double lossOf(double points, bool won);
// The mean over leads; NaN without any. REQUIRES: both are of one size
double meanLoss(std::span<const double> points, std::span<const std::uint8_t> won);

// A figure with its interval at 95 %.
struct Estimate {
  double value = 0;
  double low = 0;
  double high = 0;
};
// value +- 1.96 standard errors.
Estimate estimateOf(double value, double standardError);
// The mean of loss(a) - loss(b) over the same leads, with the interval of a paired difference (normal approximation):
// below nought when a is better. NaN with fewer than two leads.
Estimate lossDifference(std::span<const double> a, std::span<const double> b, std::span<const std::uint8_t> won);

}  // namespace leadlight
