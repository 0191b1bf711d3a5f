#include "app/gui/scoring/scoring_studio_tab.h"

#include <QBoxLayout>
#include <QDoubleSpinBox>
#include <QGridLayout>
#include <QLabel>
#include <QSignalBlocker>
#include <algorithm>
#include <cmath>

#include "app/gui/scoring/scoring_curves.h"
#include "app/gui/scoring/scoring_words.h"
#include "widgets/charts/chart_text.h"
#include "widgets/format.h"
#include "widgets/kit/card.h"
#include "widgets/score_matrix.h"
#include "widgets/value_text.h"

namespace leadlight {

namespace {

constexpr double mostMoneyValue = 1e9;

QDoubleSpinBox* moneyBox(const QString& name, double value) {
  auto* box = new QDoubleSpinBox;
  box->setAccessibleName(name);
  box->setRange(0, mostMoneyValue);
  box->setDecimals(0);
  box->setValue(value);
  box->setButtonSymbols(QAbstractSpinBox::NoButtons);
  box->setFixedWidth(64);
  return box;
}

QString bold(const QString& text) { return QStringLiteral("<b>%1</b>").arg(text.toHtmlEscaped()); }

Card* chartCard(const QString& title, QWidget* chart) {
  auto* card = new Card(title);
  card->body()->setContentsMargins(6, 2, 4, 6);
  card->body()->addWidget(chart, 1);
  return card;
}

}  // namespace

ScoringStudioTab::ScoringStudioTab(QWidget* parent) : ScoringTab(parent) {
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->setSpacing(12);
  layout->addWidget(makeHead());
  layout->addWidget(makeUpper(), 1);
  layout->addWidget(lower_ = makeLower(), 1);
  connect(histogram_, &MirrorHistogram::thresholdMoved, this, &ScoringStudioTab::setThreshold);
  connect(box_, &QDoubleSpinBox::valueChanged, this, &ScoringStudioTab::setThreshold);
  for (QDoubleSpinBox* box : {win_, call_})
    connect(box, &QDoubleSpinBox::valueChanged, this, &ScoringStudioTab::showMoney);
}

QWidget* ScoringStudioTab::makeHead() {
  const ResultHead head = makeResultHead();
  result_ = head.result;
  result_->setTextFormat(Qt::RichText);
  basis_ = head.basis;
  box_ = new QDoubleSpinBox;
  box_->setFixedWidth(84);
  box_->setAccessibleName(tr("Threshold"));
  QLabel* caption = makeLabel(tr("Threshold"), TextRole::Muted);
  caption->setBuddy(box_);
  head.across->addWidget(caption);
  head.across->addWidget(box_);
  return head.card;
}

QWidget* ScoringStudioTab::makeUpper() {
  auto* row = new QWidget;
  auto* across = new QHBoxLayout(row);
  across->setContentsMargins(0, 0, 0, 0);
  across->setSpacing(12);
  histogram_ = new MirrorHistogram;
  histogramCard_ = chartCard({}, histogram_);
  matrix_ = new ScoreMatrixView;
  matrixCard_ = new Card(tr("What the threshold does"));
  matrixCard_->body()->setContentsMargins(16, 4, 14, 4);
  matrixCard_->body()->addWidget(matrix_, 1);
  across->addWidget(histogramCard_, 3);
  across->addWidget(matrixCard_, 2);
  return row;
}

QWidget* ScoringStudioTab::makeLower() {
  auto* row = new QWidget;
  auto* across = new QHBoxLayout(row);
  across->setContentsMargins(0, 0, 0, 0);
  across->setSpacing(12);
  gain_ = new CurveChart;
  calibration_ = new CurveChart;
  money_ = new CurveChart;
  Card* gainCard = chartCard(tr("Gain"), gain_);
  gainCard->setSubtitle(tr("Conversions found, best scores first"));
  calibrationCard_ = chartCard(tr("Calibration"), calibration_);
  Card* moneyCard = chartCard(tr("Money"), money_);
  win_ = moneyBox(tr("Value of a win"), 100);
  call_ = moneyBox(tr("Cost of a call"), 20);
  auto* set = new QHBoxLayout;
  set->setContentsMargins(10, 0, 8, 0);
  set->setSpacing(6);
  set->addWidget(makeLabel(tr("a win earns"), TextRole::Caption));
  set->addWidget(win_);
  set->addWidget(makeLabel(tr("a call costs"), TextRole::Caption));
  set->addWidget(call_);
  set->addStretch(1);
  moneyCard->body()->insertLayout(0, set);
  for (Card* card : {gainCard, calibrationCard_, moneyCard}) across->addWidget(card, 1);
  return row;
}

void ScoringStudioTab::show(const ScoringScene& scene) {
  const bool sameStudy = scene.study == scene_.study;
  scene_ = scene;
  const RegisteredScorecard* registered = scene_.scorecard();
  if (!registered) return;
  if (shownId_ != registered->stored.id) {
    shownId_ = registered->stored.id;
    const std::vector<Band>& bands = registered->scorecard.bands;
    threshold_ = !bands.empty() && std::isfinite(bands.front().from) ? bands.front().from : 50;
  }
  if (!scene_.study) {
    result_->setText(tr("Counting…"));
    return;
  }
  if (!sameStudy) showStudy();
}

void ScoringStudioTab::showStudy() {
  const ScoringStudy& study = *scene_.study;
  const Scorecard& scorecard = scene_.scorecard()->scorecard;
  const std::vector<Ranking::Step>& steps = study.ranking.steps();
  std::tie(low_, high_) = std::pair(0.0, 100.0);
  if (scorecard.link == Link::Identity && !steps.empty()) {
    const double step = roundStep(std::max(1.0, steps.front().score - std::min(0.0, steps.back().score)), 10, 0);
    low_ = std::floor(std::min(0.0, steps.back().score) / step) * step;
    high_ = std::max(low_ + step, std::ceil(steps.front().score / step) * step);
  }
  step_ = high_ - low_ >= 20 ? 1 : roundStep(high_ - low_, 100, 0);
  MirrorModel bins = histogramModel(study, low_, high_, step_, scoreBinWidth({&study}, high_ - low_, 50));
  high_ = bins.high;
  {
    const QSignalBlocker quiet(box_);
    box_->setDecimals(step_ >= 1 ? (std::floor(threshold_) == threshold_ ? 0 : 1) : 2);
    box_->setRange(low_, high_);
    box_->setSingleStep(step_);
  }
  lower_->setVisible(study.hasOutcome);
  histogramCard_->setTitle(study.hasOutcome ? tr("Scores by outcome") : tr("Scores"));
  histogramCard_->setSubtitle(study.hasOutcome
                                  ? tr("Drag the line, or press Left and Right. Converted above, the rest below.")
                                  : tr("Drag the line, or press Left and Right."));
  histogram_->display(std::move(bins));
  gain_->display(gainModel(study));
  const CurveModel calibration = calibrationModel(study);
  calibrationCard_->setTitle(calibration.title);
  calibrationCard_->setSubtitle(study.calibration.empty()
                                    ? groupsWords(calibration)
                                    : tr("Mean gap %1 points").arg(formatDecimal(100 * study.evaluation.metrics.ece)));
  calibration_->display(calibration);
  basis_->setText(basisSentence(study));
  setTone(*basis_, study.honest() ? Tone::None : Tone::Warning);
  threshold_ = std::clamp(threshold_, low_, high_);
  showThreshold();
}

void ScoringStudioTab::setThreshold(double threshold) {
  if (threshold == threshold_) return;
  threshold_ = threshold;
  if (scene_.study) showThreshold();
  emit thresholdMoved(threshold_);
}

Economics ScoringStudioTab::economics() const { return {win_->value(), call_->value()}; }

void ScoringStudioTab::showThreshold() {
  {
    const QSignalBlocker quiet(box_);
    if (std::floor(threshold_) != threshold_ && box_->decimals() == 0) box_->setDecimals(1);
    box_->setValue(threshold_);
  }
  const ScoringStudy& study = *scene_.study;
  const CallList list = callListAt(study.ranking, threshold_, economics());
  const Confusion& called = list.confusion;
  histogram_->setThreshold(threshold_, study.hasOutcome ? MirrorCalls{called.truePositives, called.falsePositives}
                                                        : MirrorCalls{called.truePositives + called.falsePositives, 0});
  showWords(list);
  ScoreMatrix matrix;
  matrix.threshold = shortestNumber(threshold_);
  matrix.won = list.confusion.truePositives;
  matrix.missed = list.confusion.falseNegatives;
  matrix.inVain = list.confusion.falsePositives;
  matrix.leftAlone = list.confusion.trueNegatives;
  matrix.reachWords = tr("%1 reached").arg(formatPercent(list.recall));
  matrix.calledWords = tr("%1 convert").arg(formatRate(matrix.won, list.calls));
  matrix.leftWords = tr("%1 convert").arg(formatRate(matrix.missed, matrix.missed + matrix.leftAlone));
  matrix_->display(matrix);
  matrixCard_->setVisible(study.hasOutcome);
  matrixCard_->setSubtitle(
      tr("%1 leads, %2 converted").arg(formatCount(study.ranking.leads()), formatCount(study.ranking.won())));
  showGainMark(list);
  showMoney();
}

void ScoringStudioTab::showWords(const CallList& list) {
  const QString calls = bold(formatCount(list.calls)), from = bold(shortestNumber(threshold_));
  QString words;
  if (list.calls == 0) {
    words = tr("No lead scores %1 or more.").arg(from);
  } else if (!scene_.study->hasOutcome) {
    words = tr("%1 leads score %2 or more.").arg(calls, from);
  } else if (list.calls < fewLeads) {
    words = tr("Only %1 leads score %2 or more, %3 of them converted: too few for a rate.")
                .arg(calls, from, bold(formatCount(list.confusion.truePositives)));
  } else {
    const Rate rate = wilson(list.confusion.truePositives, list.calls);
    words = tr("Call the %1 leads that score %2 or more: %3 convert (%4), %5 of all conversions.")
                .arg(calls, from, bold(formatPercent(list.precision)), intervalText(rate),
                     bold(formatPercent(list.recall)));
  }
  // Rich text knows but one space that does not break.
  result_->setText(words.replace(QChar(0x202F), QChar::Nbsp));
}

void ScoringStudioTab::showGainMark(const CallList& list) {
  const std::uint64_t leads = scene_.study->ranking.leads();
  if (leads == 0 || !scene_.study->hasOutcome) return;
  const double called = static_cast<double>(list.calls) / static_cast<double>(leads);
  gain_->setMark({called, list.recall, tr("%1 reached").arg(formatPercent(list.recall)),
                  tr("with %1 called").arg(formatPercent(called))});
}

void ScoringStudioTab::showMoney() {
  if (!scene_.study || !scene_.study->hasOutcome) return;
  const ScoringStudy& study = *scene_.study;
  CurveModel model = moneyModel(study, economics(), low_, high_);
  const CallList here = callListAt(study.ranking, threshold_, economics());
  const double best = mostMoney(study.ranking, economics());
  const QString bestWords = std::isfinite(best)
                                ? tr("best %1 at %2")
                                      .arg(numberText(std::round(callListAt(study.ranking, best, economics()).money)),
                                           shortestNumber(std::floor(best * 10) / 10))
                                : tr("every call loses money");
  model.mark =
      CurveMark{threshold_, here.money,
                tr("at %1: %2").arg(shortestNumber(threshold_), numberText(std::round(here.money))), bestWords};
  money_->display(model);
}

std::optional<NewVersion> ScoringStudioTab::topBandAtThreshold() const {
  const RegisteredScorecard* registered = scene_.scorecard();
  if (!registered || registered->scorecard.bands.empty()) return std::nullopt;
  NewVersion version{registered->scorecard, registered->stored.champion};
  if (version.scorecard.bands.size() < 2 || version.scorecard.bands.front().from == threshold_) return std::nullopt;
  raiseTopBand(version.scorecard, threshold_);
  return version;
}

QString ScoringStudioTab::topBandWords() const {
  const std::optional<NewVersion> version = topBandAtThreshold();
  if (!version) return {};
  return tr("Start band %1 at %2")
      .arg(QString::fromStdString(version->scorecard.bands.front().name), shortestNumber(threshold_));
}

}  // namespace leadlight
