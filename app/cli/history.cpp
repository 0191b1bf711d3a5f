#include "app/cli/command.h"
#include "app/cli/text_table.h"
#include "model/base/json_writer.h"

namespace leadlight {

namespace {

const char* kindName(LeadVersion::Kind kind) {
  switch (kind) {
    case LeadVersion::Kind::Loaded:
      return "loaded";
    case LeadVersion::Kind::Changed:
      return "changed";
    case LeadVersion::Kind::Restored:
      return "restored";
    case LeadVersion::Kind::Removed:
      return "removed";
  }
  return "loaded";
}

void writeJson(const std::vector<LeadVersion>& versions, std::ostream& out) {
  JsonWriter json(out);
  json.beginObject().key("versions").beginArray();
  for (const LeadVersion& version : versions) {
    json.beginObject().field("event", version.event).field("kind", kindName(version.kind)).field("at", version.at);
    json.field("file", version.file).field("undid", version.undid).key("changes").beginArray();
    for (const LeadVersion::Cell& cell : version.cells)
      json.beginObject().field("column", cell.column).field("old", cell.before).field("new", cell.after).endObject();
    json.endArray().endObject();
  }
  json.endArray().endObject().endLine();
}

void printVersion(const LeadVersion& version, std::ostream& out) {
  out << version.at << "  " << kindName(version.kind) << " by ";
  if (version.undid)
    out << "undo " << version.event << " of load " << *version.undid;
  else
    out << "load " << version.event;
  out << " (" << version.file << ")\n";
  if (version.kind == LeadVersion::Kind::Removed) return;
  for (const LeadVersion::Cell& cell : version.cells) {
    out << "    " << cell.column << ": ";
    if (version.kind != LeadVersion::Kind::Loaded) out << shortened(cell.before, 60) << " -> ";
    out << shortened(cell.after, 60) << '\n';
  }
}

Result<int> runHistory(const Call& call) {
  auto store = call.openStore(Store::Mode::ReadOnly);
  if (!store) return store.error();
  const auto versions = store->history(call.dataset(), call.args.words()[0]);
  if (!versions) return versions.error();
  if (call.json)
    writeJson(*versions, call.io.out);
  else
    for (const LeadVersion& version : *versions) printVersion(version, call.io.out);
  return exitDone;
}

}  // namespace

Command historyCommand() {
  Command command;
  command.name = "history";
  command.summary = "how one lead came to be what it is: each version with its changed values";
  command.synopsis = "history KEY [--dataset D]";
  command.details =
      "KEY is the value of the dataset's key column; without one, the number lead_id. Leads that an undo removed are\n"
      "found too.\n";
  command.options = {datasetOption()};
  command.examples = {{"history a5f3", "the life of the lead a5f3"},
                      {"history a5f3 --json", "every version with old and new values"}};
  command.minWords = command.maxWords = 1;
  command.run = runHistory;
  return command;
}

}  // namespace leadlight
