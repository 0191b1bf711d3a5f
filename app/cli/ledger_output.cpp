#include "app/cli/ledger_output.h"

#include "app/cli/text_table.h"
#include "model/base/json_writer.h"
#include "model/base/text.h"

namespace leadlight {

namespace {

void writeJson(const RegisteredScorecard& scorecard, const Ledger& ledger, const std::string& lead, std::ostream& out) {
  JsonWriter json(out);
  json.beginObject().field("lead", lead).field("score", ledger.score).field("probability", ledger.probability);
  json.field("band", ledger.band.empty() ? std::optional<std::string>() : ledger.band);
  json.field("base", ledger.base).field("points", ledger.points).key("ledger").beginArray();
  for (const std::size_t i : ledger.bySize()) {
    const LedgerLine& line = ledger.lines[i];
    json.beginObject().field("term", line.term).field("column", line.column);
    json.field("value", line.missing && line.value.empty() ? std::optional<std::string>() : line.value);
    json.field("missing", line.missing).field("points", line.points);
    if (line.correction) json.field("correction", true);
    json.endObject();
  }
  json.endArray().field("scorecard", scorecard.stored.name).field("version", scorecard.stored.version);
  json.endObject().endLine();
}

std::string signedNumber(double value) { return (value > 0 ? "+" : "") + formatNumber(value); }

std::string valueOf(const LedgerLine& line) {
  if (line.value.empty()) return "(unknown)";
  return shortened(line.value, 40) + (line.missing ? " (unknown)" : "");
}

void printTable(const RegisteredScorecard& scorecard, const Ledger& ledger, const std::string& lead,
                std::ostream& out) {
  out << lead << ": score " << formatNumber(ledger.score);
  if (!ledger.band.empty()) out << ", band " << ledger.band;
  out << " (" << scorecard.stored.name << ", version " << scorecard.stored.version << ")\n\n";
  TextTable table({{"points", TextTable::Align::Right}, {"term"}, {"column"}, {"value"}});
  table.add({formatNumber(ledger.base), "base", "", ""});
  for (const std::size_t i : ledger.bySize()) {
    const LedgerLine& line = ledger.lines[i];
    const std::string name = line.correction ? line.term + ", kept within its caps" : line.term;
    table.add({signedNumber(line.points), name, line.column, valueOf(line)});
  }
  table.addRule();
  table.add({formatNumber(ledger.points), "sum", "", ""});
  table.print(out);
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

void printLedger(const Call& call, const RegisteredScorecard& scorecard, const Ledger& ledger,
                 const std::string& lead) {
  if (call.json)
    writeJson(scorecard, ledger, lead, call.io.out);
  else
    printTable(scorecard, ledger, lead, call.io.out);
}

}  // namespace leadlight
