#include "app/gui/scoring/scoring_points_tab.h"

#include <QBoxLayout>
#include <QScrollArea>
#include <algorithm>
#include <cmath>

#include "app/gui/scoring/scoring_effect_card.h"
#include "app/gui/scoring/scoring_words.h"
#include "app/gui/sentences.h"
#include "app/gui/shipped_words.h"
#include "widgets/charts/chart_text.h"
#include "widgets/format.h"
#include "widgets/kit/card.h"
#include "widgets/kit/wide_view.h"
#include "widgets/score_points.h"
#include "widgets/score_points_grid.h"
#include "widgets/score_points_outline.h"

namespace leadlight {

namespace {

constexpr std::size_t mostWarnings = 6;
constexpr std::size_t mostListed = 24;  // a term with more steps is folded
constexpr std::size_t outlineLines = 7;

}  // namespace

ScoringPointsTab::ScoringPointsTab(QWidget* parent) : ScoringTab(parent), job_(this, pool_) {
  pool_.setMaxThreadCount(1);
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->setSpacing(12);
  layout->addWidget(makeHead());
  layout->addWidget(makeEffect());
  scroll_ = new QScrollArea;
  scroll_->setAccessibleName(tr("Points of every term"));
  scroll_->setFrameShape(QFrame::NoFrame);
  scroll_->setWidgetResizable(true);
  scroll_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  layout->addWidget(scroll_, 1);
}

ScoringPointsTab::~ScoringPointsTab() = default;

QWidget* ScoringPointsTab::makeHead() {
  auto* card = new Card;
  card->body()->setContentsMargins(18, 12, 18, 12);
  card->body()->setSpacing(4);
  result_ = wrappingLabel(TextRole::Result);
  provenance_ = wrappingLabel(TextRole::Caption);
  base_ = wrappingLabel(TextRole::Caption);
  warnings_ = wrappingLabel(TextRole::Caption);
  setTone(*warnings_, Tone::Warning);
  for (QLabel* label : {result_, provenance_, base_, warnings_}) card->body()->addWidget(label);
  return card;
}

QWidget* ScoringPointsTab::makeEffect() {
  effect_ = new ScoringEffectCard;
  effect_->hide();
  connect(effect_->saveButton(), &QPushButton::clicked, this, [this] {
    emit saveWanted({draft_.now(), scene_.scorecard()->stored.champion}, tr("Points edited by hand"));
  });
  const auto anew = [this] {
    showTerms();
    work();
  };
  connect(effect_->discardButton(), &QPushButton::clicked, this, [this, anew] {
    draft_.discard();
    anew();
  });
  connect(effect_->undoButton(), &QPushButton::clicked, this, [this, anew] {
    draft_.undo();
    anew();
  });
  return effect_;
}

bool ScoringPointsTab::effectShown() const { return !effect_->isHidden(); }

void ScoringPointsTab::setBusy(bool busy) {
  busy_ = busy;
  refreshButtons();
}

void ScoringPointsTab::refreshButtons() {
  effect_->setVisible(draft_.changed());
  effect_->saveButton()->setEnabled(draft_.changed() && !busy_);
  effect_->undoButton()->setEnabled(draft_.canUndo());
}

// Points move in round steps: a fiftieth of the largest ones.
double ScoringPointsTab::stepOf() const {
  const double extent = largestPoints(draft_.original());
  return draft_.original().link == Link::Logistic ? 0.05 : extent > 10 ? 1 : 0.1;
}

void ScoringPointsTab::show(const ScoringScene& scene) {
  const bool otherLeads = scene.snapshot != scene_.snapshot;
  const bool newEvidence = scene.evidence != scene_.evidence;
  scene_ = scene;
  const RegisteredScorecard* registered = scene_.scorecard();
  if (!registered) return;
  const bool other = shownId_ != registered->stored.id;
  if (other) {
    shownId_ = registered->stored.id;
    draft_.start(registered->scorecard);
    evidence_ = nullptr;
    rebuildTerms();
  }
  if (!draft_.changed()) evidence_ = scene_.evidence;
  if (other || otherLeads || newEvidence) {
    showTerms();
    showResult();
    if (scene_.evidence) work();
  }
  refreshButtons();
}

void ScoringPointsTab::rebuildTerms() {
  const Scorecard& scorecard = draft_.now();
  terms_.clear();
  grids_.clear();
  outlines_.clear();
  auto* host = new QWidget;
  host->setObjectName(QStringLiteral("scrolled"));
  auto* all = new QVBoxLayout(host);
  all->setContentsMargins(0, 0, 0, 0);
  all->setSpacing(12);
  auto* across = new QHBoxLayout;
  across->setSpacing(12);
  all->addLayout(across);
  QVBoxLayout* columns[2];
  std::size_t heights[2] = {0, 0};
  for (QVBoxLayout*& column : columns) {
    column = new QVBoxLayout;
    column->setSpacing(12);
    across->addLayout(column, 1);
  }
  for (std::size_t i = 0; i < scorecard.terms.size(); ++i) {
    const Term& term = scorecard.terms[i];
    QWidget* card = makeTerm(i);
    if (grids_[i]) {  // wide: below the others
      all->addWidget(card);
      continue;
    }
    const std::size_t shorter = heights[1] < heights[0] ? 1 : 0;
    heights[shorter] += (outlines_[i] ? outlineLines : term.slotCount()) + 3;
    columns[shorter]->addWidget(card);
  }
  for (QVBoxLayout* column : columns) column->addStretch(1);
  all->addStretch(1);
  scroll_->setWidget(host);
  applyThemeTo(*host, theme_);
}

QWidget* ScoringPointsTab::makeTerm(std::size_t index) {
  const Term& term = draft_.now().terms[index];
  const QString name = termTitle(draft_.now().name, term.name);
  auto* card = new Card(name);
  card->setSubtitle(termKindText(term, scene_.snapshot->frame));
  PointsView* list = nullptr;
  PointsGrid* grid = nullptr;
  if (std::holds_alternative<GridTerm>(term.kind)) {
    grid = new PointsGrid;
    connect(grid, &PointsGrid::edited, this, [this, index, grid](int row, int column, double points) {
      const PointsTable& table = grid->table();
      const std::size_t cell = static_cast<std::size_t>(row) * table.columns.size() + static_cast<std::size_t>(column);
      edit(index, table.cells[cell].group, points, true);
    });
  } else {
    list = new PointsView;
    list->setEditable(true);
    connect(list, &PointsView::edited, this, [this, index, list](int row, double points, bool done) {
      edit(index, list->rows()[static_cast<std::size_t>(row)].group, points, done);
    });
  }
  QWidget* view = grid ? static_cast<QWidget*>(grid) : list;
  view->setAccessibleName(name);
  outlines_.push_back(list && term.slotCount() > mostListed ? fold(*list, *card->body()) : nullptr);
  card->body()->addWidget(grid ? new WideView(grid) : view);
  terms_.push_back(list);
  grids_.push_back(grid);
  return card;
}

// Puts all steps of a long list at a glance above it, and shows the list itself on demand.
PointsOutline* ScoringPointsTab::fold(PointsView& list, QVBoxLayout& body) {
  auto* outline = new PointsOutline;
  outline->setAccessibleName(list.accessibleName());
  auto* unfold = new Button(tr("List and edit the steps"), ButtonKind::Link);
  unfold->setCheckable(true);
  body.addWidget(outline);
  body.addWidget(unfold, 0, Qt::AlignLeft);
  list.hide();
  connect(unfold, &QPushButton::toggled, &list, [unfold, &list](bool shown) {
    list.setVisible(shown);
    unfold->setText(shown ? tr("Fold the steps") : tr("List and edit the steps"));
  });
  connect(outline, &PointsOutline::picked, &list, [this, unfold, &list](int row) {
    unfold->setChecked(true);
    QCoreApplication::sendPostedEvents(nullptr, QEvent::LayoutRequest);
    const QPoint place = list.mapTo(scroll_->widget(), list.rowRect(row).center());
    scroll_->ensureVisible(place.x(), place.y(), 0, scroll_->height() / 3);
    list.openBox(row);
  });
  return outline;
}

void ScoringPointsTab::showTerms() {
  for (std::size_t i = 0; i < terms_.size(); ++i) showTerm(i);
  refreshButtons();
}

void ScoringPointsTab::showTerm(std::size_t term) {
  if (grids_[term]) {
    PointsTable table = pointsTable(draft_.original(), term, scene_.snapshot->frame, evidence_.get());
    for (PointsTable::Cell& cell : table.cells) {
      cell.points = pointsOfSlot(draft_.now().terms[term], cell.group);
      cell.changed = draft_.isChanged(term, cell.group);
    }
    return grids_[term]->display(std::move(table), stepOf());
  }
  std::vector<PointsRow> rows = termRows(draft_.original(), term, scene_.snapshot->frame, evidence_.get());
  for (PointsRow& row : rows) {
    row.points = pointsOfSlot(draft_.now().terms[term], row.group);
    row.changed = draft_.isChanged(term, row.group);
    if (row.changed) row.error = std::nan("");
  }
  const double extent = 1.25 * std::max(largestPoints(draft_.now()), largestPoints(draft_.original()));
  if (outlines_[term]) outlines_[term]->display(rows);
  terms_[term]->show(std::move(rows), extent, evidence_ && evidence_->hasTarget, stepOf());
}

void ScoringPointsTab::edit(std::size_t term, std::size_t group, double points, bool done) {
  draft_.setPoints(term, group, points, done);
  if (done) showTerm(term);
  refreshButtons();
  work();
}

void ScoringPointsTab::work() {
  if (!scene_.asItStands) return;
  if (job_.running()) {
    again_ = true;
    return;
  }
  again_ = false;
  job_.run(
      [snapshot = scene_.snapshot, scorecard = draft_.now(),
       known = draft_.changed() ? ScoringFindings{} : ScoringFindings{scene_.evidence, scene_.asItStands}](
          const Progress& progress) -> Result<Worked> {
        Result<ScoringFindings> found =
            known.study ? known : findingsOf(scorecard, snapshot->frame, snapshot->target, progress);
        if (!found) return found.error();
        return Worked{found->evidence, found->study, termWarnings(scorecard, snapshot->frame, *found->evidence)};
      },
      [this, scorecard = draft_.now()](Result<Worked> worked) { takeWorked(std::move(worked), scorecard); });
}

void ScoringPointsTab::takeWorked(Result<Worked> worked, const Scorecard& scorecard) {
  if (!worked) {
    if (worked.error().code != Errc::Interrupted) effect_->say(sentenceOf(worked.error()));
  } else if (scorecard.terms.size() == terms_.size() && scene_.asItStands) {
    evidence_ = worked->evidence;
    showWarnings(worked->warnings);
    if (draft_.changed() && scorecard.name == draft_.now().name &&
        worked->study->evaluation.score.size() == scene_.asItStands->evaluation.score.size()) {
      const auto [low, high] = scoreRange(draft_.now(), evidence_.get());
      effect_->display(effectOf(scene_.asItStands, worked->study, scorecard), low, high);
    }
  }
  if (again_) work();
  emit settledChanged();
}

void ScoringPointsTab::showWarnings(const std::vector<TermWarning>& warnings) {
  QStringList lines;
  for (const TermWarning& warning : warnings) {
    if (static_cast<std::size_t>(lines.size()) == mostWarnings) {
      lines << tr("and %n more", nullptr, static_cast<int>(warnings.size() - mostWarnings));
      break;
    }
    lines << warningText(warning, draft_.now().name);
  }
  warnings_->setVisible(!lines.isEmpty());
  warnings_->setText(lines.join(QStringLiteral(" ")));
}

void ScoringPointsTab::showResult() {
  const RegisteredScorecard& registered = *scene_.scorecard();
  const Scorecard& scorecard = registered.scorecard;
  const ScoringEvidence* evidence = scene_.evidence.get();
  result_->setText(resultSentence(registered, evidence));
  const QString origin = provenanceText(scorecard);
  provenance_->setText(origin);
  provenance_->setVisible(!origin.isEmpty());
  if (scorecard.terms.empty()) {
    base_->setText(
        tr("It has no terms, so every lead gets the same score; learned scorecards are so where no column "
           "tells who converts."));
    return;
  }
  base_->setText((scorecard.link == Link::Logistic
                      ? tr("Every lead starts at %1; the points of its terms are added, and the sum is turned into a "
                           "chance from 0 to 100.")
                            .arg(formatSigned(scorecard.base))
                      : tr("Every lead starts at %1; the points of its terms are added. The sum is the score.")
                            .arg(formatDecimal(scorecard.base, 0))) +
                 QLatin1Char(' ') + tr("Drag the end of a bar, or press Return on it, to try other points."));
}

}  // namespace leadlight
