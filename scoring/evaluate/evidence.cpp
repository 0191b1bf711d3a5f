#include "scoring/evaluate/evidence.h"

#include <algorithm>

#include "model/frame/filter.h"
#include "scoring/axis_sheet.h"
#include "scoring/column_check.h"

namespace leadlight {

namespace {

constexpr double mostlyShared = 0.8;

using Slots = std::vector<std::uint32_t>;

Slots onAxis(const GridAxis& axis, const Frame& frame) {
  Slots slots(frame.rows());
  const Column* column = frame.find(axis.column);
  if (column != nullptr && holdsNothing(*column) && axis.groups.empty()) column = nullptr;
  const auto bound = bindAxis(axis, column);
  for (std::size_t first = 0; first < slots.size(); first += AxisSheet::blockRows)
    bound->fill(first, std::span(slots).subspan(first, std::min(AxisSheet::blockRows, slots.size() - first)));
  return slots;
}

Slots slotsIn(const LookupTerm& term, const Frame& frame) {
  GridAxis axis{term.column, {}, false, {}};
  for (const auto& [value, points] : term.points) axis.groups.push_back({value});
  if (!axis.groups.empty()) return onAxis(axis, frame);
  Slots slots(frame.rows(), 1);  // nothing is listed: any other value, missing
  if (const Column* column = frame.find(term.column))
    for (std::size_t row = 0; row < slots.size(); ++row) slots[row] = column->isMissing(row) ? 1 : 0;
  return slots;
}

Slots slotsIn(const StepsTerm& term, const Frame& frame) {
  return onAxis({term.column, term.edges, term.dates, {}}, frame);
}

Slots slotsIn(const GridTerm& term, const Frame& frame) {
  Slots slots = onAxis(term.rows, frame);
  const Slots across = onAxis(term.columns, frame);
  const auto width = static_cast<std::uint32_t>(term.columns.slotCount());
  for (std::size_t row = 0; row < slots.size(); ++row) slots[row] = slots[row] * width + across[row];
  return slots;
}

Slots knownOrMissing(const std::string& name, const Frame& frame) {
  Slots slots(frame.rows(), 1);
  const Column* column = frame.find(name);
  if (column != nullptr)
    for (std::size_t row = 0; row < slots.size(); ++row) slots[row] = column->isMissing(row) ? 1 : 0;
  return slots;
}

Slots slotsIn(const LinearTerm& term, const Frame& frame) { return knownOrMissing(term.column, frame); }
Slots slotsIn(const DecayTerm& term, const Frame& frame) { return knownOrMissing(term.column, frame); }

Result<RowSet> rowsOf(const RuleTerm& rule, const Frame& frame) {
  if (lacksColumns(rule, frame)) return RowSet(frame.rows());
  Result<RowSet> rows = apply(rule.when, frame);
  if (!rows) return Error{Errc::BadScorecard, rows.error().what, rows.error().where, rows.error().args};
  return rows;
}

}  // namespace

Result<std::vector<std::uint32_t>> slotsOf(const Term& term, const Frame& frame) {
  if (const Status fits = checkColumns(term, "term", frame); !fits) return fits.error();
  if (const auto* rule = std::get_if<RuleTerm>(&term.kind)) {
    const Result<RowSet> rows = rowsOf(*rule, frame);
    if (!rows) return rows.error();
    Slots slots(frame.rows(), 0);
    rows->forEach([&](std::size_t row) { slots[row] = 1; });
    return slots;
  }
  return std::visit(
      [&](const auto& kind) {
        if constexpr (std::is_same_v<std::decay_t<decltype(kind)>, RuleTerm>) {
          return Slots();
        } else {
          return slotsIn(kind, frame);
        }
      },
      term.kind);
}

Result<Outcomes> outcomesIfAny(const Frame& frame, const std::optional<Target>& target) {
  if (target) return outcomesOf(frame, *target);
  return Outcomes{std::vector<std::uint8_t>(frame.rows(), Outcomes::unknown)};
}

std::vector<SlotEvidence> evidenceBySlot(std::span<const std::uint32_t> slotOfRow, std::size_t count,
                                         const Outcomes& outcomes) {
  std::vector<SlotEvidence> evidence(count);
  for (std::size_t row = 0; row < slotOfRow.size(); ++row) {
    SlotEvidence& slot = evidence[slotOfRow[row]];
    ++slot.leads;
    if (outcomes.isKnown(row)) ++slot.known;
    if (outcomes.of[row] == 1) ++slot.converted;
  }
  return evidence;
}

Result<std::vector<std::vector<SlotEvidence>>> evidenceOfTerms(const Scorecard& scorecard, const Frame& frame,
                                                               const Outcomes& outcomes, const Progress& progress) {
  std::vector<std::vector<SlotEvidence>> evidence;
  for (const Term& term : scorecard.terms) {
    if (progress.cancelled()) return Error{Errc::Interrupted, "Stopped.", "", {}};
    const Result<Slots> slots = slotsOf(term, frame);
    if (!slots) return slots.error();
    evidence.push_back(evidenceBySlot(*slots, term.slotCount(), outcomes));
  }
  return evidence;
}

Result<RuleReports> reportOnRules(const Scorecard& scorecard, const Frame& frame) {
  RuleReports reports;
  std::vector<RowSet> holds;
  RowSet covered(frame.rows());
  for (std::size_t i = 0; i < scorecard.terms.size(); ++i) {
    const auto* rule = std::get_if<RuleTerm>(&scorecard.terms[i].kind);
    if (rule == nullptr) continue;
    Result<RowSet> rows = rowsOf(*rule, frame);
    if (!rows) return rows.error();
    const std::uint64_t leads = rows->count();
    reports.rules.push_back({i, leads, static_cast<double>(leads) / static_cast<double>(frame.rows())});
    covered |= *rows;
    holds.push_back(*std::move(rows));
  }
  if (!reports.rules.empty()) reports.uncovered = frame.rows() - covered.count();
  for (std::size_t i = 0; i < holds.size(); ++i)
    for (std::size_t j = i + 1; j < holds.size(); ++j) {
      const RuleReport &a = reports.rules[i], &b = reports.rules[j];
      const auto both = static_cast<std::uint64_t>((RowSet(holds[i]) &= holds[j]).count());
      if (both == 0) continue;
      const double ofA = static_cast<double>(both) / static_cast<double>(a.leads);
      const double ofB = static_cast<double>(both) / static_cast<double>(b.leads);
      if (std::max(ofA, ofB) >= mostlyShared) reports.overlaps.push_back({a.term, b.term, both, ofA, ofB});
    }
  std::stable_sort(reports.overlaps.begin(), reports.overlaps.end(),
                   [](const RuleOverlap& x, const RuleOverlap& y) { return x.both > y.both; });
  return reports;
}

}  // namespace leadlight
