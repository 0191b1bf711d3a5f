#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace leadlight {

// Leads in order of score, best first, with what came of them: sorted once, so that every question about a threshold is
// a binary search. Leads of one score are one step, since no threshold can part them.
class Ranking {
 public:
  struct Step {
    double score = 0;
    std::uint64_t leads = 0;  // with this score or a higher one
    std::uint64_t won = 0;    // of those
  };

  Ranking() = default;
  // REQUIRES: both are of one size; no score is NaN. won[i] is 0 or 1
  Ranking(std::span<const double> score, std::span<const std::uint8_t> won);

  const std::vector<Step>& steps() const { return steps_; }
  std::uint64_t leads() const { return steps_.empty() ? 0 : steps_.back().leads; }
  std::uint64_t won() const { return steps_.empty() ? 0 : steps_.back().won; }

  // The leads whose score is at least `threshold`; score is the least of theirs. O(log n)
  Step from(double threshold) const;
  // The first step with at least so many leads; the last when there are fewer. REQUIRES: there are leads
  const Step& withLeads(std::uint64_t leads) const;
  // Wins expected among the best `leads` when leads of one score come in any order: linear within a step.
  double wonAmong(double leads) const;

 private:
  std::vector<Step> steps_;
};

}  // namespace leadlight
