#include <algorithm>
#include <limits>

#include "app/cli/command.h"
#include "app/cli/text_table.h"
#include "model/base/json_writer.h"
#include "model/base/output_file.h"
#include "model/base/text.h"
#include "model/load/quarantine_sheet.h"

namespace leadlight {

namespace {

std::string hexOf(std::string_view bytes) {
  static constexpr char digits[] = "0123456789abcdef";
  std::string out;
  for (const char c : bytes) {
    const auto byte = static_cast<unsigned char>(c);
    out += digits[byte >> 4];
    out += digits[byte & 15];
  }
  return out;
}

void writeJson(const std::vector<QuarantinedRow>& rows, std::ostream& out) {
  JsonWriter json(out);
  json.beginObject().key("rows").beginArray();
  for (const QuarantinedRow& row : rows) {
    json.beginObject().field("load_id", row.loadId).field("line", row.line).field("byte", row.byte);
    json.field("column", row.column).field("code", row.code).field("message", row.message).field("raw", row.raw);
    json.field("taken_by", row.takenBy);
    if (firstInvalidUtf8(row.raw) != std::string_view::npos) json.field("raw_hex", hexOf(row.raw));
    json.endObject();
  }
  json.endArray().endObject().endLine();
}

void printTable(const std::vector<QuarantinedRow>& rows, std::ostream& out) {
  using Align = TextTable::Align;
  TextTable table(
      {{"load", Align::Right}, {"line", Align::Right}, {"byte", Align::Right}, {"column"}, {"why"}, {"row"}});
  for (const QuarantinedRow& row : rows)
    table.add({std::to_string(row.loadId), std::to_string(row.line), std::to_string(row.byte), row.column, row.message,
               shortened(row.raw, 60)});
  table.print(out);
}

// One sheet for each load that has open rows; one load's only when it is named.
Result<std::vector<QuarantineSheet>> sheetsOf(Store& store, std::optional<std::int64_t> load) {
  std::vector<std::int64_t> wanted;
  if (load) {
    wanted.push_back(*load);
  } else {
    const auto rows = store.quarantine({}, std::numeric_limits<std::int64_t>::max());
    if (!rows) return rows.error();
    for (const QuarantinedRow& row : *rows)
      if (std::find(wanted.begin(), wanted.end(), row.loadId) == wanted.end()) wanted.push_back(row.loadId);
  }
  std::vector<QuarantineSheet> sheets;
  for (const std::int64_t id : wanted) {
    auto sheet = quarantineSheet(store, id);
    if (!sheet) return sheet.error();
    sheets.push_back(std::move(*sheet));
  }
  return sheets;
}

Result<int> writeSheets(const Call& call, Store& store, std::optional<std::int64_t> load) {
  const auto sheets = sheetsOf(store, load);
  if (!sheets) return sheets.error();
  if (sheets->size() > 1)
    return usageError(
        "Several loads have rows in quarantine, each with columns of its own; name one: leadctl quarantine " +
        std::to_string(sheets->back().load.id) + " --format csv.");
  if (sheets->empty()) {
    call.say("No row is in quarantine.");
    return exitDone;
  }
  const auto out = call.args.value("out");
  if (!out) {
    if (const Status written = writeSheet(sheets->front(), call.io.out); !written) return written.error();
    return exitDone;
  }
  auto file = OutputFile::create(*out);
  if (!file) return file.error();
  if (const Status written = writeSheet(sheets->front(), file->stream()); !written)
    return file->because(written.error());
  if (const Status done = file->commit(); !done) return done.error();
  const std::string id = std::to_string(sheets->front().load.id);
  call.say("Wrote " + counted(sheets->front().rows.size(), "row", "rows") +
           ". Correct them, then: leadctl load --retry " + id + " " + *out + ".");
  return exitDone;
}

Result<int> runQuarantine(const Call& call) {
  std::optional<std::int64_t> load;
  if (!call.args.words().empty()) {
    load = parseInteger(call.args.words()[0]);
    if (!load || *load < 1) return usageError("quarantine needs the number of a load, such as 3; see leadctl loads.");
  }
  const auto limit = call.args.number("limit");
  if (!limit) return limit.error();
  auto store = call.openStore(Store::Mode::ReadOnly);
  if (!store) return store.error();
  const std::string format = call.args.valueOr("format", call.json ? "json" : call.args.has("out") ? "csv" : "table");
  if (format == "csv" && call.json && !call.args.has("out"))
    return usageError("--json prints one JSON document; leave out --json, or write --format csv with --out.");
  if (format == "csv") return writeSheets(call, *store, load);
  const bool json = format == "json";
  if (!json && format != "table") return usageError("--format is csv or json, not '" + format + "'.");
  const std::uint64_t most = limit->value_or(json ? std::numeric_limits<std::int64_t>::max() : 100);
  const auto which = call.args.has("all") ? Store::Quarantined::All : Store::Quarantined::Open;
  const auto rows = store->quarantine(load, most, which);
  if (!rows) return rows.error();
  if (json)
    writeJson(*rows, call.io.out);
  else if (rows->empty())
    call.say("No row is in quarantine.");
  else
    printTable(*rows, call.io.out);
  if (!json && rows->size() == most) call.say("These are the first rows; --limit shows more.");
  return exitDone;
}

}  // namespace

Command quarantineCommand() {
  Command command;
  command.name = "quarantine";
  command.summary = "rows that could not be taken, and why";
  command.synopsis = "quarantine [LOAD] [--format csv|json] [--out FILE] [--all] [--limit N]";
  command.details =
      "Each rejected row keeps its load, line, byte offset, column, reason and its bytes as they were in the file.\n"
      "--format csv writes them with their own columns, to be corrected in any editor and sent again with\n"
      "leadctl load --retry LOAD FILE. The column raw holds the whole row where its parts are not certain: correct "
      "the\n"
      "parts or raw itself, or empty raw when the parts are right. Rows that were taken leave this list; undoing "
      "their\n"
      "load opens them again.\n";
  command.options = {{"format", "F", "csv or json; default: a table, with --out csv"},
                     {"out", "FILE", "write the CSV to a file; default: standard output"},
                     {"all", "", "also the rows that a retry has taken"},
                     {"limit", "N", "at most so many rows; default: 100, with --json all"}};
  command.examples = {{"quarantine", "rows of all loads"},
                      {"quarantine 3 --format csv --out mend.csv", "rows of load 3 for an editor"},
                      {"quarantine 3 --json", "rows of load 3 with their raw text"}};
  command.maxWords = 1;
  command.run = runQuarantine;
  return command;
}

}  // namespace leadlight
