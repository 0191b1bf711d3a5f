#include "app/cli/command.h"
#include "app/cli/text_table.h"
#include "model/base/json_writer.h"

namespace leadlight {

namespace {

Result<int> runAudit(const Call& call) {
  const auto limit = call.args.number("limit");
  if (!limit) return limit.error();
  auto store = call.openStore(Store::Mode::ReadOnly);
  if (!store) return store.error();
  const auto entries = store->audit(limit->value_or(call.json ? std::numeric_limits<std::int64_t>::max() : 100));
  if (!entries) return entries.error();
  if (call.json) {
    JsonWriter json(call.io.out);
    json.beginObject().key("audit").beginArray();
    for (const AuditEntry& entry : *entries)
      json.beginObject().field("at", entry.at).field("action", entry.action).field("detail", entry.detail).endObject();
    json.endArray().endObject().endLine();
    return exitDone;
  }
  TextTable table({{"when"}, {"what"}, {"of"}});
  for (const AuditEntry& entry : *entries) table.add({entry.at, entry.action, entry.detail});
  table.print(call.io.out);
  return exitDone;
}

}  // namespace

Command auditCommand() {
  Command command;
  command.name = "audit";
  command.summary = "what was done to the store and when, newest first";
  command.synopsis = "audit [--limit N]";
  command.details = "Loads, retries, undos, champions, snapshots and restorings, each with its time (UTC).\n";
  command.options = {{"limit", "N", "at most so many; default: 100, with --json all"}};
  command.examples = {{"audit", "the latest changes"}, {"audit --json", "all of them for a program"}};
  command.run = runAudit;
  return command;
}

}  // namespace leadlight
