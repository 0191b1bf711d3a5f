#include "app/gui/scoring/scoring_evidence.h"

#include <algorithm>
#include <limits>

#include "scoring/apply.h"
#include "scoring/evaluate/evidence.h"

namespace leadlight {

namespace {

// The points of a term as one list in the order of its slots; visit(points of a slot).
template <class AnyTerm, class Visit>
void visitSlot(AnyTerm& term, std::size_t slot, const Visit& visit) {
  if (auto* lookup = std::get_if<LookupTerm>(&term.kind)) {
    const std::size_t listed = lookup->points.size();
    visit(slot < listed ? lookup->points[slot].second : slot == listed ? lookup->otherwise : lookup->missing);
  } else if (auto* steps = std::get_if<StepsTerm>(&term.kind)) {
    visit(slot < steps->points.size() ? steps->points[slot] : steps->missing);
  } else if (auto* linear = std::get_if<LinearTerm>(&term.kind)) {
    visit(slot == 0 ? linear->weight : linear->missing);
  } else if (auto* grid = std::get_if<GridTerm>(&term.kind)) {
    visit(grid->points[slot]);
  } else if (auto* decay = std::get_if<DecayTerm>(&term.kind)) {
    visit(slot == 0 ? decay->points : decay->missing);
  } else if (slot == 1) {
    visit(std::get<RuleTerm>(term.kind).points);
  }
}

}  // namespace

double pointsOfSlot(const Term& term, std::size_t slot) {
  double points = 0;
  visitSlot(term, slot, [&](const double& found) { points = found; });
  return points;
}

void setPointsOfSlot(Term& term, std::size_t slot, double points) {
  visitSlot(term, slot, [&](double& found) { found = points; });
}

double ScoringEvidence::shareBelow(double score) const {
  if (scores.empty()) return std::numeric_limits<double>::quiet_NaN();
  const auto place = std::lower_bound(scores.begin(), scores.end(), score);
  return static_cast<double>(place - scores.begin()) / static_cast<double>(scores.size());
}

Result<EvidencePtr> evidenceOf(const Scorecard& scorecard, const Frame& frame, const std::optional<Target>& target,
                               const Progress& progress) {
  auto evidence = std::make_shared<ScoringEvidence>();
  std::vector<std::uint64_t> converted;
  if (target) converted = frame.converted(*target);
  evidence->hasTarget = !converted.empty();
  const RowSet everyRow(frame.rows(), true);
  const auto count = [&](const auto& bins, std::size_t n) {
    return aggregate(std::vector<std::uint16_t>(bins.begin(), bins.end()), n, everyRow, converted, nullptr);
  };

  evidence->all = count(std::vector<std::uint16_t>(frame.rows(), 0), 1).front();
  for (const Term& term : scorecard.terms) {
    if (progress.cancelled()) return Error{Errc::Interrupted, "Stopped.", "", {}};
    const Result<std::vector<std::uint32_t>> bins = slotsOf(term, frame);
    if (!bins) return bins.error();
    const bool countable = term.slotCount() <= std::numeric_limits<std::uint16_t>::max();
    evidence->terms.push_back(countable ? count(*bins, term.slotCount()) : std::vector<Group>(term.slotCount()));
  }
  Result<Scores> scores = applyScorecard(scorecard, frame, progress);
  if (!scores) return scores.error();
  if (!scorecard.bands.empty()) evidence->bands = count(scores->band, scorecard.bands.size());
  evidence->scores = std::move(scores->score);
  std::sort(evidence->scores.begin(), evidence->scores.end());
  return EvidencePtr(std::move(evidence));
}

}  // namespace leadlight
