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
};

// One side of a term. Ordered: neighbouring slots are alike, but for the last one, which is missing.
struct BoostAxis {
  std::size_t slots = 1;
  bool ordered = false;
};

// What a boosted term looks like: a column, or a grid of two (row-major).
struct BoostShape {
  BoostAxis rows;
  BoostAxis columns;
  std::optional<Direction> monotone;  // of an ordered column
  bool isGrid() const { return columns.slots > 1; }
  std::size_t slots() const { return rows.slots * columns.slots; }
};

struct StepOptions {
  double rate = 0.05;         // how much of a step is taken
  double ridge = 2;           // added to every curvature
  std::size_t leaves = 4;     // of a step on ordered slots
  double leastCurvature = 1;  // of a leaf
  double gridRidge = 10;      // instead of ridge, in grids
  double shrink = 1;          // 1: take off the gain that chance alone would give
};

// One boosting step of a term: the change of the points per slot, given the slopes per slot. Ordered columns change by
// a small tree (best cuts first), others slot by slot; both are Newton steps with an L2 penalty, shrunk as a whole by
// the share of their gain that chance would give as well (positive-part James-Stein).
void boostStep(const BoostShape& shape, std::span<const Slope> slopes, const StepOptions& options,
               std::span<float> change);

}  // namespace leadlight
