#include "app/cli/scorecard_table.h"

#include <cmath>

#include "app/cli/text_table.h"
#include "model/base/text.h"

namespace leadlight {

namespace {

std::string points(double value) { return (value > 0 ? "+" : "") + formatNumber(value); }

// One row of the table per thing that gives points.
struct TermRows {
  TextTable& table;
  const Term& term;

  void add(const std::string& when, double value) const { table.add({term.name, term.column(), when, points(value)}); }

  void operator()(const LookupTerm& lookup) const {
    for (const auto& [value, worth] : lookup.points) add("= " + shortened(value, 50), worth);
    add("any other", lookup.otherwise);
    add("unknown", lookup.missing);
  }
  void operator()(const StepsTerm& steps) const {
    for (std::size_t i = 0; i < steps.points.size(); ++i) {
      const std::string from = i == 0 ? "" : formatNumber(steps.edges[i - 1]);
      const std::string to = i == steps.edges.size() ? "" : formatNumber(steps.edges[i]);
      if (from.empty() && to.empty())
        add("any value", steps.points[i]);
      else if (from.empty())
        add("below " + to, steps.points[i]);
      else if (to.empty())
        add("from " + from, steps.points[i]);
      else
        add("from " + from + " to below " + to, steps.points[i]);
    }
    add("unknown", steps.missing);
  }
  void operator()(const LinearTerm& linear) const {
    std::string each = "each 1";
    if (std::isfinite(linear.low)) each += ", at least " + formatNumber(linear.low);
    if (std::isfinite(linear.high)) each += ", at most " + formatNumber(linear.high);
    add(each, linear.weight);
    add("unknown", linear.missing);
  }
  void operator()(const RuleTerm& rule) const { add(shortened(rule.when.text(), 60), rule.points); }
};

}  // namespace

void printScorecard(const RegisteredScorecard& registered, std::ostream& out) {
  const Scorecard& scorecard = registered.scorecard;
  out << scorecard.name << ", version " << registered.stored.version << ", for the dataset "
      << registered.stored.dataset << (registered.stored.champion ? " (champion)" : "") << '\n';
  if (!scorecard.provenance.description.empty()) out << scorecard.provenance.description << '\n';
  out << (scorecard.link == Link::Identity ? "The score is the sum of the points.\n"
                                           : "The points are log-odds; the score is 100 x probability.\n");
  out << '\n';
  TextTable table({{"term"}, {"column"}, {"when"}, {"points", TextTable::Align::Right}});
  table.add({"base", "", "", formatNumber(scorecard.base)});
  for (const Term& term : scorecard.terms) std::visit(TermRows{table, term}, term.kind);
  table.print(out);
  if (scorecard.bands.empty()) return;
  out << "\nBands:";
  for (std::size_t i = 0; i < scorecard.bands.size(); ++i) {
    const Band& band = scorecard.bands[i];
    out << (i == 0 ? " " : ", ") << band.name
        << (std::isfinite(band.from) ? " from " + formatNumber(band.from) : " below");
  }
  out << '\n';
}

}  // namespace leadlight
