#include "scoring/train/bag.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace leadlight {

namespace {

constexpr std::uint64_t shufflePurpose = 0x73687566;
constexpr unsigned longestPause = 7;  // rounds
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
      pulls_(rows.order.size()) {}

// A round learns from all rows but the part left out and a run, in a circle, of the others.
void Bag::startRound() {
  const std::size_t n = scores_.size();
  const std::size_t from = dice_.below(n);
  const std::size_t to = from + static_cast<std::size_t>(static_cast<double>(n) * (1 - learnedShare));
  std::size_t cuts[] = {0, begin_, end_, from, std::min(n, to), to - std::min(n, to), n};
  std::sort(std::begin(cuts), std::end(cuts));
  learned_.clear();
  resting_.clear();
  for (std::size_t i = 0; i + 1 < std::size(cuts); ++i) {
    const Run run{cuts[i], cuts[i + 1]};
    if (run.first == run.last) continue;
    const bool rests =
        (run.first >= begin_ && run.first < end_) || (run.first >= from && run.first < to) || run.first + n < to;
    (rests ? resting_ : learned_).push_back(run);
  }
  for (const Run& run : learned_)
    for (std::size_t i = run.first; i < run.last; ++i) {
      const float probability = 1 / (1 + std::exp(-scores_[i]));
      pulls_[i] = {static_cast<float>(rows_.converted[i]) - probability, probability * (1 - probability)};
    }
}

// Sums up the slopes of the next term, with codes `summed`; in the same pass it applies the last change, of the term
// with codes `applied`, if there is one. Neighbouring rows go to different copies of a small term's slopes, since most
// rows share few slots and an addition waits for the one before.
void Bag::applyAndSum(const std::uint16_t* applied, const std::uint16_t* summed, std::size_t slots) {
  const std::size_t copies = slots <= 128 ? 4 : 1;
  slopes_.assign(slots * copies, {});
  const auto add = [&](std::size_t i) {
    Slope& slope = slopes_[(i & (copies - 1)) * slots + summed[i]];
    slope.gradient += static_cast<double>(pulls_[i].gradient);
    slope.curvature += static_cast<double>(pulls_[i].curvature);
  };
  for (const Run& run : learned_) {
    if (applied == nullptr) {
      for (std::size_t i = run.first; i < run.last; ++i) add(i);
      continue;
    }
    for (std::size_t i = run.first; i < run.last; ++i) {
      const float change = change_[applied[i]];
      scores_[i] += change;
      pulls_[i].gradient -= pulls_[i].curvature * change;
      add(i);
    }
  }
  for (std::size_t r = 0; r < resting_.size() && applied != nullptr; ++r) apply(resting_[r], applied);
  for (std::size_t copy = 1; copy < copies; ++copy)
    for (std::size_t slot = 0; slot < slots; ++slot) slopes_[slot] += slopes_[copy * slots + slot];
  slopes_.resize(slots);
}

void Bag::apply(Run run, const std::uint16_t* applied) {
  for (std::size_t i = run.first; i < run.last; ++i) scores_[i] += change_[applied[i]];
}

void Bag::round(const std::vector<BoostShape>& shapes, const StepOptions& options) {
  startRound();
  const std::uint16_t* applied = nullptr;
  for (std::size_t term = 0; term < shapes.size(); ++term) {
    Pause& pause = pauses_[term];
    if (pause.left > 0) {
      --pause.left;
      continue;
    }
    const std::uint16_t* codes = rows_.codes[term].data();
    applyAndSum(applied, codes, shapes[term].slotCount());
    change_.assign(slopes_.size(), 0.0F);
    boostStep(shapes[term], slopes_, options, change_);
    const bool moved = std::any_of(change_.begin(), change_.end(), [](float change) { return change != 0; });
    pause.length = moved ? 0 : std::min(longestPause, 2 * pause.length + 1);
    pause.left = pause.length;
    applied = moved ? codes : nullptr;
    for (std::size_t i = 0; i < change_.size() && moved; ++i) points_[term][i] += static_cast<double>(change_[i]);
  }
  if (applied != nullptr) apply({0, scores_.size()}, applied);
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
