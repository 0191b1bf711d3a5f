#include <limits>

#include "app/cli/command.h"
#include "app/cli/text_table.h"
#include "model/base/json_writer.h"
#include "model/base/text.h"

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
  const std::uint64_t most = limit->value_or(call.json ? std::numeric_limits<std::int64_t>::max() : 100);
  const auto rows = store->quarantine(load, most);
  if (!rows) return rows.error();
  if (call.json)
    writeJson(*rows, call.io.out);
  else if (rows->empty())
    call.say("No row is in quarantine.");
  else
    printTable(*rows, call.io.out);
  if (!call.json && rows->size() == most) call.say("These are the first rows; --limit shows more.");
  return exitDone;
}

}  // namespace

Command quarantineCommand() {
  Command command;
  command.name = "quarantine";
  command.summary = "rows that could not be taken, and why";
  command.synopsis = "quarantine [LOAD] [--limit N]";
  command.details =
      "Each rejected row keeps its load, line, byte offset, column, reason and its bytes as they were in the file.\n"
      "Mend the rows in the file and load it again: rows that came before are found unchanged.\n";
  command.options = {{"limit", "N", "at most so many rows; default: 100, with --json all"}};
  command.examples = {{"quarantine", "rows of all loads"},
                      {"quarantine 3 --json", "rows of load 3 with their raw text"}};
  command.maxWords = 1;
  command.run = runQuarantine;
  return command;
}

}  // namespace leadlight
