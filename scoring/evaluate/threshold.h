#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "model/frame/column.h"
#include "scoring/evaluate/metrics.h"

namespace leadlight {

// What a call costs and a win brings, in any one currency.
struct Economics {
  double winValue = 0;
  double callCost = 0;
};

// What calling every lead from a score upwards would have brought. All questions are O(log n) on a ranking, so that a
// threshold can be dragged.
struct CallList {
  double threshold = 0;
  std::uint64_t calls = 0;
  Confusion confusion;
  double precision = 0;  // share of the calls that are wins; NaN without calls
  double recall = 0;     // share of the wins that are called; NaN without wins
  double lift = 0;       // precision over the conversion of all leads; NaN without calls or wins
  double money = 0;      // wins x winValue - calls x callCost
};
CallList callListAt(const Ranking& ranking, double threshold, const Economics& economics);

// The threshold whose list is the longest of at most `calls`; above all scores when even the best score has more.
double thresholdForCalls(const Ranking& ranking, std::uint64_t calls);
// The lowest threshold at which at least that share of the calls are wins; nullopt when no list is so good. One of
// fewer than `leastCalls` does not count: a lucky lead is no list.
std::optional<double> thresholdForPrecision(const Ranking& ranking, double precision, std::uint64_t leastCalls = 20);
// The threshold that brings most money; of equals the shortest list. Infinite when every call loses money.
double mostMoney(const Ranking& ranking, const Economics& economics);

// New leads a day, from the first to the last date of a column; nullopt when the dates do not span a day. "We call 40 a
// day" is the share 40 / leadsPerDay of all leads. REQUIRES: a Date column
std::optional<double> leadsPerDay(const Column& dates);

// Bands named A, B, C … by lists of these lengths, each counted beyond the one before ({40, 40}: A the best 40, B the
// next 40), and one below them for the rest. Lengths that no threshold can tell apart share a band.
std::vector<Band> bandsByCapacity(const Ranking& ranking, std::span<const std::uint64_t> calls);
// Bands within which at least these shares convert, highest first ({0.6, 0.3}: the leads of A convert at 60 % or more,
// those of B at 30 %), and one below them for the rest. A share that cannot be reached has no band.
std::vector<Band> bandsByPrecision(const Ranking& ranking, std::span<const double> precisions,
                                   std::uint64_t leastCalls = 20);

}  // namespace leadlight
