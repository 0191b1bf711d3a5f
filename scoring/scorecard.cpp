#include "scoring/scorecard.h"

#include <algorithm>

#include "scoring/exponential.h"

namespace leadlight {

std::vector<std::string> Scorecard::columns() const {
  std::vector<std::string> all;
  for (const Term& term : terms)
    for (std::string& column : term.columns())
      if (std::find(all.begin(), all.end(), column) == all.end()) all.push_back(std::move(column));
  return all;
}

std::optional<std::size_t> Scorecard::groupIndex(std::string_view group) const {
  const auto found =
      std::find_if(groups.begin(), groups.end(), [&](const TermGroup& one) { return one.name == group; });
  return found == groups.end() ? std::nullopt : std::optional(static_cast<std::size_t>(found - groups.begin()));
}

std::size_t Scorecard::bandIndex(double score) const {
  std::size_t i = 0;
  while (i + 1 < bands.size() && !(score >= bands[i].from)) ++i;
  return i;
}

const std::string& Scorecard::bandOf(double score) const {
  static const std::string none;
  return bands.empty() ? none : bands[bandIndex(score)].name;
}

std::pair<double, double> Scorecard::pointsRange() const {
  std::pair<double, double> sum{base, base};
  std::vector<std::pair<double, double>> grouped(groups.size());
  for (const Term& term : terms) {
    const auto group = groupIndex(term.group);
    const auto [least, greatest] = term.pointsRange();
    auto& target = group ? grouped[*group] : sum;
    target.first += least;
    target.second += greatest;
  }
  for (std::size_t i = 0; i < groups.size(); ++i) {
    sum.first += std::clamp(grouped[i].first, groups[i].low, groups[i].high);
    sum.second += std::clamp(grouped[i].second, groups[i].low, groups[i].high);
  }
  return sum;
}

double probabilityOf(double points) { return 1 / (1 + exponential(-points)); }

double decayShare(const DecayTerm& term, std::int64_t date, std::int64_t moment) {
  const double age = static_cast<double>(term.asOf.value_or(moment)) - static_cast<double>(date);
  return powerOfTwo(-std::max(age, 0.0) / (86400 * term.halfLifeDays));
}

}  // namespace leadlight
