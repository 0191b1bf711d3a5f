#include "app/gui/charts/charts_card.h"

#include <QCoreApplication>
#include <QFileDialog>
#include <QMenu>
#include <QVBoxLayout>
#include <cmath>
#include <numeric>

#include "app/gui/charts/charts_table.h"
#include "widgets/charts/chart_text.h"

namespace leadlight {
namespace {

struct Words {
  Q_DECLARE_TR_FUNCTIONS(ChartCard)
};

QString countOf(const Linked& linked, const LinkedView& view) {
  std::uint64_t passing = 0;
  for (const Group& group : view.groups) passing += group.leads;
  const QString all = formatCount(linked.all.leads);
  return passing == linked.all.leads ? Words::tr("n = %1").arg(all)
                                     : Words::tr("n = %1 of %2").arg(formatCount(passing), all);
}

// "75, 50 and 25"
QString bandEdges(const std::vector<BandMark>& bands) {
  QStringList edges;
  for (const BandMark& band : bands)
    if (std::isfinite(band.from)) edges << numberText(band.from);
  if (edges.size() < 2) return edges.join(QString());
  const QString last = edges.takeLast();
  return Words::tr("%1 and %2").arg(edges.join(QStringLiteral(", ")), last);
}

QString periodWord(Binning::Period period) {
  switch (period) {
    case Binning::Period::Day:
      return Words::tr("Leads per day");
    case Binning::Period::Week:
      return Words::tr("Leads per week");
    case Binning::Period::Month:
      return Words::tr("Leads per month");
    case Binning::Period::Year:
      break;
  }
  return Words::tr("Leads per year");
}

}  // namespace

ChartCard::ChartCard(const ChartPlan& plan, QWidget* parent) : Card(plan.title, parent), plan_(plan) {
  makeChart();
  makeMenu();
  body()->setContentsMargins(1, 6, 1, 6);
  body()->addWidget(chart_);
  connect(chart_, &ChartView::picked, this, &ChartCard::pick);
  const auto clear = [this] { emit conditionWanted(std::nullopt, false); };
  connect(chart_, &ChartView::cleared, this, clear);
  connect(this, &Card::markClicked, this, clear);
}

void ChartCard::makeChart() {
  switch (plan_.kind) {
    case ChartPlan::Kind::Source:
      chart_ = bars_ = new BarChart(BarChart::Style::Full);
      break;
    case ChartPlan::Kind::Bars:
      chart_ = bars_ = new BarChart(BarChart::Style::Compact);
      break;
    case ChartPlan::Kind::Shares:
      chart_ = dots_ = new DotChart;
      break;
    case ChartPlan::Kind::Score:
    case ChartPlan::Kind::Number:
    case ChartPlan::Kind::Time:
      chart_ = histogram_ = new Histogram;
      break;
  }
  if (histogram_) connect(histogram_, &Histogram::rangeChanged, this, &ChartCard::setRange);
}

void ChartCard::makeMenu() {
  auto* menu = new QMenu;
  menu->addAction(tr("Show as a table"), this, &ChartCard::openTable);
  menu->addAction(tr("Save as a picture"), this, &ChartCard::savePicture);
  menu->addSeparator();
  QAction* clear =
      menu->addAction(tr("Clear this chart's filter"), this, [this] { emit conditionWanted(std::nullopt, false); });
  connect(menu, &QMenu::aboutToShow, this, [this, clear] { clear->setEnabled(filtered_); });
  setMenu(menu);
}

void ChartCard::display(const Linked& linked, const LinkedView& view, const LinkedView* bands,
                        const std::optional<Filter>& condition) {
  filtered_ = condition.has_value();
  choice_ = condition ? choiceOf(*condition) : std::nullopt;
  binning_ = view.binning;
  const Column* column = linked.snapshot->frame.find(plan_.view.column);
  dates_ = column && column->type() == ColumnType::Date;
  if (histogram_)
    displayHistogram(linked, view, bands);
  else
    displayCategories(linked, view);
  displayWords(linked, view);
}

void ChartCard::displayCategories(const Linked& linked, const LinkedView& view) {
  rows_ = categoryRows(plan_, linked, view, choice_);
  rows_.model.context.choosing = filtered_;
  context_ = rows_.model.context;
  items_ = rows_.model.items;
  if (bars_) bars_->display(rows_.model);
  if (dots_) dots_->display(rows_.model);
}

void ChartCard::displayHistogram(const Linked& linked, const LinkedView& view, const LinkedView* bands) {
  HistogramModel model = histogramModel(plan_, linked, view, choice_);
  if (plan_.kind == ChartPlan::Kind::Score) model.bands = bandMarks(*linked.snapshot, bands);
  context_ = model.context;
  items_ = model.items;
  eachValue_ = model.scale == HistogramModel::Scale::EachValue;
  histogram_->display(model);
}

void ChartCard::displayWords(const Linked& linked, const LinkedView& view) {
  setSubtitle(subtitleOf(linked, view), plan_.afterContact ? Tone::Warning : Tone::None);
  if (!filtered_) return setMark({});
  if (choice_ && !choice_->range)
    setMark(tr("%n chosen", nullptr, static_cast<int>(choice_->values.size() + (choice_->missing ? 1 : 0))));
  else
    setMark(choice_ ? tr("range") : tr("filter"));
}

QString ChartCard::subtitleOf(const Linked& linked, const LinkedView& view) const {
  const QString n = countOf(linked, view);
  const auto with = [&](const QString& words) { return words + QStringLiteral(", ") + n; };
  if (plan_.afterContact) return with(tr("Written after contact"));
  switch (plan_.kind) {
    case ChartPlan::Kind::Source: {
      if (!context_.outcome) return n;
      const Column* column = linked.snapshot->frame.find(plan_.view.column);
      const QString label = QString::fromStdString(column ? column->label() : plan_.view.column);
      return with(tr("Leads, and conversion with its 95% interval, by %1").arg(label));
    }
    case ChartPlan::Kind::Shares:
      return with(tr("Hollow: fewer than %1 leads").arg(fewLeads));
    case ChartPlan::Kind::Score: {
      const RegisteredScorecard& card = *linked.snapshot->champion;
      const QString name = tr("%1 v%2").arg(QString::fromStdString(card.scorecard.name)).arg(card.stored.version);
      const QString edges = bandEdges(bandMarks(*linked.snapshot, nullptr));
      if (edges.isEmpty()) return with(name);
      return with(context_.outcome ? tr("%1, bands at %2, solid: converted").arg(name, edges)
                                   : tr("%1, bands at %2").arg(name, edges));
    }
    case ChartPlan::Kind::Number: {
      const auto& edges = binning_.edges;
      if (edges.size() < 3 || eachValue_) return n;
      return with(tr("Leads in steps of %1").arg(numberText(edges[2] - edges[1])));
    }
    case ChartPlan::Kind::Time:
      return with(periodWord(binning_.period));
    case ChartPlan::Kind::Bars:
      break;
  }
  return n;
}

// A plain pick keeps the row alone, or nothing in particular when it was alone; with `add` it joins or leaves the
// others.
void ChartCard::pick(int item, bool add) {
  if (histogram_ || item < 0 || item >= static_cast<int>(rows_.groups.size())) return;
  const auto at = static_cast<std::size_t>(item);
  const auto& items = rows_.model.items;
  std::vector<bool> chosen(items.size());
  for (std::size_t i = 0; i < items.size(); ++i) chosen[i] = items[i].chosen;
  const bool was = chosen[at];
  const bool alone = std::count(chosen.begin(), chosen.end(), true) == 1;
  if (!add) chosen.assign(items.size(), false);
  chosen[at] = add ? !was : !(was && alone);
  Choice choice;
  for (std::size_t i = 0; i < items.size(); ++i) {
    if (!chosen[i]) continue;
    for (const std::size_t group : rows_.groups[i]) {
      if (group == binning_.missingGroup())
        choice.missing = true;
      else
        choice.values.insert(binning_.values[group]);
    }
  }
  emit conditionWanted(conditionOf(plan_.view.column, choice, false), false);
}

void ChartCard::setRange(const ChartRange& range, bool moving) {
  Choice choice;
  choice.range = range;
  emit conditionWanted(conditionOf(plan_.view.column, choice, dates_), moving);
}

void ChartCard::openTable() {
  auto* table = new ChartTable(plan_.title, items_, context_, window());
  table->setAttribute(Qt::WA_DeleteOnClose);
  table->open();
}

void ChartCard::savePicture() {
  const QPixmap picture = grab();
  auto* dialog =
      new QFileDialog(window(), tr("Save as a picture"), plan_.title + QStringLiteral(".png"), tr("Pictures (*.png)"));
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  dialog->setAcceptMode(QFileDialog::AcceptSave);
  dialog->setDefaultSuffix(QStringLiteral("png"));
  connect(dialog, &QFileDialog::fileSelected, this, [picture](const QString& file) { picture.save(file, "PNG"); });
  dialog->open();
}

}  // namespace leadlight
