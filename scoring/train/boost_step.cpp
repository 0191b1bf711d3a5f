#include "scoring/train/boost_step.h"

#include <algorithm>
#include <cmath>

namespace leadlight {

namespace {

double gainOf(const Slope& s, double ridge) { return s.gradient * s.gradient / (s.curvature + ridge); }

// What is left of a step after the gain that `free` directions of pure noise would have: each gives 1 on average.
double keptShare(double gain, double free, double strength) {
  return gain <= 0 ? 0 : std::max(0.0, 1 - strength * free / gain);
}

// Prefix sums of ordered slots, so that any run of slots is a difference.
struct Run {
  std::size_t first, last;  // slots first <= i < last
  std::size_t cut = 0;      // best place to cut
  double gain = 0;          // of that cut
};

class SlotTree {
 public:
  SlotTree(std::span<const Slope> slopes, const StepOptions& options) : options_(options), sums_(slopes.size() + 1) {
    for (std::size_t i = 0; i < slopes.size(); ++i)
      sums_[i + 1] = {sums_[i].gradient + slopes[i].gradient, sums_[i].curvature + slopes[i].curvature};
  }
  Slope sum(std::size_t first, std::size_t last) const {
    return {sums_[last].gradient - sums_[first].gradient, sums_[last].curvature - sums_[first].curvature};
  }
  // Up to options.leaves runs that cover all slots, in order.
  std::vector<Run> grow() const {
    std::vector<Run> runs{bestCut(0, sums_.size() - 1)};
    while (runs.size() < options_.leaves) {
      const auto best =
          std::max_element(runs.begin(), runs.end(), [](const Run& a, const Run& b) { return a.gain < b.gain; });
      if (best->gain <= 0) break;
      const Run cut = *best;
      *best = bestCut(cut.first, cut.cut);
      runs.insert(best + 1, bestCut(cut.cut, cut.last));
    }
    return runs;
  }

 private:
  Run bestCut(std::size_t first, std::size_t last) const {
    Run run{first, last};
    const double whole = gainOf(sum(first, last), options_.ridge);
    for (std::size_t cut = first + 1; cut < last; ++cut) {
      const Slope low = sum(first, cut), high = sum(cut, last);
      if (low.curvature < options_.leastCurvature || high.curvature < options_.leastCurvature) continue;
      const double gain = gainOf(low, options_.ridge) + gainOf(high, options_.ridge) - whole;
      if (gain > run.gain) {
        run.gain = gain;
        run.cut = cut;
      }
    }
    return run;
  }

  const StepOptions& options_;
  std::vector<Slope> sums_;
};

void orderedStep(std::span<const Slope> slopes, const StepOptions& options, std::span<float> change) {
  const std::size_t missing = slopes.size() - 1;
  const SlotTree tree(slopes.first(missing), options);
  const std::vector<Run> runs = tree.grow();
  double gain = gainOf(slopes[missing], options.ridge);
  for (const Run& run : runs) gain += gainOf(tree.sum(run.first, run.last), options.ridge);
  const double kept = options.rate * keptShare(gain, static_cast<double>(runs.size()), options.shrink);
  for (const Run& run : runs) {
    const Slope sum = tree.sum(run.first, run.last);
    const auto value = static_cast<float>(kept * sum.gradient / (sum.curvature + options.ridge));
    std::fill(change.begin() + static_cast<std::ptrdiff_t>(run.first),
              change.begin() + static_cast<std::ptrdiff_t>(run.last), value);
  }
  change[missing] = static_cast<float>(kept * slopes[missing].gradient / (slopes[missing].curvature + options.ridge));
}

void slotStep(std::span<const Slope> slopes, double ridge, const StepOptions& options, std::span<float> change) {
  double gain = 0, free = 0;
  for (const Slope& s : slopes) {
    gain += gainOf(s, ridge);
    free += s.curvature / (s.curvature + ridge);
  }
  const double kept = options.rate * keptShare(gain, free, options.shrink);
  for (std::size_t i = 0; i < slopes.size(); ++i)
    change[i] = static_cast<float>(kept * slopes[i].gradient / (slopes[i].curvature + ridge));
}

}  // namespace

void boostStep(const BoostShape& shape, std::span<const Slope> slopes, const StepOptions& options,
               std::span<float> change) {
  if (!shape.isGrid() && shape.rows.ordered)
    orderedStep(slopes, options, change);
  else
    slotStep(slopes, shape.isGrid() ? options.gridRidge : options.ridge, options, change);
}

}  // namespace leadlight
