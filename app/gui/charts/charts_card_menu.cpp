#include <QActionGroup>
#include <QClipboard>
#include <QFileDialog>
#include <QGuiApplication>
#include <QMenu>
#include <array>

#include "app/gui/charts/charts_card.h"
#include "app/gui/charts/charts_stage_order.h"
#include "app/gui/charts/charts_table.h"
#include "app/gui/sentences.h"
#include "model/base/output_file.h"

namespace leadlight {
namespace {

constexpr std::array<std::size_t, 5> tops = {5, 8, 12, 20, 50};

template <class Values, class Value>
int indexOf(const Values& values, const Value& value) {
  const auto found = std::find(values.begin(), values.end(), value);
  return found == values.end() ? -1 : static_cast<int>(found - values.begin());
}

// The date columns of the frame, by which a time chart can count.
std::vector<const Column*> dateColumns(const Frame& frame) {
  std::vector<const Column*> dates;
  for (const Frame::ColumnPtr& column : frame.columns())
    if (column->type() == ColumnType::Date) dates.push_back(column.get());
  return dates;
}

}  // namespace

// Made anew each time it opens: what it offers depends on what is shown.
void ChartCard::fillMenu() {
  menu_->clear();
  menu_->addAction(tr("Show as a table"), this, &ChartCard::openTable);
  menu_->addAction(tr("Full size"), this, &ChartCard::fullSizeWanted);
  menu_->addSeparator();
  menu_->addAction(tr("Copy image"), this,
                   [this] { QGuiApplication::clipboard()->setImage(chartImage(*chart_, caption(), theme_)); });
  menu_->addAction(tr("Save as PNG…"), this, [this] { savePicture(false); });
  menu_->addAction(tr("Save as SVG…"), this, [this] { savePicture(true); });
  menu_->addAction(tr("Copy data"), this,
                   [this] { QGuiApplication::clipboard()->setText(clipboardText(sheet(), caption().stamp)); });
  menu_->addAction(tr("Save data as CSV…"), this, &ChartCard::saveData);
  menu_->addSeparator();
  fillSettings();
  menu_->addAction(tr("Move left"), this, [this] { emit stepWanted(Step::Left); });
  menu_->addAction(tr("Move right"), this, [this] { emit stepWanted(Step::Right); });
  menu_->addAction(tr("Remove"), this, [this] { emit stepWanted(Step::Remove); });
  menu_->addSeparator();
  QAction* clear = menu_->addAction(tr("Clear this chart's filter"), this, &ChartCard::clearFilter);
  clear->setEnabled(filtered_);
}

void ChartCard::addChoices(const QString& title, const QStringList& names, int current,
                           const std::function<void(int)>& chosen) {
  QMenu* choices = menu_->addMenu(title);
  auto* group = new QActionGroup(choices);
  for (int i = 0; i < names.size(); ++i) {
    QAction* action = choices->addAction(names[i], this, [chosen, i] { chosen(i); });
    action->setCheckable(true);
    action->setChecked(i == current);
    group->addAction(action);
  }
}

void ChartCard::fillSettings() {
  const auto with = [this](const auto& change) {
    ChartPlan plan = plan_;
    change(plan);
    emit planWanted(plan);
  };
  if (plan_.kind == ChartPlan::Kind::Source)
    addChoices(tr("Sort by"), {tr("Leads"), tr("Conversion"), tr("Mean score")}, static_cast<int>(plan_.order),
               [with](int i) { with([i](ChartPlan& plan) { plan.order = static_cast<BarOrder>(i); }); });
  const bool names = bars_ || dots_ || (values_ && binning_.kind == Binning::Kind::Category);
  if (names && plan_.kind != ChartPlan::Kind::Bands) {
    QStringList counts;
    for (const std::size_t top : tops) counts << QString::number(top);
    addChoices(tr("Names shown"), counts, indexOf(tops, plan_.top),
               [with](int i) { with([i](ChartPlan& plan) { plan.top = tops[static_cast<std::size_t>(i)]; }); });
  }
  if (funnel_) menu_->addAction(tr("Order of stages…"), this, &ChartCard::openStages);
  if (plan_.kind == ChartPlan::Kind::Time) {
    const int current = plan_.view.period ? static_cast<int>(*plan_.view.period) + 1 : 0;
    addChoices(tr("Count by"), {tr("Chosen by the span"), tr("Day"), tr("Week"), tr("Month"), tr("Year")}, current,
               [with](int i) {
                 with([i](ChartPlan& plan) {
                   plan.view.period = i == 0 ? std::nullopt : std::optional(static_cast<Binning::Period>(i - 1));
                 });
               });
    const auto dates = shown_ ? dateColumns(shown_->snapshot->frame) : std::vector<const Column*>();
    QStringList labels;
    std::vector<std::string> columns;
    for (const Column* date : dates) {
      labels << QString::fromStdString(date->label().empty() ? date->name() : date->label());
      columns.push_back(date->name());
    }
    if (dates.size() > 1)
      addChoices(tr("Date"), labels, indexOf(columns, plan_.view.column), [with, columns](int i) {
        with([&](ChartPlan& plan) { plan.view.column = columns[static_cast<std::size_t>(i)]; });
      });
  }
  addChoices(tr("Width"), {tr("A third"), tr("Half"), tr("Whole")}, static_cast<int>(plan_.width),
             [with](int i) { with([i](ChartPlan& plan) { plan.width = static_cast<ChartPlan::Width>(i); }); });
}

void ChartCard::openTable() {
  auto* table = new ChartTable(sheet(), caption().stamp, window());
  table->setAttribute(Qt::WA_DeleteOnClose);
  table->open();
}

void ChartCard::openStages() {
  auto* dialog = new ChartsStageOrder(stages_, plan_.stages.empty(), window());
  applyThemeTo(*dialog, theme_);
  connect(dialog, &ChartsStageOrder::ordered, this, [this](const StageOrder& order) {
    ChartPlan plan = plan_;
    plan.stages = order;
    emit planWanted(plan);
  });
  dialog->open();
}

void ChartCard::ask(const QString& title, const QString& suffix, const QString& kind,
                    const std::function<bool(const QString& file)>& save) {
  auto* dialog = new QFileDialog(window(), title, plan_.title + QLatin1Char('.') + suffix, kind);
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  dialog->setAcceptMode(QFileDialog::AcceptSave);
  dialog->setDefaultSuffix(suffix);
  connect(dialog, &QFileDialog::fileSelected, this, [this, save](const QString& file) {
    if (const auto target = outputTarget(file.toStdString()); !target) return emit notified(sentenceOf(target.error()));
    emit notified((save(file) ? tr("%1 is written.") : tr("%1 could not be written.")).arg(QFileInfo(file).fileName()));
  });
  dialog->open();
}

// The picture is of the moment when it was asked for, except for SVG, which is drawn when the name is known.
void ChartCard::savePicture(bool vector) {
  if (vector)
    return ask(tr("Save as SVG"), QStringLiteral("svg"), tr("Vector pictures (*.svg)"),
               [this](const QString& file) { return saveChartSvg(*chart_, caption(), theme_, file); });
  ask(tr("Save as PNG"), QStringLiteral("png"), tr("Pictures (*.png)"),
      [picture = chartImage(*chart_, caption(), theme_)](const QString& file) { return picture.save(file, "PNG"); });
}

void ChartCard::saveData() {
  ask(tr("Save data as CSV"), QStringLiteral("csv"), tr("Tables (*.csv)"),
      [data = sheet(), stamp = caption().stamp](const QString& file) { return bool(saveSheet(data, stamp, file)); });
}

}  // namespace leadlight
