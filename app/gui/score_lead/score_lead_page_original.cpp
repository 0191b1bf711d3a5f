// The stored lead that was opened here against what the form says now, what was tried, and storing it as a new one.

#include <QBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QTableWidget>
#include <algorithm>
#include <cmath>

#include "app/gui/score_lead/score_lead_page.h"
#include "app/gui/score_lead/score_lead_store.h"
#include "app/gui/scoring/scoring_words.h"
#include "app/gui/sentences.h"
#include "model/base/text.h"
#include "widgets/form_field.h"
#include "widgets/format.h"
#include "widgets/kit/button.h"
#include "widgets/kit/card.h"
#include "widgets/value_text.h"

namespace leadlight {

namespace {

constexpr std::size_t mostTried = 30;
constexpr int triedHeight = 168, standHeight = 178;
constexpr std::size_t fewFields = 4, someFields = 7;
constexpr int triedDelay = 900;  // ms after the last change

QString words(const FieldPlan& plan, const std::string& value) {
  if (value.empty()) return unknownText();
  const QString text = QString::fromStdString(value);
  return plan.kind == FieldPlan::Kind::Number ? shortestNumber(text.toDouble()) : text.simplified();
}

}  // namespace

QWidget* ScoreLeadPage::makeTriedCard() {
  triedCard_ = new Card(tr("Tried so far"));
  triedCard_->body()->setContentsMargins(1, 2, 1, 1);
  triedCard_->setFixedHeight(triedHeight);
  tried_ = new QTableWidget(0, 2);
  tried_->setAccessibleName(tr("Tried so far"));
  tried_->setToolTip(tr("Double click goes back to it"));
  tried_->horizontalHeader()->hide();
  tried_->horizontalHeader()->setStretchLastSection(true);
  tried_->verticalHeader()->hide();
  tried_->verticalHeader()->setDefaultSectionSize(24);
  tried_->setColumnWidth(0, 76);
  tried_->setShowGrid(false);
  tried_->setFrameShape(QFrame::NoFrame);
  tried_->setEditTriggers(QAbstractItemView::NoEditTriggers);
  tried_->setSelectionBehavior(QAbstractItemView::SelectRows);
  tried_->setTabKeyNavigation(false);
  triedCard_->body()->addWidget(tried_);
  triedCard_->hide();
  triedTimer_.setSingleShot(true);
  triedTimer_.setInterval(triedDelay);
  connect(&triedTimer_, &QTimer::timeout, this, &ScoreLeadPage::rememberTry);
  connect(tried_, &QTableWidget::cellActivated, this, [this](int row) {
    form_->setValues(tries_[static_cast<std::size_t>(row)].values);
    recompute();
  });
  return triedCard_;
}

QWidget* ScoreLeadPage::makeStandCard() {
  standCard_ = new Card(tr("Where it stands"));
  standCard_->setSubtitle(tr("scores of all leads, in their bands"));
  standCard_->setFixedHeight(standHeight);
  stand_ = new StandView;
  standCard_->body()->addWidget(stand_, 1);
  return standCard_;
}

// The form comes first: what stands below it makes room.
void ScoreLeadPage::showRoom() {
  const bool tried = tries_.size() > 1;
  triedCard_->setVisible(tried);
  standCard_->setVisible(plans_.size() <= fewFields || (plans_.size() <= someFields && !tried));
}

// One line for each set of values that the form stayed at for a moment, newest first.
void ScoreLeadPage::rememberTry() {
  if (!form_) return;
  Try now{form_->values(), ledger_.score, QString::fromStdString(ledger_.band), {}};
  const bool known =
      std::any_of(tries_.begin(), tries_.end(), [&](const Try& one) { return one.values == now.values; });
  if (known) return;
  const ScoreLeadForm::Values before = original_        ? original_->values
                                       : tries_.empty() ? now.values
                                                        : tries_.front().values;
  QStringList changes;
  for (std::size_t i = 0; i < now.values.size() && i < before.size(); ++i)
    if (now.values[i].second != before[i].second)
      changes << tr("%1: %2").arg(plans_[i].label, words(plans_[i], now.values[i].second));
  now.changes =
      changes.isEmpty() ? (original_ ? original_->title : tr("the start")) : changes.join(QStringLiteral(", "));
  tries_.insert(tries_.begin(), std::move(now));
  if (tries_.size() > mostTried) tries_.pop_back();
  showTries();
}

void ScoreLeadPage::showTries() {
  showRoom();
  tried_->setRowCount(static_cast<int>(tries_.size()));
  for (std::size_t i = 0; i < tries_.size(); ++i) {
    auto* score = new QTableWidgetItem(
        tries_[i].band.isEmpty() ? formatDecimal(tries_[i].score)
                                 : QStringLiteral("%1  %2").arg(formatDecimal(tries_[i].score), tries_[i].band));
    score->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
    auto* changes = new QTableWidgetItem(tries_[i].changes);
    changes->setToolTip(tries_[i].changes);
    tried_->setItem(static_cast<int>(i), 0, score);
    tried_->setItem(static_cast<int>(i), 1, changes);
  }
}

// Remembers the lead that fills the form, so that each field can say what it was.
void ScoreLeadPage::keepOriginal(qint64 leadId, std::size_t row) {
  Original original;
  original.leadId = leadId;
  original.values = form_->values();
  const std::optional<Ledger> ledger = ledgerFor(original.values);
  if (!ledger) return;
  original.score = ledger->score;
  original.band = QString::fromStdString(ledger->band);
  original.title = tr("Lead %1").arg(leadName(snapshot_->frame, row));
  original_ = std::move(original);
  tries_.clear();
  showTries();
  startOver_->setText(tr("Back to the lead"));
  startOver_->setToolTip(tr("Back to the values that the lead has"));
}

void ScoreLeadPage::startOver() {
  if (original_) {
    form_->setValues(original_->values);
  } else {
    form_->setTypical();
  }
  recompute();
}

void ScoreLeadPage::forgetOriginal() {
  original_.reset();
  against_->hide();
  leave_->hide();
  startOver_->setText(tr("Start over"));
  startOver_->setToolTip(tr("Back to a typical lead"));
  if (form_)
    for (FormField* field : form_->fields()) field->setOriginal({});
  setSubtitle(tr("Nothing here is stored"));
}

// What differs from the stored lead, field by field and in the score.
void ScoreLeadPage::showAgainst() {
  leave_->setVisible(original_.has_value());
  against_->setVisible(original_.has_value());
  if (!original_) return;
  setSubtitle(tr("What if for %1").arg(original_->title));
  const ScoreLeadForm::Values now = form_->values();
  int changed = 0;
  for (std::size_t i = 0; i < now.size(); ++i) {
    const std::string& was = original_->values[i].second;
    QString difference;
    if (now[i].second != was) {
      ++changed;
      difference = tr("was %1").arg(words(plans_[i], was));
      const auto before = parseDecimal(was), after = parseDecimal(now[i].second);
      if (plans_[i].kind == FieldPlan::Kind::Number && before && after)
        difference += QStringLiteral(" (%1)").arg(pointsText(*after - *before));
    }
    form_->fields()[i]->setOriginal(difference);
  }
  const auto scored = [](double score, const QString& band) {
    return band.isEmpty() ? formatDecimal(score) : QStringLiteral("%1 %2").arg(formatDecimal(score), band);
  };
  if (changed == 0) {
    against_->setText(tr("%1 as it is stored: %2. Change a field to see what if.")
                          .arg(original_->title, scored(original_->score, original_->band)));
    setTone(*against_, Tone::Muted);
    return;
  }
  const double difference = ledger_.score - original_->score;
  against_->setText(tr("%1: then %2, now %3: %4 by %n changes", nullptr, changed)
                        .arg(original_->title, scored(original_->score, original_->band),
                             scored(ledger_.score, QString::fromStdString(ledger_.band)), formatSigned(difference, 1)));
  setTone(*against_, difference < 0 ? Tone::Negative : difference > 0 ? Tone::Positive : Tone::Muted);
}

// Asks for the key, if the leads have one, and hands the lead to the loader.
void ScoreLeadPage::askToStore() {
  const std::optional<std::string> key = snapshot_->dataset ? snapshot_->dataset->key : std::nullopt;
  QString label;
  if (key) {
    const DatasetColumn* column = snapshot_->dataset->find(*key);
    label = QString::fromStdString(column && !column->label.empty() ? column->label : *key);
  }
  auto* dialog = new StoreLeadDialog(label, theme(), this);
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  storeDialog_ = dialog;
  connect(dialog, &StoreLeadDialog::keyChosen, this, &ScoreLeadPage::storeLead);
  dialog->open();
}

void ScoreLeadPage::storeLead(const QString& key) {
  const std::string dataset = snapshot_->datasetName;
  const std::string keyColumn = snapshot_->dataset ? snapshot_->dataset->key.value_or("") : "";
  if (!typedFolder_.isValid() || session().busy()) {
    if (storeDialog_) storeDialog_->refuse(tr("Something else is being loaded. Try again in a moment."));
    return;
  }
  // The load is called after its file.
  const QString file = typedFolder_.filePath(tr("Entered by hand") + QStringLiteral(".json"));
  session().read<Result<bool>>(
      this,
      [dataset, keyColumn, key = key.toStdString(), values = form_->values(),
       file = file.toStdString()](Store& store) -> Result<bool> {
        if (!keyColumn.empty() && store.leadId(dataset, key)) return false;
        if (const Status written = writeTypedLead(file, values, keyColumn, key); !written) return written.error();
        return true;
      },
      [this, key, file, dataset](const Result<bool>& fresh) {
        if (!storeDialog_) return;
        if (!fresh || !*fresh) {
          storeDialog_->refuse(fresh ? tr("There is a lead %1 already.").arg(key) : sentenceOf(fresh.error()));
          return;
        }
        storeDialog_->accept();
        LoadOptions options;
        options.dataset = dataset;
        // Two leads with the same values are two leads where rows are their own identity.
        options.force = true;
        session().load(file, options);
      });
}

}  // namespace leadlight
