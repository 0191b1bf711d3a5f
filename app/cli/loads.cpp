#include "app/cli/command.h"
#include "app/cli/load_output.h"
#include "app/cli/text_table.h"

namespace leadlight {

namespace {

void printTable(const std::vector<LoadReport>& loads, std::ostream& out) {
  using Align = TextTable::Align;
  TextTable table({{"load", Align::Right},
                   {"when"},
                   {"status"},
                   {"dataset"},
                   {"file"},
                   {"rows", Align::Right},
                   {"new", Align::Right},
                   {"changed", Align::Right},
                   {"unchanged", Align::Right},
                   {"superseded", Align::Right},
                   {"quarantine", Align::Right}});
  for (const LoadReport& load : loads)
    table.add({std::to_string(load.id), load.startedAt, statusName(load.status), load.dataset, shortened(load.file, 60),
               grouped(load.parsed), grouped(load.fresh), grouped(load.changed), grouped(load.same),
               grouped(load.superseded), grouped(load.quarantined)});
  table.print(out);
}

Result<int> runLoads(const Call& call) {
  auto store = call.openStore(Store::Mode::ReadOnly);
  if (!store) return store.error();
  const auto loads = store->loads();
  if (!loads) return loads.error();
  if (!call.json) {
    printTable(*loads, call.io.out);
    return exitDone;
  }
  JsonWriter json(call.io.out);
  json.beginObject().key("loads").beginArray();
  for (const LoadReport& load : *loads) writeLoad(json, load);
  json.endArray().endObject().endLine();
  return exitDone;
}

}  // namespace

Command loadsCommand() {
  Command command;
  command.name = "loads";
  command.summary = "the history of loads, newest first";
  command.synopsis = "loads";
  command.details =
      "Every load of every file is kept with its counts, whatever became of it: loaded, skipped, failed, undone.\n";
  command.examples = {{"loads", "the history as a table"}, {"loads --json", "the same with every column of each file"}};
  command.run = runLoads;
  return command;
}

}  // namespace leadlight
