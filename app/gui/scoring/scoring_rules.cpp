#include "app/gui/scoring/scoring_rules.h"

#include <QCoreApplication>
#include <algorithm>

#include "app/gui/shipped_words.h"
#include "widgets/format.h"

namespace leadlight {

namespace {

struct Words {
  Q_DECLARE_TR_FUNCTIONS(ScoringRules)
};

bool lacksColumn(const Term& term, const Frame& frame) {
  const std::vector<std::string> columns = term.columns();
  return std::any_of(columns.begin(), columns.end(), [&](const std::string& column) { return !frame.find(column); });
}

bool hasNoEffect(const Term& term) {
  for (std::size_t group = 0; group < term.slotCount(); ++group)
    if (pointsOfSlot(term, group) != 0) return false;
  return true;
}

// Rules that hold for no lead, for all of them, or mostly together.
void addRuleWarnings(const Scorecard& scorecard, const Frame& frame, std::vector<TermWarning>& warnings) {
  using Kind = TermWarning::Kind;
  const Result<RuleReports> reports = reportOnRules(scorecard, frame);
  if (!reports) return;  // a rule that these leads cannot be asked has no effect to warn of
  std::vector<std::uint64_t> leads(scorecard.terms.size());
  const auto nameOf = [&](std::size_t term) { return scorecard.terms[term].name; };
  for (const RuleReport& rule : reports->rules) {
    leads[rule.term] = rule.leads;
    if (hasNoEffect(scorecard.terms[rule.term]) || lacksColumn(scorecard.terms[rule.term], frame)) continue;
    if (rule.isDead())
      warnings.push_back({Kind::DeadRule, nameOf(rule.term), {}});
    else if (rule.leads == frame.rows())
      warnings.push_back({Kind::AlwaysRule, nameOf(rule.term), {}});
  }
  for (const RuleOverlap& overlap : reports->overlaps) {
    if (std::max(leads[overlap.a], leads[overlap.b]) == frame.rows()) continue;
    const bool aIsSmaller = overlap.shareOfA >= overlap.shareOfB;
    warnings.push_back({Kind::Overlap, nameOf(aIsSmaller ? overlap.a : overlap.b),
                        nameOf(aIsSmaller ? overlap.b : overlap.a), std::max(overlap.shareOfA, overlap.shareOfB),
                        overlap.both});
  }
}

}  // namespace

std::vector<TermWarning> termWarnings(const Scorecard& scorecard, const Frame& frame, const ScoringEvidence& evidence) {
  using Kind = TermWarning::Kind;
  std::vector<TermWarning> warnings;
  for (std::size_t i = 0; i < scorecard.terms.size(); ++i) {
    const Term& term = scorecard.terms[i];
    const std::vector<SlotEvidence>& bySlot = evidence.terms[i];
    if (hasNoEffect(term)) {
      warnings.push_back({Kind::NoEffect, term.name, {}});
    } else if (lacksColumn(term, frame)) {
      warnings.push_back({Kind::NoColumn, term.name, {}});
    } else if (const auto* lookup = std::get_if<LookupTerm>(&term.kind)) {
      const auto dead =
          std::count_if(bySlot.begin(), bySlot.begin() + static_cast<std::ptrdiff_t>(lookup->points.size()),
                        [](const SlotEvidence& slot) { return slot.leads == 0; });
      if (dead > 0) warnings.push_back({Kind::DeadValues, term.name, {}, 0, static_cast<std::uint64_t>(dead)});
    }
  }
  addRuleWarnings(scorecard, frame, warnings);
  return warnings;
}

QString warningText(const TermWarning& warning, const std::string& scorecard) {
  const QString term = termTitle(scorecard, warning.term), other = termTitle(scorecard, warning.other);
  switch (warning.kind) {
    case TermWarning::Kind::DeadRule:
      return Words::tr("%1 holds for no lead.").arg(term);
    case TermWarning::Kind::AlwaysRule:
      return Words::tr("%1 holds for every lead: it tells none apart.").arg(term);
    case TermWarning::Kind::Overlap:
      return Words::tr("%1 of the leads with %2 have %3, too: their points come together.")
          .arg(formatPercent(warning.share, 0), term, other);
    case TermWarning::Kind::DeadValues:
      return Words::tr("%1: %n values that no lead has.", nullptr, static_cast<int>(warning.count)).arg(term);
    case TermWarning::Kind::NoColumn:
      return Words::tr("%1: these leads do not have its column.").arg(term);
    case TermWarning::Kind::NoEffect:
      return Words::tr("%1: all its points are 0.").arg(term);
  }
  return {};
}

}  // namespace leadlight
