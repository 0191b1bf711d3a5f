#pragma once

#include <string>
#include <vector>

#include "app/cli/command.h"
#include "model/base/json_writer.h"
#include "scoring/evaluate/evaluate.h"
#include "scoring/evaluate/warnings.h"

namespace leadlight {

// What train, evaluate, leakage and compare share: the leads, the outcome, and how figures are printed.

// The dataset's leads in memory and the outcome to learn.
struct LearningTask {
  Dataset dataset;
  Frame frame;
  Target target;
  std::vector<std::string> afterContact;  // columns that the schema marks
};
// The scorecards that a command judges.
using Judged = std::vector<const RegisteredScorecard*>;
// Of --dataset (default: that of the scorecards), --target (default: what they were learned for, else the dataset's)
// and --positive (default: theirs, or the obvious one of two values). Errors: Usage when nothing says it,
// UnknownColumn, NotTrainable.
Result<LearningTask> learningTask(const Call& call, Store& store, const Judged& judged = {});

// Errors: NotTrainable, naming the values there are, when the leads have one outcome only. REQUIRES: `outcome` is
// checkTarget of the task
Status needBothOutcomes(const LearningTask& task, const TargetReport& outcome);

// --method (default: `otherwise`), --exclude, --seed and --monotone. Errors: Usage, UnknownColumn.
Result<TrainOptions> trainOptionsOf(const Call& call, const Dataset& dataset, Method otherwise);

OptionSpec targetOption();
OptionSpec positiveOption();
std::vector<OptionSpec> judgedOptions();  // both, and --dataset, where a scorecard may be judged
OptionSpec excludeOption();
std::vector<OptionSpec> trainingOptions();  // those of trainOptionsOf but --exclude

// Folds of the leads by their keys; one held out of them when there are so many leads that folds would take too long.
Result<Partition> foldsFor(const Call& call, Store& store, const LearningTask& task, unsigned folds, bool always);
const char* nameOf(Partition::Kind kind);  // "folds", "holdout", "time"

// Fields of an open object: "auc" … "positives", the interval "auc_low", "auc_high"; of a method
// "ece_before" and "log_loss_before", its calibration.
void writeMetrics(JsonWriter& json, const Evaluation& evaluation);
// "bands": [{"name","from","leads","converted","rate","low","high"}], "bands_monotonic"
void writeBands(JsonWriter& json, const std::vector<BandConversion>& bands);
// `name`: the array alone
void writeBandList(JsonWriter& json, const char* name, const std::vector<BandConversion>& bands);
// "warnings": [{"code","column","message"}]
void writeWarnings(JsonWriter& json, const std::vector<Warning>& warnings);
// "left_out": [{"column","why"}]
void writeLeftOut(JsonWriter& json, const std::vector<LeftOut>& leftOut);

void printMetrics(std::ostream& out, const Evaluation& evaluation);
void printBands(std::ostream& out, const std::vector<BandConversion>& bands);
void printWarnings(std::ostream& out, const std::vector<Warning>& warnings);

}  // namespace leadlight
