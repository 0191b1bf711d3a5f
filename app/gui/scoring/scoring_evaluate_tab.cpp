#include "app/gui/scoring/scoring_evaluate_tab.h"

#include <QBoxLayout>
#include <QComboBox>
#include <QGridLayout>
#include <QLabel>
#include <algorithm>
#include <cmath>

#include "app/gui/scoring/scoring_curves.h"
#include "app/gui/scoring/scoring_training.h"
#include "app/gui/scoring/scoring_words.h"
#include "app/gui/sentences.h"
#include "app/gui/session.h"
#include "app/gui/shipped_words.h"
#include "scoring/train/time_split.h"
#include "widgets/charts/chart_text.h"
#include "widgets/format.h"
#include "widgets/kit/card.h"
#include "widgets/kit/kpi_tile.h"
#include "widgets/kit/progress_strip.h"

namespace leadlight {

namespace {

constexpr int roomForTiles = 860;  // px
// Fewer wins or losses than this say little of any scorecard.
constexpr std::uint64_t fewOutcomes = 50;

// The log-loss and the Brier score of always saying the average.
double blindLogLoss(double rate) {
  return rate <= 0 || rate >= 1 ? 0 : -rate * std::log(rate) - (1 - rate) * std::log(1 - rate);
}

}  // namespace

ScoringEvaluateTab::ScoringEvaluateTab(Session& session, QWidget* parent)
    : ScoringTab(parent), session_(session), job_(this, pool_) {
  pool_.setMaxThreadCount(1);
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->setSpacing(12);
  layout->addWidget(makeHead());
  progress_ = new ProgressStrip;
  progress_->hide();
  layout->addWidget(progress_);
  for (int i = 0; i < 7; ++i) {
    tiles_.push_back(new KpiTile);
    tiles_.back()->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);  // all as wide, whatever they say
  }
  layout->addWidget(body_ = makeBody(), 1);
  layout->addWidget(instead_ = new QWidget, 1);
  instead_->hide();
  connect(progress_, &ProgressStrip::actionClicked, this, [this] { job_.cancel(); });
}

ScoringEvaluateTab::~ScoringEvaluateTab() = default;

void ScoringEvaluateTab::resizeEvent(QResizeEvent* event) {
  ScoringTab::resizeEvent(event);
  layTiles();
}

// In one row where each has room for its number, else in two that are both filled.
void ScoringEvaluateTab::layTiles() {
  const int count = static_cast<int>(tiles_.size());
  const int across = width() < roomForTiles ? (count + 1) / 2 : count;
  if (across == tilesAcross_) return;
  tilesAcross_ = across;
  for (int i = 0; i < count; ++i) {
    KpiTile* tile = tiles_[static_cast<std::size_t>(i)];
    for (QHBoxLayout* row : tileRows_) row->removeWidget(tile);
    tileRows_[i < across ? 0 : 1]->addWidget(tile, 1);
  }
}

QWidget* ScoringEvaluateTab::makeHead() {
  const ResultHead head = makeResultHead();
  result_ = head.result;
  basis_ = head.basis;
  head.words->addWidget(warning_ = wrappingLabel(TextRole::Caption));
  setTone(*warning_, Tone::Warning);
  way_ = new QComboBox;
  way_->setAccessibleName(tr("How to judge"));
  way_->addItems({tr("5 folds"), tr("The newest fifth")});
  way_->setToolTip(
      tr("5 folds: every lead is judged by what the others teach. The newest fifth: by what older leads "
         "teach, as in daily use."));
  evaluate_ = new Button(Icon::Target, tr("Evaluate"), ButtonKind::Plain);
  head.across->addWidget(way_);
  head.across->addWidget(evaluate_);
  connect(evaluate_, &QPushButton::clicked, this, &ScoringEvaluateTab::evaluate);
  return head.card;
}

QWidget* ScoringEvaluateTab::makeBody() {
  auto* host = new QWidget;
  auto* rows = new QVBoxLayout(host);
  rows->setContentsMargins(0, 0, 0, 0);
  rows->setSpacing(12);
  auto* tiles = new QVBoxLayout;
  tiles->setSpacing(8);
  for (QHBoxLayout*& row : tileRows_) {
    tiles->addLayout(row = new QHBoxLayout);
    row->setSpacing(8);
  }
  layTiles();
  rows->addLayout(tiles);
  auto* grid = new QGridLayout;
  grid->setSpacing(12);
  rows->addLayout(grid, 1);
  const std::pair<QString, QString> names[] = {
      {tr("Gain"), tr("Conversions found, best scores first")},
      {tr("ROC"), tr("Conversions found against others called")},
      {tr("Precision and recall"), tr("How pure the list is as it grows")},
      {tr("Lift"), tr("Times the average conversion")},
      {tr("Calibration"), {}},
  };
  int place = 0;
  for (const auto& [title, subtitle] : names) {
    auto* chart = new CurveChart;
    auto* card = new Card(title);
    card->setSubtitle(subtitle);
    card->body()->setContentsMargins(6, 2, 4, 6);
    card->body()->addWidget(chart, 1);
    charts_.push_back(chart);
    calibrationCard_ = card;
    if (place < 3)
      grid->addWidget(card, 0, place * 2, 1, 2);
    else
      grid->addWidget(card, 1, (place - 3) * 3, 1, 3);
    ++place;
  }
  for (int column = 0; column < 6; ++column) grid->setColumnStretch(column, 1);
  return host;
}

