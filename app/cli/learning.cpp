#include "app/cli/learning.h"

#include <algorithm>
#include <cmath>
#include <map>

#include "app/cli/lead_query.h"
#include "app/cli/text_table.h"
#include "model/base/text.h"

namespace leadlight {

namespace {

// Leads beyond which five trainings take too long for one command.
constexpr std::size_t manyLeads = 200'000;

Result<std::string> targetColumn(const Call& call, const Dataset& dataset, const std::vector<Target>& known) {
  const auto given = call.args.value("target");
  if (!given)
    for (const Target& target : known)
      if (dataset.find(target.column) != nullptr) return target.column;
  if (!given)
    return usageError("The dataset '" + dataset.name + "' does not say which column is the outcome: --target COL.");
  const auto column = resolveColumn(dataset, *given);
  if (!column) return column.error();
  if (column->source != NamedColumn::Source::Stored) return usageError("--target needs a column of the dataset.");
  return column->name;
}

using ValueCounts = std::map<std::string, std::uint64_t>;

ValueCounts countedValues(const Column& column) {
  ValueCounts seen;
  for (std::size_t row = 0; row < column.rows(); ++row)
    if (!column.isMissing(row)) ++seen[column.textAt(row)];
  return seen;
}

// "its values are 0 (5,679 leads), 1 (3,561 leads)": the most frequent ones.
std::string valuesText(const ValueCounts& seen) {
  constexpr std::size_t most = 5;
  std::vector<std::pair<std::string, std::uint64_t>> values(seen.begin(), seen.end());
  std::stable_sort(values.begin(), values.end(), [](const auto& a, const auto& b) { return a.second > b.second; });
  std::vector<std::string> texts;
  for (const auto& [value, leads] : values)
    if (texts.size() < most) texts.push_back(shortened(value, 40) + " (" + counted(leads, "lead", "leads") + ")");
  if (values.empty()) return "no lead has a value there";
  return "its values are " + joined(texts, ", ") +
         (values.size() > most ? " and " + grouped(values.size() - most) + " others" : "");
}

Result<std::vector<std::string>> positivesOf(const Call& call, const Column& column, const std::vector<Target>& known) {
  if (call.args.has("positive")) return call.args.values("positive");
  for (const Target& target : known)
    if (target.column == column.name() && !target.positives.empty()) return target.positives;
  if (const auto positive = obviousPositive(column)) return std::vector<std::string>{*positive};
  const ValueCounts seen = countedValues(column);
  if (seen.size() < 2)
    return Error{Errc::NotTrainable,
                 column.name() + " cannot tell who converted: " +
                     (seen.empty() ? "no lead has a value there." : "all its leads have " + seen.begin()->first + "."),
                 column.name(),
                 {column.name()}};
  return usageError("It is not obvious which value of " + column.name() + " means converted: " + valuesText(seen) +
                    ". Choose by --positive VALUE.");
}

Error oneOutcome(const Target& target, const Column& column, bool allConverted) {
  const std::string positives = joined(target.positives, " or ");
  return {Errc::NotTrainable,
          (allConverted ? "Every lead with a known outcome has " : "No lead has ") + target.column + " at " +
              positives + (allConverted ? "; leads that did not convert are needed too" : "") + ": " +
              valuesText(countedValues(column)) + ". Choose what means converted by --positive VALUE.",
          target.column,
          {target.column, positives}};
}

Result<std::string> storedColumn(const Dataset& dataset, const std::string& name, const char* option) {
  const auto column = resolveColumn(dataset, std::string(trimmed(name)));
  if (!column) return column.error();
  if (column->source != NamedColumn::Source::Stored)
    return usageError(std::string("--") + option + " names columns of the dataset, not " + column->name + ".");
  return column->name;
}

Status readMonotone(const Dataset& dataset, const std::string& text, TrainOptions& options) {
  for (const std::string& item : split(text, ',')) {
    const std::size_t colon = item.rfind(':');
    const std::string direction = colon == std::string::npos ? "" : std::string(trimmed(item.substr(colon + 1)));
    if (direction != "rising" && direction != "falling")
      return usageError("--monotone needs COL:rising or COL:falling, not '" + item + "'.");
    const auto column = storedColumn(dataset, item.substr(0, colon), "monotone");
    if (!column) return column.error();
    const Direction asked = direction == "rising" ? Direction::Rising : Direction::Falling;
    if (const auto [had, isNew] = options.monotone.emplace(*column, asked); !isNew && had->second != asked)
      return usageError("--monotone asks for " + *column + " to rise and to fall; ask for one of them.");
  }
  return {};
}

const char* nameOf(LeftOut::Why why) {
  static constexpr const char* names[] = {"excluded", "constant", "no_values", "identifier", "target", "not_needed"};
  return names[static_cast<std::size_t>(why)];
}

}  // namespace

Result<LearningTask> learningTask(const Call& call, Store& store, const Judged& judged) {
  const auto dataset =
      store.dataset(call.args.valueOr("dataset", judged.empty() ? call.dataset() : judged.front()->stored.dataset));
  if (!dataset) return dataset.error();
  std::vector<Target> known;
  for (const RegisteredScorecard* one : judged)
    known.push_back({one->scorecard.provenance.target, one->scorecard.provenance.positives});
  if (dataset->target) known.push_back({*dataset->target, dataset->positives});
  const auto column = targetColumn(call, *dataset, known);
  if (!column) return column.error();
  ProgressLine line(call.io, call.quiet || call.json);
  auto frame = readFrame(store, dataset->name, {}, line.progress());
  if (!frame) return frame.error();
  auto positives = positivesOf(call, *frame->find(*column), known);
  if (!positives) return positives.error();
  LearningTask task{*dataset, *std::move(frame), {*column, *std::move(positives)}, {}};
  if (call.args.has("positive")) {
    const auto outcome = checkTarget(task.frame, task.target);
    if (!outcome) return outcome.error();
    if (outcome->positives == 0) return oneOutcome(task.target, *task.frame.find(*column), false);
  }
  for (const DatasetColumn& one : dataset->columns)
    if (one.afterContact) task.afterContact.push_back(one.name);
  return task;
}

Status needBothOutcomes(const LearningTask& task, const TargetReport& outcome) {
  if (outcome.positives != 0 && outcome.positives != outcome.rows) return {};
  return oneOutcome(task.target, *task.frame.find(task.target.column), outcome.positives != 0);
}

Result<TrainOptions> trainOptionsOf(const Call& call, const Dataset& dataset, Method otherwise) {
  TrainOptions options;
  options.method = otherwise;
  if (const auto name = call.args.value("method")) {
    const auto method = methodNamed(*name);
    if (!method) return usageError("--method is auto, frequency, logistic or boosted, not '" + *name + "'.");
    options.method = *method;
  }
  for (const std::string& list : call.args.values("exclude"))
    for (const std::string& name : split(list, ',')) {
      if (trimmed(name).empty()) continue;
      auto column = storedColumn(dataset, name, "exclude");
      if (!column) return column.error();
      options.exclude.push_back(*std::move(column));
    }
  const auto seed = call.args.number("seed");
  if (!seed) return seed.error();
  options.seed = seed->value_or(options.seed);
  if (const auto monotone = call.args.value("monotone"))
    if (const Status read = readMonotone(dataset, *monotone, options); !read) return read.error();
  return options;
}

OptionSpec targetOption() { return {"target", "COL", "the outcome column; default: the dataset's"}; }

OptionSpec positiveOption() {
  return {"positive", "V",
          "a value that means converted, may be given several times; default: the dataset's, or the obvious one of two",
          true};
}

std::vector<OptionSpec> judgedOptions() {
  return {{"target", "COL", "the outcome column; default: what the scorecard was learned for, else the dataset's"},
          {"positive", "V",
           "a value that means converted, may be given several times; default: the scorecard's, else the dataset's, or "
           "the obvious one of two",
           true},
          {"dataset", "D", "the dataset; default: the scorecard's, else leads"}};
}

OptionSpec excludeOption() { return {"exclude", "A,B", "columns not to learn from; default: none", true}; }

std::vector<OptionSpec> trainingOptions() {
  return {{"method", "M", "auto, frequency, logistic or boosted; default: auto"},
          {"seed", "N", "another seed, another dealing of the leads in inner choices; default: 1"},
          {"monotone", "COL:rising,…", "numbers or dates whose points must rise or fall with the value"}};
}

Result<Partition> foldsFor(const Call& call, Store& store, const LearningTask& task, unsigned folds, bool always) {
  ProgressLine line(call.io, call.quiet || call.json);
  const auto keys = readKeys(store, task.dataset.name, task.frame, line.progress());
  if (!keys) return keys.error();
  return always || keys->size() <= manyLeads ? byFolds(*keys, folds) : byHoldout(*keys, folds);
}

const char* nameOf(Partition::Kind kind) {
  static constexpr const char* names[] = {"folds", "holdout", "time"};
  return names[static_cast<std::size_t>(kind)];
}

void writeMetrics(JsonWriter& json, const Evaluation& evaluation) {
  const Metrics& metrics = evaluation.metrics;
  json.field("auc", metrics.auc).field("pr_auc", metrics.prAuc).field("log_loss", metrics.logLoss);
  json.field("brier", metrics.brier).field("ece", metrics.ece).field("lift_10", metrics.lift10);
  json.field("capture_20", metrics.capture20).field("rows", metrics.rows).field("positives", metrics.positives);
  json.field("auc_low", evaluation.auc.low).field("auc_high", evaluation.auc.high);
  if (std::isfinite(evaluation.eceBefore))
    json.field("ece_before", evaluation.eceBefore).field("log_loss_before", evaluation.logLossBefore);
}

void writeBandList(JsonWriter& json, const char* name, const std::vector<BandConversion>& bands) {
  json.key(name).beginArray();
  for (const BandConversion& band : bands) {
    const Rate rate = band.rate();
    json.beginObject().field("name", band.band.name).field("from", band.band.from).field("leads", band.leads);
    json.field("converted", band.converted).field("rate", rate.rate);
    json.field("low", rate.low).field("high", rate.high).endObject();
  }
  json.endArray();
}

void writeBands(JsonWriter& json, const std::vector<BandConversion>& bands) {
  writeBandList(json, "bands", bands);
  json.field("bands_monotonic", isMonotonic(bands));
}

void writeWarnings(JsonWriter& json, const std::vector<Warning>& warnings) {
  json.key("warnings").beginArray();
  for (const Warning& warning : warnings)
    json.beginObject()
        .field("code", nameOf(warning.kind))
        .field("column", warning.column)
        .field("message", warning.sentence)
        .endObject();
  json.endArray();
}

void writeLeftOut(JsonWriter& json, const std::vector<LeftOut>& leftOut) {
  json.key("left_out").beginArray();
  for (const LeftOut& one : leftOut)
    json.beginObject().field("column", one.column).field("why", nameOf(one.why)).endObject();
  json.endArray();
}

}  // namespace leadlight
