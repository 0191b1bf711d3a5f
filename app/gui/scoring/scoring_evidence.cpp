#include "app/gui/scoring/scoring_evidence.h"

#include <algorithm>
#include <limits>

#include "scoring/apply.h"

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
  evidence->hasTarget = target && frame.find(target->column) != nullptr;
  const Result<Outcomes> outcomes = outcomesIfAny(frame, evidence->hasTarget ? target : std::nullopt);
  if (!outcomes) return outcomes.error();
  evidence->all = evidenceBySlot(std::vector<std::uint32_t>(frame.rows()), 1, *outcomes).front();
  auto terms = evidenceOfTerms(scorecard, frame, *outcomes, progress);
  if (!terms) return terms.error();
  evidence->terms = *std::move(terms);
  Result<Scores> scores = applyScorecard(scorecard, frame, progress);
  if (!scores) return scores.error();
  if (!scorecard.bands.empty()) {
    const std::vector<std::uint32_t> bands(scores->band.begin(), scores->band.end());
    evidence->bands = evidenceBySlot(bands, scorecard.bands.size(), *outcomes);
  }
  evidence->scores = std::move(scores->score);
  std::sort(evidence->scores.begin(), evidence->scores.end());
  return EvidencePtr(std::move(evidence));
}

}  // namespace leadlight
