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
  std::size_t repeats = 1;    // with other parts
  std::size_t rows = 250000;  // of a repeat, at most
  std::size_t most = 2000;    // rounds
  std::size_t stride = 5;     // rounds between looks at the parts left out
  std::size_t patience = 30;  // rounds without a better look before it ends
  StepOptions step;
};

// What the bags that did not see a training row say of it.
struct LeftOutScores {
  std::vector<std::uint32_t> rows;      // indices into the training rows, ascending; all, or those that a bag left out
  std::vector<double> points;           // log-odds, the mean over those bags
  std::vector<std::uint8_t> converted;  // the outcomes
  double loss() const;                  // mean log-loss
};

// What the best of so many columns, or pairs, gains of log-likelihood by having been chosen (after D. Foster and E.
// George's risk inflation criterion, Ann. Stat. 22, 1994). A smaller gain is taken for chance.
double gainByChoice(std::size_t choices);

// Bags that learn in step. After every few rounds the log-loss of all rows, each judged by the bags that never saw it,
// says whether to go on; in the end all bags go back to the round where it was least, or to the start where that gains
// no more than chance. So one number of rounds fits all.
class Ensemble {
 public:
  Ensemble(std::span<const std::uint8_t> converted, const EnsembleOptions& options, std::uint64_t seed);
  Ensemble(const Ensemble&) = delete;  // bags point to its rows
  Ensemble& operator=(const Ensemble&) = delete;

  // Adds a term: the slot of every training row.
  void addTerm(const BoostShape& shape, std::span<const std::uint16_t> slots);
  // Boosts all terms until it no longer helps; false when cancelled. REQUIRES: at least one term
  bool boost(Crew& crew);

  LeftOutScores leftOut() const;
  // The points that a term gives these rows, each the mean over the bags that did not see it.
  std::vector<float> leftOutPoints(std::size_t term) const;
  double base() const { return base_; }
  // Mean points of a term's slots, and their standard errors by the jackknife over the parts (B. Efron, C. Stein, Ann.
  // Stat. 9, 1981).
  std::vector<double> points(std::size_t term) const;
  std::vector<double> errors(std::size_t term) const;

 private:
  EnsembleOptions options_;
  double base_;
  std::vector<std::uint8_t> converted_;
  std::vector<BoostShape> shapes_;
  std::vector<BagRows> repeats_;
  std::deque<Bag> bags_;  // repeat by repeat
};

}  // namespace leadlight
