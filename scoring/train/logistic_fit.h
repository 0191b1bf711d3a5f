#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "scoring/train/additive.h"
#include "scoring/train/crew.h"

namespace leadlight {

// Leads as bins: what a fit sees. The spans outlive it.
struct BinnedTerm {
  std::span<const std::uint16_t> bin;  // per lead, below `bins`
  std::size_t bins = 0;
  std::size_t ordered = 0;  // the first so many bins are ranges in order; neighbours should not differ much
};

// Minimises log-loss + penalty / 2 x (sum of squared points + `smoothness` x squared steps between neighbours in order)
// over the leads with use[i] != 0, by iteratively reweighted least squares (McCullagh and Nelder, 1989) with halved
// steps. It starts from `fit`, where it also ends; empty points are none yet. False when cancelled.
bool fitLogistic(std::span<const BinnedTerm> terms, std::span<const std::uint8_t> won,
                 std::span<const std::uint8_t> use, double penalty, Crew& crew, Additive& fit);

// base + points of every lead.
std::vector<double> pointsOf(std::span<const BinnedTerm> terms, const Additive& fit, std::size_t leads);

// Standard errors of points that are centred on the mean of their term, from the inverse of the penalised curvature at
// the fit (a bin without leads has the prior's).
std::vector<std::vector<double>> standardErrors(std::span<const BinnedTerm> terms, std::span<const std::uint8_t> won,
                                                double penalty, Crew& crew, const Additive& fit);

}  // namespace leadlight
