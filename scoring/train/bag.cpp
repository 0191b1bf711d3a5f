#include "scoring/train/bag.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "model/simulate/dice.h"

namespace leadlight {

BagRows shuffledRows(std::span<const std::uint8_t> converted, std::size_t parts, std::uint64_t seed,
                     std::uint64_t stream) {
  constexpr std::uint64_t purpose = 0x62616773;
  Dice dice(seed, stream, purpose);
  std::vector<std::uint32_t> shuffled(converted.size());
  std::iota(shuffled.begin(), shuffled.end(), 0U);
  for (std::size_t i = shuffled.size(); i > 1; --i) std::swap(shuffled[i - 1], shuffled[dice.below(i)]);
  std::vector<std::vector<std::uint32_t>> part(parts);
  std::size_t next[2] = {0, parts / 2};
  for (const std::uint32_t row : shuffled) part[next[converted[row]]++ % parts].push_back(row);
  BagRows rows;
  rows.cuts.push_back(0);
  for (const auto& of : part) {
    rows.order.insert(rows.order.end(), of.begin(), of.end());
    rows.cuts.push_back(rows.order.size());
  }
  for (const std::uint32_t row : rows.order) rows.converted.push_back(converted[row]);
  return rows;
}

Bag::Bag(const BagRows& rows, std::size_t leftOut, double base)
    : rows_(rows),
      begin_(rows.cuts[leftOut]),
      end_(rows.cuts[leftOut + 1]),
      scores_(rows.order.size(), static_cast<float>(base)),
      gradients_(rows.order.size()),
      curvatures_(rows.order.size()) {}

void Bag::useTerms(const std::vector<BoostShape>& shapes) {
  for (std::size_t i = points_.size(); i < shapes.size(); ++i) points_.emplace_back(shapes[i].slots());
}

void Bag::startRound() {
  for (std::size_t i = 0; i < scores_.size(); ++i) {
    const float probability = 1 / (1 + std::exp(-scores_[i]));
    gradients_[i] = static_cast<float>(rows_.converted[i]) - probability;
    curvatures_[i] = probability * (1 - probability);
  }
  // Rows with neither gradient nor curvature teach nothing.
  std::fill(gradients_.begin() + static_cast<std::ptrdiff_t>(begin_),
            gradients_.begin() + static_cast<std::ptrdiff_t>(end_), 0.0F);
  std::fill(curvatures_.begin() + static_cast<std::ptrdiff_t>(begin_),
            curvatures_.begin() + static_cast<std::ptrdiff_t>(end_), 0.0F);
}

// Applies the last change, of the term with codes `applied` (nullptr: none), and sums up the slopes of the next one.
void Bag::applyAndSum(const std::uint16_t* applied, const std::uint16_t* summed, std::vector<Slope>& slopes) {
  const std::size_t n = scores_.size();
  if (applied != nullptr) {
    for (std::size_t i = 0; i < n; ++i) {
      const float change = change_[applied[i]];
      scores_[i] += change;
      gradients_[i] -= curvatures_[i] * change;
    }
  }
  if (summed == nullptr) return;
  for (std::size_t i = 0; i < n; ++i) {
    Slope& slope = slopes[summed[i]];
    slope.gradient += static_cast<double>(gradients_[i]);
    slope.curvature += static_cast<double>(curvatures_[i]);
  }
}

void Bag::round(const std::vector<BoostShape>& shapes, const StepOptions& options) {
  startRound();
  const std::uint16_t* applied = nullptr;
  std::vector<Slope> slopes;
  for (std::size_t term = 0; term < shapes.size(); ++term) {
    slopes.assign(shapes[term].slots(), {});
    const std::uint16_t* codes = rows_.codes[term].data();
    applyAndSum(applied, codes, slopes);
    change_.assign(slopes.size(), 0.0F);
    boostStep(shapes[term], slopes, options, change_);
    for (std::size_t i = 0; i < change_.size(); ++i) points_[term][i] += static_cast<double>(change_[i]);
    applied = codes;
  }
  applyAndSum(applied, nullptr, slopes);
}

double Bag::lossLeftOut() const {
  double loss = 0;
  for (std::size_t i = begin_; i < end_; ++i) {
    const double points = rows_.converted[i] != 0 ? static_cast<double>(scores_[i]) : -static_cast<double>(scores_[i]);
    loss += points > 0 ? std::log1p(std::exp(-points)) : std::log1p(std::exp(points)) - points;
  }
  return loss;
}

void Bag::goBack() {
  points_ = best_;
  scores_ = bestScores_;
}

}  // namespace leadlight
