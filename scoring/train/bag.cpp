#include "scoring/train/bag.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace leadlight {

namespace {

constexpr std::uint64_t shufflePurpose = 0x73687566;
constexpr double learnedShare = 0.7;  // of the rows, in one round

}  // namespace

BagRows shuffledRows(std::span<const std::uint8_t> converted, std::size_t most, std::size_t parts, std::uint64_t seed,
                     std::uint64_t stream) {
  Dice dice(seed, stream, shufflePurpose);
  std::vector<std::uint32_t> shuffled(converted.size());
  std::iota(shuffled.begin(), shuffled.end(), 0U);
  for (std::size_t i = shuffled.size(); i > 1; --i) std::swap(shuffled[i - 1], shuffled[dice.below(i)]);
  if (shuffled.size() > most) shuffled.resize(most);
  std::vector<std::vector<std::uint32_t>> part(parts);
  std::size_t next[2] = {0, parts / 2};  // by outcome, one part after the other
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

Bag::Bag(const BagRows& rows, std::size_t leftOut, double base, Dice dice)
    : rows_(rows),
      begin_(rows.cuts[leftOut]),
      end_(rows.cuts[leftOut + 1]),
      dice_(dice),
      scores_(rows.order.size(), static_cast<float>(base)),
      gradients_(rows.order.size()),
      curvatures_(rows.order.size()) {}

// Rows with neither gradient nor curvature teach nothing.
void Bag::ignore(std::size_t first, std::size_t last) {
  for (std::size_t i = first; i < last; ++i) gradients_[i] = curvatures_[i] = 0;
}

void Bag::startRound() {
  const std::size_t n = scores_.size();
  for (std::size_t i = 0; i < n; ++i) {
    const float probability = 1 / (1 + std::exp(-scores_[i]));
    gradients_[i] = static_cast<float>(rows_.converted[i]) - probability;
    curvatures_[i] = probability * (1 - probability);
  }
  ignore(begin_, end_);
  const std::size_t from = dice_.below(n);
  const std::size_t to = from + static_cast<std::size_t>(static_cast<double>(n) * (1 - learnedShare));
  ignore(from, std::min(n, to));
  ignore(0, to - std::min(n, to));
}

// Applies the last change, of the term with codes `applied`, and sums up the slopes of the next term, with codes
// `summed`, in one pass. Neighbouring rows go to different copies of a small term's slopes, since most rows share few
// slots and an addition waits for the one before.
void Bag::applyAndSum(const std::uint16_t* applied, const std::uint16_t* summed, std::size_t slots) {
  const std::size_t copies = slots <= 128 ? 4 : 1;
  slopes_.assign(slots * copies, {});
  for (std::size_t i = 0; i < scores_.size(); ++i) {
    const float change = change_[applied[i]];
    scores_[i] += change;
    gradients_[i] -= curvatures_[i] * change;
    Slope& slope = slopes_[(i & (copies - 1)) * slots + summed[i]];
    slope.gradient += static_cast<double>(gradients_[i]);
    slope.curvature += static_cast<double>(curvatures_[i]);
  }
  for (std::size_t copy = 1; copy < copies; ++copy)
    for (std::size_t slot = 0; slot < slots; ++slot) slopes_[slot] += slopes_[copy * slots + slot];
  slopes_.resize(slots);
}

void Bag::round(const std::vector<BoostShape>& shapes, const StepOptions& options) {
  startRound();
  const std::uint16_t* applied = rows_.codes[0].data();
  change_.assign(shapes[0].slotCount(), 0.0F);
  for (std::size_t term = 0; term < shapes.size(); ++term) {
    const std::uint16_t* codes = rows_.codes[term].data();
    applyAndSum(applied, codes, shapes[term].slotCount());
    change_.assign(slopes_.size(), 0.0F);
    boostStep(shapes[term], slopes_, options, change_);
    for (std::size_t i = 0; i < change_.size(); ++i) points_[term][i] += static_cast<double>(change_[i]);
    applied = codes;
  }
  for (std::size_t i = 0; i < scores_.size(); ++i) scores_[i] += change_[applied[i]];
}

void Bag::remember() {
  keptPoints_ = points_;
  keptScores_ = scores_;
}

void Bag::goBack() {
  points_ = keptPoints_;
  scores_ = keptScores_;
}

}  // namespace leadlight
