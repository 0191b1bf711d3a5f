#include "widgets/train_form.h"

#include <QBoxLayout>
#include <QComboBox>
#include <QFormLayout>
#include <QHeaderView>
#include <QLineEdit>
#include <QListWidget>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QTableWidget>
#include <algorithm>
#include <limits>

#include "widgets/format.h"
#include "widgets/kit/button.h"
#include "widgets/kit/card.h"

namespace leadlight {
namespace {

constexpr int outcomeWidth = 260, spacing = 12, leastForNames = 180, mostForNames = 340;
constexpr int roomForAbout = 640, aroundText = 54;
constexpr int rowHeight = 32, valueHeight = 24, mostValuesShown = 8;
constexpr int mostValues = 40;  // of a target that can be ticked
enum ColumnPlace { Use, About, Points, Evidence };

QLabel* wrapping(TextRole role) {
  QLabel* label = makeLabel({}, role);
  label->setWordWrap(true);
  return label;
}

}  // namespace

TrainForm::TrainForm(QWidget* parent) : QWidget(parent) {
  auto* across = new QHBoxLayout(this);
  across->setContentsMargins(0, 0, 0, 0);
  across->setSpacing(spacing);
  across->addWidget(makeOutcome());
  across->addWidget(makeColumns(), 1);
}

QWidget* TrainForm::makeOutcome() {
  auto* card = new Card(tr("What to predict"));
  card->setFixedWidth(outcomeWidth);
  card->body()->setContentsMargins(16, 8, 16, 14);
  card->body()->setSpacing(6);
  name_ = new QLineEdit;
  target_ = new QComboBox;
  positives_ = new QListWidget;
  outcome_ = wrapping(TextRole::Caption);
  method_ = new QComboBox;
  methodAbout_ = wrapping(TextRole::Caption);
  seed_ = new QSpinBox;
  train_ = new Button(Icon::Target, tr("Train a scorecard"), ButtonKind::Primary);
  seed_->setRange(0, std::numeric_limits<int>::max());
  seed_->setValue(1);
  seed_->setToolTip(tr("The same leads, choices and seed give the same scorecard."));
  target_->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
  const auto add = [card](const QString& caption, QWidget* field) {
    QLabel* label = makeLabel(caption, TextRole::Caption);
    label->setBuddy(field);
    field->setAccessibleName(caption);
    card->body()->addWidget(label);
    card->body()->addWidget(field);
  };
  add(tr("Outcome column"), target_);
  add(tr("Values that count as converted"), positives_);
  card->body()->addWidget(outcome_);
  add(tr("Way of learning"), method_);
  card->body()->addWidget(methodAbout_);
  add(tr("Name"), name_);
  add(tr("Random seed"), seed_);
  card->body()->addSpacing(6);
  card->body()->addWidget(train_);
  card->body()->addStretch(1);
  connect(target_, &QComboBox::currentIndexChanged, this, &TrainForm::showTarget);
  connect(positives_, &QListWidget::itemChanged, this, &TrainForm::outcomeChanged);
  connect(method_, &QComboBox::currentIndexChanged, this, [this](int index) {
    methodAbout_->setText(index < 0 ? QString() : methods_[static_cast<std::size_t>(index)].about);
  });
  connect(train_, &QPushButton::clicked, this, &TrainForm::trainWanted);
  return card;
}

QWidget* TrainForm::makeColumns() {
  columnsCard_ = new Card(tr("What to learn from"));
  columnsCard_->body()->setContentsMargins(1, 8, 1, 1);
  columnsCard_->body()->setSpacing(6);
  noticeHost_ = new QWidget;
  auto* notice = new QHBoxLayout(noticeHost_);
  notice->setContentsMargins(16, 0, 12, 2);
  notice_ = wrapping(TextRole::Body);
  setTone(*notice_, Tone::Warning);
  leaveOut_ = new Button(tr("Leave them out"), ButtonKind::Plain);
  leaveOut_->setSmall();
  notice->addWidget(notice_, 1);
  notice->addWidget(leaveOut_);
  noticeHost_->hide();
  columnsTable_ = new QTableWidget(0, 4);
  columnsTable_->setAccessibleName(tr("What to learn from"));
  columnsTable_->setHorizontalHeaderLabels({tr("Column"), tr("What it holds"), tr("Its points"), tr("Look here")});
  columnsTable_->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
  columnsTable_->horizontalHeader()->setStretchLastSection(true);
  columnsTable_->horizontalHeader()->setHighlightSections(false);
  columnsTable_->verticalHeader()->hide();
  columnsTable_->verticalHeader()->setDefaultSectionSize(rowHeight);
  columnsTable_->setShowGrid(false);
  columnsTable_->setWordWrap(false);
  columnsTable_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  columnsTable_->setFrameShape(QFrame::NoFrame);
  columnsTable_->setEditTriggers(QAbstractItemView::NoEditTriggers);
  columnsTable_->setSelectionBehavior(QAbstractItemView::SelectRows);
  columnsTable_->setTabKeyNavigation(false);
  columnsTable_->setColumnWidth(About, 112);
  columnsCard_->body()->addWidget(noticeHost_);
  columnsCard_->body()->addWidget(columnsTable_, 1);
  connect(leaveOut_, &QPushButton::clicked, this, &TrainForm::leaveOutSuspects);
  connect(columnsTable_, &QTableWidget::itemChanged, this, &TrainForm::showFlags);
  return columnsCard_;
}

// Where there is little room, why to look at a column matters more than what it holds.
void TrainForm::resizeEvent(QResizeEvent* event) {
  QWidget::resizeEvent(event);
  const int room = width() - outcomeWidth - spacing;
  columnsTable_->setColumnHidden(About, room < roomForAbout);
  columnsTable_->setColumnWidth(Use, std::clamp(room * 2 / 5, leastForNames, mostForNames));
}

void TrainForm::setMethods(std::vector<TrainMethod> methods) {
  methods_ = std::move(methods);
  method_->clear();
  for (const TrainMethod& method : methods_) method_->addItem(method.title);
}

void TrainForm::setTargets(std::vector<TrainTarget> targets, int chosen) {
  const std::string before = wish().target;
  targets_ = std::move(targets);
  {
    const QSignalBlocker quiet(target_);
    target_->clear();
    for (std::size_t i = 0; i < targets_.size(); ++i) {
      target_->addItem(targets_[i].label);
      if (!before.empty() && targets_[i].column == before) chosen = static_cast<int>(i);
    }
    target_->setCurrentIndex(chosen);
  }
  showTarget();
}

void TrainForm::showTarget() {
  {
    const QSignalBlocker quiet(positives_);
    positives_->clear();
    const int index = target_->currentIndex();
    if (index >= 0) {
      int shown = 0;
      for (const TrainTarget::Value& value : targets_[static_cast<std::size_t>(index)].values) {
        if (++shown > mostValues) break;
        auto* item = new QListWidgetItem(
            tr("%1, %2").arg(QString::fromStdString(value.value), formatLeads(value.leads)), positives_);
        item->setData(Qt::UserRole, QString::fromStdString(value.value));
        item->setSizeHint({0, valueHeight});
        item->setFlags(item->flags() | Qt::ItemIsUserCheckable);
        item->setCheckState(value.positive ? Qt::Checked : Qt::Unchecked);
      }
    }
  }
  positives_->setFixedHeight(valueHeight * std::clamp(positives_->count(), 1, mostValuesShown) + 6);
  showFlags();
  emit outcomeChanged();
}

void TrainForm::setColumns(std::vector<TrainColumn> columns) {
  const QSignalBlocker quiet(columnsTable_);
  columns_ = std::move(columns);
  columnsTable_->setRowCount(0);
  columnsTable_->setRowCount(static_cast<int>(columns_.size()));
  for (std::size_t i = 0; i < columns_.size(); ++i) {
    const TrainColumn& column = columns_[i];
    const int row = static_cast<int>(i);
    auto* use = new QTableWidgetItem(column.label);
    if (column.usable)
      use->setFlags(use->flags() | Qt::ItemIsUserCheckable);
    else
      use->setFlags(use->flags() & ~(Qt::ItemIsUserCheckable | Qt::ItemIsEnabled));
    use->setCheckState(column.whyNot.isEmpty() ? Qt::Checked : Qt::Unchecked);
    use->setToolTip(column.label);
    columnsTable_->setItem(row, Use, use);
    columnsTable_->setItem(row, About, new QTableWidgetItem(column.about));
    columnsTable_->setItem(row, Evidence, new QTableWidgetItem);
    showEvidence(row, column.whyNot, column.suspect);
    if (!column.ordered) continue;
    auto* points = new QComboBox;
    points->addItems({tr("any shape"), tr("only rise"), tr("only fall")});
    points->setAccessibleName(tr("Points of %1").arg(column.label));
    columnsTable_->setCellWidget(row, Points, points);
    int widest = columnsTable_->columnWidth(Points);
    for (int way = 0; way < points->count(); ++way)
      widest = std::max(widest, points->fontMetrics().horizontalAdvance(points->itemText(way)) + aroundText);
    columnsTable_->setColumnWidth(Points, widest);
  }
  flags_.clear();
  showFlags();
}

int TrainForm::rowOf(const std::string& column) const {
  const auto at =
      std::find_if(columns_.begin(), columns_.end(), [&](const TrainColumn& each) { return each.column == column; });
  return at == columns_.end() ? -1 : static_cast<int>(at - columns_.begin());
}

void TrainForm::setFlags(std::vector<TrainFlag> flags) {
  flags_ = std::move(flags);
  {
    const QSignalBlocker quiet(columnsTable_);
    for (int row = 0; row < columnsTable_->rowCount(); ++row) {
      const TrainColumn& column = columns_[static_cast<std::size_t>(row)];
      showEvidence(row, column.whyNot, column.suspect);
    }
    for (const TrainFlag& flag : flags_) {
      const int row = rowOf(flag.column);
      if (row < 0 || (!flag.suspect && !columns_[static_cast<std::size_t>(row)].whyNot.isEmpty())) continue;
      showEvidence(row, flag.evidence, flag.suspect);
    }
  }
  showFlags();
}

void TrainForm::showEvidence(int row, const QString& evidence, bool suspect) {
  QTableWidgetItem* item = columnsTable_->item(row, Evidence);
  item->setText(evidence);
  item->setToolTip(evidence);
  item->setIcon(suspect ? iconOf(Icon::Warning, palette().color(QPalette::Text)) : QIcon());
}

int TrainForm::countSuspects() const {
  return static_cast<int>(std::count_if(flags_.begin(), flags_.end(), [this](const TrainFlag& flag) {
    const int row = flag.suspect ? rowOf(flag.column) : -1;
    return row >= 0 && columnsTable_->item(row, Use)->checkState() == Qt::Checked;
  }));
}

void TrainForm::showFlags() {
  // The outcome is no column to learn from.
  const int target = rowOf(wish().target);
  std::uint64_t used = 0, all = 0;
  for (int row = 0; row < columnsTable_->rowCount(); ++row) {
    columnsTable_->setRowHidden(row, row == target);
    if (row == target) continue;
    ++all;
    if (columnsTable_->item(row, Use)->checkState() == Qt::Checked) ++used;
  }
  columnsCard_->setSubtitle(tr("%1 of %2 columns").arg(formatCount(used), formatCount(all)));
  const int suspects = countSuspects();
  noticeHost_->setVisible(suspects > 0);
  notice_->setText(
      tr("%n columns look written after the outcome. A scorecard that learns from them ranks the past and "
         "says nothing about new leads.",
         nullptr, suspects));
}

void TrainForm::leaveOutSuspects() {
  {
    const QSignalBlocker quiet(columnsTable_);
    for (const TrainFlag& flag : flags_)
      if (const int row = flag.suspect ? rowOf(flag.column) : -1; row >= 0)
        columnsTable_->item(row, Use)->setCheckState(Qt::Unchecked);
  }
  showFlags();
}

void TrainForm::setName(const QString& name) { name_->setText(name); }

void TrainForm::setOutcome(const QString& sentence, bool usable) {
  outcome_->setText(sentence);
  setTone(*outcome_, usable ? Tone::None : Tone::Warning);
  usable_ = usable;
  train_->setEnabled(usable_ && !running_);
}

void TrainForm::setRunning(bool running) {
  running_ = running;
  train_->setEnabled(usable_ && !running_);
}

std::pair<std::uint64_t, std::uint64_t> TrainForm::outcomeCounts() const {
  std::uint64_t positive = 0, all = 0;
  const std::vector<std::string> ticked = wish().positives;
  if (const int index = target_->currentIndex(); index >= 0)
    for (const TrainTarget::Value& value : targets_[static_cast<std::size_t>(index)].values) {
      all += value.leads;
      if (std::find(ticked.begin(), ticked.end(), value.value) != ticked.end()) positive += value.leads;
    }
  return {positive, all};
}

TrainWish TrainForm::wish() const {
  TrainWish wish;
  if (const int index = target_->currentIndex(); index >= 0 && static_cast<std::size_t>(index) < targets_.size())
    wish.target = targets_[static_cast<std::size_t>(index)].column;
  for (int row = 0; row < positives_->count(); ++row)
    if (positives_->item(row)->checkState() == Qt::Checked)
      wish.positives.push_back(positives_->item(row)->data(Qt::UserRole).toString().toStdString());
  if (const int method = method_->currentIndex(); method >= 0)
    wish.method = methods_[static_cast<std::size_t>(method)].name;
  for (int row = 0; row < columnsTable_->rowCount(); ++row) {
    const std::string& column = columns_[static_cast<std::size_t>(row)].column;
    if (columnsTable_->item(row, Use)->checkState() != Qt::Checked) {
      if (column != wish.target) wish.exclude.push_back(column);
      continue;
    }
    const auto* points = qobject_cast<const QComboBox*>(columnsTable_->cellWidget(row, Points));
    if (!points || column == wish.target) continue;
    if (points->currentIndex() == 1) wish.rising.push_back(column);
    if (points->currentIndex() == 2) wish.falling.push_back(column);
  }
  wish.seed = static_cast<std::uint64_t>(seed_->value());
  wish.name = name_->text().trimmed();
  return wish;
}

}  // namespace leadlight
