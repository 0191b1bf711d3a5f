#include "scoring/evaluate/insight.h"

namespace leadlight {

namespace {

constexpr std::size_t mostSimilar = 20;

}  // namespace

Result<LeadInsight> insightOf(const Scorecard& scorecard, const Frame& frame, const std::optional<Target>& target,
                              const Dataset& dataset, const Frame& lead, std::size_t row, const Progress& progress) {
  LeadInsight insight;
  if (target && frame.find(target->column) != nullptr) {
    Result<SimilarLeads> similar = similarLeads(scorecard, frame, *target, lead, row, mostSimilar, progress);
    if (!similar) return similar.error();
    insight.similar = *std::move(similar);
  }
  const Result<Ledger> ledger = ledgerOf(scorecard, lead, row);
  if (!ledger) return ledger.error();
  insight.best = scorecard.bands.empty() || scorecard.bandIndex(ledger->score) == 0;
  if (insight.best) return insight;
  std::vector<std::string> changeable = scorecard.columns();
  std::erase_if(changeable, [&](const std::string& name) {
    const DatasetColumn* column = dataset.find(name);
    return frame.find(name) == nullptr || (column != nullptr && column->afterContact);
  });
  Result<std::optional<BandStep>> step = nextBandStep(scorecard, frame, lead, row, changeable);
  if (!step) return step.error();
  insight.step = *std::move(step);
  return insight;
}

}  // namespace leadlight
