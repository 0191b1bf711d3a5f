#include <benchmark/benchmark.h>

#include <cmath>

#include "model/simulate/dice.h"
#include "scoring/apply.h"
#include "scoring/ledger.h"

// A scorecard of 30 terms (12 lookups, 10 steps, 6 linear, 2 rules) over a million leads in memory. Each run checks a
// sample of its scores against the ledger, which works them out one lead at a time.

namespace leadlight {
namespace {

constexpr std::size_t leads = 1'000'000;

Frame::ColumnPtr textColumn(const std::string& name, std::uint64_t values, std::uint64_t stream) {
  Dice dice(1, stream, 1);
  TextColumnBuilder builder;
  for (std::size_t row = 0; row < leads; ++row) builder.append("value " + std::to_string(dice.below(values)));
  return std::make_shared<const Column>(std::move(builder).finish(name, name, {"value 0"}));
}

Frame::ColumnPtr wholeColumn(const std::string& name, std::uint64_t limit, std::uint64_t stream) {
  Dice dice(2, stream, 1);
  std::vector<std::int64_t> values(leads);
  for (std::int64_t& value : values)
    value = dice.below(20) == 0 ? Column::missingInteger : static_cast<std::int64_t>(dice.below(limit));
  return std::make_shared<const Column>(Column::integers(name, name, std::move(values)));
}

Frame::ColumnPtr decimalColumn(const std::string& name, std::uint64_t stream) {
  Dice dice(3, stream, 1);
  std::vector<double> values(leads);
  for (double& value : values) value = dice.below(20) == 0 ? std::nan("") : 10 * dice.share();
  return std::make_shared<const Column>(Column::decimals(name, name, std::move(values)));
}

Frame millionLeads() {
  std::vector<std::int64_t> ids(leads);
  for (std::size_t row = 0; row < leads; ++row) ids[row] = static_cast<std::int64_t>(row);
  std::vector<Frame::ColumnPtr> columns;
  for (std::uint64_t i = 0; i < 6; ++i)
    columns.push_back(textColumn("T" + std::to_string(i), i == 5 ? 3000 : 8 + 4 * i, i));
  for (std::uint64_t i = 0; i < 4; ++i) columns.push_back(wholeColumn("W" + std::to_string(i), 20 + 700 * i, i));
  for (std::uint64_t i = 0; i < 4; ++i) columns.push_back(decimalColumn("D" + std::to_string(i), i));
  return Frame(std::move(ids), std::move(columns));
}

Scorecard thirtyTerms(Link link) {
  Scorecard card;
  card.link = link;
  card.base = -1.5;
  const auto add = [&](auto kind) {
    card.terms.push_back({"term " + std::to_string(card.terms.size()), std::move(kind)});
  };
  for (std::size_t i = 0; i < 12; ++i) {
    LookupTerm term{"T" + std::to_string(i % 6), {}, 0.01, -0.2};
    for (int value = 0; value < 8; ++value)
      term.points.emplace_back("value " + std::to_string(value), 0.07 * value - 0.2);
    add(std::move(term));
  }
  for (std::size_t i = 0; i < 10; ++i) {
    StepsTerm term{(i % 2 == 0 ? "D" : "W") + std::to_string(i % 4), {}, {-0.3}, 0.05, false};
    for (int edge = 1; edge <= 9; ++edge) {
      term.edges.push_back(edge);
      term.points.push_back(0.06 * edge - 0.3);
    }
    add(std::move(term));
  }
  for (std::size_t i = 0; i < 6; ++i)
    add(LinearTerm{(i % 2 == 0 ? "W" : "D") + std::to_string(i % 4), 0.003, 0, 100, 0.1});
  add(RuleTerm{*parseFilter("T0 = 'value 3' and W0 >= 10"), 0.4});
  add(RuleTerm{*parseFilter("D0 < 2.5 or T1 in ('value 1', 'value 2')"), -0.4});
  card.bands = {{"A", 75}, {"B", 50}, {"C", 25}, {"D", -std::numeric_limits<double>::infinity()}};
  return card;
}

const Frame& frame() {
  static const Frame built = millionLeads();
  return built;
}

bool rightScores(const Scorecard& card, const Scores& scores) {
  for (std::size_t row = 0; row < leads; row += 9973) {
    const Result<Ledger> ledger = ledgerOf(card, frame(), row);
    if (!ledger || ledger->points != scores.points[row] || ledger->score != scores.score[row]) return false;
    if (ledger->band != card.bands[scores.band[row]].name) return false;
  }
  return true;
}

void applyThirtyTerms(benchmark::State& state, Link link) {
  const Scorecard card = thirtyTerms(link);
  frame();
  for (auto _ : state) {
    Result<Scores> scores = applyScorecard(card, frame(), {});
    state.PauseTiming();
    if (!scores || !rightScores(card, *scores)) {
      state.SkipWithError("the scores differ from the ledger");
      break;
    }
    state.ResumeTiming();
  }
  state.SetItemsProcessed(static_cast<std::int64_t>(state.iterations()) * static_cast<std::int64_t>(leads));
}

void ledgerOfOneLead(benchmark::State& state) {
  const Scorecard card = thirtyTerms(Link::Logistic);
  std::size_t row = 0;
  for (auto _ : state) benchmark::DoNotOptimize(ledgerOf(card, frame(), row = (row + 7919) % leads));
}

BENCHMARK_CAPTURE(applyThirtyTerms, identity, Link::Identity)
    ->Unit(benchmark::kMillisecond)
    ->MeasureProcessCPUTime()
    ->UseRealTime();
BENCHMARK_CAPTURE(applyThirtyTerms, logistic, Link::Logistic)
    ->Unit(benchmark::kMillisecond)
    ->MeasureProcessCPUTime()
    ->UseRealTime();
BENCHMARK(ledgerOfOneLead)->Unit(benchmark::kMicrosecond);

}  // namespace
}  // namespace leadlight
