#include "scoring/train/boost_step.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>

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

// Joins neighbouring runs until their values rise or fall as asked (pool adjacent violators).
void makeMonotone(std::vector<Run>& runs, const SlotTree& tree, Direction direction, double ridge) {
  const auto valueOf = [&](const Run& run) {
    const Slope sum = tree.sum(run.first, run.last);
    return sum.gradient / (sum.curvature + ridge);
  };
  std::vector<Run> kept;
  for (Run run : runs) {
    while (!kept.empty() && (direction == Direction::Rising ? valueOf(kept.back()) > valueOf(run)
                                                            : valueOf(kept.back()) < valueOf(run))) {
      run.first = kept.back().first;
      kept.pop_back();
    }
    kept.push_back(run);
  }
  runs = std::move(kept);
}

void orderedStep(std::span<const Slope> slopes, std::optional<Direction> monotone, const StepOptions& options,
                 std::span<float> change) {
  const std::size_t missing = slopes.size() - 1;
  const SlotTree tree(slopes.first(missing), options);
  std::vector<Run> runs = tree.grow();
  if (monotone) makeMonotone(runs, tree, *monotone, options.ridge);
  runs.push_back({missing, slopes.size()});
  const auto sumOf = [&](const Run& run) {
    return run.first == missing ? slopes[missing] : tree.sum(run.first, run.last);
  };
  double gain = 0;
  for (const Run& run : runs) gain += gainOf(sumOf(run), options.ridge);
  const double kept = options.rate * keptShare(gain, static_cast<double>(runs.size() - 1), options.shrink);
  for (const Run& run : runs) {
    const Slope sum = sumOf(run);
    const auto value = static_cast<float>(kept * sum.gradient / (sum.curvature + options.ridge));
    for (std::size_t slot = run.first; slot < run.last; ++slot) change[slot] = value;
  }
}

void slotStep(std::span<const Slope> slopes, const StepOptions& options, std::span<float> change) {
  double gain = 0, free = 0;
  for (const Slope& s : slopes) {
    gain += gainOf(s, options.ridge);
    free += s.curvature / (s.curvature + options.ridge);
  }
  const double kept = options.rate * keptShare(gain, free, options.categoryShrink);
  for (std::size_t i = 0; i < slopes.size(); ++i)
    change[i] = static_cast<float>(kept * slopes[i].gradient / (slopes[i].curvature + options.ridge));
}

// The best split of some slots in two by their own slopes: ordered slots by a cut, others in order of their ratio.
struct Split {
  std::array<std::uint8_t, longestGridSide> order;
  std::size_t cut = 0;  // order[0..cut) is the low side; 0: no split
  Slope low, high;
  double gain = 0;  // of both sides
};

// The order of the slots' own values, by insertion: they are few, and mostly in order.
void sortByRatio(std::span<const Slope> slopes, double ridge, Split& split) {
  std::array<double, longestGridSide> ratio;
  for (std::size_t i = 0; i < slopes.size(); ++i) ratio[i] = slopes[i].gradient / (slopes[i].curvature + ridge);
  for (std::size_t i = 1; i < slopes.size(); ++i) {
    const std::uint8_t slot = split.order[i];
    std::size_t at = i;
    for (; at > 0 && ratio[split.order[at - 1]] > ratio[slot]; --at) split.order[at] = split.order[at - 1];
    split.order[at] = slot;
  }
}

void findSplit(std::span<const Slope> slopes, bool ordered, const StepOptions& options, Split& split) {
  for (std::size_t i = 0; i < slopes.size(); ++i) split.order[i] = static_cast<std::uint8_t>(i);
  if (!ordered) sortByRatio(slopes, options.gridRidge, split);
  split.cut = 0;
  split.low = split.high = {};
  for (const Slope& s : slopes) split.high += s;
  split.gain = gainOf(split.high, options.gridRidge);
  Slope low, high = split.high;
  for (std::size_t i = 0; i + 1 < slopes.size(); ++i) {
    low += slopes[split.order[i]];
    high -= slopes[split.order[i]];
    if (low.curvature < options.leastCurvature) continue;
    if (high.curvature < options.leastCurvature) break;
    const double gain = gainOf(low, options.gridRidge) + gainOf(high, options.gridRidge);
    if (gain > split.gain) {
      split.gain = gain;
      split.cut = i + 1;
      split.low = low;
      split.high = high;
    }
  }
}

