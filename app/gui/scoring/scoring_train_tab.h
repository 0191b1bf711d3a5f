#pragma once

#include <QThreadPool>

#include "app/gui/job.h"
#include "app/gui/scoring/scoring_tab.h"
#include "app/gui/scoring/scoring_training.h"

namespace leadlight {

class Button;
class Card;
class ProgressStrip;
class Session;

// Asks what to foretell and from what, learns in the background, and says how the result does on leads it had not seen.
class ScoringTrainTab final : public ScoringTab {
  Q_OBJECT

 public:
  explicit ScoringTrainTab(Session& session, QWidget* parent = nullptr);
  ~ScoringTrainTab() override;

  void show(const ScoringScene& scene) override;
  bool settled() const override { return !choicesJob_.running() && !flagsJob_.running() && !learning(); }
  bool learning() const { return reading_ || learnJob_.running(); }
  void cancel();

  TrainForm* form() { return form_; }
  ProgressStrip* progress() { return progress_; }
  QLabel* result() { return result_; }

 signals:
  // Learned and judged; `study` is what it does on leads it had not seen, as they were at `event` (Snapshot::event).
  void learned(const leadlight::NewVersion& version, const leadlight::StudyPtr& study, qint64 event);

 private:
  void takeChoices(TrainingChoices choices);
  void outcomeChanged();
  void start();
  void run(const TrainWish& wish, const Partition& partition);
  void take(const Result<LearnedScorecard>& learnt, qint64 event);
  void showTick(const Tick& tick);
  void say(const QString& sentence, Tone tone);

  Session& session_;
  ScoringScene scene_;
  SnapshotPtr shown_;
  bool reading_ = false;  // the folds, before learning
  bool stopWanted_ = false;
  TrainForm* form_;
  ProgressStrip* progress_;
  Card* resultCard_;
  QLabel* result_;

  // The pool goes after the jobs: its destructor waits for them.
  QThreadPool pool_;
  Job<TrainingChoices> choicesJob_;
  Job<std::vector<TrainFlag>> flagsJob_;
  Job<Result<LearnedScorecard>> learnJob_;
};

}  // namespace leadlight
