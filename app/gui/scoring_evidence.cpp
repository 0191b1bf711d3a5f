#include "app/gui/scoring_evidence.h"

#include <algorithm>
#include <limits>

#include "scoring/apply.h"
#include "scoring/axis_slots.h"

namespace leadlight {

namespace {

using Slots = std::vector<std::uint32_t>;

GridAxis axisOf(const LookupTerm& term) {
  GridAxis axis;
  axis.column = term.column;
  for (const auto& [value, points] : term.points) axis.groups.push_back({value});
  return axis;
}

// Rows `first`, `first` + 1, … of a frame.
struct Rows {
  const Frame& frame;
  std::size_t first, count;
};

Slots slotsOn(const GridAxis& axis, const Rows& rows) {
  Slots slots(rows.count, static_cast<std::uint32_t>(axis.slots() - 1));
  if (const auto bound = bindAxis(axis, rows.frame.find(axis.column))) bound->fill(rows.first, slots);
  return slots;
}

Slots knownOrMissing(const std::string& name, const Rows& rows) {
  Slots slots(rows.count, 1);
  if (const Column* column = rows.frame.find(name))
    for (std::size_t i = 0; i < slots.size(); ++i) slots[i] = column->isMissing(rows.first + i) ? 1 : 0;
  return slots;
}

// Without any value there are no groups to tell a lookup from an axis of numbers.
Slots slotsOf(const LookupTerm& term, const Rows& rows) {
  return term.points.empty() ? knownOrMissing(term.column, rows) : slotsOn(axisOf(term), rows);
}

// An axis of numbers has a slot for "any other value", which no number takes; a term's steps do not.
Slots slotsOf(const StepsTerm& term, const Rows& rows) {
  Slots slots = slotsOn({term.column, term.edges, term.dates, {}}, rows);
  for (std::uint32_t& slot : slots) slot = std::min(slot, static_cast<std::uint32_t>(term.points.size()));
  return slots;
}

Slots slotsOf(const LinearTerm& term, const Rows& rows) { return knownOrMissing(term.column, rows); }
Slots slotsOf(const DecayTerm& term, const Rows& rows) { return knownOrMissing(term.column, rows); }

Slots slotsOf(const GridTerm& term, const Rows& rows) {
  Slots slots = slotsOn(term.rows, rows);
  const Slots across = slotsOn(term.columns, rows);
  const auto wide = static_cast<std::uint32_t>(term.columns.slots());
  for (std::size_t i = 0; i < slots.size(); ++i) slots[i] = slots[i] * wide + across[i];
  return slots;
}

Slots slotsOf(const RuleTerm& term, const Rows& rows) {
  Slots slots(rows.count, 0);
  if (const Result<RowSet> holds = apply(term.when, rows.frame))
    for (std::size_t i = 0; i < slots.size(); ++i) slots[i] = holds->contains(rows.first + i) ? 1 : 0;
  return slots;
}

Slots slotsOf(const Term& term, const Rows& rows) {
  return std::visit([&](const auto& kind) { return slotsOf(kind, rows); }, term.kind);
}

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

std::size_t slotOf(const Term& term, const LedgerLine& line, const Frame& frame, std::size_t row) {
  // A rule is a question to the whole frame; its line knows the answer.
  if (std::holds_alternative<RuleTerm>(term.kind)) return line.points != 0 ? 1 : 0;
  return slotsOf(term, Rows{frame, row, 1}).front();
}

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
  const auto count = [&](const auto& slots, std::size_t n) {
    return aggregate(std::vector<std::uint16_t>(slots.begin(), slots.end()), n, everyRow, converted, nullptr);
  };

  evidence->all = count(std::vector<std::uint16_t>(frame.rows(), 0), 1).front();
  for (const Term& term : scorecard.terms) {
    if (progress.cancelled()) return Error{Errc::Interrupted, "Stopped.", "", {}};
    const std::size_t slots = term.slots();
    const bool countable = slots <= std::numeric_limits<std::uint16_t>::max();
    evidence->terms.push_back(countable ? count(slotsOf(term, Rows{frame, 0, frame.rows()}), slots)
                                        : std::vector<Group>(slots));
  }
  Result<Scores> scores = applyScorecard(scorecard, frame, progress);
  if (!scores) return scores.error();
  if (!scorecard.bands.empty()) evidence->bands = count(scores->band, scorecard.bands.size());
  evidence->scores = std::move(scores->score);
  std::sort(evidence->scores.begin(), evidence->scores.end());
  return EvidencePtr(std::move(evidence));
}

}  // namespace leadlight
