#include "app/gui/scoring/scoring_train_tab.h"

#include <QBoxLayout>
#include <QLabel>
#include <algorithm>

#include "app/gui/scoring/scoring_words.h"
#include "app/gui/sentences.h"
#include "app/gui/session.h"
#include "app/gui/shipped_words.h"
#include "widgets/format.h"
#include "widgets/kit/card.h"
#include "widgets/kit/progress_strip.h"

namespace leadlight {

ScoringTrainTab::ScoringTrainTab(Session& session, QWidget* parent)
    : ScoringTab(parent),
      session_(session),
      form_(new TrainForm),
      progress_(new ProgressStrip),
      resultCard_(new Card),
      result_(wrappingLabel(TextRole::Body)),
      choicesJob_(this, pool_),
      flagsJob_(this, pool_),
      learnJob_(this, pool_) {
  pool_.setMaxThreadCount(2);
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->setSpacing(12);
  resultCard_->body()->setContentsMargins(18, 12, 18, 12);
  resultCard_->body()->addWidget(result_);
  progress_->hide();
  form_->setMethods(trainingMethods());
  say(tr("Choose an outcome and train: the leads teach the points, and leads held back say how good they are."),
      Tone::None);
  layout->addWidget(resultCard_);
  layout->addWidget(progress_);
  layout->addWidget(form_, 1);
  connect(form_, &TrainForm::outcomeChanged, this, &ScoringTrainTab::outcomeChanged);
  connect(form_, &TrainForm::trainWanted, this, &ScoringTrainTab::start);
  connect(progress_, &ProgressStrip::actionClicked, this, &ScoringTrainTab::cancel);
}

void ScoringTrainTab::cancel() {
  if (!learning()) return;
  stopWanted_ = true;
  learnJob_.cancel();
  Strip strip = progress_->strip();
  strip.state = Strip::State::Stopping;
  strip.action.clear();
  progress_->display(strip);
}

ScoringTrainTab::~ScoringTrainTab() = default;

void ScoringTrainTab::say(const QString& sentence, Tone tone) {
  result_->setText(sentence);
  setTone(*result_, tone);
}

void ScoringTrainTab::show(const ScoringScene& scene) {
  scene_ = scene;
  // Other scores of the same leads change nothing here.
  const bool same = shown_ && shown_->event == scene.snapshot->event &&
                    shown_->datasetName == scene.snapshot->datasetName && shown_->target == scene.snapshot->target;
  if (same) return;
  shown_ = scene.snapshot;
  choicesJob_.run([snapshot = shown_](const Progress&) { return trainingChoices(*snapshot); },
                  [this](TrainingChoices choices) { takeChoices(std::move(choices)); });
}

void ScoringTrainTab::takeChoices(TrainingChoices choices) {
  form_->setColumns(std::move(choices.columns));
  form_->setTargets(std::move(choices.targets), choices.target);
  if (form_->wish().name.isEmpty()) form_->setName(tr("Learned"));
  applyThemeTo(*form_, theme_);
  emit settledChanged();
}

void ScoringTrainTab::outcomeChanged() {
  const TrainWish wish = form_->wish();
  flagsJob_.cancel();
  if (!shown_ || wish.target.empty()) {
    form_->setOutcome(form_->hasTargets()
                          ? tr("Choose the column that says how it ended.")
                          : tr("No column of these leads can be an outcome: it needs two values or more."),
                      false);
    return;
  }
  const auto [converted, leads] = form_->outcomeCounts();
  if (converted == 0 || converted == leads) {
    form_->setOutcome(tr("Tick the values that count as converted, and leave others."), false);
    return;
  }
  form_->setOutcome(tr("%1 of %2 leads converted (%3).")
                        .arg(formatCount(converted), formatCount(leads), formatRate(converted, leads)),
                    true);
  flagsJob_.run([snapshot = shown_, target = targetOf(wish)](
                    const Progress& progress) { return trainingFlags(*snapshot, target, progress); },
                [this](std::vector<TrainFlag> flags) {
                  form_->setFlags(std::move(flags));
                  emit settledChanged();
                });
}

void ScoringTrainTab::start() {
  if (learning() || !shown_) return;
  TrainWish wish = form_->wish();
  if (wish.name.isEmpty()) wish.name = tr("Learned");
  reading_ = true;
  stopWanted_ = false;
  form_->setRunning(true);
  progress_->display({Strip::State::Running, tr("Training %1").arg(wish.name), {}, -1, tr("Cancel")});
  progress_->show();
  session_.read<Result<Partition>>(
      this, [snapshot = shown_](Store& store) { return foldsOf(store, *snapshot, true); },
      [this, wish](const Result<Partition>& partition) {
        reading_ = false;
        if (stopWanted_) return take(Error{Errc::Interrupted, "Training was cancelled.", "", {}}, 0);
        if (partition) return run(wish, *partition);
        take(partition.error(), 0);
      });
}

void ScoringTrainTab::run(const TrainWish& wish, const Partition& partition) {
  learnJob_.run([snapshot = shown_, wish,
                 partition](const Progress& progress) { return learn(*snapshot, wish, partition, progress); },
                [this, event = shown_->event](const Result<LearnedScorecard>& learnt) { take(learnt, event); },
                [this](const Tick& tick) { showTick(tick); });
}

// Judging on five folds takes about as long as learning five times.
void ScoringTrainTab::showTick(const Tick& tick) {
  Strip strip = progress_->strip();
  if (strip.state != Strip::State::Running) return;
  const double inStage = tick.total > 0 ? static_cast<double>(tick.done) / static_cast<double>(tick.total) : 0;
  const bool judging = tick.stage == QLatin1String("evaluate");
  strip.share = judging ? 0.2 + 0.8 * inStage : 0.2 * inStage;
  strip.figures = tr("%1, %2").arg(stageWord(tick.stage), formatPercent(strip.share, 0));
  progress_->display(strip);
}

void ScoringTrainTab::take(const Result<LearnedScorecard>& learnt, qint64 event) {
  form_->setRunning(false);
  progress_->hide();
  if (!learnt) {
    const bool stopped = learnt.error().code == Errc::Interrupted;
    say(sentenceOf(learnt.error()), stopped ? Tone::None : Tone::Warning);
    emit settledChanged();
    return;
  }
  const Estimate& auc = learnt->study->evaluation.auc;
  const Metrics& metrics = learnt->study->evaluation.metrics;
  QString words = tr("%1 is learned (%2). On leads it had not seen, the best 20% of scores hold %3 of all conversions; "
                     "AUC %4 (%5 to %6), n = %7.")
                      .arg(scorecardTitle(learnt->scorecard.name), scorecardKindText(learnt->scorecard),
                           formatPercent(metrics.capture20), metricText(auc.value), metricText(auc.low),
                           metricText(auc.high), formatCount(metrics.rows));
  if (auc.low <= 0.5) words += QLatin1Char(' ') + tr("That is no better than chance: these columns do not tell.");
  const auto useless = std::count_if(learnt->leftOut.begin(), learnt->leftOut.end(), [](const LeftOut& column) {
    return column.why != LeftOut::Why::Excluded && column.why != LeftOut::Why::Target;
  });
  if (useless > 0)
    words += QLatin1Char(' ') + tr("%n columns say nothing and were left out.", nullptr, static_cast<int>(useless));
  say(words, auc.low <= 0.5 ? Tone::Warning : Tone::None);
  emit learned({learnt->scorecard, false}, learnt->study, event);
  emit settledChanged();
}

}  // namespace leadlight
