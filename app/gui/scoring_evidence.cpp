#include "app/gui/scoring_evidence.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "scoring/apply.h"
#include "scoring/axis_slots.h"

namespace leadlight {

namespace {

using Groups = std::vector<std::uint16_t>;

std::size_t lookupGroup(const LookupTerm& term, const std::string& value, bool missing) {
  const auto listed = std::find_if(term.points.begin(), term.points.end(),
                                   [&](const auto& entry) { return !value.empty() && entry.first == value; });
  if (listed != term.points.end()) return static_cast<std::size_t>(listed - term.points.begin());
  return term.points.size() + (missing ? 1 : 0);
}

std::size_t stepOf(const StepsTerm& term, double number) {
  return static_cast<std::size_t>(std::upper_bound(term.edges.begin(), term.edges.end(), number) - term.edges.begin());
}

Groups lookupGroups(const LookupTerm& term, const Column* column, std::size_t rows) {
  Groups groups(rows, static_cast<std::uint16_t>(term.points.size() + 1));
  if (!column) return groups;
  if (column->type() != ColumnType::Text) {
    for (std::size_t row = 0; row < rows; ++row)
      groups[row] = static_cast<std::uint16_t>(lookupGroup(term, column->textAt(row), column->isMissing(row)));
    return groups;
  }
  std::vector<std::uint16_t> ofCode;
  for (std::size_t code = 0; code < column->dictionary().size(); ++code)
    ofCode.push_back(static_cast<std::uint16_t>(
        lookupGroup(term, column->dictionary()[code], column->isMissingCode(static_cast<std::uint32_t>(code)))));
  std::visit(
      [&](const auto& codes) {
        for (std::size_t row = 0; row < rows; ++row) groups[row] = ofCode[codes[row]];
      },
      column->codes());
  return groups;
}

Groups stepsGroups(const StepsTerm& term, const Column* column, std::size_t rows) {
  Groups groups(rows, static_cast<std::uint16_t>(term.points.size()));
  if (!column) return groups;
  for (std::size_t row = 0; row < rows; ++row) {
    const double number = column->number(row);
    if (!std::isnan(number)) groups[row] = static_cast<std::uint16_t>(stepOf(term, number));
  }
  return groups;
}

Groups presenceGroups(const Column* column, std::size_t rows) {
  Groups groups(rows, 1);
  for (std::size_t row = 0; column && row < rows; ++row) groups[row] = column->isMissing(row) ? 1 : 0;
  return groups;
}

Groups gridGroups(const GridTerm& term, const Frame& frame) {
  const std::size_t width = term.columns.slotCount();
  std::vector<std::uint32_t> rows(frame.rows()), columns(frame.rows());
  bindAxis(term.rows, frame.find(term.rows.column))->fill(0, rows);
  bindAxis(term.columns, frame.find(term.columns.column))->fill(0, columns);
  Groups groups(frame.rows());
  for (std::size_t row = 0; row < groups.size(); ++row)
    groups[row] = static_cast<std::uint16_t>(rows[row] * width + columns[row]);
  return groups;
}

Groups ruleGroups(const RuleTerm& term, const Frame& frame) {
  Groups groups(frame.rows(), 0);
  if (const Result<RowSet> holds = apply(term.when, frame)) holds->forEach([&](std::size_t row) { groups[row] = 1; });
  return groups;
}

Groups groupsOf(const Term& term, const Frame& frame) {
  const Column* column = frame.find(term.column());
  const std::size_t rows = frame.rows();
  if (const auto* lookup = std::get_if<LookupTerm>(&term.kind)) return lookupGroups(*lookup, column, rows);
  if (const auto* steps = std::get_if<StepsTerm>(&term.kind)) return stepsGroups(*steps, column, rows);
  if (const auto* grid = std::get_if<GridTerm>(&term.kind)) return gridGroups(*grid, frame);
  if (const auto* rule = std::get_if<RuleTerm>(&term.kind)) return ruleGroups(*rule, frame);
  return presenceGroups(column, rows);
}

}  // namespace

double pointsOfGroup(const Term& term, std::size_t group) {
  if (const auto* lookup = std::get_if<LookupTerm>(&term.kind)) {
    if (group < lookup->points.size()) return lookup->points[group].second;
    return group == lookup->points.size() ? lookup->otherwise : lookup->missing;
  }
  if (const auto* steps = std::get_if<StepsTerm>(&term.kind))
    return group < steps->points.size() ? steps->points[group] : steps->missing;
  if (const auto* linear = std::get_if<LinearTerm>(&term.kind))
    return group == 1 ? linear->missing : std::numeric_limits<double>::quiet_NaN();
  if (const auto* decay = std::get_if<DecayTerm>(&term.kind))
    return group == 1 ? decay->missing : std::numeric_limits<double>::quiet_NaN();
  if (const auto* grid = std::get_if<GridTerm>(&term.kind)) return grid->points[group];
  return group == 1 ? std::get<RuleTerm>(term.kind).points : 0;
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
  const auto count = [&](const Groups& groups, std::size_t n) {
    return aggregate(groups, n, everyRow, converted, nullptr);
  };

  evidence->all = count(Groups(frame.rows(), 0), 1).front();
  for (const Term& term : scorecard.terms) {
    if (progress.cancelled()) return Error{Errc::Interrupted, "Stopped.", "", {}};
    const std::size_t groups = term.slotCount();
    const bool countable = groups <= std::numeric_limits<std::uint16_t>::max();
    evidence->terms.push_back(countable ? count(groupsOf(term, frame), groups) : std::vector<Group>(groups));
  }
  Result<Scores> scores = applyScorecard(scorecard, frame, progress);
  if (!scores) return scores.error();
  if (!scorecard.bands.empty())
    evidence->bands = count(Groups(scores->band.begin(), scores->band.end()), scorecard.bands.size());
  evidence->scores = std::move(scores->score);
  std::sort(evidence->scores.begin(), evidence->scores.end());
  return EvidencePtr(std::move(evidence));
}

}  // namespace leadlight
