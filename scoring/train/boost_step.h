#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

#include "scoring/train/train.h"

namespace leadlight {

// Gradient and curvature of the log-likelihood, summed over the rows of a slot: sum of y - p, and of p (1 - p).
struct Slope {
  double gradient = 0;
  double curvature = 0;
  Slope& operator+=(const Slope& other) {
    gradient += other.gradient;
    curvature += other.curvature;
    return *this;
  }
  Slope& operator-=(const Slope& other) {
    gradient -= other.gradient;
    curvature -= other.curvature;
    return *this;
  }
};

// One side of a term. Ordered: neighbouring slots are alike, but for the last one, which is missing.
struct BoostAxis {
  std::size_t slots = 1;
  bool ordered = false;
};

// The sides of a grid are short, so that a step on one needs next to no memory.
inline constexpr std::size_t longestGridSide = 32;

// What a boosted term looks like: a column, or a grid of two (row-major).
struct BoostShape {
  BoostAxis rows;
  BoostAxis columns;
  std::optional<Direction> monotone;  // of an ordered column
  bool isGrid() const { return columns.slots > 1; }
  std::size_t slotCount() const { return rows.slots * columns.slots; }
};

struct StepOptions {
  double rate = 0.05;         // how much of a step is taken
  double ridge = 2;           // added to the curvature of a column's slots
  double gridRidge = 2;       // and of a grid's
  double leastCurvature = 1;  // of a leaf
  std::size_t leaves = 4;     // of a step on ordered slots
  // How much of the gain that chance alone would give is taken off: 1 is the positive-part James-Stein estimate. Cuts
  // are the best of many, by which noise gains about twice that; values of a category are not chosen.
  double shrink = 2;
  double categoryShrink = 1;
  double gridShrink = 2;
};

// One boosting step of a term: the change of the points per slot, given the slopes per slot and all of it 0 at first.
// Ordered columns change by a small tree (best cuts first), categories slot by slot, grids by four cells, cut along one
// axis and then each half along the other. All are Newton steps with an L2 penalty, shrunk as a whole by the share of
// their gain that chance would give as well. With a direction every step is monotone, and so is their sum.
// REQUIRES: a grid's sides have at most longestGridSide slots
void boostStep(const BoostShape& shape, std::span<const Slope> slopes, const StepOptions& options,
               std::span<float> change);

}  // namespace leadlight
