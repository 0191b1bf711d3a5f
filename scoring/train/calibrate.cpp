#include "scoring/train/calibrate.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "model/base/hash.h"
#include "scoring/log_loss.h"

namespace leadlight {

namespace {

double lossWith(const Calibration& calibration, std::span<const double> points, std::span<const std::uint8_t> won) {
  double sum = 0;
  for (std::size_t i = 0; i < points.size(); ++i)
    sum += lossOf(calibration.slope * points[i] + calibration.offset, won[i] != 0);
  return sum;
}

// The Newton step for slope and offset: the gradient times the inverse of the curvature.
Calibration newtonStep(const Calibration& at, std::span<const double> points, std::span<const std::uint8_t> won) {
  double g0 = 0, g1 = 0, h00 = 1e-9, h01 = 0, h11 = 1e-9;
  for (std::size_t i = 0; i < points.size(); ++i) {
    const double p = 1 / (1 + std::exp(-(at.slope * points[i] + at.offset)));
    const double residual = p - won[i], weight = p * (1 - p);
    g0 += residual * points[i];
    g1 += residual;
    h00 += weight * points[i] * points[i];
    h01 += weight * points[i];
    h11 += weight;
  }
  const double determinant = h00 * h11 - h01 * h01;
  return {-(h11 * g0 - h01 * g1) / determinant, -(h00 * g1 - h01 * g0) / determinant};
}

}  // namespace

Calibration calibrationOf(std::span<const double> points, std::span<const std::uint8_t> won) {
  const auto wins = std::count(won.begin(), won.end(), std::uint8_t{1});
  if (wins == 0 || wins == std::ssize(won)) return {};
  const double before = lossWith({}, points, won);
  Calibration best;
  double least = before;
  for (int round = 0; round < 100; ++round) {
    const Calibration step = newtonStep(best, points, won);
    bool moved = false;
    for (double length = 1; length > 1e-10 && !moved; length /= 2) {
      const Calibration next{std::clamp(best.slope + length * step.slope, 0.01, 10.0),
                             best.offset + length * step.offset};
      const double loss = lossWith(next, points, won);
      if (!(loss < least - 1e-10)) continue;
      moved = true;
      best = next;
      least = loss;
    }
    if (!moved) break;
  }
  // Two parameters that gain less than two units of log-likelihood are better left alone (Akaike).
  return before - least > 2 ? best : Calibration{};
}

std::vector<std::uint8_t> innerFolds(std::span<const std::uint32_t> rows, std::span<const std::uint8_t> won,
                                     unsigned folds, std::uint64_t seed) {
  struct Dealt {
    std::uint64_t order;
    std::uint32_t at;
  };
  std::vector<Dealt> deck;
  deck.reserve(rows.size());
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const std::array<std::uint64_t, 1> row{rows[i]};
    const std::string_view bytes(reinterpret_cast<const char*>(row.data()), sizeof(row));
    deck.push_back({hash64(bytes, seed), static_cast<std::uint32_t>(i)});
  }
  std::sort(deck.begin(), deck.end(), [&](const Dealt& a, const Dealt& b) {
    if (won[a.at] != won[b.at]) return won[a.at] < won[b.at];
    return a.order != b.order ? a.order < b.order : a.at < b.at;
  });
  std::vector<std::uint8_t> fold(rows.size());
  for (std::size_t i = 0; i < deck.size(); ++i) fold[deck[i].at] = static_cast<std::uint8_t>(i % folds);
  return fold;
}

}  // namespace leadlight
