#include "scoring/evaluate/ranking.h"

#include <algorithm>

#include "model/frame/key_sort.h"

namespace leadlight {

Ranking::Ranking(std::span<const double> score, std::span<const std::uint8_t> won) {
  std::vector<KeyedRow> rows(score.size());
  for (std::size_t i = 0; i < rows.size(); ++i) rows[i] = {sortKey(-score[i]), static_cast<std::uint32_t>(i)};
  sortByKey(rows, {});
  Step sum;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    ++sum.leads;
    sum.won += won[rows[i].row];
    if (i + 1 < rows.size() && rows[i + 1].key == rows[i].key) continue;
    sum.score = score[rows[i].row];
    steps_.push_back(sum);
  }
}

Ranking::Step Ranking::from(double threshold) const {
  const auto below =
      std::partition_point(steps_.begin(), steps_.end(), [&](const Step& step) { return step.score >= threshold; });
  return below == steps_.begin() ? Step{threshold, 0, 0} : *(below - 1);
}

const Ranking::Step& Ranking::withLeads(std::uint64_t leads) const {
  const auto enough =
      std::partition_point(steps_.begin(), steps_.end(), [&](const Step& step) { return step.leads < leads; });
  return enough == steps_.end() ? steps_.back() : *enough;
}

double Ranking::wonAmong(double leads) const {
  const auto step = std::partition_point(steps_.begin(), steps_.end(),
                                         [&](const Step& one) { return static_cast<double>(one.leads) < leads; });
  if (step == steps_.end()) return static_cast<double>(won());
  const Step before = step == steps_.begin() ? Step{} : *(step - 1);
  const double share = (leads - static_cast<double>(before.leads)) / static_cast<double>(step->leads - before.leads);
  return static_cast<double>(before.won) + share * static_cast<double>(step->won - before.won);
}

}  // namespace leadlight
