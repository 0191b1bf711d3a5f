#include <QBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QTableWidget>
#include <cmath>
#include <utility>

#include "app/gui/score_lead/score_lead_page.h"
#include "widgets/format.h"
#include "widgets/kit/card.h"

// What past leads say of the lead in the form.

namespace leadlight {

namespace {

constexpr std::size_t mostNearest = 20;

}  // namespace

QWidget* ScoreLeadPage::makeSimilarCard() {
  similarCard_ = new Card(tr("Past leads most like it"));
  similarCard_->body()->setContentsMargins(1, 6, 1, 1);
  similar_ = makeLabel({}, TextRole::Body);
  similar_->setWordWrap(true);
  similar_->setContentsMargins(15, 0, 15, 4);
  similarTable_ = new QTableWidget(0, 3);
  similarTable_->setAccessibleName(tr("Past leads most like it"));
  similarTable_->setHorizontalHeaderLabels({tr("Lead"), tr("Score"), tr("Outcome")});
  similarTable_->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
  similarTable_->horizontalHeader()->setHighlightSections(false);
  similarTable_->verticalHeader()->hide();
  similarTable_->verticalHeader()->setDefaultSectionSize(24);
  similarTable_->setShowGrid(false);
  similarTable_->setFrameShape(QFrame::NoFrame);
  similarTable_->setEditTriggers(QAbstractItemView::NoEditTriggers);
  similarTable_->setSelectionBehavior(QAbstractItemView::SelectRows);
  similarTable_->setTabKeyNavigation(false);
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

// People know a lead by its number, if it has one.
void ScoreLeadPage::showLine(int row, std::uint32_t frameRow, const QString& outcome) {
  const Frame& frame = snapshot_->frame;
  const Column* score = frame.find(scoreColumn);
  const Column* number = frame.find("Lead_Number");
  const qint64 id = frame.leadIds()[frameRow];
  const QString name =
      number && !number->isMissing(frameRow) ? QString::fromStdString(number->textAt(frameRow)) : QString::number(id);
  const QString cells[] = {name, formatDecimal(score ? score->number(frameRow) : std::nan("")), outcome};
  for (int column = 0; column < 3; ++column) {
    auto* item = new QTableWidgetItem(cells[column]);
    item->setData(Qt::UserRole, id);
    similarTable_->setItem(row, column, item);
  }
}

}  // namespace leadlight
