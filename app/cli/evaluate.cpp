#include "scoring/evaluate/evaluate.h"

#include <algorithm>

#include "app/cli/learning.h"
#include "app/cli/text_table.h"
#include "app/cli/threshold_report.h"
#include "model/base/output_file.h"
#include "model/base/text.h"
#include "model/export/row_writer.h"
#include "scoring/evaluate/curves.h"
#include "scoring/registry.h"
#include "scoring/train/time_split.h"

namespace leadlight {

namespace {

// What was judged and how.
struct Judgement {
  std::string what;  // the method or the scorecard
  bool isScorecard = false;
  unsigned folds = 5;
  Partition partition;
  Evaluation evaluation;
  std::vector<BandConversion> bands;
  std::optional<ThresholdReport> threshold;
  std::vector<Warning> warnings;
};

// Why no date parts the leads into older and newer ones.
Error noTimeColumn(const Frame& frame, const std::vector<std::string>& exclude) {
  std::vector<std::string> dates;
  for (const Frame::ColumnPtr& column : frame.columns()) {
    const auto isIt = [&](const std::string& name) { return frame.find(name) == column.get(); };
    if (column->type() != ColumnType::Date || std::any_of(exclude.begin(), exclude.end(), isIt)) continue;
    std::uint64_t filled = 0;
    for (std::size_t row = 0; row < frame.rows(); ++row) filled += column->isMissing(row) ? 0U : 1U;
    dates.push_back(column->name() + " (filled for " +
                    percent(static_cast<double>(filled) / static_cast<double>(frame.rows())) + " of the leads)");
  }
  if (dates.empty()) return usageError("The leads have no date to part them by; leave out --by-time.");
  return usageError("No date parts the leads by itself: " + joined(dates, ", ") +
                    ". Name one, and leads without it only teach: --by-time COL.");
}

Result<Partition> partitionOf(const Call& call, Store& store, const LearningTask& task, const TrainOptions& options,
                              unsigned folds) {
  const auto by = call.args.value("by-time");
  const auto holdout = call.args.decimal("holdout");
  if (!holdout) return holdout.error();
  if (*holdout && !by) return usageError("--holdout goes with --by-time.");
  if (!by) return foldsFor(call, store, task, folds, call.args.has("folds"));
  const double share = holdout->value_or(0.2);
  if (!(share >= 0.01 && share <= 0.5)) return usageError("--holdout is a share from 0.01 to 0.5.");
  if (*by != "auto") return byTime(task.frame, *by, share);
  const Column* dates = timeColumn(task.frame, {}, options.exclude);
  if (dates == nullptr) return noTimeColumn(task.frame, options.exclude);
  return byTime(task.frame, dates->name(), share);
}

Status judgeScorecard(const Call& call, const LearningTask& task, const RegisteredScorecard& found,
                      Judgement& judgement) {
  ProgressLine line(call.io, call.quiet || call.json);
  auto evaluation = evaluateScorecard(found.scorecard, task.frame, task.target, line.progress());
  if (!evaluation) return evaluation.error();
  judgement.what = found.stored.name;
  judgement.isScorecard = true;
  for (Warning& warning : warningsOnLearned(found, task.dataset.name)) judgement.warnings.push_back(std::move(warning));
  judgement.bands = conversionByBand(found.scorecard, evaluation->score, evaluation->won);
  judgement.evaluation = *std::move(evaluation);
  for (std::size_t i = 0; i < judgement.evaluation.rows.size(); ++i)
    judgement.evaluation.part[i] = judgement.partition.part[judgement.evaluation.rows[i]];
  return {};
}

// Conversion by bands of a method: A the best 10 % of the judged leads, B the next 20 %, C the next 30 %, D the rest,
// the shares that `train` proposes.
std::vector<BandConversion> bandsOfMethod(const Evaluation& evaluation) {
  const std::uint64_t tenth = evaluation.rows.size() / 10;
  const std::uint64_t shares[] = {tenth, 2 * tenth, 3 * tenth};
  Scorecard banded;
  banded.bands = bandsByCapacity(Ranking(evaluation.score, evaluation.won), shares);
  return conversionByBand(banded, evaluation.score, evaluation.won);
}

Status judgeMethod(const Call& call, const LearningTask& task, const TrainOptions& options, Judgement& judgement) {
  ProgressLine line(call.io, call.quiet || call.json);
  auto evaluation = evaluateMethod(task.frame, task.target, judgement.partition, options, line.progress());
  if (!evaluation) return evaluation.error();
  judgement.what = nameOf(options.method);
  judgement.bands = bandsOfMethod(*evaluation);
  judgement.evaluation = *std::move(evaluation);
  return {};
}

// key,fold,actual,probability of every judged lead; a scorecard without probabilities leaves the last one empty.
Status writePredictions(const Call& call, Store& store, const LearningTask& task, const Judgement& judgement,
                        const std::string& out) {
  ProgressLine line(call.io, call.quiet || call.json);
  const auto keys = readKeys(store, task.dataset.name, task.frame, line.progress());
  if (!keys) return keys.error();
  auto file = OutputFile::create(out);
  if (!file) return file.error();
  const auto writer = csvWriter(file->stream());
  const Status begun = writer->begin({{"key", ColumnType::Text},
                                      {"fold", ColumnType::Integer},
                                      {"actual", ColumnType::Integer},
                                      {"probability", ColumnType::Decimal}});
  if (!begun) return file->because(begun.error());
  const Evaluation& evaluation = judgement.evaluation;
  using Kind = StoredValue::Kind;
  for (std::size_t i = 0; i < evaluation.rows.size(); ++i) {
    const StoredValue values[] = {
        {Kind::Text, 0, 0, (*keys)[evaluation.rows[i]]},
        {Kind::Integer, evaluation.part[i], 0, {}},
        {Kind::Integer, evaluation.won[i], 0, {}},
        evaluation.probability.empty() ? StoredValue{} : StoredValue{Kind::Decimal, 0, evaluation.probability[i], {}}};
    if (const Status row = writer->row(values); !row) return file->because(row.error());
  }
  if (const Status ended = writer->end(); !ended) return file->because(ended.error());
  return file->commit();
}

void writeCurve(JsonWriter& json, const char* name, const std::vector<CurvePoint>& points) {
  json.key(name).beginArray();
  for (const CurvePoint& point : points)
    json.beginObject().field("x", point.x).field("y", point.y).field("threshold", point.threshold).endObject();
  json.endArray();
}

void writeCurves(JsonWriter& json, const Evaluation& evaluation) {
  const Ranking ranking(evaluation.score, evaluation.won);
  json.key("curves").beginObject();
  writeCurve(json, "roc", rocCurve(ranking, 101));
  writeCurve(json, "precision_recall", prCurve(ranking, 101));
  writeCurve(json, "gain", gainCurve(ranking, 101));
  writeCurve(json, "lift", liftCurve(ranking, 101));
  json.key("calibration").beginArray();
  for (const CalibrationBin& bin : calibrationCurve(evaluation.probability, evaluation.won)) {
    const Rate rate = bin.rate();
    json.beginObject().field("from", bin.low).field("to", bin.high).field("probability", bin.foretold);
    json.field("leads", bin.leads).field("rate", rate.rate).field("low", rate.low).field("high", rate.high).endObject();
  }
  json.endArray().endObject();
}

void writeJson(const Call& call, const LearningTask& task, const Judgement& judgement) {
  JsonWriter json(call.io.out);
  json.beginObject();
  writeMetrics(json, judgement.evaluation);
  json.field(judgement.isScorecard ? "scorecard" : "method", judgement.what).field("target", task.target.column);
  json.field("evaluated", judgement.isScorecard ? "all" : nameOf(judgement.partition.kind));
  if (judgement.partition.kind == Partition::Kind::Time)
    json.field("by_time", judgement.partition.column).field("judged_from", judgement.partition.judgedFrom);
  else
    json.field("folds", judgement.folds);
  if (!judgement.bands.empty()) writeBands(json, judgement.bands);
  if (judgement.threshold) writeThreshold(json, *judgement.threshold);
  if (call.args.has("curves")) writeCurves(json, judgement.evaluation);
  writeWarnings(json, judgement.warnings);
  json.endObject().endLine();
}

void print(const Judgement& judgement, std::ostream& out) {
  printMetrics(out, judgement.evaluation);
  if (judgement.isScorecard) out << "These are all leads.\n";
  if (judgement.partition.kind == Partition::Kind::Time)
    out << "Learned from the older leads, judged on those with " << judgement.partition.column << " from "
        << judgement.partition.judgedFrom << ".\n";
  out << '\n';
  printBands(out, judgement.bands);
  if (judgement.threshold) printThreshold(out << '\n', *judgement.threshold);
  printWarnings(out, judgement.warnings);
}

// How a stored scorecard was learned. Errors: Usage when it was not.
Result<TrainOptions> relearnOptions(const LearningTask& task, const RegisteredScorecard& found) {
  if (!isLearned(found.scorecard))
    return usageError(found.stored.name + " was not learned, so it cannot be learned anew; leave out --relearn.");
  return optionsOf(found.scorecard, task.frame);
}

// The number of --folds. Errors: Usage, also of options that do not go together.
Result<unsigned> foldsAsked(const Arguments& args) {
  const bool scorecard = args.has("scorecard");
  if (args.has("relearn") && !scorecard) return usageError("--relearn needs a --scorecard that was learned.");
  if (scorecard && args.has("method"))
    return usageError("evaluate judges either a --scorecard or a --method, not both.");
  const auto folds = args.number("folds", 2);
  if (!folds) return folds.error();
  if (folds->value_or(5) > 100) return usageError("--folds is at most 100.");
  return static_cast<unsigned>(folds->value_or(5));
}

Result<Judgement> judge(const Call& call, Store& store, const LearningTask& task,
                        const std::optional<RegisteredScorecard>& scorecard, unsigned folds) {
  const bool relearn = call.args.has("relearn");
  const auto options = relearn ? relearnOptions(task, *scorecard) : trainOptionsOf(call, task.dataset, Method::Auto);
  if (!options) return options.error();
  const bool asItStands = scorecard && !relearn;
  auto partition =
      asItStands ? foldsFor(call, store, task, folds, true) : partitionOf(call, store, task, *options, folds);
  if (!partition) return partition.error();
  Judgement judgement;
  judgement.folds = folds;
  judgement.partition = *std::move(partition);
  const auto outcome = checkTarget(task.frame, task.target);
  if (!outcome) return outcome.error();
  if (const Status both = needBothOutcomes(task, *outcome); !asItStands && !both) return both.error();
  judgement.warnings = warningsOnTarget(task.target, *outcome);
  const Status judged =
      asItStands ? judgeScorecard(call, task, *scorecard, judgement) : judgeMethod(call, task, *options, judgement);
  if (!judged) return judged.error();
  for (Warning& warning : warningsOnFigures(judgement.evaluation, judgement.bands, judgement.partition))
    judgement.warnings.push_back(std::move(warning));
  return judgement;
}

Result<int> runEvaluate(const Call& call) {
  const auto folds = foldsAsked(call.args);
  if (!folds) return folds.error();
  const auto wish = thresholdWishOf(call.args);
  if (!wish) return wish.error();
  auto store = call.openStore(Store::Mode::ReadOnly);
  if (!store) return store.error();
  std::optional<RegisteredScorecard> scorecard;
  Judged judged;
  if (const auto name = call.args.value("scorecard")) {
    auto found = findScorecard(*store, *name);
    if (!found) return found.error();
    judged.push_back(&scorecard.emplace(*std::move(found)));
  }
  const auto task = learningTask(call, *store, judged);
  if (!task) return task.error();
  auto judgement = judge(call, *store, *task, scorecard, *folds);
  if (!judgement) return judgement.error();
  if (*wish) judgement->threshold = thresholdReport(judgement->evaluation, **wish);
  if (const auto out = call.args.value("predictions"))
    if (const Status written = writePredictions(call, *store, *task, *judgement, *out); !written)
      return written.error();
  if (call.json)
    writeJson(call, *task, *judgement);
  else
    print(*judgement, call.io.out);
  return exitDone;
}

}  // namespace

Command evaluateCommand() {
  Command command;
  command.name = "evaluate";
  command.summary = "how well a method or a scorecard foretells the outcome";
  command.synopsis = "evaluate (--method M | --scorecard S) [--target COL] [--positive V]... [OPTION]...";
  command.details =
      "A method learns from the other folds and is judged on the fold it has not seen; the predictions of all folds\n"
      "are taken together. The fold of a lead is FNV-1a 64 of its key's text modulo --folds (without a key: of its\n"
      "0-based row number), so that other programs can judge on the same folds. With --by-time the newest leads are\n"
      "judged by what the older leads teach. A stored scorecard is judged as it is, on all leads;\n"
      "--relearn judges the way it was learned instead. A threshold tells whom calling would have reached and what it\n"
      "would have brought.\n";
  command.options = {
      {"scorecard", "S", "judge this scorecard as it is, by name or name@version"},
      {"relearn", "",
       "with --scorecard: learn it anew on the other folds, with the method and columns that taught it"}};
  for (OptionSpec& option : judgedOptions()) command.options.push_back(std::move(option));
  for (OptionSpec& option : trainingOptions()) command.options.push_back(std::move(option));
  command.options.push_back(excludeOption());
  command.options.push_back({"folds", "N", "2 to 100; default: 5, and one held out beyond 200,000 leads"});
  command.options.push_back({"by-time", "COL", "judge the newest leads by this date; auto: find the date"});
  command.options.push_back({"holdout", "F", "with --by-time: the share to judge, 0.01 to 0.5; default: 0.2"});
  command.options.push_back({"predictions", "FILE", "write key,fold,actual,probability of every judged lead as CSV"});
  command.options.push_back({"curves", "", "with --json: also ROC, precision, gain, lift and calibration curves"});
  for (OptionSpec& option : thresholdOptions()) command.options.push_back(std::move(option));
  command.examples = {{"evaluate --method boosted --target Converted --json", "honest figures of a method"},
                      {"evaluate --scorecard 'Before contact rules'", "a scorecard on all leads"},
                      {"evaluate --method logistic --by-time auto", "would it have worked on the newest leads?"},
                      {"evaluate --method boosted --capacity 500 --value-of-win 100 --cost-of-call 5", "whom to call"}};
  command.run = runEvaluate;
  return command;
}

}  // namespace leadlight
