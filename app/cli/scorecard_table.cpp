#include "app/cli/scorecard_table.h"

#include <cmath>

#include "app/cli/text_table.h"
#include "model/base/calendar.h"
#include "model/base/text.h"

namespace leadlight {

namespace {

std::string points(double value) { return (value > 0 ? "+" : "") + formatNumber(value); }

std::string edgeText(double edge, bool dates) {
  if (!dates) return formatNumber(edge);
  const std::string text = isoDateTime(static_cast<std::int64_t>(edge));
  return text.ends_with("T00:00:00") ? text.substr(0, 10) : text;
}

std::string binText(const std::vector<double>& edges, bool dates, std::size_t bin) {
  const std::string from = bin == 0 ? "" : edgeText(edges[bin - 1], dates);
  const std::string to = bin == edges.size() ? "" : edgeText(edges[bin], dates);
  if (from.empty()) return to.empty() ? "any value" : "below " + to;
  return to.empty() ? "from " + from : "from " + from + " to below " + to;
}

std::string slotText(const GridAxis& axis, std::size_t slot) {
  if (slot + 1 == axis.slotCount()) return "unknown";
  if (axis.groups.empty()) return binText(axis.edges, axis.dates, slot);
  return slot == axis.groups.size() ? "any other" : "= " + shortened(joined(axis.groups[slot], ", "), 40);
}

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
    for (std::size_t i = 0; i < steps.points.size(); ++i) add(binText(steps.edges, steps.dates, i), steps.points[i]);
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
  void operator()(const GridTerm& grid) const {
    const std::size_t width = grid.columns.slotCount();
    for (std::size_t cell = 0; cell < grid.points.size(); ++cell)
      add(slotText(grid.rows, cell / width) + " | " + slotText(grid.columns, cell % width), grid.points[cell]);
  }
  void operator()(const DecayTerm& decay) const {
    const std::string from =
        decay.asOf ? edgeText(static_cast<double>(*decay.asOf), true) : std::string("the day of scoring");
    add("halved every " + formatNumber(decay.halfLifeDays) + " days before " + from, decay.points);
    add("unknown", decay.missing);
  }
};

void printGroups(const Scorecard& scorecard, std::ostream& out) {
  for (const TermGroup& group : scorecard.groups) {
    std::vector<std::string> terms;
    for (const Term& term : scorecard.terms)
      if (term.group == group.name) terms.push_back(term.name);
    out << "\n" << group.name << " (" << joined(terms, ", ") << "): together";
    if (std::isfinite(group.low)) out << " at least " << formatNumber(group.low);
    if (std::isfinite(group.low) && std::isfinite(group.high)) out << " and";
    if (std::isfinite(group.high)) out << " at most " << formatNumber(group.high);
    out << " points\n";
  }
}

}  // namespace

void printScorecard(const RegisteredScorecard& registered, std::ostream& out) {
  const Scorecard& scorecard = registered.scorecard;
  out << scorecard.name << ", version " << registered.stored.version << ", for the dataset "
      << registered.stored.dataset << (registered.stored.champion ? " (champion)" : "") << '\n';
  const Provenance& from = scorecard.provenance;
  if (!from.description.empty()) out << from.description << '\n';
  if (from.rows > 0)
    out << "Learned (" << from.method << ") from " << grouped(from.rows) << " leads, " << grouped(from.positiveCount)
        << " of them converted.\n";
  out << (scorecard.link == Link::Identity ? "The score is the sum of the points.\n"
                                           : "The points are log-odds; the score is 100 x probability.\n");
  out << '\n';
  TextTable table({{"term"}, {"column"}, {"when"}, {"points", TextTable::Align::Right}});
  table.add({"base", "", "", formatNumber(scorecard.base)});
  for (const Term& term : scorecard.terms) std::visit(TermRows{table, term}, term.kind);
  table.print(out);
  printGroups(scorecard, out);
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
