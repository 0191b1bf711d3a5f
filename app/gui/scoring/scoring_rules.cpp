#include "app/gui/scoring/scoring_rules.h"

#include <QCoreApplication>
#include <algorithm>

#include "widgets/format.h"

namespace leadlight {

namespace {

struct Words {
  Q_DECLARE_TR_FUNCTIONS(ScoringRules)
};

constexpr std::size_t mostRules = 60;

struct Rule {
  const Term* term;
  RowSet rows;
  std::uint64_t count = 0;
};

std::vector<Rule> rulesOf(const Scorecard& scorecard, const Frame& frame) {
  std::vector<Rule> rules;
  for (const Term& term : scorecard.terms) {
    const auto* rule = std::get_if<RuleTerm>(&term.kind);
    if (!rule || rules.size() == mostRules) continue;
    Result<RowSet> rows = apply(rule->when, frame);
    if (!rows) continue;
    const std::uint64_t count = rows->count();
    rules.push_back({&term, *std::move(rows), count});
  }
  return rules;
}

void compareRules(const std::vector<Rule>& rules, std::vector<TermWarning>& warnings) {
  for (std::size_t a = 0; a < rules.size(); ++a) {
    for (std::size_t b = a + 1; b < rules.size(); ++b) {
      const Rule& small = rules[a].count <= rules[b].count ? rules[a] : rules[b];
      const Rule& large = &small == &rules[a] ? rules[b] : rules[a];
      if (small.count == 0 || large.count == large.rows.rows()) continue;
      RowSet common = small.rows;
      common &= large.rows;
      const std::uint64_t both = common.count();
      const double share = static_cast<double>(both) / static_cast<double>(small.count);
      if (share >= overlapFrom)
        warnings.push_back({TermWarning::Kind::Overlap, small.term->name, large.term->name, share, both});
    }
  }
}

bool lacksColumn(const Term& term, const Frame& frame) {
  const std::vector<std::string> columns = term.columns();
  return std::any_of(columns.begin(), columns.end(), [&](const std::string& column) { return !frame.find(column); });
}

bool hasNoEffect(const Term& term) {
  for (std::size_t group = 0; group < term.slotCount(); ++group)
    if (pointsOfSlot(term, group) != 0) return false;
  return true;
}

}  // namespace

std::vector<TermWarning> termWarnings(const Scorecard& scorecard, const Frame& frame, const ScoringEvidence& evidence) {
  using Kind = TermWarning::Kind;
  std::vector<TermWarning> warnings;
  for (std::size_t i = 0; i < scorecard.terms.size(); ++i) {
    const Term& term = scorecard.terms[i];
    const std::vector<Group>& groups = evidence.terms[i];
    if (hasNoEffect(term)) {
      warnings.push_back({Kind::NoEffect, term.name, {}});
    } else if (lacksColumn(term, frame)) {
      warnings.push_back({Kind::NoColumn, term.name, {}});
    } else if (std::holds_alternative<RuleTerm>(term.kind)) {
      if (groups[1].leads == 0)
        warnings.push_back({Kind::DeadRule, term.name, {}});
      else if (groups[0].leads == 0)
        warnings.push_back({Kind::AlwaysRule, term.name, {}});
    } else if (const auto* lookup = std::get_if<LookupTerm>(&term.kind)) {
      const auto dead =
          std::count_if(groups.begin(), groups.begin() + static_cast<std::ptrdiff_t>(lookup->points.size()),
                        [](const Group& group) { return group.leads == 0; });
      if (dead > 0) warnings.push_back({Kind::DeadValues, term.name, {}, 0, static_cast<std::uint64_t>(dead)});
    }
  }
  compareRules(rulesOf(scorecard, frame), warnings);
  return warnings;
}

QString warningText(const TermWarning& warning) {
  const QString term = QString::fromStdString(warning.term), other = QString::fromStdString(warning.other);
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