void ScoringEvaluateTab::show(const ScoringScene& scene) {
  const bool same = scene.study == scene_.study;
  const bool other =
      !scene.scorecard() || !scene_.scorecard() || scene.scorecard()->stored.id != scene_.scorecard()->stored.id;
  if (other || scene.snapshot != scene_.snapshot) {
    job_.cancel();
    fault_.clear();
  }
  scene_ = scene;
  refresh();
  if (!same || other) showStudy();
}

void ScoringEvaluateTab::refresh() {
  const RegisteredScorecard* registered = scene_.scorecard();
  const bool running = job_.running() || reading_;
  const bool learned = registered && isLearned(registered->scorecard);
  const bool possible = learned && scene_.snapshot->target && scene_.snapshot->frame.rows() > 0;
  evaluate_->setEnabled(possible && !running);
  way_->setEnabled(possible && !running);
  way_->setVisible(!registered || learned);
  evaluate_->setVisible(!registered || learned);
  progress_->setVisible(running);
}

void ScoringEvaluateTab::evaluate() {
  const RegisteredScorecard* registered = scene_.scorecard();
  if (!registered || !scene_.snapshot->target || reading_ || job_.running()) return;
  fault_.clear();
  progress_->display(
      {Strip::State::Running, tr("Evaluating %1").arg(scorecardTitle(registered->stored.name)), {}, -1, tr("Cancel")});
  if (way_->currentIndex() == Newest) return run(std::nullopt);
  reading_ = true;
  refresh();
  session_.read<Result<Partition>>(
      this, [snapshot = scene_.snapshot](Store& store) { return foldsOf(store, *snapshot, false); },
      [this, asked = scene_.snapshot](const Result<Partition>& partition) {
        reading_ = false;
        if (asked != scene_.snapshot) return refresh();  // other leads by now
        if (partition) return run(*partition);
        fault_ = sentenceOf(partition.error());
        refresh();
        showStudy();
      });
}

void ScoringEvaluateTab::run(const std::optional<Partition>& partition) {
  const qint64 id = scene_.scorecard()->stored.id;
  job_.run(
      [snapshot = scene_.snapshot, scorecard = scene_.scorecard()->scorecard,
       partition](const Progress& progress) -> Result<StudyPtr> {
        if (partition) return studyUnseen(scorecard, snapshot->frame, *snapshot->target, *partition, progress);
        const Column* dates = timeColumn(snapshot->frame, {}, {});
        if (!dates)
          return Error{Errc::NotTrainable, "The leads have no date that parts older from newer ones.", "", {}};
        const Result<Partition> newest = byTime(snapshot->frame, dates->name());
        if (!newest) return newest.error();
        return studyUnseen(scorecard, snapshot->frame, *snapshot->target, *newest, progress);
      },
      [this, id, event = scene_.snapshot->event](const Result<StudyPtr>& study) {
        // Judged on leads that have changed since: of no use.
        if (event == session_.snapshot()->event) take(id, study);
        refresh();
      },
      [this](const Tick& tick) {
        Strip strip = progress_->strip();
        strip.share = tick.total > 0 ? static_cast<double>(tick.done) / static_cast<double>(tick.total) : -1;
        if (strip.share >= 0) strip.figures = formatPercent(strip.share, 0);
        progress_->display(strip);
      });
  refresh();
}

void ScoringEvaluateTab::take(qint64 scorecardId, const Result<StudyPtr>& study) {
  if (!study) fault_ = sentenceOf(study.error());
  refresh();
  if (study)
    emit studied(scorecardId, *study);
  else
    showStudy();
  emit settledChanged();
}

