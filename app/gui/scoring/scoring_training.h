#pragma once

#include <vector>

#include "app/gui/scoring/scoring_study.h"
#include "app/gui/snapshot.h"
#include "widgets/train_form.h"

namespace leadlight {

// What can be learned from a snapshot's leads, for the form.
struct TrainingChoices {
  std::vector<TrainTarget> targets;
  int target = -1;  // the dataset's own
  std::vector<TrainColumn> columns;
};
// For a worker.
TrainingChoices trainingChoices(const Snapshot& snapshot);
// What to look at before learning from the columns, most suspect first. For a worker; empty when interrupted.
std::vector<TrainFlag> trainingFlags(const Snapshot& snapshot, const Target& target, const Progress& progress);
std::vector<TrainMethod> trainingMethods();

// A scorecard learned as wished, and what it does on leads that it had not seen.
struct LearnedScorecard {
  Scorecard scorecard;  // with the figures of unseen leads in its provenance
  StudyPtr study;
  std::vector<LeftOut> leftOut;
};
// Judged by `partition`. Stages: "train", "evaluate". Errors: those of trainScorecard.
Result<LearnedScorecard> learn(const Snapshot& snapshot, const TrainWish& wish, const Partition& partition,
                               const Progress& progress);
// The folds that the leads' keys give; `brief`: of very many leads only one is judged. For a worker, since a million
// keys take long to read and to copy. Errors: those of readKeys.
Result<Partition> foldsOf(Store& store, const Snapshot& snapshot, bool brief);
Target targetOf(const TrainWish& wish);

}  // namespace leadlight
