#include "app/gui/scoring_page.h"

#include <QBoxLayout>
#include <QFileDialog>
#include <QScrollArea>
#include <QStackedWidget>
#include <algorithm>

#include "app/gui/scoring_list.h"
#include "app/gui/scoring_words.h"
#include "app/gui/sentences.h"
#include "widgets/format.h"
#include "widgets/kit/button.h"
#include "widgets/kit/card.h"
#include "widgets/kit/empty_state.h"
#include "widgets/kit/labels.h"
#include "widgets/score_bands.h"
#include "widgets/score_points.h"

namespace leadlight {

namespace {

constexpr int leftWidth = 256;

QLabel* wrapping(TextRole role) {
  QLabel* label = makeLabel({}, role);
  label->setWordWrap(true);
  label->setTextInteractionFlags(Qt::TextSelectableByMouse);
  return label;
}

}  // namespace

ScoringPage::ScoringPage(Session& session, QWidget* parent)
    : Page(session, pages::scoring, Icon::Scoring, tr("Scoring"), parent),
      stack_(new QStackedWidget),
      evidenceJob_(this, pool_) {
  makeActions();
  auto* row = new QWidget;
  auto* across = new QHBoxLayout(row);
  across->setContentsMargins(0, 0, 0, 0);
  across->setSpacing(12);
  across->addWidget(makeLeft());
  across->addWidget(makeRight(), 1);
  empty_ = new EmptyState(Icon::Scoring, tr("No scorecard fits these leads yet."), tr("Import one to score them."));
  connect(empty_->addAction(tr("Import a scorecard"), ButtonKind::Primary), &QPushButton::clicked, this,
          &ScoringPage::askImport);
  stack_->addWidget(row);
  stack_->addWidget(empty_);
  body()->addWidget(stack_, 1);
  connect(list_, &QListWidget::currentRowChanged, this, &ScoringPage::showChosen);
  connect(&session, &Session::busyChanged, this, &ScoringPage::refreshActions);
}

ScoringPage::~ScoringPage() = default;

void ScoringPage::makeActions() {
  import_ = new Button(Icon::Download, tr("Import a scorecard"), ButtonKind::Plain);
  rescore_ = new Button(Icon::Redo, tr("Score all leads again"), ButtonKind::Plain);
  champion_ = new Button(Icon::Crown, tr("Make champion"), ButtonKind::Primary);
  champion_->setToolTip(tr("Scores every lead with this scorecard"));
  for (Button* button : {import_, rescore_, champion_}) actions()->addWidget(button);
  connect(import_, &QPushButton::clicked, this, &ScoringPage::askImport);
  connect(rescore_, &QPushButton::clicked, this, [this] { session().rescore(); });
  connect(champion_, &QPushButton::clicked, this, [this] {
    if (const RegisteredScorecard* registered = chosen()) session().setChampion(registered->stored.id);
  });
}

QWidget* ScoringPage::makeLeft() {
  auto* left = new QWidget;
  left->setFixedWidth(leftWidth);
  auto* layout = new QVBoxLayout(left);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->setSpacing(12);
  listCard_ = new Card(tr("Scorecards"));
  listCard_->body()->setContentsMargins(1, 8, 1, 1);
  list_ = new ScorecardList;
  listCard_->body()->addWidget(list_);
  layout->addWidget(listCard_);
  bandsCard_ = new Card(tr("Bands"));
  bands_ = new BandsView;
  order_ = wrapping(TextRole::Caption);
  bandsCard_->body()->addWidget(bands_);
  bandsCard_->body()->addWidget(order_);
  layout->addWidget(bandsCard_);
  layout->addStretch(1);
  return left;
}

QWidget* ScoringPage::makeRight() {
  auto* right = new QWidget;
  auto* layout = new QVBoxLayout(right);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->setSpacing(12);
  auto* card = new Card;
  card->body()->setContentsMargins(18, 12, 18, 12);
  card->body()->setSpacing(4);
  result_ = wrapping(TextRole::Result);
  provenance_ = wrapping(TextRole::Caption);
  base_ = wrapping(TextRole::Caption);
  card->body()->addWidget(result_);
  card->body()->addWidget(provenance_);
  card->body()->addWidget(base_);
  layout->addWidget(card);
  scroll_ = new QScrollArea;
  scroll_->setFrameShape(QFrame::NoFrame);
  scroll_->setWidgetResizable(true);
  scroll_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  layout->addWidget(scroll_, 1);
  return right;
}

QString ScoringPage::keys() const { return tr("Up and Down choose a scorecard"); }

const RegisteredScorecard* ScoringPage::chosen() const {
  const int row = list_->chosen();
  if (!snapshot_ || row < 0 || static_cast<std::size_t>(row) >= snapshot_->scorecards.size()) return nullptr;
  return &snapshot_->scorecards[static_cast<std::size_t>(row)];
}

void ScoringPage::showSnapshot(const SnapshotPtr& snapshot) {
  snapshot_ = snapshot;
  const int before = list_->chosen();
  list_->show(snapshot->scorecards);
  stack_->setCurrentIndex(snapshot->scorecards.empty() ? 1 : 0);
  if (list_->chosen() == before || !chosen()) showChosen();
}

void ScoringPage::showChosen() {
  refreshActions();
  const RegisteredScorecard* registered = chosen();
  if (!registered) {
    setSubtitle({});
    return;
  }
  setSubtitle(
      tr("%1, version %2").arg(QString::fromStdString(registered->stored.name)).arg(registered->stored.version));
  rebuildTerms(registered->scorecard);
  showEvidence(nullptr);
  evidenceJob_.run(
      [snapshot = snapshot_, scorecard = registered->scorecard](const Progress& progress) {
        return evidenceOf(scorecard, snapshot->frame, snapshot->target, progress);
      },
      [this](Result<EvidencePtr> evidence) {
        if (evidence) {
          showEvidence(evidence->get());
        } else if (evidence.error().code != Errc::Interrupted) {
          order_->setText(sentenceOf(evidence.error()));
        }
        emit settledChanged();
      });
}

void ScoringPage::rebuildTerms(const Scorecard& scorecard) {
  terms_.clear();
  columnsHost_ = new QWidget;
  columnsHost_->setObjectName(QStringLiteral("scrolled"));
  auto* across = new QHBoxLayout(columnsHost_);
  across->setContentsMargins(0, 0, 0, 0);
  across->setSpacing(12);
  QVBoxLayout* columns[2];
  std::size_t heights[2] = {0, 0};
  for (QVBoxLayout*& column : columns) {
    column = new QVBoxLayout;
    column->setSpacing(12);
    across->addLayout(column, 1);
  }
  for (std::size_t i = 0; i < scorecard.terms.size(); ++i) {
    const Term& term = scorecard.terms[i];
    auto* card = new Card(QString::fromStdString(term.name));
    card->setSubtitle(termKindText(term, snapshot_->frame));
    auto* view = new PointsView;
    view->setAccessibleName(QString::fromStdString(term.name));
    card->body()->addWidget(view);
    terms_.push_back(view);
    const std::size_t shorter = heights[1] < heights[0] ? 1 : 0;
    heights[shorter] += term.slotCount() + 3;
    columns[shorter]->addWidget(card);
  }
  for (QVBoxLayout* column : columns) column->addStretch(1);
  scroll_->setWidget(columnsHost_);
  applyThemeTo(*columnsHost_, theme());
}

void ScoringPage::showEvidence(const ScoringEvidence* evidence) {
  const RegisteredScorecard* registered = chosen();
  if (!registered) return;
  const Scorecard& scorecard = registered->scorecard;
  const bool rates = evidence && evidence->hasTarget;
  const double extent = largestPoints(scorecard);
  for (std::size_t i = 0; i < terms_.size(); ++i)
    terms_[i]->show(termRows(scorecard, i, snapshot_->frame, evidence), extent, rates);
  std::vector<BandRow> rows;
  bool inOrder = true;
  for (std::size_t i = 0; i < scorecard.bands.size(); ++i) {
    BandRow row{QString::fromStdString(scorecard.bands[i].name), bandRangeText(scorecard, i)};
    if (evidence && i < evidence->bands.size()) {
      const Group& group = evidence->bands[i];
      const Rate rate = group.rate();
      row.leads = group.leads;
      row.rate = rate.rate;
      row.low = rate.low;
      row.high = rate.high;
      if (!rows.empty() && group.leads > 0 && rows.back().leads > 0 && rows.back().rate <= row.rate) inOrder = false;
    }
    rows.push_back(std::move(row));
  }
  bandsCard_->setVisible(!rows.empty());
  bandsCard_->setSubtitle(rates ? tr("leads and conversion, 95% interval") : tr("leads by score"));
  bands_->show(rows, rates, evidence && evidence->all.leads > 0 ? evidence->all.rate().rate : 0);
  order_->setVisible(rates && rows.size() > 1);
  if (rates && rows.size() > 1) {
    QStringList names;
    for (const BandRow& row : rows) names << row.name;
    order_->setText(inOrder ? tr("In order: %1").arg(names.join(tr(" beats ")))
                            : tr("Not in order: a lower band converts better than the one above it."));
    setTone(*order_, inOrder ? Tone::Positive : Tone::Warning);
  }
  showResult(*registered, evidence);
}

void ScoringPage::showResult(const RegisteredScorecard& registered, const ScoringEvidence* evidence) {
  const Scorecard& scorecard = registered.scorecard;
  const QString name = QString::fromStdString(registered.stored.name);
  if (evidence && evidence->hasTarget && !evidence->bands.empty() && evidence->bands.front().leads > 0) {
    const Group& top = evidence->bands.front();
    result_->setText(tr("The %1 leads in band %2 convert at %3, all leads at %4.")
                         .arg(formatCount(top.leads), QString::fromStdString(scorecard.bands.front().name),
                              formatRate(top.converted, top.leads),
                              formatRate(evidence->all.converted, evidence->all.leads)));
  } else if (evidence && !evidence->scores.empty()) {
    result_->setText(tr("Scores from %1 to %2 over %3 leads.")
                         .arg(formatDecimal(evidence->scores.front()), formatDecimal(evidence->scores.back()),
                              formatCount(evidence->scores.size())));
  } else {
    result_->setText(name);
  }
  QStringList origin;
  if (!scorecard.provenance.description.empty()) origin << QString::fromStdString(scorecard.provenance.description);
  if (!scorecard.provenance.method.empty())
    origin << tr("Method: %1.").arg(QString::fromStdString(scorecard.provenance.method));
  if (!scorecard.provenance.date.empty())
    origin << tr("Made on %1.").arg(QString::fromStdString(scorecard.provenance.date));
  provenance_->setText(origin.join(QLatin1Char(' ')));
  provenance_->setVisible(!origin.isEmpty());
  base_->setText(scorecard.link == Link::Logistic
                     ? tr("Every lead starts at %1; the points of its terms are added, and the sum is turned into a "
                          "chance from 0 to 100.")
                           .arg(formatSigned(scorecard.base))
                     : tr("Every lead starts at %1; the points of its terms are added. The sum is the score.")
                           .arg(formatDecimal(scorecard.base, 0)));
}

void ScoringPage::refreshActions() {
  const RegisteredScorecard* registered = chosen();
  const bool free = !session().busy();
  const bool hasLeads = snapshot_ && snapshot_->frame.rows() > 0;
  champion_->setVisible(registered && !registered->stored.champion);
  champion_->setEnabled(free && registered && registered->stored.id != 0);
  rescore_->setVisible(snapshot_ && snapshot_->champion && hasLeads);
  rescore_->setEnabled(free);
  import_->setEnabled(free);
}

void ScoringPage::askImport() {
  auto* dialog = new QFileDialog(this, tr("Import a scorecard"), QString(), tr("Scorecards (*.json)"));
  dialog->setFileMode(QFileDialog::ExistingFile);
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  connect(dialog, &QFileDialog::fileSelected, this, [this](const QString& file) { session().importScorecard(file); });
  dialog->open();
}

}  // namespace leadlight
