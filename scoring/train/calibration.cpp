#include "scoring/train/calibration.h"

#include <algorithm>
#include <cmath>

namespace leadlight {

namespace {

constexpr double pull = 1;  // weight of the pull, in rows

double lossOf(const Calibration& c, std::span<const double> points, std::span<const std::uint8_t> converted) {
  double loss = pull / 2 * ((c.slope - 1) * (c.slope - 1) + c.offset * c.offset);
  for (std::size_t i = 0; i < points.size(); ++i) {
    const double logit = c.offset + c.slope * points[i];
    loss += std::log1p(std::exp(-std::fabs(logit)));
    if ((logit > 0) != (converted[i] != 0)) loss += std::fabs(logit);
  }
  return loss;
}

// The full Newton step from `c`.
Calibration newtonStep(const Calibration& c, std::span<const double> points, std::span<const std::uint8_t> converted) {
  double gradient[2] = {-pull * c.offset, -pull * (c.slope - 1)};
  double aa = pull, ab = 0, bb = pull;
  for (std::size_t i = 0; i < points.size(); ++i) {
    const double p = 1 / (1 + std::exp(-(c.offset + c.slope * points[i])));
    const double residual = static_cast<double>(converted[i]) - p, weight = p * (1 - p);
    gradient[0] += residual;
    gradient[1] += residual * points[i];
    aa += weight;
    ab += weight * points[i];
    bb += weight * points[i] * points[i];
  }
  const double determinant = aa * bb - ab * ab;
  return {(aa * gradient[1] - ab * gradient[0]) / determinant, (bb * gradient[0] - ab * gradient[1]) / determinant};
}

}  // namespace

Calibration calibrated(std::span<const double> points, std::span<const std::uint8_t> converted) {
  Calibration at;
  double loss = lossOf(at, points, converted);
  for (int round = 0; round < 50; ++round) {
    const Calibration step = newtonStep(at, points, converted);
    double share = 1;
    Calibration next;
    double nextLoss = loss;
    for (int halving = 0; halving < 30; ++halving, share /= 2) {
      next = {std::max(0.0, at.slope + share * step.slope), at.offset + share * step.offset};
      nextLoss = lossOf(next, points, converted);
      if (nextLoss < loss) break;
    }
    if (!(nextLoss < loss - 1e-9 * loss)) break;
    at = next;
    loss = nextLoss;
  }
  return at;
}

}  // namespace leadlight
