#include "scoring/train/pairs.h"

#include <algorithm>
#include <cmath>

#include "model/simulate/dice.h"

namespace leadlight {

namespace {

constexpr std::size_t rankingSlots = 12;
constexpr std::size_t enoughToRank = 100000;  // rows
constexpr std::size_t rankingParts = 4;
constexpr double leastGain = 1;       // of log-likelihood: what a parameter costs by Akaike's criterion
constexpr std::size_t cutGroups = 6;  // slots of the other column when one is cut
constexpr double cutRidge = 2;
constexpr std::uint64_t rankPurpose = 0x70616972;

// What is left to explain of some rows, and the coarse slots of these rows per column.
struct Ranking {
  std::vector<Slope> slopes;
  std::vector<std::uint8_t> part;  // each part is judged by a step learned from the others
  std::vector<BoostAxis> axes;
  std::vector<std::vector<std::uint16_t>> slots;  // [column][row]
};

Ranking rankingOf(const TrainingData& data, std::span<const std::size_t> columns, const LeftOutScores& left,
                  std::uint64_t seed) {
  Ranking ranking;
  const std::size_t stride = (left.rows.size() + enoughToRank - 1) / enoughToRank;
  Dice dice(seed, 0, rankPurpose);
  std::vector<std::uint32_t> rows;
  for (std::size_t i = 0; i < left.rows.size(); i += stride) {
    const double p = 1 / (1 + std::exp(-left.points[i]));
    ranking.slopes.push_back({static_cast<double>(left.converted[i]) - p, p * (1 - p)});
    ranking.part.push_back(static_cast<std::uint8_t>(dice.below(rankingParts)));
    rows.push_back(data.rows[left.rows[i]]);
  }
  for (const std::size_t c : columns) {
    const CoarseAxis coarse = coarseAxis(data.columns[c], rankingSlots);
    ranking.axes.push_back(coarse.axis);
    std::vector<std::uint16_t>& slots = ranking.slots.emplace_back();
    for (const std::uint32_t row : rows) slots.push_back(coarse.pooled[data.columns[c].codes[row]]);
  }
  return ranking;
}

// The log-likelihood that one full step of such a term gains on rows it was not learned from.
double gainOf(const Ranking& ranking, const BoostShape& shape, std::span<const std::uint16_t> cells) {
  std::vector<std::vector<Slope>> parts(rankingParts, std::vector<Slope>(shape.slotCount()));
  for (std::size_t i = 0; i < ranking.slopes.size(); ++i) parts[ranking.part[i]][cells[i]] += ranking.slopes[i];
  StepOptions full;
  full.rate = 1;
  full.shrink = full.gridShrink = 1;  // what rows left out say decides
  double gain = 0;
  for (const std::vector<Slope>& judged : parts) {
    std::vector<Slope> learned(shape.slotCount());
    for (const std::vector<Slope>& other : parts)
      for (std::size_t cell = 0; cell < learned.size() && &other != &judged; ++cell) learned[cell] += other[cell];
    std::vector<float> change(shape.slotCount());
    boostStep(shape, learned, full, change);
    for (std::size_t cell = 0; cell < change.size(); ++cell) {
      const auto points = static_cast<double>(change[cell]);
      gain += points * judged[cell].gradient - points * points / 2 * judged[cell].curvature;
    }
  }
  return gain;
}

// What a grid over columns a and b gains beyond what is left to gain by each alone.
double gainOf(const Ranking& ranking, const std::vector<double>& alone, std::size_t a, std::size_t b) {
  const BoostShape shape{ranking.axes[a], ranking.axes[b], {}};
  std::vector<std::uint16_t> cells(ranking.slopes.size());
  for (std::size_t i = 0; i < cells.size(); ++i)
    cells[i] = static_cast<std::uint16_t>(ranking.slots[a][i] * shape.columns.slots + ranking.slots[b][i]);
  return gainOf(ranking, shape, cells) - alone[a] - alone[b];
}

}  // namespace

CoarseAxis coarseAxis(const BinnedColumn& column, std::size_t slots, std::span<const std::size_t> cuts) {
  CoarseAxis coarse;
  const std::size_t fine = column.slotCount() - 1;
  coarse.pooled.resize(fine + 1);
  if (!column.ordered()) {
    const std::size_t listed = std::min(column.values.size(), slots - 2);
    for (std::size_t slot = 0; slot < fine; ++slot)
      coarse.pooled[slot] = static_cast<std::uint16_t>(std::min(slot, listed));
    coarse.axis = {listed + 2, false};
  } else {
    std::uint64_t left = 0, held = 0;
    for (std::size_t slot = 0; slot < fine; ++slot) left += column.rows[slot];
    std::size_t at = 0, bins = slots - 1 - cuts.size();
    for (std::size_t slot = 0; slot < fine; ++slot) {
      coarse.pooled[slot] = static_cast<std::uint16_t>(at);
      held += column.rows[slot];
      if (slot + 1 == fine || bins <= 1 || held < (left + bins - 1) / bins) continue;
      left -= held;
      held = 0;
      --bins;
      ++at;
    }
    for (const std::size_t cut : cuts) {
      if (coarse.pooled[cut] != coarse.pooled[cut - 1]) continue;
      for (std::size_t slot = cut; slot < fine; ++slot) ++coarse.pooled[slot];
      ++at;
    }
    coarse.axis = {at + 2, true};
  }
  coarse.pooled[fine] = static_cast<std::uint16_t>(coarse.axis.slots - 1);
  return coarse;
}

std::vector<std::size_t> tellingCuts(const TrainingData& data, const LeftOutScores& left, std::size_t cut,
                                     std::size_t by, std::size_t most) {
  const BinnedColumn &fine = data.columns[cut], &other = data.columns[by];
  if (!fine.ordered()) return {};
  const CoarseAxis groups = coarseAxis(other, cutGroups);
  const std::size_t bins = fine.missing(), width = groups.axis.slots;
  std::vector<Slope> below((bins + 1) * width);  // [bin][group], of all bins before it
  for (std::size_t i = 0; i < left.rows.size(); ++i) {
    const std::uint32_t row = data.rows[left.rows[i]];
    if (fine.codes[row] == bins) continue;
    const double p = 1 / (1 + std::exp(-left.points[i]));
    below[(fine.codes[row] + 1U) * width + groups.pooled[other.codes[row]]] +=
        Slope{static_cast<double>(left.converted[i]) - p, p * (1 - p)};
  }
  for (std::size_t i = width; i < below.size(); ++i) below[i] += below[i - width];
  const auto gainOf = [&](std::size_t first, std::size_t last) {
    double gain = 0;
    for (std::size_t group = 0; group < width; ++group) {
      Slope sum = below[last * width + group];
      sum -= below[first * width + group];
      gain += sum.gradient * sum.gradient / (sum.curvature + cutRidge) / 2;
    }
    return gain;
  };
  std::vector<std::size_t> cuts{0, bins};
  while (cuts.size() < most + 2) {
    double best = static_cast<double>(width) + gainByChoice(bins);
    std::size_t at = 0, next = 0;
    for (std::size_t run = 1; run < cuts.size(); ++run)
      for (std::size_t bin = cuts[run - 1] + 1; bin < cuts[run]; ++bin) {
        const double gain = gainOf(cuts[run - 1], bin) + gainOf(bin, cuts[run]) - gainOf(cuts[run - 1], cuts[run]);
        if (gain <= best) continue;
        best = gain;
        at = bin;
        next = run;
      }
    if (at == 0) break;
    cuts.insert(cuts.begin() + static_cast<std::ptrdiff_t>(next), at);
  }
  return {cuts.begin() + 1, cuts.end() - 1};
}

std::vector<ColumnPair> strongestPairs(const TrainingData& data, std::span<const std::size_t> columns,
                                       const LeftOutScores& left, std::size_t most, std::uint64_t seed, Crew& crew) {
  const Ranking ranking = rankingOf(data, columns, left, seed);
  std::vector<double> alone(columns.size());
  std::vector<ColumnPair> pairs;
  for (std::size_t a = 0; a < columns.size(); ++a)
    for (std::size_t b = a + 1; b < columns.size(); ++b) pairs.push_back({a, b, 0});
  const bool whole = crew.run(alone.size(), [&](std::size_t c) {
    alone[c] = std::max(0.0, gainOf(ranking, {ranking.axes[c], {}, {}}, ranking.slots[c]));
  }) && crew.run(pairs.size(), [&](std::size_t p) {
    pairs[p].gain = gainOf(ranking, alone, pairs[p].rows, pairs[p].columns);
  });
  if (!whole) return {};
  std::erase_if(pairs, [](const ColumnPair& pair) { return pair.gain < leastGain; });
  std::sort(pairs.begin(), pairs.end(), [](const ColumnPair& a, const ColumnPair& b) {
    return a.gain != b.gain ? a.gain > b.gain : a.rows != b.rows ? a.rows < b.rows : a.columns < b.columns;
  });
  if (pairs.size() > most) pairs.resize(most);
  for (ColumnPair& pair : pairs) pair = {columns[pair.rows], columns[pair.columns], pair.gain};
  return pairs;
}

}  // namespace leadlight
