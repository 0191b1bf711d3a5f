#include "scoring/train/monotone.h"

#include <algorithm>
#include <vector>

namespace leadlight {

namespace {

// Least squares with weights under "never falls".
void poolRising(std::vector<double>& points, const std::vector<std::uint64_t>& rows) {
  struct Run {
    double sum, weight;
    std::size_t bins;
    double mean() const { return sum / weight; }
  };
  std::vector<Run> runs;
  for (std::size_t b = 0; b < points.size(); ++b) {
    const double weight = static_cast<double>(rows[b]) + 1e-9;
    runs.push_back({points[b] * weight, weight, 1});
    while (runs.size() > 1 && runs[runs.size() - 2].mean() > runs.back().mean()) {
      const Run last = runs.back();
      runs.pop_back();
      runs.back().sum += last.sum;
      runs.back().weight += last.weight;
      runs.back().bins += last.bins;
    }
  }
  std::size_t b = 0;
  for (const Run& run : runs) {
    if (run.bins > 1) std::fill_n(points.begin() + static_cast<std::ptrdiff_t>(b), run.bins, run.mean());
    b += run.bins;
  }
}

void negate(std::vector<double>& points) {
  for (double& one : points) one = -one;
}

}  // namespace

void makeMonotone(Scorecard& scorecard, const std::map<std::string, Direction>& monotone) {
  for (Term& term : scorecard.terms) {
    auto* steps = std::get_if<StepsTerm>(&term.kind);
    const auto asked = steps == nullptr ? monotone.end() : monotone.find(steps->column);
    if (asked == monotone.end()) continue;
    if (asked->second == Direction::Falling) negate(steps->points);
    poolRising(steps->points, term.support.rows);
    if (asked->second == Direction::Falling) negate(steps->points);
  }
}

}  // namespace leadlight
