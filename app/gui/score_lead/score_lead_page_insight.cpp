#include <QBoxLayout>
#include <QLabel>
#include <algorithm>
#include <cmath>
#include <utility>

#include "app/gui/score_lead/score_lead_change.h"
#include "app/gui/score_lead/score_lead_changes_view.h"
#include "app/gui/score_lead/score_lead_page.h"
#include "app/gui/scoring/scoring_words.h"
#include "widgets/form_field.h"
#include "widgets/format.h"
#include "widgets/kit/card.h"
#include "widgets/kit/plain_table.h"
#include "widgets/score_what_if.h"
#include "widgets/value_text.h"

// What would change the score of the lead in the form, and what past leads say of it.

namespace leadlight {

namespace {

constexpr std::size_t mostNearest = 20;
constexpr std::size_t mostChanges = 6;

}  // namespace

void ScoreLeadPage::showWhatIf() {
  if (form_ && plans_.empty()) whatIfField_->setFullText(tr("no column is read"));
  if (!form_ || plans_.empty()) return;
  const FieldPlan& plan = plans_[focused_];
  whatIfField_->setFullText(tr("%1 were").arg(plan.label));
  const ScoreLeadForm::Values values = form_->values();
  const QString present = QString::fromStdString(values[focused_].second);
  whatIfValues_.assign(plan.samples.begin(), plan.samples.end());
  if (!whatIfValues_.empty() && plan.kind != FieldPlan::Kind::Number &&
      std::find(whatIfValues_.begin(), whatIfValues_.end(), present) == whatIfValues_.end())
    whatIfValues_.push_back(present);
  const bool number = plan.kind == FieldPlan::Kind::Number;
  // The value that the field has stands for the sample below it, so that its bar is the score above.
  if (number && !present.isEmpty())
    for (std::size_t i = whatIfValues_.size(); i-- > 0;) {
      if (whatIfValues_[i].toDouble() > present.toDouble()) continue;
      whatIfValues_[i] = present;
      break;
    }
  std::size_t current = whatIfValues_.size();
  std::vector<WhatIfBar> bars;
  for (std::size_t i = 0; i < whatIfValues_.size(); ++i) {
    ScoreLeadForm::Values other = values;
    other[focused_].second = whatIfValues_[i].toStdString();
    const std::optional<Ledger> ledger = ledgerFor(other);
    if (!ledger) continue;
    if (whatIfValues_[i] == present) current = bars.size();
    WhatIfBar bar;
    bar.label = whatIfValues_[i].isEmpty() ? unknownText()
                : number                   ? shortestNumber(whatIfValues_[i].toDouble())
                                           : whatIfValues_[i];
    bar.score = ledger->score;
    bar.band = scorecard().bands.empty() ? -1 : static_cast<int>(scorecard().bandIndex(ledger->score));
    bars.push_back(std::move(bar));
  }
  if (current < bars.size()) bars[current].current = true;
  const auto [low, high] = scoreRange(scorecard(), evidence_.get());
  whatIf_->show(std::move(bars), scorecard().bands.size(), low, high);
}

void ScoreLeadPage::showChanges() {
  const ScoreLeadForm::Values values = form_->values();
  const ScoreOf scoreOf = [this](const ScoreLeadForm::Values& other) -> std::optional<double> {
    const std::optional<Ledger> ledger = ledgerFor(other);
    return ledger ? std::optional(ledger->score) : std::nullopt;
  };
  changes_ = bestChanges(plans_, values, ledger_.score, scoreOf);
  if (changes_.size() > mostChanges) changes_.resize(mostChanges);
  const auto words = [&](std::size_t field, const QString& value) {
    if (value.isEmpty()) return unknownText();
    return plans_[field].kind == FieldPlan::Kind::Number ? shortestNumber(value.toDouble()) : value;
  };
  std::vector<ChangeRow> rows;
  const std::vector<Band>& bands = scorecard().bands;
  for (const ScoreChange& change : changes_) {
    ChangeRow row;
    row.field = plans_[change.field].label;
    row.change = tr("%1 to %2").arg(words(change.field, change.from), words(change.field, change.to));
    row.gain = change.gain;
    row.score = change.score;
    if (!bands.empty()) {
      row.bandIndex = scorecard().bandIndex(change.score);
      row.band = QString::fromStdString(bands[row.bandIndex].name);
      row.bandCount = bands.size();
    }
    rows.push_back(std::move(row));
  }
  changesView_->show(std::move(rows));
  const std::size_t band = bands.empty() ? 0 : scorecard().bandIndex(ledger_.score);
  if (changes_.empty()) {
    nextBand_->setText(tr("No single value would raise the score."));
  } else if (band == 0) {
    nextBand_->setText(tr("Each of these alone would raise the score."));
  } else {
    const Band& next = bands[band - 1];
    const auto change = smallestChangeTo(next.from, plans_, values, ledger_.score, scoreOf);
    const QString name = QString::fromStdString(next.name);
    nextBand_->setText(change ? tr("Band %1 takes %2: %3 instead of %4.")
                                    .arg(name, plans_[change->field].label, words(change->field, change->to),
                                         words(change->field, change->from))
                              : tr("No single value reaches band %1.").arg(name));
  }
  // The card grows with its rows at once, not with the next event.
  changeCard_->layout()->activate();
  changeCard_->parentWidget()->layout()->activate();
}

void ScoreLeadPage::applyChange(std::size_t field, const QString& value) {
  form_->fields()[field]->setValue(value);
  focused_ = field;
  recompute();
}

QWidget* ScoreLeadPage::makeSimilarCard() {
  similarCard_ = new Card(tr("Past leads most like it"));
  similarCard_->body()->setContentsMargins(1, 6, 1, 1);
  similar_ = makeLabel({}, TextRole::Body);
  similar_->setWordWrap(true);
  similar_->setContentsMargins(15, 0, 15, 4);
  similarTable_ = new PlainTable(tr("Past leads most like it"), {tr("Lead"), tr("Score"), tr("Outcome")}, 24);
  chance_ = makeLabel({}, TextRole::Body);
  chance_->setWordWrap(true);
  chance_->setContentsMargins(15, 0, 15, 4);
  similarCard_->body()->addWidget(chance_);
  similarCard_->body()->addWidget(similar_);
  similarCard_->body()->addWidget(similarTable_, 1);
  connect(similarTable_, &QTableWidget::cellActivated, this,
          [this](int row) { emit navigate(pages::leads, similarTable_->item(row, 0)->data(Qt::UserRole)); });
  return similarCard_;
}

// While one is being worked out, only the latest wish is kept.
void ScoreLeadPage::findInsight() {
  if (insightJob_.running()) {
    insightAgain_ = true;
    return;
  }
  const std::optional<Frame> one = frameFor(form_->values());
  if (!one) return;
  insightJob_.run(
      [snapshot = snapshot_, lead = *one, score = ledger_.score](const Progress& progress) {
        Insight insight{insightOf(*snapshot, lead, 0, progress), std::nullopt, {}};
        if (snapshot->target) insight.neighbours = neighboursOf(snapshot->frame, *snapshot->target, score, progress);
        if (!insight.lead.similar) insight.nearest = nearestByScore(snapshot->frame, score, mostNearest);
        return insight;
      },
      [this](const Insight& insight) {
        showInsight(insight);
        if (std::exchange(insightAgain_, false)) findInsight();
        emit settledChanged();
      });
}

void ScoreLeadPage::showInsight(const Insight& found) {
  const LeadInsight& insight = found.lead;
  chance_->setText(found.neighbours ? neighboursSentence(*found.neighbours) : QString());
  chance_->setVisible(!chance_->text().isEmpty());
  const Frame& frame = snapshot_->frame;
  similarCard_->setTitle(insight.similar ? tr("Past leads most like it") : tr("Leads that score like it"));
  similar_->setText(similarSentence(insight));
  similar_->setVisible(!similar_->text().isEmpty());
  const std::vector<PastLead> past = insight.similar ? insight.similar->nearest : std::vector<PastLead>();
  similarTable_->setColumnHidden(2, !insight.similar);
  similarTable_->setRowCount(static_cast<int>(std::max(past.size(), found.nearest.size())));
  for (std::size_t i = 0; i < past.size(); ++i)
    if (past[i].row < frame.rows())  // else the leads have changed meanwhile
      showLine(static_cast<int>(i), past[i].row, past[i].won ? tr("converted") : tr("did not"));
  for (std::size_t i = 0; i < found.nearest.size(); ++i)
    if (found.nearest[i] < frame.rows()) showLine(static_cast<int>(i), found.nearest[i], {});
  // A single change was found at once; here come the pairs and triples that do what no single value does.
  if (insight.step && insight.step->changes.size() > 1) nextBand_->setText(stepSentence(insight, frame));
}

void ScoreLeadPage::showLine(int row, std::uint32_t frameRow, const QString& outcome) {
  const Frame& frame = snapshot_->frame;
  const Column* score = frame.find(scoreColumn);
  similarTable_->setRow(
      row, {leadName(frame, frameRow), formatDecimal(score ? score->number(frameRow) : std::nan("")), outcome},
      QVariant::fromValue<qlonglong>(frame.leadIds()[frameRow]));
}

}  // namespace leadlight
