#include "app/cli/command.h"
#include "app/cli/load_options.h"
#include "app/cli/load_output.h"
#include "app/cli/rescore.h"
#include "app/cli/text_table.h"
#include "model/frame/frame_load.h"
#include "model/load/drop_folder.h"
#include "scoring/registry.h"

namespace leadlight {

namespace {

void print(const Call& call, const DropOutcome& outcome) {
  if (outcome.load) call.io.out << loadLine(*outcome.load);
  if (outcome.load && outcome.scored) call.io.out << "; scored " << counted(*outcome.scored, "lead", "leads");
  if (outcome.load) call.io.out << '\n';
  if (outcome.load) printNotes(*outcome.load, call.io.out);
  call.io.out.flush();
  if (outcome.load) sayWarnings(call, *outcome.load);
  if (outcome.error) printError(*outcome.error, call.io, false);
  if (outcome.kind == DropOutcome::Kind::Waits) call.say(outcome.name + " stays and is tried again.");
}

void writeOutcome(JsonWriter& json, const DropOutcome& outcome) {
  static constexpr const char* kinds[] = {"done", "failed", "waits"};
  json.beginObject().field("file", outcome.name).field("status", kinds[static_cast<int>(outcome.kind)]);
  json.field("moved_to", outcome.movedTo.empty() ? std::nullopt : std::optional(outcome.movedTo.string()));
  json.field("scored", outcome.scored).key("load");
  if (outcome.load)
    writeLoad(json, *outcome.load);
  else
    json.null();
  json.field("error", outcome.error);
  json.endObject();
}

Result<int> runWatch(const Call& call) {
  const auto options = loadOptionsOf(call.args, call.dataset());
  if (!options) return options.error();
  auto store = Store::open(call.store, Store::Mode::ReadWrite, call.patience());
  if (!store) return store.error();
  ProgressLine line(call.io, call.quiet || call.json);
  std::vector<DropOutcome> outcomes;
  DropFolder::Callbacks callbacks;
  callbacks.load = [](Store& to, const std::filesystem::path& file, const LoadOptions& how, const Progress& progress) {
    return loadWithFrame(to, file, how, copiedFrame, progress);
  };
  if (!call.args.has("no-score"))
    callbacks.score = [](Store& to, const LoadReport& load) { return scoreWithChampion(to, load.dataset, {}); };
  callbacks.onFile = [&](const DropOutcome& outcome) {
    line.clear();
    if (!call.json) print(call, outcome);
    outcomes.push_back(outcome);
    // A folder that is watched for months: what was printed need not be kept.
    if (!call.json && outcome.kind == DropOutcome::Kind::Done) outcomes.pop_back();
  };
  callbacks.onFolder = [&](bool present) {
    call.say(present ? "The folder is back." : "The folder is gone; waiting until it comes back.");
  };
  callbacks.progress = line.progress();
  const bool once = call.args.has("once");
  DropFolder folder({.folder = call.args.words()[0], .load = *options}, callbacks);
  const Status watched = folder.run(*store, once ? DropFolder::Until::Empty : DropFolder::Until::Cancelled);
  line.clear();
  if (!watched) return watched.error();
  if (call.json) {
    JsonWriter json(call.io.out);
    json.beginObject().key("files").beginArray();
    for (const DropOutcome& outcome : outcomes) writeOutcome(json, outcome);
    json.endArray().endObject().endLine();
  }
  const bool allDone = std::all_of(outcomes.begin(), outcomes.end(), [](const DropOutcome& outcome) {
    return outcome.kind == DropOutcome::Kind::Done && !outcome.error;
  });
  return once && !allDone ? exitFailed : exitDone;
}

}  // namespace

Command watchCommand() {
  Command command;
  command.name = "watch";
  command.summary = "load every file that is put into a folder";
  command.synopsis = "watch DIR [--once] [OPTION]...";
  command.details =
      "A file is taken once its writer has closed it and it has not grown for a moment. It is loaded and scored, "
      "and\n"
      "moved to DIR/done or DIR/failed with a JSON report beside it. A copy under another name is skipped. Hidden "
      "names,\n"
      "names such as x.part and x.tmp, links, pipes and folders are left alone. Ctrl-C ends the watch (exit 0); when "
      "it\n"
      "cuts off a load, that is rolled back, the file stays, and the exit is 130. With --json one document comes at "
      "the\n"
      "end.\n";
  command.options = {{"once", "", "take what is there, then end; exit 1 when a file failed"}};
  for (OptionSpec& option : loadOptionSpecs())
    if (option.name != "validate" && option.name != "force" && option.name != "retry")
      command.options.push_back(std::move(option));
  command.examples = {{"watch ~/Leads/inbox", "until Ctrl-C"}, {"watch inbox --once", "from a timer or a script"}};
  command.minWords = command.maxWords = 1;
  command.run = runWatch;
  return command;
}

}  // namespace leadlight
