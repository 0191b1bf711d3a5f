#include "app/gui/scoring/scoring_compare_tab.h"

#include <QBoxLayout>
#include <QComboBox>
#include <QHeaderView>
#include <QLabel>
#include <QSignalBlocker>
#include <algorithm>
#include <cmath>
#include <map>

#include "app/gui/scoring/scoring_words.h"
#include "app/gui/sentences.h"
#include "app/gui/shipped_words.h"
#include "scoring/ledger.h"
#include "widgets/format.h"
#include "widgets/kit/card.h"
#include "widgets/kit/combo_box.h"
#include "widgets/kit/plain_table.h"
#include "widgets/value_text.h"

namespace leadlight {

namespace {

QString signedMetric(double value) { return formatSigned(value, 4); }

QString figureText(FigurePair::As as, double value) {
  if (std::isnan(value)) return formatDecimal(value);
  return as == FigurePair::As::Share   ? formatPercent(value)
         : as == FigurePair::As::Times ? formatDecimal(value, 2)
                                       : metricText(value);
}

QString differenceText(FigurePair::As as, double value) {
  if (std::isnan(value)) return formatDecimal(value);
  return as == FigurePair::As::Share   ? formatPoints(value)
         : as == FigurePair::As::Times ? formatSigned(value, 2)
                                       : signedMetric(value);
}

// Does this study judge the same leads?
bool sameRows(const StudyPtr& a, const StudyPtr& b) {
  return a && b && a->evaluation.rows == b->evaluation.rows && a->evaluation.score.size() == b->evaluation.score.size();
}

}  // namespace

ScoringCompareTab::ScoringCompareTab(QWidget* parent) : ScoringTab(parent), job_(this, pool_) {
  pool_.setMaxThreadCount(1);
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->setSpacing(12);
  layout->addWidget(makeHead());
  layout->addWidget(body_ = makeBody(), 1);
  layout->addWidget(instead_ = new QWidget, 1);
}

ScoringCompareTab::~ScoringCompareTab() = default;

QWidget* ScoringCompareTab::makeHead() {
  auto* card = new Card;
  card->body()->setContentsMargins(18, 10, 18, 10);
  card->body()->setSpacing(4);
  choice_ = new QWidget;
  auto* across = new QHBoxLayout(choice_);
  across->setContentsMargins(0, 0, 0, 0);
  result_ = wrappingLabel(TextRole::Result);
  basis_ = wrappingLabel(TextRole::Caption);
  card->body()->addWidget(result_);
  card->body()->addWidget(basis_);
  challenger_ = new ComboBox;
  challenger_->setAccessibleName(tr("Challenger"));
  challenger_->setMinimumWidth(200);
  challenger_->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
  QLabel* caption = makeLabel(tr("Challenger"), TextRole::Muted);
  caption->setBuddy(challenger_);
  promote_ = new Button(Icon::Crown, tr("Promote the challenger"), ButtonKind::Plain);
  across->addWidget(caption);
  across->addWidget(challenger_);
  across->addStretch(1);
  across->addWidget(promote_);
  card->body()->addWidget(choice_);
  connect(challenger_, &QComboBox::currentIndexChanged, this, &ScoringCompareTab::compare);
  connect(promote_, &QPushButton::clicked, this, [this] {
    if (const RegisteredScorecard* chosen = chosenChallenger()) emit promoteWanted(chosen->stored.id);
  });
  return card;
}

QWidget* ScoringCompareTab::makeBody() {
  auto* body = new QWidget;
  auto* rows = new QVBoxLayout(body);
  rows->setContentsMargins(0, 0, 0, 0);
  rows->setSpacing(12);
  auto* upper = new QHBoxLayout;
  upper->setSpacing(12);
  upper->addWidget(makeFigures(), 4);
  upper->addWidget(makeMoves(), 3);
  rows->addLayout(upper);
  rows->addWidget(makeMovers(), 1);
  return body;
}

QWidget* ScoringCompareTab::makeFigures() {
  auto* card = figuresCard_ = new Card(tr("Figures"));
  card->body()->setContentsMargins(1, 6, 1, 1);
  figures_ = new PlainTable(tr("Figures"), {QString(), tr("Champion"), tr("Challenger"), tr("Difference")}, 26);
  figures_->setSizeAdjustPolicy(QAbstractScrollArea::AdjustToContents);
  for (const int column : {1, 2}) {
    figures_->horizontalHeader()->setSectionResizeMode(column, QHeaderView::Fixed);
    figures_->setColumnWidth(column, 70);
  }
  card->body()->addWidget(figures_, 1);
  return card;
}

QWidget* ScoringCompareTab::makeMoves() {
  movesCard_ = new Card(tr("Who moves band"));
  movesCard_->body()->setContentsMargins(16, 6, 14, 12);
  moves_ = new BandMovesView;
  movesCard_->body()->addWidget(moves_);
  movesCard_->body()->addStretch(1);
  return movesCard_;
}

QWidget* ScoringCompareTab::makeMovers() {
  auto* row = new QWidget;
  auto* across = new QHBoxLayout(row);
  across->setContentsMargins(0, 0, 0, 0);
  across->setSpacing(12);
  auto* card = new Card(tr("Seen most differently"));
  card->setSubtitle(tr("leads whose rank changes most; choose one to see why"));
  card->body()->setContentsMargins(1, 6, 1, 1);
  movers_ =
      new PlainTable(tr("Seen most differently"), {tr("Lead"), tr("Champion"), tr("Challenger"), tr("Outcome")}, 26);
  card->body()->addWidget(movers_, 1);
  ledgersCard_ = new Card(tr("Why"));
  ledgersCard_->body()->setContentsMargins(1, 6, 1, 1);
  ledgers_ = new PlainTable(tr("Why"), {tr("Column"), tr("Champion"), tr("Challenger")}, 26);
  ledgersCard_->body()->addWidget(ledgers_, 1);
  across->addWidget(card, 1);
  across->addWidget(ledgersCard_, 1);
  connect(movers_, &QTableWidget::itemSelectionChanged, this, &ScoringCompareTab::showLedgers);
  return row;
}

const RegisteredScorecard* ScoringCompareTab::champion() const {
  const auto at = std::find_if(scene_.scorecards.begin(), scene_.scorecards.end(),
                               [](const RegisteredScorecard& each) { return each.stored.champion; });
  return at == scene_.scorecards.end() ? nullptr : &*at;
}

const RegisteredScorecard* ScoringCompareTab::chosenChallenger() const {
  const int place = challenger_->currentIndex();
  if (place < 0 || static_cast<std::size_t>(place) >= choices_.size()) return nullptr;
  return &scene_.scorecards[static_cast<std::size_t>(choices_[static_cast<std::size_t>(place)])];
}

void ScoringCompareTab::setBusy(bool busy) {
  busy_ = busy;
  const RegisteredScorecard* chosen = chosenChallenger();
  promote_->setEnabled(chosen && chosen->stored.id != 0 && !busy_);
}

void ScoringCompareTab::show(const ScoringScene& scene) {
  scene_ = scene;
  showChoices();
  compare();
}

// The chosen scorecard challenges; with the champion chosen, the one that challenged before.
void ScoringCompareTab::showChoices() {
  const QSignalBlocker quiet(challenger_);
  const QString before = challenger_->currentText();
  choices_.clear();
  challenger_->clear();
  int wanted = -1;
  for (std::size_t i = 0; i < scene_.scorecards.size(); ++i) {
    const StoredScorecard& stored = scene_.scorecards[i].stored;
    if (stored.champion) continue;
    const QString name = versionTitle(scene_.scorecards[i]);
    if (name == before && wanted < 0) wanted = static_cast<int>(choices_.size());
    if (static_cast<int>(i) == scene_.chosen) wanted = static_cast<int>(choices_.size());
    choices_.push_back(static_cast<int>(i));
    challenger_->addItem(name);
  }
  challenger_->setCurrentIndex(choices_.empty() ? -1 : std::max(0, wanted));
}

void ScoringCompareTab::compare() {
  const RegisteredScorecard *first = champion(), *second = chosenChallenger();
  setBusy(busy_);
  comparison_ = {};
  const bool possible = first && second && scene_.snapshot->frame.rows() > 0;
  body_->setVisible(possible);
  instead_->setVisible(!possible);
  choice_->setVisible(second);
  basis_->setVisible(possible);
  if (!possible) {
    job_.cancel();
    result_->setText(!second ? tr("There is nothing to compare with yet. Train or import another scorecard.")
                             : tr("Without leads there is nothing to compare."));
    basis_->clear();
    take(StudyComparison{});
    return;
  }
  result_->setText(tr("Counting…"));
  const auto unseenOf = [&](const RegisteredScorecard& each) {
    const auto at = scene_.unseen.find(each.stored.id);
    return at == scene_.unseen.end() ? nullptr : at->second;
  };
  job_.run(
      [snapshot = scene_.snapshot, a = *first, b = *second, unseenA = unseenOf(*first),
       unseenB = unseenOf(*second)](const Progress& progress) -> Result<StudyComparison> {
        const auto asItStands = [&](const RegisteredScorecard& each) {
          return studyAsItStands(each.scorecard, snapshot->frame, snapshot->target, progress);
        };
        Result<StudyPtr> studyA = unseenA ? Result<StudyPtr>(unseenA) : asItStands(a);
        if (!studyA) return studyA.error();
        Result<StudyPtr> studyB = unseenB ? Result<StudyPtr>(unseenB) : asItStands(b);
        if (!studyB) return studyB.error();
        if (!sameRows(*studyA, *studyB)) {  // judged on different leads: both as they stand
          studyA = asItStands(a);
          studyB = asItStands(b);
          if (!studyA) return studyA.error();
          if (!studyB) return studyB.error();
        }
        return comparisonOf(a, **studyA, b, **studyB, snapshot->frame);
      },
      [this](Result<StudyComparison> comparison) {
        take(std::move(comparison));
        emit settledChanged();
      });
}

void ScoringCompareTab::take(Result<StudyComparison> comparison) {
  if (!comparison) {
    if (comparison.error().code != Errc::Interrupted) result_->setText(sentenceOf(comparison.error()));
    return;
  }
  comparison_ = *std::move(comparison);
  if (comparison_.leads > 0) {
    result_->setText(verdict());
    basis_->setText(basisWords().arg(formatCount(comparison_.leads)));
    const bool flattered = comparison_.championFlattered || comparison_.challengerFlattered;
    setTone(*basis_, flattered ? Tone::Warning : Tone::None);
  }
  showFigures();
  moves_->display(comparison_.moves);
  movesCard_->setSubtitle(
      comparison_.moves.cells.empty()
          ? tr("both need bands")
          : tr("%1 of %2 leads; rows: champion").arg(formatCount(comparison_.moved), formatCount(comparison_.leads)));
  showMovers();
}

QString ScoringCompareTab::basisWords() const {
  if (comparison_.championFlattered && comparison_.challengerFlattered)
    return tr("Both have seen these leads, which flatters them; evaluate both to be fair. n = %1");
  if (comparison_.championFlattered)
    return tr("The champion has seen these leads, which flatters it; evaluate it to be fair. n = %1");
  if (comparison_.challengerFlattered)
    return tr("The challenger has seen these leads, which flatters it; evaluate it to be fair. n = %1");
  return tr("Judged on leads neither had seen: n = %1");
}

QString ScoringCompareTab::verdict() const {
  if (!comparison_.hasOutcome)
    return tr("%1 of %2 leads change band. No outcome is known, so nobody can say which is better.")
        .arg(formatCount(comparison_.moved), formatCount(comparison_.leads));
  const FigurePair& auc = comparison_.figures.front();
  const QString interval = tr("%1 to %2").arg(metricText(auc.difference.low), metricText(auc.difference.high));
  if (std::isnan(auc.difference.low)) return tr("Too little data to tell the two apart.");
  if (auc.difference.low > 0)
    return tr("The challenger is ahead by %1 AUC, interval %2.").arg(metricText(auc.difference.value), interval);
  if (auc.difference.high < 0)
    return tr("The champion is ahead by %1 AUC, interval %2.")
        .arg(metricText(-auc.difference.value),
             tr("%1 to %2").arg(metricText(-auc.difference.high), metricText(-auc.difference.low)));
  return tr("These leads cannot tell the two apart: the difference in AUC is %1, interval %2.")
      .arg(signedMetric(auc.difference.value), interval);
}

void ScoringCompareTab::showFigures() {
  figures_->setRowCount(static_cast<int>(comparison_.figures.size()));
  const bool dashes = std::any_of(comparison_.figures.begin(), comparison_.figures.end(), [](const FigurePair& each) {
    return each.lessIsBetter && (std::isnan(each.champion) || std::isnan(each.challenger));
  });
  figuresCard_->setSubtitle(dashes ? tr("difference with its 95% interval; a dash: points give no chance")
                                   : tr("the difference with its 95% interval"));
  for (std::size_t i = 0; i < comparison_.figures.size(); ++i) {
    const FigurePair& figure = comparison_.figures[i];
    QString difference = differenceText(figure.as, figure.difference.value);
    if (!std::isnan(figure.difference.low))
      difference =
          formatSigned(figure.difference.value, 3) +
          tr(" (%1 to %2)").arg(formatSigned(figure.difference.low, 3), formatSigned(figure.difference.high, 3));
    const int row = static_cast<int>(i);
    figures_->setRow(row,
                     {figure.lessIsBetter ? figure.name + QStringLiteral(" ↓") : figure.name,
                      figureText(figure.as, figure.champion), figureText(figure.as, figure.challenger), difference});
    if (figure.lessIsBetter) figures_->item(row, 0)->setToolTip(tr("less is better"));
  }
}

void ScoringCompareTab::showMovers() {
  const QSignalBlocker quiet(movers_);
  const std::vector<StudyMover>& movers = comparison_.movers;
  const Frame& frame = scene_.snapshot->frame;
  movers_->setRowCount(static_cast<int>(movers.size()));
  for (std::size_t i = 0; i < movers.size(); ++i) {
    const StudyMover& mover = movers[i];
    const QString outcome = !comparison_.hasOutcome ? QString() : mover.won ? tr("converted") : tr("did not");
    movers_->setRow(static_cast<int>(i), {leadName(frame, mover.row), formatDecimal(mover.champion),
                                          formatDecimal(mover.challenger), outcome});
  }
  movers_->clearSelection();
  if (!movers.empty()) movers_->selectRow(0);
  showLedgers();
}

// Points by what they read, side by side; what only one of them reads has a dash at the other.
void ScoringCompareTab::showLedgers() {
  const int row = movers_->currentRow();
  const RegisteredScorecard *first = champion(), *second = chosenChallenger();
  ledgers_->setRowCount(0);
  if (row < 0 || static_cast<std::size_t>(row) >= comparison_.movers.size() || !first || !second) return;
  const StudyMover& mover = comparison_.movers[static_cast<std::size_t>(row)];
  const Frame& frame = scene_.snapshot->frame;
  struct Line {
    std::string column;
    QString reads;
    double points[2] = {std::nan(""), std::nan("")};
    double size() const {
      return std::max(std::isnan(points[0]) ? 0 : std::abs(points[0]), std::isnan(points[1]) ? 0 : std::abs(points[1]));
    }
  };
  std::vector<Line> lines;
  const RegisteredScorecard* both[] = {first, second};
  for (int side = 0; side < 2; ++side) {
    const Result<Ledger> ledger = ledgerOf(both[side]->scorecard, frame, mover.row);
    if (!ledger) continue;
    for (const LedgerLine& line : ledger->lines) {
      if (line.correction && line.points == 0) continue;
      const std::string& name = line.column.empty() ? line.term : line.column;
      auto at = std::find_if(lines.begin(), lines.end(), [&](const Line& each) { return each.column == name; });
      if (at == lines.end()) at = lines.insert(lines.end(), Line{name, readsText(line, frame)});
      double& points = at->points[side];
      points = std::isnan(points) ? line.points : points + line.points;
    }
  }
  std::stable_sort(lines.begin(), lines.end(), [](const Line& a, const Line& b) { return a.size() > b.size(); });
  ledgersCard_->setSubtitle(tr("points for lead %1, each in its scorecard's own unit").arg(leadName(frame, mover.row)));
  ledgers_->setRowCount(static_cast<int>(lines.size()));
  const auto text = [](double points) { return std::isnan(points) ? formatDecimal(points) : pointsText(points); };
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const Column* column = frame.find(lines[i].column);
    QString what = lines[i].reads;
    if (column) {
      const QString value = column->isMissing(mover.row) ? unknownText() : valueText(*column, mover.row, false);
      what = QStringLiteral("%1: %2").arg(what, value.simplified());
    }
    ledgers_->setRow(static_cast<int>(i), {what, text(lines[i].points[0]), text(lines[i].points[1])});
  }
}

}  // namespace leadlight
