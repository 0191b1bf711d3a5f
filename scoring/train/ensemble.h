#pragma once

#include <cstdint>
#include <deque>
#include <span>
#include <vector>

#include "scoring/train/bag.h"
#include "scoring/train/crew.h"

namespace leadlight {

struct EnsembleOptions {
  std::size_t parts = 8;      // bags per repeat, each leaving out one part
  std::size_t repeats = 2;    // with other parts
  std::size_t most = 2000;    // rounds
  std::size_t stride = 5;     // rounds between looks at the parts left out
  std::size_t patience = 40;  // rounds without a better look before it ends
  StepOptions step;
};

// Bags that learn in step: after every few rounds the log-loss over all parts left out, taken together, says whether to
// go on, and all bags go back to the round where it was least. So one number of rounds is chosen by every training row,
// each judged by bags that never saw it.
class Ensemble {
 public:
  Ensemble(std::span<const std::uint8_t> converted, const EnsembleOptions& options, std::uint64_t seed);

  // Adds a term: the slot of every training row.
  void addTerm(const BoostShape& shape, std::span<const std::uint16_t> slots);
  // Boosts all terms until it no longer helps. Returns the rounds kept; false in `crew` when cancelled.
  std::size_t boost(Crew& crew);

  // The mean log-loss per training row, each by bags that did not see it.
  double loss() const { return loss_; }
  // Log-odds of every training row, by the bags that did not see it.
  std::vector<double> scoresLeftOut() const;
  // Mean points of a term's slots, and their standard errors by the jackknife over the parts (B. Efron, C. Stein, Ann.
  // Stat. 9, 1981).
  std::vector<double> points(std::size_t term) const;
  std::vector<double> errors(std::size_t term) const;
  double base() const { return base_; }

 private:
  double lossNow(std::span<const double> perBag) const;

  EnsembleOptions options_;
  double base_;
  std::vector<BoostShape> shapes_;
  std::vector<BagRows> repeats_;
  std::deque<Bag> bags_;  // repeat by repeat
  double loss_ = 0;
};

}  // namespace leadlight
