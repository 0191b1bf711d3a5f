#include "app/gui/charts/charts_card.h"

#include <QMenu>
#include <QVBoxLayout>
#include <algorithm>
#include <cmath>
#include <limits>

namespace leadlight {

ChartCard::ChartCard(const ChartPlan& plan, QWidget* parent) : Card(plan.title, parent), plan_(plan), menu_(new QMenu) {
  makeChart();
  wrapSubtitle();
  setMenu(menu_);
  fillMenu();
  connect(menu_, &QMenu::aboutToShow, this, &ChartCard::fillMenu);
  body()->setContentsMargins(1, 6, 1, 6);
  body()->addWidget(chart_);
  connect(chart_, &ChartView::picked, this, &ChartCard::pick);
  connect(chart_, &ChartView::leftOut, this, &ChartCard::leaveOut);
  connect(chart_, &ChartView::cleared, this, &ChartCard::clearFilter);
  connect(this, &Card::markClicked, this, &ChartCard::clearFilter);
}

void ChartCard::makeChart() {
  switch (plan_.kind) {
    case ChartPlan::Kind::Source:
      chart_ = bars_ = new BarChart(BarChart::Style::Full);
      connect(bars_, &BarChart::headClicked, this, [this](BarOrder order) {
        ChartPlan plan = plan_;
        plan.order = order;
        emit planWanted(plan);
      });
      break;
    case ChartPlan::Kind::Bars:
      chart_ = bars_ = new BarChart(BarChart::Style::Compact);
      break;
    case ChartPlan::Kind::Shares:
    case ChartPlan::Kind::Bands:
      chart_ = dots_ = new DotChart;
      break;
    case ChartPlan::Kind::Score:
    case ChartPlan::Kind::Number:
    case ChartPlan::Kind::Time:
      chart_ = histogram_ = new Histogram;
      connect(histogram_, &Histogram::rangeChanged, this, &ChartCard::setRange);
      break;
    case ChartPlan::Kind::Funnel:
      chart_ = funnel_ = new FunnelChart;
      break;
    case ChartPlan::Kind::Table:
      chart_ = heat_ = new HeatChart;
      break;
    case ChartPlan::Kind::Values:
      chart_ = values_ = new ValueChart;
      break;
  }
}

void ChartCard::setPlan(const ChartPlan& plan) {
  plan_ = plan;
  setTitle(plan_.title);
}

std::optional<Choice> ChartCard::choiceOn(const Linked& linked, const std::string& column) const {
  for (const Filter& condition : linked.conditions)
    if (condition.columns() == std::vector<std::string>{column}) return choiceOf(condition);
  return std::nullopt;
}

void ChartCard::display(const LinkedPtr& linked, const LinkedView& view, const LinkedView* bands) {
  shown_ = linked;
  filtered_ = std::any_of(linked->conditions.begin(), linked->conditions.end(), [&](const Filter& condition) {
    const auto columns = condition.columns();
    return columns.size() == 1 && (columns[0] == plan_.view.column || columns[0] == plan_.view.across);
  });
  choice_ = choiceOn(*linked, plan_.view.column);
  binning_ = view.binning;
  const Column* column = linked->snapshot->frame.find(plan_.view.column);
  dates_ = column && column->type() == ColumnType::Date;
  if (histogram_)
    displayHistogram(*linked, view, bands);
  else if (heat_)
    displayTable(*linked, view);
  else if (values_)
    displayValues(*linked, view);
  else
    displayCategories(*linked, view);
  displayWords(*linked, view);
}

void ChartCard::displayCategories(const Linked& linked, const LinkedView& view) {
  if (funnel_) {
    StageRows rows = stageRows(plan_, linked, view, choice_);
    rows.model.context.choosing = filtered_;
    context_ = rows.model.context;
    items_ = rows.model.items;
    groups_ = std::move(rows.groups);
    stages_ = std::move(rows.order);
    stagesFrom_ = rows.from;
    return funnel_->display(rows.model);
  }
  CategoryRows rows = categoryRows(plan_, linked, view, choice_);
  rows.model.context.choosing = filtered_;
  context_ = rows.model.context;
  items_ = rows.model.items;
  groups_ = std::move(rows.groups);
  if (bars_) bars_->display(rows.model);
  if (dots_) dots_->display(rows.model);
}

void ChartCard::displayHistogram(const Linked& linked, const LinkedView& view, const LinkedView* bands) {
  HistogramModel model = histogramModel(plan_, linked, view, choice_);
  if (plan_.kind == ChartPlan::Kind::Score) model.bands = bandMarks(*linked.snapshot, bands);
  context_ = model.context;
  items_ = model.items;
  eachValue_ = model.scale == HistogramModel::Scale::EachValue;
  histogram_->display(model);
}

void ChartCard::displayTable(const Linked& linked, const LinkedView& view) {
  cells_ = tableCells(plan_, linked, view, choice_, choiceOn(linked, plan_.view.across));
  cells_.model.context.choosing = filtered_;
  context_ = cells_.model.context;
  items_ = cells_.model.items;
  heat_->display(cells_.model);
}

void ChartCard::displayValues(const Linked& linked, const LinkedView& view) {
  ValueRows rows = valueRows(plan_, linked, view, choice_);
  rows.model.context.choosing = filtered_;
  context_ = rows.model.context;
  items_ = rows.model.items;
  groups_ = std::move(rows.groups);
  valueModel_ = rows.model;
  values_->display(valueModel_);
}

void ChartCard::want(const std::optional<Filter>& condition, bool moving) {
  emit conditionsWanted({{plan_.view.column, condition}}, moving);
}

void ChartCard::clearFilter() {
  std::vector<Change> changes{{plan_.view.column, std::nullopt}};
  if (heat_) changes.emplace_back(plan_.view.across, std::nullopt);
  emit conditionsWanted(changes, false);
}

void ChartCard::wantChoice(const Choice& choice) { want(conditionOf(plan_.view.column, choice, dates_), false); }

// A plain pick keeps the row alone, or nothing in particular when it was alone; with `add` it joins or leaves the
// others.
void ChartCard::pick(int item, bool add) {
  if (histogram_ || item < 0 || item >= static_cast<int>(items_.size())) return;
  if (heat_) return pickCell(item);
  const auto at = static_cast<std::size_t>(item);
  if (binning_.kind != Binning::Kind::Category) {
    constexpr double open = std::numeric_limits<double>::quiet_NaN();
    const std::size_t bin = groups_[at].front();
    if (items_[at].chosen) return clearFilter();
    return setRange(
        {bin == 0 ? open : binning_.edges[bin], bin + 2 >= binning_.edges.size() ? open : binning_.edges[bin + 1]},
        false);
  }
  if (add && choice_ && choice_->excluded) return leaveOut(item);
  std::vector<bool> chosen(items_.size());
  for (std::size_t i = 0; i < items_.size(); ++i) chosen[i] = items_[i].chosen;
  const bool was = chosen[at];
  const bool alone = std::count(chosen.begin(), chosen.end(), true) == 1;
  if (!add) chosen.assign(items_.size(), false);
  chosen[at] = add ? !was : !(was && alone);
  Choice choice;
  for (std::size_t i = 0; i < items_.size(); ++i) {
    if (!chosen[i]) continue;
    for (const std::size_t group : groups_[i]) {
      if (group == binning_.missingGroup())
        choice.missing = true;
      else
        choice.values.insert(binning_.values[group]);
    }
  }
  wantChoice(choice);
}

// The row leaves the leads, or comes back when it was left out.
void ChartCard::leaveOut(int item) {
  const bool names = !histogram_ && !heat_ && binning_.kind == Binning::Kind::Category;
  if (!names || item < 0 || item >= static_cast<int>(groups_.size())) return;
  Choice choice;
  if (choice_ && choice_->excluded) choice = *choice_;
  choice.excluded = true;
  const bool back = choice_ && choice_->excluded && !items_[static_cast<std::size_t>(item)].chosen;
  for (const std::size_t group : groups_[static_cast<std::size_t>(item)]) {
    if (group == binning_.missingGroup())
      choice.missing = !back;
    else if (back)
      choice.values.erase(binning_.values[group]);
    else
      choice.values.insert(binning_.values[group]);
  }
  wantChoice(choice);
}

// A cell keeps its row and its column; the only one that is kept lets all in again.
void ChartCard::pickCell(int item) {
  const auto wide = static_cast<int>(cells_.columns.size());
  const bool alone = items_[static_cast<std::size_t>(item)].chosen &&
                     std::count_if(items_.begin(), items_.end(), [](const ChartItem& one) { return one.chosen; }) == 1;
  if (alone) return clearFilter();
  const Choice& row = cells_.rows[static_cast<std::size_t>(item / wide)];
  const Choice& column = cells_.columns[static_cast<std::size_t>(item % wide)];
  emit conditionsWanted({{plan_.view.column, conditionOf(plan_.view.column, row, false)},
                         {plan_.view.across, conditionOf(plan_.view.across, column, false)}},
                        false);
}

void ChartCard::setRange(const ChartRange& range, bool moving) {
  Choice choice;
  choice.range = range;
  want(conditionOf(plan_.view.column, choice, dates_), moving);
}

ChartSheet ChartCard::sheet() const {
  ChartSheet sheet = values_ ? sheetOf(valueModel_) : sheetOf(items_, context_, plan_.kind == ChartPlan::Kind::Source);
  sheet.title = plan_.title;
  return sheet;
}

}  // namespace leadlight
