#include "scoring/train/train.h"

#include "app/cli/learning.h"
#include "app/cli/rescore.h"
#include "app/cli/text_table.h"
#include "model/base/calendar.h"
#include "scoring/scorecard_json.h"

namespace leadlight {

namespace {

constexpr unsigned folds = 5;

// A scorecard in the registry and what is known about it.
struct Taught {
  Trained trained;
  StoredScorecard stored;
  Partition::Kind judgedBy = Partition::Kind::Folds;
  Evaluation evaluation;
  std::vector<BandConversion> bands;
  std::vector<Warning> warnings;
  std::optional<Error> scoringError;  // why it did not become the champion
};

void append(std::vector<Warning>& all, std::vector<Warning> more) {
  all.insert(all.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
}

// Out-of-fold figures of the method that was chosen, and what to beware of.
Status judge(const Call& call, Store& store, const LearningTask& task, TrainOptions options, Taught& taught) {
  const auto partition = foldsFor(call, store, task, folds, false);
  if (!partition) return partition.error();
  taught.judgedBy = partition->kind;
  options.method = taught.trained.method;
  ProgressLine line(call.io, call.quiet || call.json);
  auto evaluation = evaluateMethod(task.frame, task.target, *partition, options, line.progress());
  if (!evaluation) return evaluation.error();
  taught.evaluation = *std::move(evaluation);
  taught.bands = conversionByBand(taught.trained.scorecard, taught.evaluation.score, taught.evaluation.won);
  const auto outcome = checkTarget(task.frame, task.target);
  if (!outcome) return outcome.error();
  const auto reports = findLeakage(task.frame, task.target, task.afterContact, line.progress());
  if (!reports) return reports.error();
  append(taught.warnings, warningsOnTarget(task.target, *outcome));
  append(taught.warnings, warningsOnColumns(taught.trained.scorecard.columns(), *reports));
  append(taught.warnings, warningsOnFigures(taught.evaluation, taught.bands, *partition));
  return {};
}

std::map<std::string, double> figuresOf(const Metrics& metrics) {
  return {{"auc", metrics.auc}, {"pr_auc", metrics.prAuc},   {"log_loss", metrics.logLoss},    {"brier", metrics.brier},
          {"ece", metrics.ece}, {"lift_10", metrics.lift10}, {"capture_20", metrics.capture20}};
}

Status keep(const Call& call, Store& store, const LearningTask& task, Taught& taught) {
  const auto digest = store.digest(task.dataset.name);
  if (!digest) return digest.error();
  Scorecard& scorecard = taught.trained.scorecard;
  scorecard.name = call.args.valueOr("name", scorecard.name);
  scorecard.dataset = task.dataset.name;
  scorecard.provenance.date = isoNow().substr(0, 10);
  scorecard.provenance.dataDigest = *digest;
  scorecard.provenance.metrics = figuresOf(taught.evaluation.metrics);
  const auto saved = saveScorecard(store, scorecard);
  if (!saved) return saved.error();
  taught.stored = saved->stored;
  if (!call.args.has("champion")) return {};
  auto failed = promotedIfItScores(call, store, *saved);
  if (!failed) return failed.error();
  taught.stored.champion = !*failed;
  taught.scoringError = *std::move(failed);
  return {};
}

void writeJson(const LearningTask& task, const Taught& taught, std::ostream& out) {
  JsonWriter json(out);
  json.beginObject().field("scorecard", taught.stored.name).field("version", taught.stored.version);
  json.field("dataset", taught.stored.dataset).field("champion", taught.stored.champion);
  json.field("method", nameOf(taught.trained.method)).field("target", task.target.column);
  json.key("positive").beginArray();
  for (const std::string& value : task.target.positives) json.value(value);
  json.endArray().field("rows", taught.trained.rows).field("positives", taught.trained.positives);
  json.field("terms", taught.trained.scorecard.terms.size()).field("evaluated", nameOf(taught.judgedBy));
  json.key("metrics").beginObject();
  writeMetrics(json, taught.evaluation);
  json.endObject();
  writeBands(json, taught.bands);
  writeLeftOut(json, taught.trained.leftOut);
  writeWarnings(json, taught.warnings);
  if (taught.scoringError) json.field("scoring_error", *taught.scoringError);
  json.endObject().endLine();
}

void print(const Taught& taught, std::ostream& out) {
  out << "Learned " << taught.stored.name << " (version " << taught.stored.version << ") by "
      << nameOf(taught.trained.method) << " from " << counted(taught.trained.rows, "lead", "leads") << ": "
      << counted(taught.trained.scorecard.terms.size(), "term", "terms") << ".\n\n";
  printMetrics(out, taught.evaluation);
  out << '\n';
  printBands(out, taught.bands);
  printWarnings(out, taught.warnings);
  if (taught.stored.champion)
    out << "It is the champion of " << taught.stored.dataset << " now; all leads are scored.\n";
  else
    out << "It scores leads once it is the champion: leadctl scorecard champion '" << taught.stored.name << "'\n";
}

Result<int> runTrain(const Call& call) {
  if (const auto fault = scorecardNameFault(call.args.valueOr("name", "scorecard")))
    return usageError("--name cannot be accepted: " + *fault + ".");
  auto store = call.openStore(Store::Mode::ReadWrite);
  if (!store) return store.error();
  const auto task = learningTask(call, *store);
  if (!task) return task.error();
  const auto options = trainOptionsOf(call, task->dataset, Method::Auto);
  if (!options) return options.error();
  const auto outcome = checkTarget(task->frame, task->target);
  if (!outcome) return outcome.error();
  if (const Status both = needBothOutcomes(*task, *outcome); !both) return both.error();
  Taught taught;
  {
    ProgressLine line(call.io, call.quiet || call.json);
    auto trained = trainScorecard(task->frame, task->target, {}, *options, line.progress());
    if (!trained) return trained.error();
    taught.trained = *std::move(trained);
  }
  if (const Status judged = judge(call, *store, *task, *options, taught); !judged) return judged.error();
  if (const Status kept = keep(call, *store, *task, taught); !kept) return kept.error();
  if (call.json)
    writeJson(*task, taught, call.io.out);
  else
    print(taught, call.io.out);
  return exitDone;
}

}  // namespace

Command trainCommand() {
  Command command;
  command.name = "train";
  command.summary = "learn a scorecard from the leads";
  command.synopsis = "train [--target COL] [--positive V]... [--method M] [--exclude A,B] [OPTION]...";
  command.details =
      "Learns from all leads with a known outcome and puts the scorecard into the registry as a new version of its\n"
      "name. The figures are honest: each lead is judged by what the other folds teach (beyond 200,000 leads one fold\n"
      "alone is judged, by the others). auto tries the three methods on leads held back, the newest where a date\n"
      "allows, and prefers the simpler one when the difference may be chance. Columns that look written after the\n"
      "outcome are named; leave them out with --exclude when they are not known for a new lead.\n";
  command.options = {targetOption(), positiveOption()};
  for (OptionSpec& option : trainingOptions()) command.options.push_back(std::move(option));
  command.options.push_back(excludeOption());
  command.options.push_back({"name", "S", "the scorecard's name; default: target and method"});
  command.options.push_back({"champion", "", "make it the champion and score all leads"});
  command.options.push_back(datasetOption());
  command.examples = {{"train --target Converted --exclude Tags,Lead_Quality", "learn from what is known beforehand"},
                      {"train --method boosted --name spring --champion --json", "learn, promote and score"}};
  command.run = runTrain;
  return command;
}

}  // namespace leadlight