// A grid split along one axis (`side`: which part each of its slots is in) and each part along the other.
struct CrossSplit {
  bool acrossRows = true;  // the first split is of the row slots
  std::array<std::uint8_t, longestGridSide> side;
  Split parts[2];
  double gain = 0;
};

// Tries every cut of an ordered axis, or every slot against the rest, as the first split. `slopes` has a row for each
// slot of the axis `first`.
void tryFirstSplits(const BoostAxis& first, const BoostAxis& second, std::span<const Slope> slopes, bool acrossRows,
                    const StepOptions& options, CrossSplit& best) {
  std::array<Slope, longestGridSide> whole{}, part{}, rest;
  for (std::size_t cell = 0; cell < slopes.size(); ++cell) whole[cell % second.slots] += slopes[cell];
  Split parts[2];
  for (std::size_t i = 0; i < first.slots; ++i) {
    const std::span<const Slope> line = slopes.subspan(i * second.slots, second.slots);
    double curvature = 0, left = 0;
    for (std::size_t j = 0; j < second.slots; ++j) {
      if (first.ordered)
        part[j] += line[j];
      else
        part[j] = line[j];
      rest[j] = whole[j];
      rest[j] -= part[j];
      curvature += part[j].curvature;
      left += rest[j].curvature;
    }
    if (curvature < options.leastCurvature || left < options.leastCurvature) continue;
    findSplit(std::span(part).first(second.slots), second.ordered, options, parts[0]);
    findSplit(std::span(rest).first(second.slots), second.ordered, options, parts[1]);
    const double gain = parts[0].gain + parts[1].gain;
    if (gain <= best.gain) continue;
    best.gain = gain;
    best.acrossRows = acrossRows;
    for (std::size_t k = 0; k < first.slots; ++k) best.side[k] = k <= i && (first.ordered || k == i) ? 0 : 1;
    best.parts[0] = parts[0];
    best.parts[1] = parts[1];
  }
}

CrossSplit crossSplit(const BoostShape& shape, std::span<const Slope> slopes, const StepOptions& options) {
  CrossSplit best;
  tryFirstSplits(shape.rows, shape.columns, slopes, true, options, best);
  std::vector<Slope> turned(slopes.size());
  for (std::size_t i = 0; i < shape.rows.slots; ++i)
    for (std::size_t j = 0; j < shape.columns.slots; ++j)
      turned[j * shape.rows.slots + i] = slopes[i * shape.columns.slots + j];
  tryFirstSplits(shape.columns, shape.rows, turned, false, options, best);
  return best;
}

void gridStep(const BoostShape& shape, std::span<const Slope> slopes, const StepOptions& options,
              std::span<float> change) {
  const CrossSplit best = crossSplit(shape, slopes, options);
  const double kept = options.rate * keptShare(best.gain, 4, options.gridShrink);
  if (kept <= 0) return;
  const std::size_t first = best.acrossRows ? shape.rows.slots : shape.columns.slots;
  const std::size_t second = best.acrossRows ? shape.columns.slots : shape.rows.slots;
  for (std::size_t i = 0; i < first; ++i) {
    const Split& part = best.parts[best.side[i]];
    for (std::size_t k = 0; k < second; ++k) {
      const Slope& sum = k < part.cut ? part.low : part.high;
      const std::size_t j = part.order[k];
      change[best.acrossRows ? i * second + j : j * first + i] =
          static_cast<float>(kept * sum.gradient / (sum.curvature + options.gridRidge));
    }
  }
}

}  // namespace

void boostStep(const BoostShape& shape, std::span<const Slope> slopes, const StepOptions& options,
               std::span<float> change) {
  if (shape.isGrid())
    gridStep(shape, slopes, options, change);
  else if (shape.rows.ordered)
    orderedStep(slopes, shape.monotone, options, change);
  else
    slotStep(slopes, options, change);
}

}  // namespace leadlight
