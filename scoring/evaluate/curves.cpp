#include "scoring/evaluate/curves.h"

#include <algorithm>

namespace leadlight {

namespace {

// point(step) for evenly chosen steps.
template <class Point>
std::vector<CurvePoint> curve(const Ranking& ranking, std::size_t most, const Point& point) {
  std::vector<CurvePoint> points;
  const std::vector<Ranking::Step>& steps = ranking.steps();
  if (ranking.won() == 0 || ranking.won() == ranking.leads()) return points;
  const std::size_t n = std::min(most, steps.size());
  for (std::size_t i = 0; i < n; ++i) {
    const Ranking::Step& step = steps[n == 1 ? 0 : i * (steps.size() - 1) / (n - 1)];
    const auto [x, y] = point(static_cast<double>(step.leads), static_cast<double>(step.won));
    points.push_back({x, y, step.score});
  }
  return points;
}

using Pair = std::pair<double, double>;

}  // namespace

std::vector<CurvePoint> rocCurve(const Ranking& ranking, std::size_t most) {
  const auto won = static_cast<double>(ranking.won()), lost = static_cast<double>(ranking.leads()) - won;
  return curve(ranking, most, [&](double leads, double wins) { return Pair((leads - wins) / lost, wins / won); });
}

std::vector<CurvePoint> prCurve(const Ranking& ranking, std::size_t most) {
  const auto won = static_cast<double>(ranking.won());
  return curve(ranking, most, [&](double leads, double wins) { return Pair(wins / won, wins / leads); });
}

std::vector<CurvePoint> gainCurve(const Ranking& ranking, std::size_t most) {
  const auto all = static_cast<double>(ranking.leads()), won = static_cast<double>(ranking.won());
  return curve(ranking, most, [&](double leads, double wins) { return Pair(leads / all, wins / won); });
}

std::vector<CurvePoint> liftCurve(const Ranking& ranking, std::size_t most) {
  const auto all = static_cast<double>(ranking.leads()), won = static_cast<double>(ranking.won());
  return curve(ranking, most, [&](double leads, double wins) { return Pair(leads / all, wins / leads / (won / all)); });
}

std::vector<CalibrationBin> calibrationCurve(std::span<const double> probability, std::span<const std::uint8_t> won,
                                             std::size_t bins) {
  std::vector<CalibrationBin> curve(bins);
  const auto width = 1.0 / static_cast<double>(bins);
  for (std::size_t i = 0; i < bins; ++i) {
    curve[i].low = static_cast<double>(i) * width;
    curve[i].high = static_cast<double>(i + 1) * width;
  }
  for (std::size_t i = 0; i < probability.size(); ++i) {
    const auto bin = static_cast<std::size_t>(probability[i] * static_cast<double>(bins));
    CalibrationBin& at = curve[std::min(bin, bins - 1)];
    ++at.leads;
    at.converted += won[i];
    at.foretold += probability[i];
  }
  for (CalibrationBin& bin : curve) bin.foretold /= static_cast<double>(bin.leads);
  return curve;
}

}  // namespace leadlight