void ScoringEvaluateTab::showStudy() {
  warning_->setVisible(!fault_.isEmpty());
  warning_->setText(fault_);
  if (!scene_.study) {
    result_->setText(tr("Counting…"));
    basis_->setText({});
    return;
  }
  const ScoringStudy& study = *scene_.study;
  body_->setVisible(study.hasOutcome);
  instead_->setVisible(!study.hasOutcome);
  basis_->setText(basisSentence(study));
  setTone(*basis_, study.honest() ? Tone::None : Tone::Warning);
  showWords(study);
  showTiles(study);
  const CurveModel calibration = calibrationModel(study);
  calibrationCard_->setTitle(calibration.title);
  calibrationCard_->setSubtitle(study.calibration.empty() ? groupsWords(calibration)
                                                          : tr("What was predicted and what came, with 95% intervals"));
  const CurveModel models[] = {gainModel(study), rocModel(study), prModel(study), liftModel(study), calibration};
  for (std::size_t i = 0; i < charts_.size(); ++i) charts_[i]->display(models[i]);
}

void ScoringEvaluateTab::showWords(const ScoringStudy& study) {
  const Metrics& metrics = study.evaluation.metrics;
  const std::uint64_t lost = metrics.rows - metrics.positives;
  QStringList warnings;
  if (!fault_.isEmpty()) warnings << fault_;
  if (!study.hasOutcome) {
    result_->setText(tr("Without a known outcome there is nothing to judge by."));
  } else if (std::isnan(metrics.auc)) {
    result_->setText(tr("All leads have the same outcome, so there is nothing to tell apart."));
  } else {
    const Estimate& auc = study.evaluation.auc;
    QString words = tr("Of two leads, one converted and one not, it puts the right one first in %1 (%2 to %3).")
                        .arg(formatPercent(metrics.auc), formatPercent(auc.low), formatPercent(auc.high));
    if (auc.high < 0.5) words = tr("It ranks leads the wrong way round. ") + words;
    if (auc.low <= 0.5 && auc.high >= 0.5) words = tr("It ranks no better than chance on these leads. ") + words;
    result_->setText(words);
    if (std::min(metrics.positives, lost) < fewOutcomes)
      warnings << tr("Too little data to trust: %1 converted, %2 did not.")
                      .arg(formatCount(metrics.positives), formatCount(lost));
  }
  if (study.hasOutcome && study.bands.size() > 1 && !isMonotonic(study.bands))
    warnings << tr("The bands are not in order: a lower one converts better than the one above it.");
  warning_->setVisible(!warnings.isEmpty());
  warning_->setText(warnings.join(QLatin1Char(' ')));
}

void ScoringEvaluateTab::showTiles(const ScoringStudy& study) {
  const Estimate& auc = study.evaluation.auc;
  const QString interval =
      std::isnan(auc.low) ? QString() : tr("%1 to %2").arg(metricText(auc.low), metricText(auc.high));
  const Metrics& metrics = study.evaluation.metrics;
  const double rate = wilson(metrics.positives, metrics.rows).rate;
  const auto tile = [](const QString& caption, const QString& number, const QString& note, const QString& brief = {}) {
    Kpi kpi;
    kpi.caption = caption;
    kpi.number = number;
    kpi.note = note;
    kpi.noteShort = brief;
    return kpi;
  };
  const double before = study.evaluation.eceBefore;
  // Points that are no chance have no figures of one.
  const auto chance = [&](const QString& caption, double figure, const QString& note, const QString& brief = {}) {
    return study.evaluation.probability.empty()
               ? tile(caption, metricText(figure), tr("points give no chance"), tr("points only"))
               : tile(caption, metricText(figure), note, brief);
  };
  const bool flattered = !study.honest() && study.heldBackAuc;
  const Kpi kpis[] = {
      tile(study.honest() ? tr("AUC") : tr("AUC, seen leads"), metricText(metrics.auc),
           flattered ? tr("held back: %1").arg(metricText(*study.heldBackAuc)) : interval),
      tile(tr("PR-AUC"), metricText(metrics.prAuc), tr("by chance %1").arg(metricText(rate))),
      chance(tr("Log-loss"), metrics.logLoss, tr("blind guess %1").arg(metricText(blindLogLoss(rate)))),
      chance(tr("Brier"), metrics.brier, tr("blind guess %1").arg(metricText(rate * (1 - rate)))),
      chance(tr("ECE"), metrics.ece,
             std::isnan(before) ? tr("mean gap to what came") : tr("before calibration %1").arg(metricText(before)),
             std::isnan(before) ? tr("mean gap") : tr("before %1").arg(metricText(before))),
      tile(tr("Lift at 10%"), formatDecimal(metrics.lift10, 2), tr("times the average")),
      tile(tr("Capture at 20%"), formatPercent(metrics.capture20), tr("of all conversions"), tr("of conversions")),
  };
  for (std::size_t i = 0; i < tiles_.size(); ++i) tiles_[i]->display(kpis[i]);
}

}  // namespace leadlight
