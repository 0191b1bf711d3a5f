#include "app/gui/leads/leads_page.h"

#include <QAction>
#include <QBoxLayout>
#include <QCompleter>
#include <QFrame>
#include <QKeyEvent>
#include <QLineEdit>
#include <QMenu>
#include <QStackedWidget>
#include <algorithm>

#include "app/gui/filters/filter_editor.h"
#include "app/gui/scoring/scoring_words.h"
#include "widgets/format.h"
#include "widgets/kit/button.h"
#include "widgets/kit/chips.h"
#include "widgets/kit/empty_state.h"
#include "widgets/kit/labels.h"

namespace leadlight {

namespace {

constexpr int findDelay = 200;  // ms after the last key

}  // namespace

LeadsPage::LeadsPage(Session& session, QWidget* parent)
    : Page(session, pages::leads, Icon::Leads, tr("Leads"), parent),
      model_(new LeadTableModel(this)),
      table_(new LeadTable(model_)),
      detail_(new LeadDetail),
      stack_(new QStackedWidget),
      chips_(new ChipBar),
      prepareJob_(this, pool_),
      rowsJob_(this, pool_),
      headsJob_(this, pool_),
      insightJob_(this, pool_),
      frequencyJob_(this, pool_) {
  makeHead();
  makeEmptyStates();
  chips_->setColorKey({{tr("in this list"), &Theme::lead}, {tr("all leads"), &Theme::unchosen}});
  body()->setSpacing(6);
  body()->addWidget(chips_);

  auto* card = new QFrame;
  card->setProperty("role", "card");
  auto* column = new QVBoxLayout(card);
  column->setContentsMargins(1, 1, 1, 1);
  column->setSpacing(0);
  column->addWidget(makeTools());
  column->addWidget(makeLine());
  column->addWidget(table_, 1);
  column->addWidget(makeLine());
  where_ = new ElidedLabel({}, TextRole::Caption);
  where_->setContentsMargins(10, 3, 10, 4);
  column->addWidget(where_);
  auto* row = new QWidget;
  auto* across = new QHBoxLayout(row);
  across->setContentsMargins(0, 0, 0, 0);
  across->setSpacing(12);
  across->addWidget(card, 1);
  across->addWidget(detail_);
  stack_->addWidget(row);
  stack_->addWidget(noLeads_);
  stack_->addWidget(noneKept_);
  body()->addWidget(stack_, 1);
  detail_->showNothing(tr("Choose a lead to see why it has its score."));

  findTimer_.setSingleShot(true);
  findTimer_.setInterval(findDelay);
  connect(&findTimer_, &QTimer::timeout, this, &LeadsPage::refreshRows);
  connectTable();
  connect(chips_, &ChipBar::chipRemoved, this,
          [this](const QString& key) { this->session().setCondition(key.toStdString(), std::nullopt); });
  connect(chips_, &ChipBar::cleared, this, [this] { this->session().clearConditions(); });
  connect(&session, &Session::conditionsChanged, this, &LeadsPage::refreshChips);
  new FilterEditor(*chips_, session, this);
  connect(detail_, &LeadDetail::closed, this, [this] { detail_->hide(); });
  connect(detail_, &LeadDetail::copyWanted, this, [this] {
    if (table_->currentRow() >= 0) copyRows({model_->frameRow(table_->currentRow())}, CopyFormat::Tabs, true);
  });
  connect(detail_, &LeadDetail::whatIfWanted, this, [this] {
    if (chosenLead_) emit navigate(pages::scoreLead, QVariant::fromValue<qlonglong>(*chosenLead_));
  });
  connect(detail_, &LeadDetail::fieldsToggled, this, [this](bool shown) {
    if (shown && table_->currentRow() >= 0) showFields(model_->frameRow(table_->currentRow()));
  });
  connect(detail_, &LeadDetail::historyWanted, this, [this] {
    if (table_->currentRow() >= 0) showHistory(model_->frameRow(table_->currentRow()));
  });
  connect(detail_, &LeadDetail::leadChosen, this, &LeadsPage::choose);
}

void LeadsPage::connectTable() {
  connect(table_, &LeadTable::headClicked, this, &LeadsPage::sortBy);
  connect(table_, &LeadTable::currentRowChanged, this, &LeadsPage::showCurrent);
  connect(table_, &LeadTable::scrolled, this, &LeadsPage::refreshWords);
  connect(table_, &LeadTable::copyRequested, this, [this] { copySelection(CopyFormat::Tabs); });
  connect(table_, &LeadTable::opened, this, [this](int at) { showCurrent(at); });
  connect(table_, &LeadTable::arranged, this, &LeadsPage::takeUserArrangement);
  connect(table_, &LeadTable::headMenuWanted, this, &LeadsPage::showHeadMenu);
  connect(table_, &LeadTable::rowMenuWanted, this, &LeadsPage::showRowMenu);
  connect(table_, &LeadTable::barsChosen, this, &LeadsPage::filterByBars);
  connect(table_, &LeadTable::frequencyWanted, this, &LeadsPage::openFrequency);
  connect(model_, &LeadTableModel::storedWanted, this, &LeadsPage::fetchStored);
}

LeadsPage::~LeadsPage() = default;

void LeadsPage::makeHead() {
  undo_ = Button::iconOnly(Icon::Undo, tr("Undo the last filter"));
  redo_ = Button::iconOnly(Icon::Redo, tr("Redo the filter"));
  columnsButton_ = new Button(Icon::Columns, tr("Columns"), ButtonKind::Plain);
  export_ = new Button(Icon::Export, tr("Export"), ButtonKind::Primary);
  columnsMenu_ = new QMenu(columnsButton_);
  columnsButton_->setMenu(columnsMenu_);
  exportMenu_ = new QMenu(export_);
  export_->setMenu(exportMenu_);
  for (Button* button : {undo_, redo_, columnsButton_, export_}) actions()->addWidget(button);
  connect(undo_, &QPushButton::clicked, this, [this] { session().undoFilter(); });
  connect(redo_, &QPushButton::clicked, this, [this] { session().redoFilter(); });
  connect(exportMenu_, &QMenu::aboutToShow, this, &LeadsPage::refreshExportMenu);
  connect(columnsMenu_, &QMenu::aboutToShow, this, &LeadsPage::refreshColumnsMenu);
}

QWidget* LeadsPage::makeTools() {
  auto* tools = new QWidget;
  auto* layout = new QHBoxLayout(tools);
  layout->setContentsMargins(10, 8, 10, 8);
  layout->setSpacing(8);
  find_ = new QLineEdit;
  find_->setPlaceholderText(tr("Find in these leads"));
  find_->setAccessibleName(tr("Find in these leads"));
  find_->setToolTip(
      tr("Find in these leads (%1)").arg(QKeySequence(QKeySequence::Find).toString(QKeySequence::NativeText)));
  find_->setClearButtonEnabled(true);
  find_->setMinimumWidth(120);
  find_->setMaximumWidth(210);
  goTo_ = new QLineEdit;
  findIcon_ = find_->addAction(QIcon(), QLineEdit::LeadingPosition);
  goToIcon_ = goTo_->addAction(QIcon(), QLineEdit::LeadingPosition);
  goTo_->setPlaceholderText(tr("Column"));
  goTo_->setAccessibleName(tr("Go to column"));
  goTo_->setMinimumWidth(100);
  goTo_->setMaximumWidth(160);
  hideConstant_ = new Button(Icon::Hide, {}, ButtonKind::Flat);
  hideConstant_->setCheckable(true);
  hideConstant_->setSmall();
  beyond_ = new ElidedLabel({}, TextRole::Caption);
  beyond_->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
  layout->addWidget(find_, 3);
  layout->addWidget(goTo_, 2);
  layout->addWidget(hideConstant_);
  layout->addWidget(beyond_, 2);
  connect(find_, &QLineEdit::textChanged, this, [this] { findTimer_.start(); });
  connect(goTo_, &QLineEdit::returnPressed, this, [this] { goToColumn(goTo_->text()); });
  connect(hideConstant_, &QPushButton::clicked, this, [this] {
    ColumnArrangement wanted = arrangement_;
    wanted.showAll = !wanted.showAll;
    arrange(wanted);
  });
  return tools;
}

void LeadsPage::makeEmptyStates() {
  noLeads_ = new EmptyState(Icon::Files, tr("No leads yet. Drop a file here or try the sample."));
  connect(noLeads_->addAction(tr("Go to Files"), ButtonKind::Primary), &QPushButton::clicked, this,
          [this] { emit navigate(pages::files); });
  connect(noLeads_->addAction(tr("Try the sample")), &QPushButton::clicked, this, [this] { session().loadSample(); });
  noneKept_ = new EmptyState(Icon::Filter, tr("No lead passes these filters"), tr("Take one away to see leads again."));
  connect(noneKept_->addAction(tr("Undo last filter")), &QPushButton::clicked, this,
          [this] { session().undoFilter(); });
  connect(noneKept_->addAction(tr("Clear all")), &QPushButton::clicked, this, [this] { session().clearConditions(); });
}

QString LeadsPage::keys() const {
  return tr("Ctrl F find    F values of a column    Ctrl C copy    Shift click sorts by one more");
}

void LeadsPage::applyTheme(const Theme& theme) {
  Page::applyTheme(theme);
  findIcon_->setIcon(iconOf(Icon::Search, theme.muted));
  goToIcon_->setIcon(iconOf(Icon::Columns, theme.muted));
}

void LeadsPage::keyPressEvent(QKeyEvent* event) {
  if (event->key() == Qt::Key_F && event->modifiers() == Qt::NoModifier && table_->currentColumn() >= 0) {
    openFrequency(table_->currentColumn());
    return;
  }
  if (event->key() != Qt::Key_Escape || find_->text().isEmpty()) return Page::keyPressEvent(event);
  find_->clear();
  table_->setFocus();
}

void LeadsPage::find() {
  find_->setFocus();
  find_->selectAll();
}

bool LeadsPage::settled() const {
  return !prepareJob_.running() && !rowsJob_.running() && !headsJob_.running() && !frequencyJob_.running() &&
         !insightJob_.running() && !findTimer_.isActive() && wanted_ == snapshot_;
}

void LeadsPage::settle() {
  if (settled()) emit settledChanged();
}

void LeadsPage::receive(const QVariant& what) {
  if (what.typeId() == QMetaType::QString) return goToColumn(what.toString());
  bool isNumber = false;
  const qlonglong lead = what.toLongLong(&isNumber);
  if (isNumber) choose(lead);
}

void LeadsPage::choose(std::int64_t leadId) {
  chosenLead_ = leadId;
  detail_->show();
  refreshRows();
}

void LeadsPage::showSnapshot(const SnapshotPtr& snapshot) {
  wanted_ = snapshot;
  emit countChanged(snapshot->frame.rows() == 0 ? QString() : formatCount(snapshot->frame.rows()));
  if (snapshot->frame.rows() == 0) {
    prepareJob_.cancel();
    snapshot_ = snapshot;
    stack_->setCurrentIndex(NoLeads);
    chips_->hide();
    for (Button* button : {undo_, redo_, columnsButton_, export_}) button->hide();
    setSubtitle({});
    settle();
    return;
  }
  prepare();
}

void LeadsPage::prepare() {
  const SnapshotPtr snapshot = wanted_;
  prepareJob_.run(
      [snapshot](const Progress& progress) {
        Prepared prepared{snapshot,
                          std::make_shared<const std::vector<ColumnFigure>>(columnFigures(snapshot->frame, progress)),
                          nullptr};
        if (snapshot->champion)
          if (Result<EvidencePtr> evidence =
                  evidenceOf(snapshot->champion->scorecard, snapshot->frame, snapshot->target, progress))
            prepared.evidence = *std::move(evidence);
        return prepared;
      },
      [this](Prepared prepared) { takePrepared(std::move(prepared)); });
}

void LeadsPage::takePrepared(Prepared prepared) {
  snapshot_ = prepared.snapshot;
  figures_ = prepared.figures;
  evidence_ = prepared.evidence;
  columns_ = leadColumns(*snapshot_, *figures_);
  modelStale_ = true;
  kept_.clear();
  arrangement_ = readArrangement(QString::fromStdString(session().storeFile().string()), snapshot_->datasetName);
  std::erase_if(sort_, [this](const SortKey& key) { return !snapshot_->frame.find(key.column); });
  if (!sortChosen_ && snapshot_->frame.find(scoreColumn)) sort_ = {SortKey{std::string(scoreColumn), true}};
  chips_->show();
  for (Button* button : {undo_, redo_, columnsButton_, export_}) button->show();
  QStringList labels;
  for (const TableColumn& column : columns_.columns) labels << column.label;
  auto* completer = new QCompleter(labels, goTo_);
  completer->setCaseSensitivity(Qt::CaseInsensitive);
  completer->setFilterMode(Qt::MatchContains);
  connect(completer, qOverload<const QString&>(&QCompleter::activated), this, &LeadsPage::goToColumn);
  delete goTo_->completer();
  goTo_->setCompleter(completer);
  takeViewWanted();
  refreshChips();
  refreshRows();
}

void LeadsPage::showLinked(const LinkedPtr& linked) {
  linked_ = linked;
  refreshRows();
}

RowSet LeadsPage::keptRows() const {
  const std::size_t rows = snapshot_->frame.rows();
  return linked_ && linked_->snapshot == snapshot_ && linked_->rows.rows() == rows ? linked_->rows : RowSet(rows, true);
}

void LeadsPage::refreshRows() {
  if (!snapshot_ || snapshot_->frame.rows() == 0 || snapshot_ != wanted_) return;
  RowsWanted wanted;
  wanted.kept = keptRows();
  wanted.text = find_->text().trimmed().toStdString();
  wanted.sort = sort_;
  if (chosenLead_) {
    const std::vector<std::int64_t>& ids = snapshot_->frame.leadIds();
    const auto place = std::lower_bound(ids.begin(), ids.end(), *chosenLead_);
    if (place != ids.end() && *place == *chosenLead_) wanted.current = static_cast<std::uint32_t>(place - ids.begin());
  }
  rowsJob_.run(
      [frame = snapshot_->frame, wanted](const Progress& progress) { return findAndSort(frame, wanted, progress); },
      [this](RowsFound found) { takeRows(std::move(found)); });
}

void LeadsPage::takeRows(RowsFound found) {
  if (found.cancelled) return;
  const bool sameLeads = found.set == shownSet_ && !modelStale_;
  shownSet_ = std::move(found.set);
  if (modelStale_) {
    std::vector<std::string> bands;
    if (snapshot_->champion)
      for (const Band& band : snapshot_->champion->scorecard.bands) bands.push_back(band.name);
    model_->show(snapshot_->frame, columns_.columns, std::move(bands), std::move(found.rows));
    if (snapshot_->champion) {
      const auto [low, high] = scoreRange(snapshot_->champion->scorecard, evidence_.get());
      table_->setScoreRange(low, high);
    }
    modelStale_ = false;
    layOutTable();
  } else {
    model_->setRows(std::move(found.rows));
  }
  const bool none = model_->rowCount() == 0 && find_->text().trimmed().isEmpty();
  stack_->setCurrentIndex(none ? NoneKept : Table);
  std::vector<HeaderSort> sorts;
  for (const SortKey& key : sort_) sorts.push_back({model_->columnOf(key.column), key.descending});
  table_->setSort(sorts);
  const int current = found.currentAt >= 0 ? found.currentAt : model_->rowCount() > 0 ? 0 : -1;
  if (found.currentAt < 0) table_->scrollToTop();
  table_->setCurrentRow(current);
  showCurrent(current);
  if (!sameLeads) refreshHeads();
  refreshWords();
  settle();
}

void LeadsPage::refreshHeads() {
  const auto figures = figures_;
  headsJob_.run([frame = snapshot_->frame, figures,
                 rows = shownSet_](const Progress& progress) { return keptFigures(frame, *figures, rows, progress); },
                [this](std::vector<std::vector<std::uint64_t>> kept) {
                  kept_ = std::move(kept);
                  table_->setHeads(headContents(*snapshot_, columns_, *figures_, kept_, session().conditions(),
                                                layoutOf(arrangement_, columns_).pinned));
                  settle();
                });
}

void LeadsPage::layOutTable() {
  const TableLayout layout = layoutOf(arrangement_, columns_);
  const auto constant = static_cast<int>(std::count(columns_.hideable.begin(), columns_.hideable.end(), true));
  table_->layOut(layout);
  table_->setHeads(headContents(*snapshot_, columns_, *figures_, kept_, session().conditions(), layout.pinned));
  hideConstant_->setVisible(constant > 0);
  hideConstant_->setChecked(!arrangement_.showAll);
  hideConstant_->setText(arrangement_.showAll ? tr("Hide %n constant columns", nullptr, constant)
                                              : tr("%n constant columns hidden", nullptr, constant));
  refreshWords();
}

}  // namespace leadlight
