#include "app/gui/charts/charts_page.h"

#include <QHBoxLayout>
#include <QScrollArea>
#include <QShortcut>
#include <QStackedWidget>
#include <QVBoxLayout>
#include <algorithm>

#include "widgets/charts/chart_text.h"

namespace leadlight {
namespace {

constexpr int gap = 12;
// Least heights of the rows of cards: two rows fit a small window, three scroll in one and need not be low.
constexpr int wideRow = 244, narrowRow = 236, scrolledRow = 288;

// The parts of a row by weight, whatever the cards would like.
void addPart(QHBoxLayout& row, QWidget* card, int weight) {
  QSizePolicy policy(QSizePolicy::Ignored, QSizePolicy::Expanding);
  policy.setHorizontalStretch(weight);
  card->setSizePolicy(policy);
  row.addWidget(card, weight);
}

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
}

void ChartsPage::makeBody() {
  body()->setSpacing(10);
  body()->addWidget(chips_ = new ChipBar);
  connect(chips_, &ChipBar::chipRemoved, this, &ChartsPage::removeChip);
  connect(chips_, &ChipBar::cleared, &session(), &Session::clearConditions);
  body()->addWidget(tileRow_ = new QWidget);
  auto* tiles = new QHBoxLayout(tileRow_);
  tiles->setContentsMargins(0, 0, 0, 0);
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
  rows_->setContentsMargins(0, 0, 0, 0);
  rows_->setSpacing(gap);
  scroll->setWidget(grid_);
  stack_->addWidget(scroll);
}

void ChartsPage::makeEmpty() {
  noLeads_ = new EmptyState(Icon::Charts, tr("No leads yet. Drop a file here or try the sample."));
  connect(noLeads_->addAction(tr("Load the sample"), ButtonKind::Primary), &QPushButton::clicked, &session(),
          &Session::loadSample);
  connect(noLeads_->addAction(tr("Open Files")), &QPushButton::clicked, this,
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

QString ChartsPage::keys() const { return tr("Arrows walk a chart · Space keeps · Ctrl Z undo filter"); }

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
  std::vector<ChartPlan> plans = planCharts(*snapshot);
  if (plans != plans_ || cards_.size() != plans.size()) {
    plans_ = std::move(plans);
    rebuild();
  }
  std::vector<ViewSpec> views;
  for (const ChartPlan& plan : plans_) views.push_back(plan.view);
  views.push_back({std::string(bandColumn), 20});
  session().setViews(std::move(views));
  showChips();
}

void ChartsPage::rebuild() {
  qDeleteAll(cards_);
  cards_.clear();
  for (const ChartPlan& plan : plans_) {
    auto* card = new ChartCard(plan);
    connect(card, &ChartCard::conditionWanted, this, [this, card](const std::optional<Filter>& condition, bool moving) {
      wantCondition(*card, condition, moving);
    });
    cards_.push_back(card);
  }
  placeCards();
  for (ChartCard* card : cards_) applyThemeTo(*card, theme());
}

// Two in the first row, up to three in the second, what is left (time) across the whole width.
void ChartsPage::placeCards() {
  while (QLayoutItem* item = rows_->takeAt(0)) {
    if (QWidget* row = item->widget()) row->deleteLater();
    delete item;
  }
  std::size_t next = 0;
  const auto addRow = [&](const std::vector<int>& weights, int least, int stretch) {
    if (next >= cards_.size()) return;
    auto* host = new QWidget;
    host->setMinimumHeight(least);
    auto* row = new QHBoxLayout(host);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(gap);
    for (const int weight : weights)
      if (next < cards_.size()) addPart(*row, cards_[next++], weight);
    rows_->addWidget(host, stretch);
  };
  const bool scrolls = cards_.size() > 5;
  addRow({700, 480}, scrolls ? scrolledRow : wideRow, 344);
  addRow({1, 1, 1}, scrolls ? scrolledRow : narrowRow, 312);
  addRow({1}, narrowRow, 250);
}

// While a brush is dragged every step is shown, yet the whole drag is one step of undo.
void ChartsPage::wantCondition(const ChartCard& card, const std::optional<Filter>& condition, bool moving) {
  const std::string& column = card.plan().view.column;
  if (!moving)
    for (; dragSteps_ > 0; --dragSteps_) session().undoFilter();
  const auto before = session().condition(column);
  session().setCondition(column, condition);
  if (moving && session().condition(column) != before) ++dragSteps_;
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
  if (linked->views.size() <= cards_.size()) return;
  shown_ = linked;
  const LinkedView* bands = bandView(*linked);
  for (std::size_t i = 0; i < cards_.size(); ++i) {
    if (linked->views[i].spec != plans_[i].view) return;  // views asked for by another plan are still on their way
    std::optional<Filter> condition;
    for (const Filter& filter : linked->conditions)
      if (filter.columns() == std::vector<std::string>{plans_[i].view.column}) condition = filter;
    cards_[i]->display(*linked, linked->views[i], bands, condition);
  }
  showKpis(*linked, bands);
  showColorKey(linked->snapshot->target.has_value(), !linked->conditions.empty());
  const bool none = linked->kept.leads == 0 && !linked->conditions.empty() && dragSteps_ == 0;
  stack_->setCurrentIndex(none ? stack_->indexOf(nonePass_) : 0);
  settled_ = true;
  emit settledChanged();
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
    row->setStretch(row->count() - 1, std::max(0, 4 - static_cast<int>(tiles_.size())));
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
  std::vector<Chip> chips;
  for (const Filter& condition : session().conditions()) {
    const std::vector<std::string> columns = condition.columns();
    const QString key = columns.size() == 1 ? QString::fromStdString(columns.front()) : QString();
    const ChipText text = chipText(condition, *session().snapshot());
    chips.push_back({key, text.field, text.value, text.excluded});
  }
  chips_->display(chips);
  setSubtitle(chips.empty() && !cards_.empty() ? tr("Click a bar or drag across a chart to filter everything.")
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
