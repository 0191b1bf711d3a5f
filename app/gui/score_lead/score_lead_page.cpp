#include "app/gui/score_lead/score_lead_page.h"

#include <QBoxLayout>
#include <QClipboard>
#include <QFile>
#include <QGuiApplication>
#include <QScrollArea>
#include <QScrollBar>
#include <QShortcut>
#include <QStackedWidget>
#include <algorithm>

#include "app/gui/score_lead/score_lead_change.h"
#include "app/gui/score_lead/score_lead_changes_view.h"
#include "app/gui/score_lead/score_lead_paste.h"
#include "app/gui/scoring/scoring_words.h"
#include "app/gui/sentences.h"
#include "app/gui/shipped_words.h"
#include "widgets/form_field.h"
#include "widgets/format.h"
#include "widgets/kit/button.h"
#include "widgets/kit/card.h"
#include "widgets/kit/empty_state.h"
#include "widgets/kit/tab_order.h"
#include "widgets/ledger_view.h"
#include "widgets/score_header.h"
#include "widgets/score_scale.h"
#include "widgets/score_what_if.h"
#include "widgets/value_text.h"

namespace leadlight {

namespace {

constexpr int formWidth = 372, mostFormWidth = 480;
constexpr int changeWidth = 308, mostChangeWidth = 400;
constexpr std::size_t fewFields = 4;
constexpr int ledgerMargin = 4;
constexpr int usualWhatIf = 104, leastTallWhatIf = 150, mostTallWhatIf = 420;

}  // namespace

ScoreLeadPage::ScoreLeadPage(Session& session, QWidget* parent)
    : Page(session, pages::scoreLead, Icon::ScoreLead, tr("Score a lead"), parent),
      stack_(new QStackedWidget),
      prepareJob_(this, pool_),
      insightJob_(this, pool_) {
  setSubtitle(tr("Nothing here is stored"));
  makeActions();
  auto* row = new QWidget;
  auto* across = new QHBoxLayout(row);
  across->setContentsMargins(0, 0, 0, 0);
  across->setSpacing(12);
  auto* left = new QVBoxLayout;
  left->setSpacing(12);
  left->addWidget(makeFormCard(), 1);
  left->addWidget(makeStandCard());
  left->addWidget(makeTriedCard());
  across->addLayout(left, 1);
  across->addWidget(makeScoreCard(), 2);
  across->addWidget(makeChangeCard(), 1);
  empty_ = new EmptyState(Icon::ScoreLead, tr("No scorecard to score with yet."), tr("Load leads first."));
  connect(empty_->addAction(tr("Go to Files"), ButtonKind::Primary), &QPushButton::clicked, this,
          [this] { emit navigate(pages::files); });
  connect(empty_->addAction(tr("Go to Scoring")), &QPushButton::clicked, this,
          [this] { emit navigate(pages::scoring); });
  stack_->addWidget(row);
  stack_->addWidget(empty_);
  body()->addWidget(stack_, 1);
  // What was typed in is in the store now, or was refused; it stays nowhere else.
  connect(&session, &Session::loaded, this, [this](const LoadReport& report) {
    const QString file = QString::fromStdString(report.file);
    if (file.startsWith(typedFolder_.path())) QFile::remove(file);
  });
  auto* pasteKey = new QShortcut(QKeySequence::Paste, this);
  pasteKey->setContext(Qt::WidgetWithChildrenShortcut);
  connect(pasteKey, &QShortcut::activated, this, [this] { paste(QGuiApplication::clipboard()->text()); });
}

ScoreLeadPage::~ScoreLeadPage() = default;

void ScoreLeadPage::makeActions() {
  startOver_ = new Button(Icon::Undo, tr("Start over"), ButtonKind::Plain);
  pasteButton_ = new Button(Icon::Clipboard, tr("Paste a row"), ButtonKind::Plain);
  copy_ = new Button(Icon::Clipboard, tr("Copy result"), ButtonKind::Plain);
  leave_ = Button::iconOnly(Icon::Close, tr("Leave the lead; the values stay"));
  leave_->hide();
  storeButton_ = new Button(Icon::Save, tr("Store as a new lead"), ButtonKind::Primary);
  pasteButton_->setToolTip(tr("A header line and a row, or a JSON object: columns are matched by name"));
  startOver_->setToolTip(tr("Back to a typical lead"));
  for (Button* button : {leave_, startOver_, pasteButton_, copy_, storeButton_}) actions()->addWidget(button);
  connect(startOver_, &QPushButton::clicked, this, &ScoreLeadPage::startOver);
  connect(leave_, &QPushButton::clicked, this, [this] {
    forgetOriginal();
    recompute();
  });
  connect(storeButton_, &QPushButton::clicked, this, &ScoreLeadPage::askToStore);
  connect(pasteButton_, &QPushButton::clicked, this, [this] { paste(QGuiApplication::clipboard()->text()); });
  connect(copy_, &QPushButton::clicked, this, &ScoreLeadPage::copyResult);
}

QWidget* ScoreLeadPage::makeFormCard() {
  formCard_ = new Card(tr("The lead"));
  formCard_->setMinimumWidth(formWidth);
  formCard_->setMaximumWidth(mostFormWidth);
  formCard_->body()->setContentsMargins(16, 6, 6, 10);
  formScroll_ = new QScrollArea;
  formScroll_->setAccessibleName(tr("The lead"));
  formScroll_->setFrameShape(QFrame::NoFrame);
  formScroll_->setWidgetResizable(true);
  formScroll_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  formCard_->body()->addWidget(formScroll_, 1);
  return formCard_;
}

QWidget* ScoreLeadPage::makeScoreCard() {
  auto* card = new Card(tr("Score"));
  QLabel* pace = makeLabel(tr("updates as you type"), TextRole::Caption);
  pace->setContentsMargins(0, 0, 6, 0);
  card->tools()->addWidget(pace);
  card->body()->setContentsMargins(16, 0, 16, 12);
  card->body()->setSpacing(4);
  headline_ = new ScoreHeader(true);
  scale_ = new BandScale;
  scale_->setNumbers(true);
  problem_ = makeLabel({}, TextRole::Caption);
  setTone(*problem_, Tone::Negative);
  problem_->setWordWrap(true);
  problem_->hide();
  card->body()->addWidget(headline_);
  card->body()->addWidget(scale_);
  card->body()->addWidget(problem_);
  against_ = makeLabel({}, TextRole::Strong);
  against_->setWordWrap(true);
  against_->hide();
  card->body()->addWidget(against_);
  auto* head = new QHBoxLayout;
  head->addWidget(makeLabel(tr("Why this score"), TextRole::Strong), 1);
  head->addWidget(makeLabel(tr("points"), TextRole::Caption));
  card->body()->addSpacing(6);
  card->body()->addLayout(head);
  ledgerView_ = new LedgerView(LedgerView::Foot::Apart);
  ledgerFoot_ = new LedgerFoot;
  ledgerFoot_->setContentsMargins(0, 0, ledgerMargin, 0);
  auto* scroll = ledgerScroll_ = new QScrollArea;
  scroll->setAccessibleName(tr("Why this score"));
  scroll->setFrameShape(QFrame::NoFrame);
  scroll->setWidgetResizable(true);
  scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  auto* inner = new QWidget;
  inner->setObjectName(QStringLiteral("scrolled"));
  auto* column = new QVBoxLayout(inner);
  column->setContentsMargins(0, 0, ledgerMargin, 0);
  column->addWidget(ledgerView_);
  column->addStretch(1);
  scroll->setWidget(inner);
  card->body()->addWidget(scroll, 1);
  card->body()->addWidget(ledgerFoot_);
  // The sum stands under the points, beside a scroll bar, too.
  QScrollBar* slide = scroll->verticalScrollBar();
  connect(slide, &QScrollBar::rangeChanged, ledgerFoot_, [this, slide](int low, int high) {
    ledgerFoot_->setContentsMargins(0, 0, ledgerMargin + (high > low ? slide->sizeHint().width() : 0), 0);
  });
  card->body()->addStretch(0);
  card->body()->addWidget(makeLine());
  auto* question = new QHBoxLayout;
  question->setSpacing(6);
  whatIfField_ = new ElidedLabel({}, TextRole::Muted);
  question->addWidget(makeLabel(tr("What if"), TextRole::Strong));
  question->addWidget(whatIfField_, 1);
  question->addWidget(makeLabel(tr("score"), TextRole::Caption));
  card->body()->addLayout(question);
  whatIf_ = new WhatIfView;
  whatIf_->setFixedHeight(usualWhatIf);
  card->body()->addWidget(whatIf_, 1);
  connect(whatIf_, &WhatIfView::picked, this,
          [this](int bar) { applyChange(focused_, whatIfValues_[static_cast<std::size_t>(bar)]); });
  return card;
}

QWidget* ScoreLeadPage::makeChangeCard() {
  auto* side = new QWidget;
  side->setMinimumWidth(changeWidth);
  side->setMaximumWidth(mostChangeWidth);
  auto* layout = new QVBoxLayout(side);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->setSpacing(12);
  changeCard_ = new Card(tr("What would change it"));
  changeCard_->body()->setContentsMargins(16, 8, 16, 8);
  nextBand_ = makeLabel({}, TextRole::Body);
  nextBand_->setWordWrap(true);
  changesView_ = new ChangesView;
  changeCard_->body()->addWidget(nextBand_);
  changeCard_->body()->addWidget(changesView_);
  layout->addWidget(changeCard_);
  layout->addWidget(makeSimilarCard(), 1);
  connect(changesView_, &ChangesView::picked, this, [this](int row) {
    const ScoreChange change = changes_[static_cast<std::size_t>(row)];
    applyChange(change.field, change.to);
  });
  return side;
}

QString ScoreLeadPage::keys() const {
  return tr("Tab next field    Left and Right change a slider    Ctrl V paste a row");
}

void ScoreLeadPage::receive(const QVariant& what) {
  bool isNumber = false;
  const qint64 lead = what.toLongLong(&isNumber);
  if (!isNumber) return;
  wantedLead_ = lead;
  if (form_ && !prepareJob_.running()) fillFromLead(lead);
}

void ScoreLeadPage::showSnapshot(const SnapshotPtr& snapshot) {
  const bool sameCard = snapshot_ && snapshot_->champion && snapshot->champion && form_ &&
                        snapshot_->champion->stored.id == snapshot->champion->stored.id && snapshot_->dataset &&
                        snapshot->dataset && snapshot_->frame.rows() == snapshot->frame.rows();
  snapshot_ = snapshot;
  const bool ready = snapshot->champion && snapshot->frame.rows() > 0;
  stack_->setCurrentIndex(ready ? 0 : 1);
  for (Button* button : {startOver_, pasteButton_, copy_, storeButton_}) button->setVisible(ready);
  storeButton_->setEnabled(!snapshot->asOf);
  if (!ready || sameCard) return;
  like_ = frameLike(scorecard(), snapshot->frame);
  prepareJob_.run(
      [snapshot](const Progress& progress) {
        const Scorecard& champion = snapshot->champion->scorecard;
        Prepared prepared{planForm(champion, snapshot->frame, progress), nullptr, spreadOf(snapshot->frame, champion)};
        if (Result<EvidencePtr> evidence = evidenceOf(champion, snapshot->frame, snapshot->target, progress))
          prepared.evidence = *std::move(evidence);
        return prepared;
      },
      [this](Prepared prepared) { takePrepared(std::move(prepared)); });
}

void ScoreLeadPage::takePrepared(Prepared prepared) {
  plans_ = std::move(prepared.plans);
  evidence_ = std::move(prepared.evidence);
  stand_->show(std::move(prepared.spread));
  focused_ = 0;
  forgetOriginal();
  tries_.clear();
  showTries();
  const bool few = plans_.size() <= fewFields;
  whatIf_->setMinimumHeight(few ? leastTallWhatIf : usualWhatIf);
  whatIf_->setMaximumHeight(few ? mostTallWhatIf : usualWhatIf);
  form_ = new ScoreLeadForm(plans_);
  form_->setObjectName(QStringLiteral("scrolled"));
  formScroll_->setWidget(form_);
  keepTabOrder(*formScroll_);
  applyThemeTo(*form_, theme());
  connect(form_, &ScoreLeadForm::edited, this, &ScoreLeadPage::recompute);
  connect(form_, &ScoreLeadForm::focused, this, [this](int field) {
    focused_ = static_cast<std::size_t>(field);
    showWhatIf();
  });
  const StoredScorecard& stored = snapshot_->champion->stored;
  formCard_->setSubtitle(plans_.empty() ? tr("No column is read: every lead scores alike")
                                        : tr("%n fields used by %1 v%2", nullptr, static_cast<int>(plans_.size()))
                                              .arg(scorecardTitle(stored.name))
                                              .arg(stored.version));
  const auto [low, high] = scoreRange(scorecard(), evidence_.get());
  scale_->setBands(scaleBands(scorecard()), low, high);
  if (wantedLead_) {
    fillFromLead(*wantedLead_);
  } else {
    recompute();
  }
  emit settledChanged();
}

void ScoreLeadPage::fillFromLead(qint64 leadId) {
  wantedLead_.reset();
  const std::vector<std::int64_t>& ids = snapshot_->frame.leadIds();
  const auto place = std::lower_bound(ids.begin(), ids.end(), leadId);
  if (place != ids.end() && *place == leadId) {
    const auto row = static_cast<std::size_t>(place - ids.begin());
    ScoreLeadForm::Values values;
    for (const FieldPlan& plan : plans_)
      if (const Column* column = snapshot_->frame.find(plan.column))
        values.emplace_back(plan.column, column->textAt(row));
    form_->setValues(values);
    keepOriginal(leadId, row);
  }
  recompute();
}

std::optional<Frame> ScoreLeadPage::frameFor(const ScoreLeadForm::Values& values) const {
  const std::vector<std::string> placeholders =
      snapshot_->dataset ? snapshot_->dataset->placeholders : std::vector<std::string>();
  Result<Frame> one = frameOfOne(values, like_, placeholders);
  if (!one) return std::nullopt;
  return *std::move(one);
}

std::optional<Ledger> ScoreLeadPage::ledgerFor(const ScoreLeadForm::Values& values) const {
  const std::optional<Frame> one = frameFor(values);
  if (!one) return std::nullopt;
  Result<Ledger> ledger = ledgerOf(scorecard(), *one, 0);
  if (!ledger) return std::nullopt;
  return *std::move(ledger);
}

void ScoreLeadPage::recompute() {
  std::optional<Ledger> ledger = ledgerFor(form_->values());
  problem_->setVisible(!ledger);
  if (!ledger) {
    problem_->setText(tr("A value does not fit its column. The score is that of the values before."));
    return;
  }
  ledger_ = *std::move(ledger);
  ScoreHeadline headline = headlineOf(scorecard(), ledger_, evidence_.get());
  if (!scorecard().bands.empty()) headline.note = distanceToNextBand(scorecard(), ledger_.score);
  headline_->show(headline);
  scale_->setScore(ledger_.score);
  stand_->setScore(ledger_.score);
  ledgerView_->show(ledgerContent(scorecard(), ledger_, *frameFor(form_->values()), 0, evidence_.get()));
  ledgerFoot_->show(ledgerView_->content());
  ledgerScroll_->setMaximumHeight(ledgerView_->sizeHint().height());
  form_->showPoints(ledger_);
  showAgainst();
  if (tries_.empty())
    rememberTry();
  else
    triedTimer_.start();
  showWhatIf();
  showChanges();
  findInsight();
}

void ScoreLeadPage::paste(const QString& text) {
  if (!form_) return;
  std::vector<std::string> columns;
  if (snapshot_->dataset)
    for (const DatasetColumn& column : snapshot_->dataset->columns) columns.push_back(column.name);
  const Result<PastedRow> row = parsePastedRow(text, columns);
  if (!row) {
    emit notified(tr("Copy a header line and one row, or a JSON object, and paste again."));
    return;
  }
  forgetOriginal();
  const auto [matched, refused] = form_->setValues(*row);
  recompute();
  QString sentence =
      matched == 0 ? tr("No column of this row is a field here.") : tr("%n columns matched", nullptr, matched);
  if (refused > 0) sentence += QStringLiteral(". ") + tr("%n values do not fit and stay unknown", nullptr, refused);
  emit notified(sentence);
}

void ScoreLeadPage::copyResult() {
  const ScoreHeadline& headline = headline_->headline();
  QStringList lines{tr("Score %1").arg(headline.score), headline.sentence};
  if (!headline.band.isEmpty()) lines << tr("Band %1").arg(headline.band);
  const LedgerContent& content = ledgerView_->content();
  lines << QStringLiteral("%1\t%2").arg(tr("Base"), pointsText(content.base));
  for (const LedgerRow& row : content.rows) lines << QStringLiteral("%1\t%2").arg(row.title, pointsText(row.points));
  lines << QStringLiteral("%1\t%2").arg(tr("Sum of points"), pointsText(content.sum));
  QGuiApplication::clipboard()->setText(lines.join(QLatin1Char('\n')));
  emit notified(tr("Result copied"));
}

}  // namespace leadlight
