#include "app/cli/command.h"
#include "app/cli/rescore.h"
#include "app/cli/scorecard_choice.h"

namespace leadlight {

namespace {

Result<int> runScore(const Call& call) {
  auto store = call.openStore(Store::Mode::ReadWrite);
  if (!store) return store.error();
  const auto dataset = store->dataset(call.dataset());
  if (!dataset) return dataset.error();
  auto scorecard = chosenScorecard(call, *store, *dataset);
  if (!scorecard) return scorecard.error();
  ProgressLine line(call.io, call.quiet || call.json);
  auto summary = scoreLeads(*store, *scorecard, line.progress());
  line.clear();
  if (!summary) return summary.error();
  const Rescored scored{std::move(*scorecard), std::move(*summary)};
  if (!call.json) {
    call.io.out << scoredLine(scored) << '\n';
    return exitDone;
  }
  JsonWriter json(call.io.out);
  json.beginObject();
  writeScored(json, scored);
  json.endObject().endLine();
  return exitDone;
}

}  // namespace

Command scoreCommand() {
  Command command;
  command.name = "score";
  command.summary = "score all leads and keep the scores";
  command.synopsis = "score [--scorecard S] [--dataset D]";
  command.details =
      "Loading scores by itself; this is for after --no-score, or to score with another scorecard too. 'leads' shows "
      "the\n"
      "champion's scores; 'scorecard champion S' makes another scorecard the champion.\n";
  command.options = {scorecardOption("the scorecard"), datasetOption()};
  command.examples = {{"score", "score with the champion"},
                      {"score --scorecard mine@2 --json", "with version 2 of another"}};
  command.run = runScore;
  return command;
}

}  // namespace leadlight
