#include "model/store/snapshot.h"

#include "app/cli/command.h"
#include "app/cli/text_table.h"
#include "model/base/json_writer.h"

namespace leadlight {

namespace {

void writeSnapshot(JsonWriter& json, const StoreSnapshot& snapshot) {
  json.beginObject().field("name", snapshot.name).field("file", snapshot.file.string());
  json.field("created_at", snapshot.createdAt).field("bytes", snapshot.bytes).field("sha256", snapshot.sha256);
  json.field("last_event", snapshot.lastEvent).key("datasets").beginArray();
  for (const StoreSnapshot::Leads& leads : snapshot.datasets)
    json.beginObject()
        .field("dataset", leads.dataset)
        .field("leads", leads.leads)
        .field("digest", leads.digest)
        .endObject();
  json.endArray().endObject();
}

std::string leadsOf(const StoreSnapshot& snapshot) {
  std::string text;
  for (const StoreSnapshot::Leads& leads : snapshot.datasets)
    text += (text.empty() ? "" : ", ") + leads.dataset + " " + grouped(leads.leads);
  return text;
}

Result<int> create(const Call& call, const std::string& name) {
  auto store = call.openStore(Store::Mode::ReadWrite);
  if (!store) return store.error();
  ProgressLine line(call.io, call.quiet || call.json);
  const auto made = createSnapshot(*store, name, line.progress());
  line.clear();
  if (!made) return made.error();
  if (!call.json) {
    call.io.out << "Snapshot " << made->name << " (" << leadsOf(*made) << ") is in " << made->file.string() << ".\n";
    return exitDone;
  }
  JsonWriter json(call.io.out);
  json.beginObject().key("snapshot");
  writeSnapshot(json, *made);
  json.endObject().endLine();
  return exitDone;
}

Result<int> list(const Call& call) {
  const auto all = listSnapshots(call.store);
  if (!all) return all.error();
  if (call.json) {
    JsonWriter json(call.io.out);
    json.beginObject().key("snapshots").beginArray();
    for (const StoreSnapshot& snapshot : *all) writeSnapshot(json, snapshot);
    json.endArray().endObject().endLine();
    return exitDone;
  }
  using Align = TextTable::Align;
  TextTable table({{"name"}, {"when"}, {"bytes", Align::Right}, {"after load", Align::Right}, {"leads"}});
  for (const StoreSnapshot& snapshot : *all)
    table.add({snapshot.name, snapshot.createdAt, grouped(snapshot.bytes), std::to_string(snapshot.lastEvent),
               leadsOf(snapshot)});
  table.print(call.io.out);
  return exitDone;
}

Result<int> finish(const Call& call, const Status& status, const char* verb, const std::string& name) {
  if (!status) return status.error();
  if (call.json)
    JsonWriter(call.io.out).beginObject().field(verb, name).endObject().endLine();
  else
    call.io.out << "Snapshot " << name << " is " << verb << ".\n";
  return exitDone;
}

Result<int> runSnapshot(const Call& call) {
  const std::vector<std::string>& words = call.args.words();
  const std::string& verb = words[0];
  const std::string name = words.size() > 1 ? words[1] : "";
  if (verb == "create") return create(call, name);
  if (verb == "list" && name.empty()) return list(call);
  if (name.empty()) return usageError("snapshot needs create [NAME], list, restore NAME or remove NAME.");
  if (verb == "remove") return finish(call, removeSnapshot(call.store, name), "removed", name);
  if (verb != "restore") return usageError("snapshot has create, list, restore and remove, not '" + verb + "'.");
  ProgressLine line(call.io, call.quiet || call.json);
  const Status restored = restoreSnapshot(call.store, name, line.progress(), call.patience());
  line.clear();
  return finish(call, restored, "restored", name);
}

}  // namespace

Command snapshotCommand() {
  Command command;
  command.name = "snapshot";
  command.summary = "keep a copy of the whole store, and go back to it";
  command.synopsis = "snapshot create [NAME] | list | restore NAME | remove NAME";
  command.details =
      "A snapshot is one file in the folder STORE.snapshots, checked and with its hash. It can be made while others "
      "use\n"
      "the store. Restoring happens in one step and is refused, with nothing changed, when the snapshot is damaged; "
      "it\n"
      "is an event in the history like a load, so numbers are never given twice.\n";
  command.examples = {{"snapshot create before-june", "keep the store as it is"},
                      {"snapshot restore before-june", "go back to it"}};
  command.minWords = 1;
  command.maxWords = 2;
  command.run = runSnapshot;
  return command;
}

}  // namespace leadlight
