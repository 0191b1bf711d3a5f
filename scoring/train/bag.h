#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "model/simulate/dice.h"
#include "scoring/train/boost_step.h"

namespace leadlight {

// Training rows in an order of chance, cut into parts of about equal size; each bag leaves one part out. Codes are kept
// in this order, term by term, so that a pass over a term reads memory straight on.
struct BagRows {
  std::vector<std::uint32_t> order;               // index into the training rows
  std::vector<std::uint8_t> converted;            // in that order
  std::vector<std::size_t> cuts;                  // part i is [cuts[i], cuts[i+1])
  std::vector<std::vector<std::uint16_t>> codes;  // [term][row], in that order
};

// At most `most` of the rows, shuffled, with the same share of converted ones in every part.
BagRows shuffledRows(std::span<const std::uint8_t> converted, std::size_t most, std::size_t parts, std::uint64_t seed,
                     std::uint64_t stream);

// An additive model that learns from all parts but one, term by term in turn, and scores all rows; the part left out
// tells how well it does. Every round learns from a run of the shuffled rows, starts with exact gradients and lets them
// follow each step to second order.
class Bag {
 public:
  // `rows` must outlive the bag.
  Bag(const BagRows& rows, std::size_t leftOut, double base, Dice dice);

  // A new term, whose points start at 0; its codes have joined the rows.
  void addTerm(const BoostShape& shape) {
    points_.emplace_back(shape.slotCount());
    pauses_.emplace_back();
  }
  // REQUIRES: the shapes of all terms, at least one
  void round(const std::vector<BoostShape>& shapes, const StepOptions& options);

  // Keeps the present state, and returns to the one kept.
  void remember();
  void goBack();

  const std::vector<std::vector<double>>& points() const { return points_; }  // [term][slot]
  // The part left out: its rows in BagRows order, and their log-odds.
  std::size_t firstLeftOut() const { return begin_; }
  std::span<const float> scoresLeftOut() const { return std::span(scores_).subspan(begin_, end_ - begin_); }

 private:
  struct Run {
    std::size_t first, last;
  };
  // A term whose step was nothing but chance is passed over for a while, and ever longer.
  struct Pause {
    unsigned length = 0, left = 0;  // rounds
  };
  // Gradient and curvature of a row's log-likelihood.
  struct Pull {
    float gradient, curvature;
  };
  void startRound();
  void applyAndSum(const std::uint16_t* applied, const std::uint16_t* summed, std::size_t slots);
  void apply(Run run, const std::uint16_t* applied);

  const BagRows& rows_;
  std::size_t begin_, end_;  // the part left out
  Dice dice_;
  std::vector<float> scores_;
  std::vector<Pull> pulls_;
  std::vector<Run> learned_, resting_;  // of this round; together all rows
  std::vector<std::vector<double>> points_;
  std::vector<Pause> pauses_;
  std::vector<float> change_;  // of the term last stepped
  std::vector<Slope> slopes_;
  std::vector<float> keptScores_;
  std::vector<std::vector<double>> keptPoints_;
};

}  // namespace leadlight
