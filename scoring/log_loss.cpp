#include "scoring/log_loss.h"

#include <cmath>
#include <limits>

namespace leadlight {

namespace {

constexpr double nan = std::numeric_limits<double>::quiet_NaN();

}  // namespace

double lossOf(double points, bool won) {
  const double against = won ? -points : points;
  return against > 0 ? against + std::log1p(std::exp(-against)) : std::log1p(std::exp(against));
}

double meanLoss(std::span<const double> points, std::span<const std::uint8_t> won) {
  double sum = 0;
  for (std::size_t i = 0; i < points.size(); ++i) sum += lossOf(points[i], won[i] != 0);
  return points.empty() ? nan : sum / static_cast<double>(points.size());
}

Estimate estimateOf(double value, double standardError) {
  const double half = 1.959963984540054 * standardError;
  return {value, value - half, value + half};
}

Estimate lossDifference(std::span<const double> a, std::span<const double> b, std::span<const std::uint8_t> won) {
  double mean = 0, squares = 0;  // Welford's sums
  for (std::size_t i = 0; i < a.size(); ++i) {
    const double difference = lossOf(a[i], won[i] != 0) - lossOf(b[i], won[i] != 0);
    const double before = difference - mean;
    mean += before / static_cast<double>(i + 1);
    squares += before * (difference - mean);
  }
  if (a.size() < 2) return {nan, nan, nan};
  const auto n = static_cast<double>(a.size());
  return estimateOf(mean, std::sqrt(squares / (n - 1) / n));
}

}  // namespace leadlight
