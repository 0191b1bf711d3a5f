#include "scoring/train/proposed_bands.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace leadlight {

namespace {

// `value` with three digits, so that people can read a band's bound.
double rounded(double value) {
  if (value == 0) return 0;
  const double unit = std::pow(10.0, std::floor(std::log10(std::fabs(value))) - 2);
  return unit >= 1 ? std::round(value / unit) * unit : std::round(value / unit) / std::round(1 / unit);
}

}  // namespace

std::vector<Band> proposedBands(std::vector<double> scores) {
  std::sort(scores.begin(), scores.end());
  std::vector<Band> bands;
  if (scores.front() == scores.back()) return {{"A", -std::numeric_limits<double>::infinity()}};
  const auto n = static_cast<double>(scores.size());
  for (const double share : {0.1, 0.3, 0.6}) {
    const auto at = static_cast<std::size_t>((1 - share) * n);
    const double from = rounded(scores[std::min(at, scores.size() - 1)]);
    if (bands.empty() || from < bands.back().from)
      bands.push_back({std::string(1, static_cast<char>('A' + bands.size())), from});
  }
  bands.push_back({std::string(1, static_cast<char>('A' + bands.size())), -std::numeric_limits<double>::infinity()});
  return bands;
}

}  // namespace leadlight
