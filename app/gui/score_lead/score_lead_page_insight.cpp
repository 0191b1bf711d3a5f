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
        Insight insight{insightOf(*snapshot, lead, 0, progress), std::nullopt};
        if (snapshot->target) insight.neighbours = neighboursOf(snapshot->frame, *snapshot->target, score, progress);
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
  similarCard_->setVisible(insight.similar.has_value());
  similar_->setText(similarSentence(insight));
  const std::vector<PastLead> past = insight.similar ? insight.similar->nearest : std::vector<PastLead>();
  const Column* score = frame.find(scoreColumn);
  similarTable_->setRowCount(static_cast<int>(past.size()));
  for (std::size_t i = 0; i < past.size(); ++i) {
    if (past[i].row >= frame.rows()) continue;  // the leads have changed meanwhile
    const qint64 id = frame.leadIds()[past[i].row];
    const double points = score ? score->number(past[i].row) : std::nan("");
    const QString cells[] = {QString::number(id), formatDecimal(points), past[i].won ? tr("converted") : tr("did not")};
    for (int column = 0; column < 3; ++column) {
      auto* item = new QTableWidgetItem(cells[column]);
      item->setData(Qt::UserRole, id);
      similarTable_->setItem(static_cast<int>(i), column, item);
    }
  }
  // A single change was found at once; here come the pairs and triples that do what no single value does.
  if (insight.step && insight.step->changes.size() > 1) nextBand_->setText(stepSentence(insight, frame));
}

}  // namespace leadlight
