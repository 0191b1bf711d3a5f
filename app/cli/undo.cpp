#include "app/cli/command.h"
#include "app/cli/rescore.h"
#include "app/cli/text_table.h"
#include "model/base/text.h"

namespace leadlight {

namespace {

// The dataset that a load went to.
std::string datasetOfLoad(Store& store, std::int64_t id) {
  if (const auto loads = store.loads())
    for (const LoadReport& load : *loads)
      if (load.id == id) return load.dataset;
  return "leads";
}

void print(const Call& call, const UndoReport& undone, const Result<std::optional<Rescored>>& scored) {
  if (!call.json) {
    call.io.out << "Undid load " << undone.loadId << ": " << counted(undone.removed, "lead", "leads") << " removed, "
                << grouped(undone.restored) << " restored to their earlier version";
    if (undone.kept > 0)
      call.io.out << ", " << grouped(undone.kept) << " kept for the later loads that brought them too";
    call.io.out << ". This is event " << undone.event << " in the history.\n";
    for (const TypeChange& change : undone.types)
      call.io.out << change.column << " is " << typeName(change.to) << " again.\n";
    if (scored && *scored) call.io.out << scoredLine(**scored) << '\n';
    if (!scored) printError(scored.error(), call.io, false);  // the undo stands
    return;
  }
  JsonWriter json(call.io.out);
  json.beginObject().key("undone").beginObject();
  json.field("load_id", undone.loadId).field("event", undone.event);
  json.field("removed", undone.removed).field("restored", undone.restored).field("kept", undone.kept);
  json.key("types").beginArray();
  for (const TypeChange& change : undone.types)
    json.beginObject()
        .field("column", change.column)
        .field("from", typeName(change.from))
        .field("to", typeName(change.to))
        .endObject();
  json.endArray().endObject();
  if (scored && *scored) writeScored(json, **scored);
  if (!scored) json.field("scoring_error", scored.error());
  json.endObject().endLine();
}

Result<int> runUndo(const Call& call) {
  const auto id = parseInteger(call.args.words()[0]);
  if (!id || *id < 1) return usageError("undo needs the number of a load, such as 3; see leadctl loads.");
  auto store = call.openStore(Store::Mode::ReadWrite);
  if (!store) return store.error();
  ProgressLine line(call.io, call.quiet || call.json);
  const auto undone = store->undo(*id, line.progress());
  line.clear();
  if (!undone) return undone.error();
  print(call, *undone, rescore(call, *store, datasetOfLoad(*store, *id), true));
  return exitDone;
}

}  // namespace

Command undoCommand() {
  Command command;
  command.name = "undo";
  command.summary = "undo a load: its new leads go, its changed leads get their earlier version back";
  command.synopsis = "undo LOAD";
  command.details =
      "LOAD is the number that load and loads print. The undo is an event of its own in the history. It is refused "
      "when\n"
      "later loads changed the same leads, or brought them older or shorter; undo those first. Leads that a later\n"
      "load brought as well stay. A column whose type LOAD had changed gets the earlier one back, if all values that "
      "are\n"
      "left allow it.\n";
  command.examples = {{"undo 3", "undo load 3"}, {"loads", "see the numbers"}};
  command.minWords = command.maxWords = 1;
  command.run = runUndo;
  return command;
}

}  // namespace leadlight
