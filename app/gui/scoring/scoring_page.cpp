#include "app/gui/scoring/scoring_page.h"

#include <QBoxLayout>
#include <QScrollArea>
#include <QStackedWidget>
#include <QTabBar>
#include <algorithm>

#include "app/gui/scoring/scoring_bands_card.h"
#include "app/gui/scoring/scoring_compare_tab.h"
#include "app/gui/scoring/scoring_evaluate_tab.h"
#include "app/gui/scoring/scoring_list.h"
#include "app/gui/scoring/scoring_points_tab.h"
#include "app/gui/scoring/scoring_studio_tab.h"
#include "app/gui/scoring/scoring_train_tab.h"
#include "app/gui/sentences.h"
#include "app/gui/shipped_words.h"
#include "widgets/kit/button.h"
#include "widgets/kit/card.h"
#include "widgets/kit/empty_state.h"

namespace leadlight {

namespace {

constexpr int leftWidth = 256;

}  // namespace

ScoringPage::ScoringPage(Session& session, QWidget* parent)
    : Page(session, pages::scoring, Icon::Scoring, tr("Scoring"), parent),
      stack_(new QStackedWidget),
      findJob_(this, pool_) {
  scene_.snapshot = session.snapshot();
  makeActions();
  auto* all = new QWidget;
  auto* down = new QVBoxLayout(all);
  down->setContentsMargins(0, 0, 0, 0);
  down->setSpacing(10);
  tabs_ = new QTabBar;
  tabs_->setAccessibleName(tr("Scoring"));
  tabs_->setExpanding(false);
  tabs_->setDrawBase(false);
  for (const QString& name :
       {tr("Points"), tr("Train"), tr("Evaluate"), tr("Threshold studio"), tr("Champion and challenger")})
    tabs_->addTab(name);
  down->addWidget(tabs_);
  auto* across = new QHBoxLayout;
  across->setSpacing(12);
  across->addWidget(makeLeft());
  across->addWidget(makeRight(), 1);
  down->addLayout(across, 1);
  empty_ = new EmptyState(Icon::Scoring, tr("No scorecard fits these leads yet."), tr("Import one to score them."));
  connect(empty_->addAction(tr("Import a scorecard"), ButtonKind::Primary), &QPushButton::clicked, this,
          &ScoringPage::askImport);
  connect(empty_->addAction(tr("Train a scorecard")), &QPushButton::clicked, this, [this] { showTab(Train); });
  stack_->addWidget(all);
  stack_->addWidget(empty_);
  body()->addWidget(stack_, 1);
  connectTabs();
}

ScoringPage::~ScoringPage() = default;

QWidget* ScoringPage::makeLeft() {
  auto* scroll = new QScrollArea;
  scroll->setAccessibleName(title());
  scroll->setFixedWidth(leftWidth);
  scroll->setFrameShape(QFrame::NoFrame);
  scroll->setWidgetResizable(true);
  scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  auto* left = new QWidget;
  left->setObjectName(QStringLiteral("scrolled"));
  auto* layout = new QVBoxLayout(left);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->setSpacing(12);
  listCard_ = new Card(tr("Scorecards"));
  listCard_->body()->setContentsMargins(1, 8, 1, 1);
  list_ = new ScorecardList;
  listCard_->body()->addWidget(list_);
  makeMenu();
  bandsCard_ = new ScoringBandsCard;
  layout->addWidget(listCard_);
  layout->addWidget(bandsCard_);
  layout->addStretch(1);
  scroll->setWidget(left);
  return scroll;
}

QWidget* ScoringPage::makeRight() {
  pages_ = new QStackedWidget;
  points_ = new ScoringPointsTab;
  train_ = new ScoringTrainTab(session());
  evaluate_ = new ScoringEvaluateTab(session());
  studio_ = new ScoringStudioTab;
  compare_ = new ScoringCompareTab;
  views_ = {points_, train_, evaluate_, studio_, compare_};
  for (ScoringTab* view : views_) pages_->addWidget(view);
  return pages_;
}

void ScoringPage::connectTabs() {
  connect(tabs_, &QTabBar::currentChanged, this, [this](int tab) {
    pages_->setCurrentIndex(tab);
    emit keysChanged();
    tellTab();
    refreshActions();
  });
  connect(list_, &QListWidget::currentRowChanged, this, &ScoringPage::choose);
  connect(&session(), &Session::busyChanged, this, &ScoringPage::refreshActions);
  connect(bandsCard_, &ScoringBandsCard::saveWanted, this, &ScoringPage::save);
  connect(studio_, &ScoringStudioTab::thresholdMoved, this, &ScoringPage::refreshActions);
  connect(train_, &ScoringTrainTab::learned, this, &ScoringPage::rememberLearned);
  connect(evaluate_, &ScoringEvaluateTab::studied, this, [this](qint64 id, const StudyPtr& study) {
    known_[id].unseen = study;
    setKnown(id);
  });
  for (ScoringTab* view : views_) {
    connect(view, &ScoringTab::saveWanted, this, &ScoringPage::save);
    connect(view, &ScoringTab::promoteWanted, this, [this](qint64 id) { session().setChampion(id); });
    connect(view, &ScoringTab::notified, this, &ScoringPage::notified);
    connect(view, &ScoringTab::settledChanged, this, &ScoringPage::settledChanged);
  }
}

bool ScoringPage::settled() const {
  return !findJob_.running() &&
         std::all_of(views_.begin(), views_.end(), [](const ScoringTab* view) { return view->settled(); });
}

QString ScoringPage::keys() const {
  const QString choose = tr("Up and Down choose a scorecard");
  return tab() == Studio ? choose + QStringLiteral("    ") + tr("Left and Right move the threshold") : choose;
}

QStringList ScoringPage::views() const { return {"train", "evaluate", "studio", "compare"}; }

void ScoringPage::showView(const QString& name) { showTab(static_cast<Tab>(views().indexOf(name) + 1)); }

void ScoringPage::showTab(Tab tab) {
  stack_->setCurrentIndex(0);
  tabs_->setCurrentIndex(tab);
}

ScoringPage::Tab ScoringPage::tab() const { return static_cast<Tab>(tabs_->currentIndex()); }

void ScoringPage::showSnapshot(const SnapshotPtr& snapshot) {
  // What is known of a scorecard stands until leads come, go or change.
  const bool otherLeads = !scene_.snapshot || scene_.snapshot->event != snapshot->event;
  if (otherLeads) known_.clear();
  scene_.snapshot = snapshot;
  scene_.scorecards = snapshot->scorecards;
  // The champion may be an earlier version than the latest of its name.
  if (snapshot->champion) {
    const auto same = [&](const RegisteredScorecard& each) { return each.stored.id == snapshot->champion->stored.id; };
    auto& all = scene_.scorecards;
    if (std::none_of(all.begin(), all.end(), same)) {
      const auto place = std::find_if(all.begin(), all.end(), [&](const RegisteredScorecard& each) {
        return each.stored.name == snapshot->champion->stored.name;
      });
      all.insert(place, *snapshot->champion);
    }
  }
  if (pending_ && pending_->event != snapshot->event) pending_.reset();
  if (pending_)
    for (const RegisteredScorecard& each : scene_.scorecards)
      if (each.stored.name == pending_->name && !known_.contains(each.stored.id)) {
        known_[each.stored.id].unseen = std::exchange(pending_, std::nullopt)->study;
        break;
      }
  stack_->setCurrentIndex(scene_.scorecards.empty() ? 1 : 0);
  listCard_->setSubtitle(snapshot->target ? tr("AUC: on leads not learned from") : QString());
  showList();
}

void ScoringPage::showList() {
  std::vector<ScorecardEntry> entries;
  for (const RegisteredScorecard& each : scene_.scorecards) {
    const auto known = known_.find(each.stored.id);
    entries.push_back(entryOf(each, known == known_.end() ? nullptr : known->second.honest()));
  }
  const int before = list_->chosen();
  list_->show(entries, std::exchange(wanted_, {}));
  if (list_->chosen() == before || list_->chosen() < 0) choose();
}

void ScoringPage::choose() {
  scene_.chosen = list_->chosen() < static_cast<int>(scene_.scorecards.size()) ? list_->chosen() : -1;
  refreshActions();
  const RegisteredScorecard* registered = scene_.scorecard();
  if (!registered) {
    setSubtitle({});
    return;
  }
  setSubtitle(tr("%1, version %2").arg(scorecardTitle(registered->stored.name)).arg(registered->stored.version));
  scene_.evidence = nullptr;
  scene_.asItStands = scene_.study = nullptr;
  findOut();
}

void ScoringPage::findOut() {
  const RegisteredScorecard& registered = *scene_.scorecard();
  // Those that a read-only store could not keep share the id 0.
  const auto known = registered.stored.id == 0 ? known_.end() : known_.find(registered.stored.id);
  if (known != known_.end() && known->second.findings.evidence) {
    findJob_.cancel();
    setKnown(registered.stored.id);
    return;
  }
  tell();
  findJob_.run(
      [snapshot = scene_.snapshot, scorecard = registered.scorecard](const Progress& progress) {
        return findingsOf(scorecard, snapshot->frame, snapshot->target, progress);
      },
      [this, id = registered.stored.id](Result<ScoringFindings> found) { takeFindings(id, std::move(found)); });
}

void ScoringPage::takeFindings(qint64 scorecardId, Result<ScoringFindings> found) {
  if (found) {
    known_[scorecardId].findings = *std::move(found);
    setKnown(scorecardId);
  } else if (found.error().code != Errc::Interrupted) {
    emit notified(sentenceOf(found.error()));
  }
  emit settledChanged();
}

// Shows what is known of a scorecard, if it is still the chosen one.
void ScoringPage::setKnown(qint64 scorecardId) {
  const RegisteredScorecard* registered = scene_.scorecard();
  if (registered && registered->stored.id == scorecardId) {
    const Known& known = known_[scorecardId];
    scene_.evidence = known.findings.evidence;
    scene_.asItStands = known.findings.study;
    scene_.study = known.unseen ? known.unseen : scene_.asItStands;
    tell();
  }
  showAuc(scorecardId);
}

void ScoringPage::tell() {
  scene_.unseen.clear();
  for (const auto& [id, known] : known_)
    if (known.unseen) scene_.unseen[id] = known.unseen;
  bandsCard_->show(scene_);
  tellTab();
  refreshActions();
}

// Only the tab in front: the others are told when they come to the front.
void ScoringPage::tellTab() { views_[static_cast<std::size_t>(tabs_->currentIndex())]->show(scene_); }

}  // namespace leadlight
