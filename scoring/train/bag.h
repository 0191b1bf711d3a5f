#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <vector>

#include "scoring/train/boost_step.h"

namespace leadlight {

// The training rows in an order of chance, cut into parts of about equal size; each bag leaves one part out. Codes are
// kept in this order, term by term, so that a pass over a term reads memory straight on.
struct BagRows {
  std::vector<std::uint32_t> order;               // index into the training rows
  std::vector<std::uint8_t> converted;            // in that order
  std::vector<std::size_t> cuts;                  // part i is [cuts[i], cuts[i+1])
  std::vector<std::vector<std::uint16_t>> codes;  // [term][row], in that order
  std::size_t parts() const { return cuts.size() - 1; }
};

// Shuffles `converted.size()` rows, the same share of converted ones in every part.
BagRows shuffledRows(std::span<const std::uint8_t> converted, std::size_t parts, std::uint64_t seed,
                     std::uint64_t stream);

// An additive model that learns from all parts but one, term by term in turn, and scores all rows. The part left out
// tells how well it does. Within a round gradients follow each step to second order; each round starts exact.
class Bag {
 public:
  // `rows` must outlive the bag.
  Bag(const BagRows& rows, std::size_t leftOut, double base);

  // The terms to boost from now on: those before plus new ones, whose points start at 0.
  void useTerms(const std::vector<BoostShape>& shapes);
  void round(const std::vector<BoostShape>& shapes, const StepOptions& options);
  // Summed log-loss over the part left out.
  double lossLeftOut() const;

  void remember() {
    best_ = points_;
    bestScores_ = scores_;
  }
  void goBack();

  const std::vector<std::vector<double>>& points() const { return points_; }
  // Log-odds of the part left out, in BagRows order.
  std::span<const float> scoresLeftOut() const { return std::span(scores_).subspan(begin_, end_ - begin_); }
  std::size_t begin() const { return begin_; }

 private:
  void startRound();
  void applyAndSum(const std::uint16_t* applied, const std::uint16_t* summed, std::vector<Slope>& slopes);

  const BagRows& rows_;
  std::size_t begin_, end_;  // the part left out
  std::vector<float> scores_, gradients_, curvatures_;
  std::vector<float> change_;
  std::vector<std::vector<double>> points_, best_;
  std::vector<float> bestScores_;
};

}  // namespace leadlight
