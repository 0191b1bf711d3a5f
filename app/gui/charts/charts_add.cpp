#include "app/gui/charts/charts_add.h"

#include <QComboBox>
#include <QGridLayout>
#include <QHBoxLayout>

#include "widgets/kit/button.h"
#include "widgets/kit/labels.h"

namespace leadlight {
namespace {

QString labelOf(const Column& column) {
  return QString::fromStdString(column.label().empty() ? column.name() : column.label());
}

bool isNumber(const Column& column) {
  return column.type() == ColumnType::Integer || column.type() == ColumnType::Decimal;
}

// A text column whose values are names of things, not things.
bool isCategory(const Column& column) {
  return column.type() == ColumnType::Text && column.dictionary().size() > 1 && column.dictionary().size() <= 2000;
}

}  // namespace

ChartsAdd::ChartsAdd(const SnapshotPtr& snapshot, QWidget* parent)
    : QDialog(parent),
      snapshot_(snapshot),
      column_(new QComboBox),
      measure_(new QComboBox),
      of_(new QComboBox),
      width_(new QComboBox),
      ofLabel_(new QLabel),
      result_(makeLabel({}, TextRole::Muted)),
      add_(new Button(tr("Add chart"), ButtonKind::Primary)) {
  setWindowTitle(tr("Add a chart"));
  auto* grid = new QGridLayout(this);
  grid->setContentsMargins(20, 16, 20, 16);
  grid->setVerticalSpacing(10);
  grid->setHorizontalSpacing(12);
  grid->setColumnMinimumWidth(1, 320);
  int row = 0;
  const auto line = [&](QLabel* label, QComboBox* box, const QString& name) {
    label->setText(name);
    label->setBuddy(box);
    box->setAccessibleName(name);
    grid->addWidget(label, row, 0);
    grid->addWidget(box, row++, 1);
  };
  line(new QLabel, column_, tr("Column"));
  line(new QLabel, measure_, tr("Shows"));
  line(ofLabel_, of_, tr("Of"));
  line(new QLabel, width_, tr("Width"));
  width_->addItems({tr("A third"), tr("Half"), tr("Whole")});
  grid->addWidget(result_, row++, 0, 1, 2);
  auto* buttons = new QHBoxLayout;
  buttons->setSpacing(8);
  buttons->addStretch(1);
  auto* cancel = new Button(tr("Cancel"), ButtonKind::Plain);
  buttons->addWidget(cancel);
  buttons->addWidget(add_);
  grid->addLayout(buttons, row, 0, 1, 2);
  add_->setDefault(true);
  for (const Frame::ColumnPtr& column : snapshot_->frame.columns())
    if (column->type() != ColumnType::Text || isCategory(*column))
      column_->addItem(labelOf(*column), QString::fromStdString(column->name()));
  connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
  connect(column_, &QComboBox::currentIndexChanged, this, &ChartsAdd::fillMeasures);
  connect(measure_, &QComboBox::currentIndexChanged, this, &ChartsAdd::fillOf);
  connect(of_, &QComboBox::currentIndexChanged, this, &ChartsAdd::follow);
  connect(add_, &QPushButton::clicked, this, [this] {
    if (const auto plan = chosen()) emit added(*plan);
    accept();
  });
  fillMeasures();
}

void ChartsAdd::fillMeasures() {
  const Column* column = snapshot_->frame.find(column_->currentData().toString().toStdString());
  const int before = measure_->count() > 0 ? measure_->currentData().toInt() : int(Leads);
  const QSignalBlocker quiet(measure_);
  measure_->clear();
  if (column) {
    const bool text = column->type() == ColumnType::Text;
    measure_->addItem(tr("Leads"), Leads);
    if (text && snapshot_->target) measure_->addItem(tr("Conversion"), Conversion);
    if (snapshot_->frame.find(scoreColumn)) measure_->addItem(tr("Mean score"), MeanScore);
    measure_->addItem(tr("Mean of a number"), Mean);
    measure_->addItem(tr("Sum of a number"), Sum);
    if (text) measure_->addItem(tr("Table with another column"), Table);
    if (text) measure_->addItem(tr("Funnel of its stages"), Funnel);
  }
  measure_->setCurrentIndex(std::max(0, measure_->findData(before)));
  fillOf();
}

void ChartsAdd::fillOf() {
  const int shows = measure_->currentData().toInt();
  const QSignalBlocker quiet(of_);
  of_->clear();
  for (const Frame::ColumnPtr& column : snapshot_->frame.columns()) {
    const QString name = QString::fromStdString(column->name());
    if (name == column_->currentData().toString()) continue;
    if (shows == Table ? isCategory(*column) : isNumber(*column)) of_->addItem(labelOf(*column), name);
  }
  const bool wanted = shows == Mean || shows == Sum || shows == Table;
  of_->setEnabled(wanted);
  ofLabel_->setEnabled(wanted);
  follow();
}

std::optional<ChartPlan> ChartsAdd::chosen() const {
  const Column* column = snapshot_->frame.find(column_->currentData().toString().toStdString());
  if (!column || measure_->count() == 0) return std::nullopt;
  const std::string of = of_->isEnabled() ? of_->currentData().toString().toStdString() : std::string();
  const int shows = measure_->currentData().toInt();
  ChartPlan plan =
      chartOf(*column, shows < Table ? static_cast<ChartPlan::Measure>(shows) : ChartPlan::Measure::Leads, of);
  if (shows == Funnel) plan.kind = ChartPlan::Kind::Funnel;
  plan.width = static_cast<ChartPlan::Width>(width_->currentIndex());
  return completed(std::move(plan), *snapshot_);
}

void ChartsAdd::follow() {
  const auto plan = chosen();
  add_->setEnabled(plan.has_value());
  result_->setText(plan ? plan->title : tr("This makes no chart."));
}

}  // namespace leadlight
