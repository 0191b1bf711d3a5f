#include "app/cli/ledger_output.h"

#include <algorithm>
#include <cmath>

#include "app/cli/text_table.h"
#include "model/base/json_writer.h"
#include "model/base/text.h"

namespace leadlight {

namespace {

// The standard error of the points of a line, where the scorecard tells it.
std::optional<double> errorOf(const RegisteredScorecard& scorecard, const Ledger& ledger, std::size_t line) {
  if (ledger.lines[line].correction) return std::nullopt;
  const std::vector<double>& errors = scorecard.scorecard.terms[line].support.errors;
  const std::size_t slot = ledger.lines[line].slot;
  return slot < errors.size() ? std::optional(errors[slot]) : std::nullopt;
}

// Do the leads of one slot have the same points? Not where they follow the value.
bool isBinned(const Term& term) {
  return !std::holds_alternative<LinearTerm>(term.kind) && !std::holds_alternative<DecayTerm>(term.kind);
}

void writeRate(JsonWriter& json, const Rate& rate) {
  json.field("rate", rate.rate).field("low", rate.low).field("high", rate.high);
}

void writeEvidence(JsonWriter& json, const SlotEvidence& evidence) {
  json.field("leads", evidence.leads).field("known", evidence.known).field("converted", evidence.converted);
  writeRate(json, evidence.rate());
}

std::uint64_t convertedOf(const SimilarLeads& similar) {
  return static_cast<std::uint64_t>(
      std::count_if(similar.nearest.begin(), similar.nearest.end(), [](const PastLead& past) { return past.won; }));
}

void writeSimilar(JsonWriter& json, const LeadBackground& background) {
  json.key("similar");
  if (!background.insight.similar) {
    json.null();
    return;
  }
  const SimilarLeads& similar = *background.insight.similar;
  const std::uint64_t converted = convertedOf(similar);
  json.beginObject().field("leads", similar.nearest.size()).field("converted", converted);
  writeRate(json, wilson(converted, similar.nearest.size()));
  json.field("alike", similar.alike).field("alike_converted", similar.alikeWon).key("nearest").beginArray();
  for (std::size_t i = 0; i < similar.nearest.size(); ++i) {
    json.beginObject().field("key", background.nearest[i].key).field("score", background.nearest[i].score);
    json.field("distance", similar.nearest[i].distance).field("converted", similar.nearest[i].won).endObject();
  }
  json.endArray().endObject();
}

void writeNextBand(JsonWriter& json, const LeadInsight& insight) {
  json.field("best_band", insight.best).key("next_band");
  if (!insight.step) {
    json.null();
    return;
  }
  const auto known = [](const std::string& text) { return text.empty() ? std::nullopt : std::optional(text); };
  json.beginObject().field("band", insight.step->band).field("score", insight.step->score);
  json.key("changes").beginArray();
  for (const BandStep::Change& change : insight.step->changes) {
    json.beginObject().field("column", change.column).field("from", known(change.from));
    json.field("to", known(change.to)).endObject();
  }
  json.endArray().endObject();
}

void writeJson(const RegisteredScorecard& scorecard, const Ledger& ledger, const std::string& lead,
               const LeadBackground* background, std::ostream& out) {
  JsonWriter json(out);
  json.beginObject().field("lead", lead).field("score", ledger.score).field("probability", ledger.probability);
  json.field("band", ledger.band.empty() ? std::optional<std::string>() : ledger.band);
  json.field("base", ledger.base).field("points", ledger.points).key("ledger").beginArray();
  for (const std::size_t i : ledger.bySize()) {
    const LedgerLine& line = ledger.lines[i];
    json.beginObject().field("term", line.term).field("column", line.column);
    json.field("value", line.missing && line.value.empty() ? std::optional<std::string>() : line.value);
    json.field("missing", line.missing).field("points", line.points).field("order", i + 1);
    if (line.correction)
      json.field("correction", true);
    else
      json.field("standard_error", errorOf(scorecard, ledger, i));
    if (background != nullptr && !line.correction) writeEvidence(json, background->terms[i]);
    json.endObject();
  }
  json.endArray().field("scorecard", scorecard.stored.name).field("version", scorecard.stored.version);
  if (background != nullptr) {
    writeSimilar(json, *background);
    writeNextBand(json, background->insight);
  }
  json.endObject().endLine();
}

std::string signedNumber(double value) { return (value > 0 ? "+" : "") + formatNumber(value); }

std::string valueOf(const LedgerLine& line) {
  if (line.value.empty()) return "(unknown)";
  return shortened(line.value, 40) + (line.missing ? " (unknown)" : "");
}

// "30.5 % (28.1 to 33.0 %)"
std::string rateText(const Rate& rate) {
  return std::isfinite(rate.rate)
             ? percent(rate.rate) + " (" + fixedNumber(100 * rate.low, 1) + " to " + percent(rate.high) + ")"
             : "";
}

void printSimilar(const LeadBackground& background, std::ostream& out) {
  constexpr std::size_t most = 3;
  const SimilarLeads& similar = *background.insight.similar;
  if (similar.nearest.empty()) {
    out << "No past lead has a known outcome.\n";
    return;
  }
  const std::uint64_t converted = convertedOf(similar);
  out << "Of the " << counted(similar.nearest.size(), "past lead", "past leads") << " most like it, "
      << grouped(converted) << " converted, " << rateText(wilson(converted, similar.nearest.size())) << "; nearest: ";
  for (std::size_t i = 0; i < std::min(most, similar.nearest.size()); ++i)
    out << (i == 0 ? "" : ", ") << background.nearest[i].key << " (score "
        << fixedNumber(background.nearest[i].score, 2) << (similar.nearest[i].won ? ", converted)" : ", did not)");
  out << ".\n";
}

void printInsight(const LeadBackground& background, std::ostream& out) {
  const LeadInsight& insight = background.insight;
  if (insight.similar) printSimilar(background, out);
  if (insight.best) return;
  if (!insight.step) {
    out << "No three changes would reach the next band.\n";
    return;
  }
  const auto named = [](const std::string& text) { return text.empty() ? "(unknown)" : shortened(text, 40); };
  out << "Band " << insight.step->band << " takes " << counted(insight.step->changes.size(), "change", "changes");
  for (std::size_t i = 0; i < insight.step->changes.size(); ++i) {
    const BandStep::Change& change = insight.step->changes[i];
    out << (i == 0 ? ": " : ", ") << change.column << " from " << named(change.from) << " to " << named(change.to);
  }
  out << "; the score is then " << fixedNumber(insight.step->score, 2) << ".\n";
}

void printTable(const RegisteredScorecard& scorecard, const Ledger& ledger, const LeadBackground* background,
                std::ostream& out) {
  using Align = TextTable::Align;
  TextTable table({{"points", Align::Right},
                   {"std. error", Align::Right},
                   {"term"},
                   {"column"},
                   {"value"},
                   {"leads", Align::Right},
                   {"converted", Align::Right}});
  table.add({formatNumber(ledger.base), "", "base", "", "", "", ""});
  for (const std::size_t i : ledger.bySize()) {
    const LedgerLine& line = ledger.lines[i];
    const std::string name = line.correction ? line.term + ", kept within its caps" : line.term;
    const auto error = errorOf(scorecard, ledger, i);
    const bool binned = background != nullptr && !line.correction && isBinned(scorecard.scorecard.terms[i]);
    const SlotEvidence* slot = binned ? &background->terms[i] : nullptr;
    table.add({signedNumber(line.points), error ? fixedNumber(*error, 3) : "", name, line.column, valueOf(line),
               slot ? grouped(slot->leads) : "", slot ? rateText(slot->rate()) : ""});
  }
  table.addRule();
  table.add({formatNumber(ledger.points), "", "sum", "", "", "", ""});
  table.dropEmptyColumns();
  table.print(out);
}

void printText(const RegisteredScorecard& scorecard, const Ledger& ledger, const std::string& lead,
               const LeadBackground* background, std::ostream& out) {
  out << lead << ": score " << formatNumber(ledger.score);
  if (!ledger.band.empty()) out << ", band " << ledger.band;
  out << " (" << scorecard.stored.name << ", version " << scorecard.stored.version << ")\n";
  if (background != nullptr) printInsight(*background, out);
  out << '\n';
  printTable(scorecard, ledger, background, out);
  if (ledger.probability)
    out << "\nThe points are log-odds: probability 1 / (1 + e^-points) = " << formatNumber(*ledger.probability)
        << ", score = 100 x probability = " << formatNumber(ledger.score) << '\n';
}

}  // namespace

Frame emptyFrame(const Dataset& dataset) {
  std::vector<Frame::ColumnPtr> columns;
  const auto add = [&](Column column) { columns.push_back(std::make_shared<const Column>(std::move(column))); };
  for (const DatasetColumn& column : dataset.columns) {
    switch (column.type) {
      case ColumnType::Integer:
        add(Column::integers(column.name, column.label, {}));
        break;
      case ColumnType::Decimal:
        add(Column::decimals(column.name, column.label, {}));
        break;
      case ColumnType::Date:
        add(Column::dates(column.name, column.label, {}));
        break;
      case ColumnType::Text:
        add(TextColumnBuilder().finish(column.name, column.label, dataset.placeholders));
        break;
    }
  }
  return Frame({}, std::move(columns));
}

void printLedger(const Call& call, const RegisteredScorecard& scorecard, const Ledger& ledger, const std::string& lead,
                 const LeadBackground* background) {
  if (call.json)
    writeJson(scorecard, ledger, lead, background, call.io.out);
  else
    printText(scorecard, ledger, lead, background, call.io.out);
}

}  // namespace leadlight
