#include "scoring/evaluate/threshold.h"

#include <algorithm>
#include <limits>

namespace leadlight {

namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();

double moneyOf(const Ranking::Step& called, const Economics& economics) {
  return static_cast<double>(called.won) * economics.winValue - static_cast<double>(called.leads) * economics.callCost;
}

double shareWon(std::uint64_t won, std::uint64_t leads) {
  return static_cast<double>(won) / static_cast<double>(leads);
}

// Bands from their lower bounds, highest first, with the rest below.
std::vector<Band> bandsFrom(const std::vector<double>& bounds) {
  std::vector<Band> bands;
  const auto name = [&] { return std::string(1, static_cast<char>('A' + std::min<std::size_t>(bands.size(), 25))); };
  for (const double bound : bounds)
    if (bound < infinity && bands.size() < 25 && (bands.empty() || bound < bands.back().from))
      bands.push_back({name(), bound});
  bands.push_back({name(), -infinity});
  return bands;
}

// The step of the longest list that begins behind `before` and has at least the share; nullptr when there is none.
const Ranking::Step* longestList(const Ranking& ranking, const Ranking::Step& before, double precision,
                                 std::uint64_t leastCalls) {
  const Ranking::Step* longest = nullptr;
  for (const Ranking::Step& step : ranking.steps()) {
    if (step.leads <= before.leads || step.leads - before.leads < leastCalls) continue;
    if (shareWon(step.won - before.won, step.leads - before.leads) >= precision) longest = &step;
  }
  return longest;
}

}  // namespace

CallList callListAt(const Ranking& ranking, double threshold, const Economics& economics) {
  const Ranking::Step called = ranking.from(threshold);
  CallList list{threshold, called.leads, confusionAt(ranking, threshold), 0, 0, 0, moneyOf(called, economics)};
  list.precision = list.confusion.precision();
  list.recall = list.confusion.recall();
  list.lift = list.precision / shareWon(ranking.won(), ranking.leads());
  return list;
}

double thresholdForCalls(const Ranking& ranking, std::uint64_t calls) {
  const std::vector<Ranking::Step>& steps = ranking.steps();
  const auto tooMany =
      std::partition_point(steps.begin(), steps.end(), [&](const Ranking::Step& step) { return step.leads <= calls; });
  return tooMany == steps.begin() ? infinity : (tooMany - 1)->score;
}

std::optional<double> thresholdForPrecision(const Ranking& ranking, double precision, std::uint64_t leastCalls) {
  const Ranking::Step* list = longestList(ranking, {}, precision, leastCalls);
  return list == nullptr ? std::nullopt : std::optional(list->score);
}

double mostMoney(const Ranking& ranking, const Economics& economics) {
  double most = 0, threshold = infinity;
  for (const Ranking::Step& step : ranking.steps()) {
    const double money = moneyOf(step, economics);
    if (money <= most) continue;
    most = money;
    threshold = step.score;
  }
  return threshold;
}

std::optional<double> leadsPerDay(const Column& dates) {
  std::int64_t first = std::numeric_limits<std::int64_t>::max(), last = Column::missingInteger;
  std::uint64_t leads = 0;
  for (const std::int64_t seconds : dates.integers()) {
    if (seconds == Column::missingInteger) continue;
    first = std::min(first, seconds);
    last = std::max(last, seconds);
    ++leads;
  }
  constexpr double day = 86400;
  if (leads == 0 || static_cast<double>(last) - static_cast<double>(first) < day) return std::nullopt;
  return static_cast<double>(leads) * day / (static_cast<double>(last) - static_cast<double>(first));
}

std::vector<Band> bandsByCapacity(const Ranking& ranking, std::span<const std::uint64_t> calls) {
  std::vector<double> bounds;
  std::uint64_t sum = 0;
  for (const std::uint64_t more : calls) bounds.push_back(thresholdForCalls(ranking, sum += more));
  return bandsFrom(bounds);
}

std::vector<Band> bandsByPrecision(const Ranking& ranking, std::span<const double> precisions,
                                   std::uint64_t leastCalls) {
  std::vector<double> bounds;
  Ranking::Step before;
  for (const double precision : precisions) {
    const Ranking::Step* list = longestList(ranking, before, precision, leastCalls);
    if (list == nullptr) continue;
    bounds.push_back(list->score);
    before = *list;
  }
  return bandsFrom(bounds);
}

}  // namespace leadlight
