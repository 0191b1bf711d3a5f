#include "scoring/evaluate/compare.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

#include "scoring/ledger.h"

namespace leadlight {

namespace {

// Share of the leads with a lower score, equals counting half.
std::vector<double> placesOf(std::span<const double> score) {
  std::vector<std::uint32_t> order(score.size());
  std::iota(order.begin(), order.end(), 0U);
  std::sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) { return score[a] < score[b]; });
  std::vector<double> places(score.size());
  const auto n = static_cast<double>(score.size());
  for (std::size_t first = 0, last = 0; first < order.size(); first = last) {
    while (last < order.size() && score[order[last]] == score[order[first]]) ++last;
    for (std::size_t i = first; i < last; ++i) places[order[i]] = static_cast<double>(first + last) / 2 / n;
  }
  return places;
}

std::vector<double> picked(const std::vector<double>& values, std::span<const std::uint32_t> rows) {
  std::vector<double> some;
  if (values.empty()) return some;
  for (const std::uint32_t row : rows) some.push_back(values[row]);
  return some;
}

std::size_t bandAt(const Scores& scores, std::size_t row) { return scores.band.empty() ? 0 : scores.band[row]; }

void addLedger(const Ledger& ledger, double LedgerDifference::*side, std::vector<LedgerDifference>& differences) {
  for (const LedgerLine& line : ledger.lines) {
    const std::string& columns = line.correction ? line.term : line.column;
    auto at = std::find_if(differences.begin(), differences.end(),
                           [&](const LedgerDifference& one) { return one.columns == columns; });
    if (at == differences.end()) at = differences.insert(at, {columns, line.value, 0, 0});
    (*at).*side += line.points;
  }
}

Result<std::vector<LedgerDifference>> ledgerDifference(const Scorecard& champion, const Scorecard& challenger,
                                                       const Frame& frame, std::size_t row) {
  const Result<Ledger> before = ledgerOf(champion, frame, row), after = ledgerOf(challenger, frame, row);
  if (!before) return before.error();
  if (!after) return after.error();
  std::vector<LedgerDifference> differences;
  addLedger(*before, &LedgerDifference::champion, differences);
  addLedger(*after, &LedgerDifference::challenger, differences);
  std::stable_sort(differences.begin(), differences.end(), [](const LedgerDifference& a, const LedgerDifference& b) {
    return std::fabs(a.challenger - a.champion) > std::fabs(b.challenger - b.champion);
  });
  return differences;
}

std::vector<Mover> moversOf(const Scores& before, const Scores& after, std::span<const std::uint32_t> rows,
                            std::size_t most) {
  std::vector<Mover> movers;
  for (const PlaceMove& move : greatestMoves(picked(before.score, rows), picked(after.score, rows), most)) {
    const std::uint32_t row = rows[move.at];
    movers.push_back(
        {row, before.score[row], after.score[row], move.from, move.to, bandAt(before, row), bandAt(after, row), {}});
  }
  return movers;
}

using Matrix = std::vector<std::vector<std::uint64_t>>;

Matrix matrixFor(const Scorecard& champion, const Scorecard& challenger) {
  const std::size_t height = std::max<std::size_t>(1, champion.bands.size());
  return Matrix(height, std::vector<std::uint64_t>(std::max<std::size_t>(1, challenger.bands.size())));
}

}  // namespace

std::vector<PlaceMove> greatestMoves(std::span<const double> before, std::span<const double> after, std::size_t most) {
  const std::vector<double> from = placesOf(before), to = placesOf(after);
  std::vector<std::uint32_t> order(before.size());
  std::iota(order.begin(), order.end(), 0U);
  const auto move = [&](std::uint32_t i) { return std::fabs(to[i] - from[i]); };
  const auto end = order.begin() + static_cast<std::ptrdiff_t>(std::min(most, order.size()));
  std::partial_sort(order.begin(), end, order.end(),
                    [&](std::uint32_t a, std::uint32_t b) { return move(a) != move(b) ? move(a) > move(b) : a < b; });
  std::vector<PlaceMove> moves;
  for (auto i = order.begin(); i != end && move(*i) > 0; ++i) moves.push_back({*i, from[*i], to[*i]});
  return moves;
}

Result<Comparison> compareScorecards(const Scorecard& champion, const Scorecard& challenger, const Frame& frame,
                                     const Target& target, std::span<const std::uint32_t> rows, std::size_t movers,
                                     const Progress& progress) {
  const Result<Outcomes> outcomes = outcomesOf(frame, target);
  if (!outcomes) return outcomes.error();
  const Result<Scores> before = applyScorecard(champion, frame, progress);
  if (!before) return before.error();
  const Result<Scores> after = applyScorecard(challenger, frame, progress);
  if (!after) return after.error();
  std::vector<std::uint32_t> all(rows.begin(), rows.end());
  if (rows.empty()) {
    all.resize(frame.rows());
    std::iota(all.begin(), all.end(), 0U);
  }
  Comparison comparison;
  comparison.champion = judgedOn(*before, *outcomes, outcomes->known(all));
  comparison.challenger = judgedOn(*after, *outcomes, outcomes->known(all));
  const Evaluation &a = comparison.champion, &b = comparison.challenger;
  if (a.metrics.positives == 0 || a.metrics.positives == a.metrics.rows)
    return Error{Errc::NotTrainable,
                 "The leads have one outcome only, so that scorecards cannot be compared; check " + target.column + ".",
                 target.column,
                 {target.column}};
  comparison.aucDifference = aucDifference(b.score, a.score, a.won);
  constexpr double nan = std::numeric_limits<double>::quiet_NaN();
  const bool bothLogistic = !a.probability.empty() && !b.probability.empty();
  comparison.lossDifference = bothLogistic ? lossDifference(b.points, a.points, a.won) : Estimate{nan, nan, nan};

  comparison.leads = comparison.converted = matrixFor(champion, challenger);
  for (const std::uint32_t row : all) {
    ++comparison.leads[bandAt(*before, row)][bandAt(*after, row)];
    if (outcomes->of[row] == 1) ++comparison.converted[bandAt(*before, row)][bandAt(*after, row)];
  }
  comparison.movers = moversOf(*before, *after, all, movers);
  for (Mover& mover : comparison.movers) {
    auto ledger = ledgerDifference(champion, challenger, frame, mover.row);
    if (!ledger) return ledger.error();
    mover.ledger = *std::move(ledger);
  }
  return comparison;
}

}  // namespace leadlight
