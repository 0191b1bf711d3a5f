#pragma once

#include <optional>
#include <string>
#include <vector>

#include "model/store/dataset.h"
#include "scoring/apply.h"
#include "scoring/ledger.h"

namespace leadlight {

// Lines of a ledger that speak for and against the lead most, as indices into Ledger::lines, strongest first.
struct Reasons {
  std::vector<std::size_t> up, down;
};
Reasons reasonsOf(const Ledger& ledger, std::size_t most = 3);

// A past lead and what became of it.
struct PastLead {
  std::uint32_t row = 0;
  double distance = 0;  // sum over the terms of |its points - the lead's points|
  bool won = false;
};
struct SimilarLeads {
  std::vector<PastLead> nearest;  // nearest first, of equals the newest
  std::uint64_t alike = 0;        // leads at distance 0, all of them: the scorecard cannot tell them from the lead
  std::uint64_t alikeWon = 0;
};
// The leads of `frame` with a known outcome that are nearest to row `row` of `lead`, which may be the same frame; the
// lead itself (same lead id in the same frame) is left out. Errors: UnknownColumn, BadScorecard, Interrupted.
Result<SimilarLeads> similarLeads(const Scorecard& scorecard, const Frame& frame, const Target& target,
                                  const Frame& lead, std::size_t row, std::size_t most, const Progress& progress);

// The least that must change for a lead to reach the next better band.
struct BandStep {
  struct Change {
    std::string column, from, to;
  };
  std::string band;             // the one reached
  std::vector<Change> changes;  // one to three columns; the fewest that do
  double score = 0;             // then
};
// Tries the values that leads of `frame` have in the columns that may change: of numbers and dates percentiles, of
// texts the most frequent ones. Of equally few changes, those come first that move least among the leads' values.
// nullopt in the best band already, without bands, or when three columns do not reach it. Errors: UnknownColumn,
// BadScorecard.
Result<std::optional<BandStep>> nextBandStep(const Scorecard& scorecard, const Frame& frame, const Frame& lead,
                                             std::size_t row, const std::vector<std::string>& changeable,
                                             std::int64_t moment = secondsNow());

// What past leads say of one lead, and what would lift it.
struct LeadInsight {
  std::optional<SimilarLeads> similar;  // absent without a known outcome
  std::optional<BandStep> step;         // absent in the best band, and when three changes do not reach the next
  bool best = false;                    // is in the best band already, or there are no bands
};
// Row `row` of `lead`, which may be `frame`, among the leads of `frame`. A target or columns that the frame does not
// have are passed over; columns that `dataset` says are written after contact do not count as changeable, since they
// follow from what happened. Errors: BadScorecard, Interrupted.
Result<LeadInsight> insightOf(const Scorecard& scorecard, const Frame& frame, const std::optional<Target>& target,
                              const Dataset& dataset, const Frame& lead, std::size_t row, const Progress& progress);

}  // namespace leadlight
