#include "app/cli/command.h"
#include "app/cli/lead_query.h"
#include "model/base/json_writer.h"

namespace leadlight {

namespace {

Result<std::uint64_t> countLeads(const Call& call, Store& store, const Filter& where) {
  if (where.empty()) return store.leadCount(call.dataset());
  const auto dataset = store.dataset(call.dataset());
  if (!dataset) return dataset.error();
  const auto picture = readLeads(call, store, *dataset, where, {});
  if (!picture) return picture.error();
  return static_cast<std::uint64_t>(picture->rows.count());
}

Result<int> runCount(const Call& call) {
  const auto where = whereOf(call.args);
  if (!where) return where.error();
  auto store = call.openAsAsked();
  if (!store) return store.error();
  const auto total = countLeads(call, *store, *where);
  if (!total) return total.error();
  if (call.json)
    JsonWriter(call.io.out).beginObject().field("total", *total).endObject().endLine();
  else
    call.io.out << *total << '\n';
  return exitDone;
}

}  // namespace

Command countCommand() {
  Command command;
  command.name = "count";
  command.summary = "how many leads, or how many pass a filter";
  command.synopsis = "count [--where FILTER] [--dataset D]";
  command.details =
      "A filter compares columns with =, !=, <, <=, >, >=, in (…), between … and …, is null, ~ (contains), joined "
      "with\n"
      "and, or, not and brackets. A comparison with a missing value is false.\n";
  command.options = {whereOption(), asOfOption(), datasetOption()};
  command.examples = {{"count", "all leads"},
                      {"count --where \"Converted = 1 and Lead_Source in ('Google','Olark Chat')\"", "those that pass"},
                      {"count --where \"score >= 50\" --json", "by score, as {\"total\":N}"}};
  command.run = runCount;
  return command;
}

}  // namespace leadlight
