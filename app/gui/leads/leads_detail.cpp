#include "app/gui/leads/leads_detail.h"

#include <QBoxLayout>
#include <QHeaderView>
#include <QScrollArea>
#include <QStackedWidget>
#include <QTableWidget>

#include "app/gui/scoring/scoring_words.h"
#include "app/gui/shipped_words.h"
#include "widgets/format.h"
#include "widgets/kit/button.h"
#include "widgets/kit/empty_state.h"
#include "widgets/kit/labels.h"
#include "widgets/kit/plain_table.h"
#include "widgets/ledger_view.h"
#include "widgets/score_header.h"
#include "widgets/score_scale.h"

namespace leadlight {

namespace {

constexpr int paneWidth = 344;

}  // namespace

LeadDetail::LeadDetail(QWidget* parent) : QFrame(parent), all_(new QStackedWidget(this)) {
  setProperty("role", "card");
  setFixedWidth(paneWidth);
  empty_ = new EmptyState(Icon::ScoreLead, tr("Choose a lead to see why it has its score."));
  auto* lead = new QWidget;
  auto* layout = new QVBoxLayout(lead);
  layout->setContentsMargins(16, 10, 16, 12);
  layout->setSpacing(4);
  layout->addWidget(makeHead());

  scorePart_ = new QWidget;
  auto* score = new QVBoxLayout(scorePart_);
  score->setContentsMargins(0, 0, 0, 0);
  score->setSpacing(2);
  headline_ = new ScoreHeader(false);
  scale_ = new BandScale;
  score->addWidget(headline_);
  score->addWidget(scale_);
  layout->addWidget(scorePart_);

  layout->addWidget(makeViews());
  pages_ = new QStackedWidget;
  pages_->addWidget(makeLedgerPage());
  pages_->addWidget(makeFieldsPage());
  pages_->addWidget(makeHistoryPage());
  pages_->addWidget(makeAlikePage());
  layout->addWidget(pages_, 1);
  whatIf_ = new Button(Icon::ScoreLead, tr("Try a what-if"), ButtonKind::Plain);
  layout->addSpacing(6);
  layout->addWidget(whatIf_);

  all_->addWidget(empty_);
  all_->addWidget(lead);
  auto* outer = new QVBoxLayout(this);
  outer->setContentsMargins(0, 0, 0, 0);
  outer->addWidget(all_);
  connect(whatIf_, &QPushButton::clicked, this, &LeadDetail::whatIfWanted);
}

QWidget* LeadDetail::makeViews() {
  auto* row = new QWidget;
  auto* layout = new QHBoxLayout(row);
  layout->setContentsMargins(0, 4, 0, 0);
  layout->setSpacing(2);
  const QString words[] = {tr("Why"), tr("All fields"), tr("History"), tr("Alike")};
  for (int view = 0; view < viewCount; ++view) {
    views_[view] = new Button(words[view], ButtonKind::Segment);
    layout->addWidget(views_[view]);
    connect(views_[view], &QPushButton::clicked, this, [this, view] { showView(static_cast<View>(view)); });
  }
  layout->addStretch(1);
  return row;
}

QWidget* LeadDetail::makeHistoryPage() {
  history_ = makeLabel({}, TextRole::Body);
  history_->setWordWrap(true);
  history_->setTextFormat(Qt::RichText);
  history_->setAlignment(Qt::AlignTop | Qt::AlignLeft);
  history_->setTextInteractionFlags(Qt::TextSelectableByMouse);
  history_->setObjectName(QStringLiteral("scrolled"));
  history_->setContentsMargins(0, 6, 4, 0);
  auto* scroll = new QScrollArea;
  scroll->setFrameShape(QFrame::NoFrame);
  scroll->setWidgetResizable(true);
  scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  scroll->setWidget(history_);
  return scroll;
}

QWidget* LeadDetail::makeAlikePage() {
  alike_ = new PlainTable(tr("Past leads most like it"), {tr("Lead"), tr("Score"), tr("Outcome")}, 24);
  alike_->setToolTip(tr("Double click shows the lead"));
  connect(alike_, &QTableWidget::cellActivated, this,
          [this](int row) { emit leadChosen(alike_->item(row, 0)->data(Qt::UserRole).toLongLong()); });
  return alike_;
}

QWidget* LeadDetail::makeHead() {
  auto* head = new QWidget;
  auto* layout = new QHBoxLayout(head);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->setSpacing(0);
  title_ = new ElidedLabel({}, TextRole::CardTitle);
  auto* copy = Button::iconOnly(Icon::Clipboard, tr("Copy this lead"));
  auto* close = Button::iconOnly(Icon::Close, tr("Close"));
  copy->setSmall();
  close->setSmall();
  layout->addWidget(title_, 1);
  layout->addWidget(copy);
  layout->addWidget(close);
  connect(copy, &QPushButton::clicked, this, &LeadDetail::copyWanted);
  connect(close, &QPushButton::clicked, this, &LeadDetail::closed);
  return head;
}

QWidget* LeadDetail::makeLedgerPage() {
  auto* page = new QWidget;
  auto* layout = new QVBoxLayout(page);
  layout->setContentsMargins(0, 4, 0, 0);
  layout->setSpacing(4);
  auto* head = new QHBoxLayout;
  ledgerCaption_ = new ElidedLabel({}, TextRole::Caption);
  ledgerCaption_->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
  head->addWidget(makeLabel(tr("Why this score"), TextRole::Strong));
  head->addWidget(ledgerCaption_, 1);
  layout->addLayout(head);
  ledger_ = new LedgerView;
  scroll_ = new QScrollArea;
  scroll_->setAccessibleName(tr("Why this score"));
  scroll_->setFrameShape(QFrame::NoFrame);
  scroll_->setWidgetResizable(true);
  scroll_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  auto* inner = new QWidget;
  inner->setObjectName(QStringLiteral("scrolled"));
  auto* column = new QVBoxLayout(inner);
  column->setContentsMargins(0, 0, 2, 0);
  column->addWidget(ledger_);
  column->addStretch(1);
  scroll_->setWidget(inner);
  layout->addWidget(scroll_, 1);
  insight_ = makeLabel({}, TextRole::Caption);
  insight_->setWordWrap(true);
  insight_->setTextInteractionFlags(Qt::TextSelectableByMouse);
  insight_->hide();
  layout->addWidget(insight_);
  return page;
}

QWidget* LeadDetail::makeFieldsPage() {
  auto* page = new QWidget;
  auto* layout = new QVBoxLayout(page);
  layout->setContentsMargins(0, 4, 0, 0);
  layout->setSpacing(4);
  origin_ = new ElidedLabel({}, TextRole::Caption, nullptr, Qt::ElideMiddle);
  layout->addWidget(origin_);
  fields_ = new QTableWidget(0, 2);
  fields_->setAccessibleName(tr("All fields of this lead"));
  fields_->horizontalHeader()->hide();
  fields_->verticalHeader()->hide();
  fields_->verticalHeader()->setDefaultSectionSize(24);
  fields_->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
  fields_->horizontalHeader()->setSectionResizeMode(0, QHeaderView::Fixed);
  fields_->horizontalHeader()->setStretchLastSection(true);
  fields_->setColumnWidth(0, 136);
  fields_->setShowGrid(false);
  fields_->setWordWrap(false);
  fields_->setTextElideMode(Qt::ElideMiddle);  // names often begin alike
  fields_->setEditTriggers(QAbstractItemView::NoEditTriggers);
  fields_->setSelectionBehavior(QAbstractItemView::SelectRows);
  fields_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  fields_->setTabKeyNavigation(false);
  layout->addWidget(fields_, 1);
  return page;
}

void LeadDetail::applyTheme(const Theme& theme) {
  theme_ = theme;
  for (int row = 0; row < fields_->rowCount(); ++row) {
    fields_->item(row, 0)->setForeground(theme_.muted);
    const bool missing = fields_->item(row, 1)->data(Qt::UserRole).toBool();
    fields_->item(row, 1)->setForeground(missing ? theme_.muted : theme_.text);
  }
}

void LeadDetail::showNothing(const QString& sentence) {
  empty_->setSentence(sentence);
  all_->setCurrentIndex(0);
}

void LeadDetail::showLead(const Snapshot& snapshot, const QString& title, std::uint32_t frameRow,
                          const ScoringEvidence* evidence) {
  all_->setCurrentIndex(1);
  title_->setFullText(title);
  hasLedger_ = false;
  if (snapshot.champion) {
    const Scorecard& scorecard = snapshot.champion->scorecard;
    if (const Result<Ledger> ledger = ledgerOf(scorecard, snapshot.frame, frameRow)) {
      hasLedger_ = true;
      const auto [low, high] = scoreRange(scorecard, evidence);
      headline_->show(headlineOf(scorecard, *ledger, evidence));
      scale_->setBands(scaleBands(scorecard), low, high);
      scale_->setScore(ledger->score);
      ledger_->show(ledgerContent(scorecard, *ledger, snapshot.frame, frameRow, evidence));
      ledgerCaption_->setFullText(
          tr("points, %1 v%2").arg(scorecardTitle(scorecard.name)).arg(snapshot.champion->stored.version));
    }
  }
  scorePart_->setVisible(hasLedger_);
  whatIf_->setVisible(hasLedger_);
  views_[Why]->setVisible(hasLedger_);
  views_[Alike]->setVisible(hasLedger_ && snapshot.target.has_value());
  auto view = static_cast<View>(pages_->currentIndex());
  if (views_[view]->isHidden()) view = hasLedger_ ? Why : Fields;
  showView(view);
}

bool LeadDetail::fieldsShown() const { return pages_->currentIndex() == Fields; }

bool LeadDetail::historyShown() const { return pages_->currentIndex() == History; }

void LeadDetail::showView(View view) {
  pages_->setCurrentIndex(view);
  for (int one = 0; one < viewCount; ++one) views_[one]->setChecked(one == view);
  emit fieldsToggled(view == Fields);
  if (view == History) emit historyWanted();
}

void LeadDetail::showHistory(const std::vector<HistoryEntry>& entries) {
  QString text;
  for (const HistoryEntry& entry : entries) {
    text += QStringLiteral("<p style='margin:0 0 2px 0'><b>%1</b></p>").arg(entry.what.toHtmlEscaped());
    if (!entry.when.isEmpty())
      text += QStringLiteral("<p style='margin:0 0 2px 0;color:%1'>%2</p>")
                  .arg(theme_.muted.name(), entry.when.toHtmlEscaped());
    for (const QString& change : entry.changes)
      text += QStringLiteral("<p style='margin:0 0 2px 8px'>%1</p>").arg(change.toHtmlEscaped());
    text += QStringLiteral("<p style='margin:0'>&nbsp;</p>");
  }
  history_->setText(text);
}

void LeadDetail::showAlike(const std::vector<AlikeLead>& alike) {
  alike_->setRowCount(static_cast<int>(alike.size()));
  for (std::size_t i = 0; i < alike.size(); ++i)
    alike_->setRow(static_cast<int>(i),
                   {alike[i].title, alike[i].score, alike[i].won ? tr("converted") : tr("did not")},
                   QVariant::fromValue<qlonglong>(alike[i].leadId));
}

void LeadDetail::showFields(const std::vector<LeadField>& fields) {
  fields_->setRowCount(static_cast<int>(fields.size()));
  for (std::size_t i = 0; i < fields.size(); ++i) {
    auto* label = new QTableWidgetItem(fields[i].label);
    auto* value = new QTableWidgetItem(fields[i].value.simplified());
    label->setToolTip(fields[i].label);
    value->setToolTip(fields[i].value);
    value->setData(Qt::UserRole, fields[i].missing);
    fields_->setItem(static_cast<int>(i), 0, label);
    fields_->setItem(static_cast<int>(i), 1, value);
  }
  applyTheme(theme_);
}

void LeadDetail::showInsight(const QString& sentences) {
  insight_->setText(sentences);
  insight_->setVisible(!sentences.isEmpty());
}

QString LeadDetail::insight() const { return insight_->text(); }

void LeadDetail::showOrigin(const QString& sentence) { origin_->setFullText(sentence); }

}  // namespace leadlight
