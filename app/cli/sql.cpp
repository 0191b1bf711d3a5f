#include <sstream>

#include "app/cli/command.h"
#include "model/base/json_writer.h"
#include "model/export/row_writer.h"
#include "model/store/query.h"

namespace leadlight {

namespace {

// {"columns":[…],"rows":[[…]]}: a query may name two columns alike, so rows are lists.
class JsonTable {
 public:
  explicit JsonTable(std::ostream& out) : json_(out) {}

  void begin(const std::vector<std::string>& names) {
    json_.beginObject().key("columns").beginArray();
    for (const std::string& name : names) json_.value(name);
    json_.endArray().key("rows").beginArray();
  }
  void row(std::span<const StoredValue> values) {
    json_.beginArray();
    for (const StoredValue& value : values) {
      if (value.kind == StoredValue::Kind::Null) json_.null();
      if (value.kind == StoredValue::Kind::Integer) json_.value(value.integer);
      if (value.kind == StoredValue::Kind::Decimal) json_.value(value.decimal);
      if (value.kind == StoredValue::Kind::Text) json_.value(value.text);
    }
    json_.endArray();
  }
  void end() {
    json_.endArray().endObject().endLine();
    json_.flush();
  }

 private:
  JsonWriter json_;
};

Result<int> runSql(const Call& call) {
  const std::string& statement = call.args.words()[0];
  const Progress progress{{}, call.io.isInterrupted};
  if (const auto opened = call.openStore(Store::Mode::ReadOnly); !opened) return opened.error();
  if (call.json) {
    std::ostringstream document;  // an error in the middle must leave one document, the error
    JsonTable table(document);
    const QueryVisitor visitor{[&](const auto& names) { return table.begin(names), Status(); },
                               [&](const auto values) { return table.row(values), Status(); }};
    if (const Status done = runQuery(call.store, statement, visitor, progress); !done) return done.error();
    table.end();
    call.io.out << document.str();
    return exitDone;
  }
  const auto csv = csvWriter(call.io.out);
  const QueryVisitor visitor{[&](const auto& names) {
                               std::vector<ExportColumn> columns;
                               for (const std::string& name : names) columns.push_back({.name = name});
                               return csv->begin(columns);
                             },
                             [&](const auto values) { return csv->row(values); }};
  if (const Status done = runQuery(call.store, statement, visitor, progress); !done) return done.error();
  if (const Status ended = csv->end(); !ended) return ended.error();
  return exitDone;
}

}  // namespace

Command sqlCommand() {
  Command command;
  command.name = "sql";
  command.summary = "ask the store a question in SQL";
  command.synopsis = "sql STATEMENT";
  command.details =
      "Runs one SQLite statement that reads, on a connection that cannot write, and prints the rows as CSV. Tables of "
      "a\n"
      "dataset D: D_final, D_raw, D_history, D_quarantine, D_score; of the store: load, scorecard.\n"
      "With --json: {\"columns\":[...],\"rows\":[[...]]}.\n";
  command.examples = {
      {"sql \"SELECT Lead_Source, count(*) FROM leads_final GROUP BY 1 ORDER BY 2 DESC\"", "leads by source"},
      {"sql \"SELECT filename, json_extract(data,'$.Prospect_ID') FROM leads_raw LIMIT 5\"", "rows as they came"}};
  command.minWords = command.maxWords = 1;
  command.run = runSql;
  return command;
}

}  // namespace leadlight
