#include "app/gui/charts/charts_page.h"

#include <QHBoxLayout>
#include <QMenu>
#include <QScrollArea>
#include <QScrollBar>
#include <QStackedWidget>
#include <QVBoxLayout>
#include <algorithm>

#include "app/gui/charts/charts_layout.h"
#include "app/gui/filters/condition_chips.h"
#include "app/gui/filters/filter_editor.h"
#include "widgets/charts/chart_text.h"

namespace leadlight {
namespace {

constexpr int barWidth = 10;  // of a scroll bar

}  // namespace

ChartsPage::ChartsPage(Session& session, QWidget* parent)
    : Page(session, QString::fromLatin1(pages::charts), Icon::Charts, tr("Charts"), parent) {
  makeHead();
  makeBody();
  makeEmpty();
  connect(&this->session(), &Session::conditionsChanged, this, &ChartsPage::showChips);
}

void ChartsPage::makeHead() {
  actions()->addWidget(undo_ = Button::iconOnly(Icon::Undo, tr("Undo the last filter step (Ctrl+Z)")));
  actions()->addWidget(redo_ = Button::iconOnly(Icon::Redo, tr("Redo the filter step (Ctrl+Shift+Z)")));
  connect(undo_, &QPushButton::clicked, &session(), &Session::undoFilter);
  connect(redo_, &QPushButton::clicked, &session(), &Session::redoFilter);
  actions()->addWidget(layout_ = new Button(Icon::Columns, tr("Layout"), ButtonKind::Plain));
  auto* menu = new QMenu(layout_);
  menu->addAction(tr("Add chart…"), this, &ChartsPage::openAdd);
  menu->addAction(tr("Reset layout"), this, &ChartsPage::resetLayout);
  layout_->setMenu(menu);
}

// The scroll bar stands in the page's margin, so that cards end where the tiles do.
void ChartsPage::makeBody() {
  body()->setSpacing(10);
  QMargins margins = body()->contentsMargins();
  margins.setRight(margins.right() - barWidth);
  body()->setContentsMargins(margins);
  body()->addWidget(chips_ = new ChipBar);
  chips_->setContentsMargins(0, 0, barWidth, 0);
  connect(chips_, &ChipBar::chipRemoved, this, &ChartsPage::removeChip);
  connect(chips_, &ChipBar::cleared, &session(), &Session::clearConditions);
  new FilterEditor(*chips_, session(), this);
  body()->addWidget(tileRow_ = new QWidget);
  auto* tiles = new QHBoxLayout(tileRow_);
  tiles->setContentsMargins(0, 0, barWidth, 0);
  tiles->setSpacing(gap);
  tiles->addItem(tileSpace_ = new QSpacerItem(0, 0, QSizePolicy::Ignored));
  body()->addWidget(stack_ = new QStackedWidget, 1);
  auto* scroll = new QScrollArea;
  scroll->setWidgetResizable(true);
  scroll->setFrameShape(QFrame::NoFrame);
  scroll->setFocusPolicy(Qt::NoFocus);
  scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  grid_ = new QWidget;
  grid_->setObjectName(QStringLiteral("scrolled"));
  rows_ = new QVBoxLayout(grid_);
  rows_->setContentsMargins(0, 0, barWidth, 0);
  rows_->setSpacing(gap);
  scroll->setWidget(grid_);
  connect(scroll->verticalScrollBar(), &QScrollBar::rangeChanged, this,
          [this](int low, int high) { rows_->setContentsMargins(0, 0, high > low ? 0 : barWidth, 0); });
  stack_->addWidget(scroll);
  drag_ = new ChartsDrag(*scroll, cards_);
  connect(drag_, &ChartsDrag::dropped, this, &ChartsPage::moveTo);
}

void ChartsPage::makeEmpty() {
  noLeads_ = new EmptyState(Icon::Charts, tr("No leads yet. Drop a file here or try the sample."));
  connect(noLeads_->addAction(tr("Try the sample"), ButtonKind::Primary), &QPushButton::clicked, &session(),
          &Session::loadSample);
  connect(noLeads_->addAction(tr("Go to Files")), &QPushButton::clicked, this,
          [this] { emit navigate(QString::fromLatin1(pages::files)); });
  stack_->addWidget(noLeads_);
  nonePass_ = new EmptyState(Icon::Filter, tr("No lead passes these filters. Take one away."));
  connect(nonePass_->addAction(tr("Undo last filter")), &QPushButton::clicked, &session(), &Session::undoFilter);
  connect(nonePass_->addAction(tr("Clear all")), &QPushButton::clicked, &session(), &Session::clearConditions);
  stack_->addWidget(nonePass_);
}

void ChartsPage::applyTheme(const Theme& theme) {
  Page::applyTheme(theme);
  if (shown_) showLinked(shown_);
}

QString ChartsPage::keys() const {
  return tr("Arrows walk a chart    Space keeps    Esc clears    Ctrl Z undo filter");
}

bool ChartsPage::settled() const { return settled_; }

ChartCard* ChartsPage::card(ChartPlan::Kind kind) const {
  const auto found =
      std::find_if(cards_.begin(), cards_.end(), [&](const ChartCard* card) { return card->plan().kind == kind; });
  return found == cards_.end() ? nullptr : *found;
}

void ChartsPage::showSnapshot(const SnapshotPtr& snapshot) {
  const bool empty = snapshot->frame.rows() == 0;
  settled_ = false;
  chips_->setVisible(!empty);
  tileRow_->setVisible(!empty);
  if (empty) stack_->setCurrentWidget(noLeads_);
  emit countChanged(QString());
  layout_->setVisible(!empty);
  std::vector<ChartPlan> plans;
  if (!empty) {
    const QByteArray kept = readLayout(QString::fromStdU16String(session().storeFile().u16string()),
                                       QString::fromStdString(snapshot->datasetName));
    const auto own = kept.isEmpty() ? std::nullopt : layoutOf(kept, *snapshot);
    plans = own ? *own : planCharts(*snapshot);
  }
  if (plans != plans_ || cards_.size() != plans.size()) {
    plans_ = std::move(plans);
    if (cards_.empty())
      build();
    else
      rebuild();
  }
  askForViews();
  showChips();
}

// Tables and full size ask for the same views as the cards; the bands are for tiles and scores.
void ChartsPage::askForViews() {
  std::vector<ViewSpec> views;
  for (const ChartPlan& plan : plans_) views.push_back(plan.view);
  views.push_back({std::string(bandColumn), 20});
  session().setViews(std::move(views));
}

// While a brush is dragged every step is shown, yet the whole drag is one step of undo.
void ChartsPage::wantConditions(const std::vector<ChartCard::Change>& changes, bool moving) {
  if (!moving)
    for (; dragSteps_ > 0; --dragSteps_) session().undoFilter();
  const auto before = session().conditions();
  session().setConditions(changes);
  if (moving && session().conditions() != before) ++dragSteps_;
}

const LinkedView* ChartsPage::bandView(const Linked& linked) const {
  const auto found = std::find_if(linked.views.begin(), linked.views.end(),
                                  [](const LinkedView& view) { return view.spec.column == bandColumn; });
  return found == linked.views.end() || found->all.empty() ? nullptr : &*found;
}

void ChartsPage::showLinked(const LinkedPtr& linked) {
  if (linked->snapshot != session().snapshot()) return;  // what follows a new snapshot is still on its way
  settled_ = linked->snapshot->frame.rows() == 0;
  if (settled_) return emit settledChanged();
  if (building_) return;  // shown when the last card is made
  if (linked->views.size() <= cards_.size()) return;
  for (std::size_t i = 0; i < cards_.size(); ++i)
    if (linked->views[i].spec != plans_[i].view) return;  // views asked for by another plan are still on their way
  shown_ = linked;
  const LinkedView* bands = bandView(*linked);
  displayCards(linked);
  showKpis(*linked, bands);
  showColorKey(linked->snapshot->target.has_value(), !linked->conditions.empty());
  const bool none = linked->kept.leads == 0 && !linked->conditions.empty() && dragSteps_ == 0;
  stack_->setCurrentIndex(none ? stack_->indexOf(nonePass_) : 0);
  settled_ = true;
  emit settledChanged();
}

// Each card finds its view by what it asked for; one that is still on its way shows what it had.
void ChartsPage::displayCards(const LinkedPtr& linked) {
  const LinkedView* bands = bandView(*linked);
  const auto display = [&](ChartCard& card) {
    for (const LinkedView& view : linked->views)
      if (view.spec == card.plan().view) return card.display(linked, view, bands);
  };
  for (ChartCard* card : cards_) display(*card);
  if (full_) display(*full_);
}

void ChartsPage::showKpis(const Linked& linked, const LinkedView* bands) {
  const std::vector<KpiModel> models = kpiModels(linked, bands);
  std::vector<KpiKind> kinds;
  for (const KpiModel& model : models) kinds.push_back(model.kind);
  if (kinds != tileKinds_) {
    qDeleteAll(tiles_);
    tiles_.clear();
    tileKinds_ = kinds;
    for (const KpiKind kind : kinds) {
      auto* tile = new KpiTile;
      addPart(*static_cast<QHBoxLayout*>(tileRow_->layout()), tile, 1);
      tile->setFixedHeight(86);
      if (kind == KpiKind::ToWin) connect(tile, &KpiTile::noteClicked, this, &ChartsPage::openToWin);
      applyThemeTo(*tile, theme());
      tiles_.push_back(tile);
    }
    // A single tile is no wider than a quarter of the row.
    auto* row = static_cast<QHBoxLayout*>(tileRow_->layout());
    row->removeItem(tileSpace_);
    row->addItem(tileSpace_);
    row->setStretch(row->count() - 1, tiles_.size() == 1 ? 3 : 0);
  }
  for (std::size_t i = 0; i < models.size(); ++i)
    if (tiles_[i]->kpi() != models[i].kpi) tiles_[i]->display(models[i].kpi);
}

void ChartsPage::showColorKey(bool outcome, bool filtered) {
  std::vector<ColorKey> key;
  if (outcome) key.push_back({tr("converted"), &Theme::conv});
  if (outcome) key.push_back({tr("not converted"), &Theme::lead});
  if (!outcome && filtered) key.push_back({tr("kept"), &Theme::lead});
  if (filtered) key.push_back({tr("not chosen"), &Theme::unchosen});
  if (filtered) key.push_back({tr("filtered out"), &Theme::rest});
  chips_->setColorKey(std::move(key));
}

void ChartsPage::showChips() {
  const std::vector<Chip> chips = chipsOf(session().conditions(), *session().snapshot());
  chips_->display(chips);
  setSubtitle(chips.empty() && !plans_.empty() ? tr("Click a bar or drag across a chart to filter everything.")
                                               : QString());
  undo_->setEnabled(session().canUndoFilter());
  redo_->setEnabled(session().canRedoFilter());
}

void ChartsPage::removeChip(const QString& key) { session().setCondition(key.toStdString(), std::nullopt); }

// The leads of the best band that are not converted yet.
void ChartsPage::openToWin() {
  const SnapshotPtr snapshot = session().snapshot();
  if (!snapshot->champion || !snapshot->target || snapshot->champion->scorecard.bands.empty()) return;
  const Target& target = *snapshot->target;
  session().setCondition(std::string(bandColumn),
                         Filter::in(std::string(bandColumn), {snapshot->champion->scorecard.bands.front().name}));
  session().setCondition(target.column, Filter::negated(Filter::in(target.column, target.positives)));
  emit navigate(QString::fromLatin1(pages::leads));
}

}  // namespace leadlight
