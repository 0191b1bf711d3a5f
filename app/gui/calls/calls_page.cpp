#include "app/gui/calls/calls_page.h"

#include <QBoxLayout>
#include <QComboBox>
#include <QHeaderView>
#include <QLineEdit>
#include <QSpinBox>
#include <QStackedWidget>
#include <QTableView>
#include <algorithm>
#include <cmath>

#include "app/gui/calls/calls_words.h"
#include "app/gui/filters/condition_chips.h"
#include "app/gui/sentences.h"
#include "app/gui/shipped_words.h"
#include "widgets/format.h"
#include "widgets/kit/card.h"
#include "widgets/kit/cell_delegate.h"
#include "widgets/kit/chips.h"
#include "widgets/kit/empty_state.h"

namespace leadlight {

namespace {

constexpr int dealDelay = 250;  // ms after the last key
constexpr int callersWidth = 272;
constexpr int leastWho = 72, mostWho = 214;
constexpr int oneLine = 28, twoLines = 44;

}  // namespace

CallsPage::CallsPage(Session& session, QWidget* parent)
    : Page(session, pages::calls, Icon::Target, tr("Call list"), parent),
      stack_(new QStackedWidget),
      chips_(new ChipBar),
      bandCells_(new BandCellDelegate(this)),
      cells_(new CellDelegate(this)) {
  makeHead();
  makeEmptyStates();
  body()->setSpacing(6);
  body()->addWidget(chips_);
  auto* lists = new QWidget;
  auto* column = new QVBoxLayout(lists);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(12);
  column->addWidget(makeSettings());
  column->addWidget(makeLists(), 1);
  stack_->addWidget(lists);
  stack_->addWidget(noLeads_);
  stack_->addWidget(noScores_);
  body()->addWidget(stack_, 1);
  readSettings();
  dealTimer_.setSingleShot(true);
  dealTimer_.setInterval(dealDelay);
  connect(&dealTimer_, &QTimer::timeout, this, &CallsPage::deal);
  const auto again = [this] { dealTimer_.start(); };
  for (QSpinBox* box : {perDay_, team_, days_}) connect(box, &QSpinBox::valueChanged, this, again);
  connect(names_, &QLineEdit::textChanged, this, again);
  connect(channel_, &QComboBox::currentIndexChanged, this, again);
  connect(chips_, &ChipBar::chipRemoved, this,
          [this](const QString& key) { this->session().setCondition(key.toStdString(), std::nullopt); });
  connect(chips_, &ChipBar::cleared, this, [this] { this->session().clearConditions(); });
  connect(&session, &Session::conditionsChanged, this, &CallsPage::refreshChips);
}

QWidget* CallsPage::makeLists() {
  auto* row = new QWidget;
  auto* across = new QHBoxLayout(row);
  across->setContentsMargins(0, 0, 0, 0);
  across->setSpacing(12);
  auto* people = new Card(tr("People"));
  people->setFixedWidth(callersWidth);
  people->body()->setContentsMargins(1, 4, 1, 1);
  callerModel_ = makeCallerModel(this);
  callers_ = new QTableView;
  callers_->setModel(callerModel_);
  callers_->setItemDelegate(cells_);
  dressTable(*callers_);
  callers_->setSelectionMode(QAbstractItemView::SingleSelection);
  callers_->setAccessibleName(tr("People"));
  callers_->setFrameShape(QFrame::NoFrame);
  callers_->horizontalHeader()->setSectionResizeMode(0, QHeaderView::Stretch);
  for (const int number : {1, 2})
    callers_->horizontalHeader()->setSectionResizeMode(number, QHeaderView::ResizeToContents);
  people->body()->addWidget(callers_);
  callsCard_ = new Card(tr("Calls"));
  callsCard_->body()->setContentsMargins(1, 4, 1, 1);
  callModel_ = makeCallModel(this);
  calls_ = new QTableView;
  calls_->setModel(callModel_);
  calls_->setItemDelegate(cells_);
  calls_->setItemDelegateForColumn(callBand, bandCells_);
  dressTable(*calls_);
  calls_->setFrameShape(QFrame::NoFrame);
  calls_->setAccessibleName(tr("Calls"));
  calls_->setToolTip(tr("Double click or Enter shows the lead"));
  calls_->horizontalHeader()->setStretchLastSection(true);
  callsCard_->body()->addWidget(calls_);
  across->addWidget(people);
  across->addWidget(callsCard_, 1);
  connect(callers_->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
          [this](const QModelIndex& current) { showCalls(current.row()); });
  connect(calls_, &QTableView::activated, this, [this](const QModelIndex& index) {
    emit navigate(pages::leads, QVariant::fromValue<qlonglong>(callModel_->at(index.row()).leadId));
  });
  return row;
}

void CallsPage::makeEmptyStates() {
  noLeads_ = new EmptyState(Icon::Files, tr("No leads yet. Drop a file here or try the sample."));
  connect(noLeads_->addAction(tr("Go to Files"), ButtonKind::Primary), &QPushButton::clicked, this,
          [this] { emit navigate(pages::files); });
  connect(noLeads_->addAction(tr("Try the sample")), &QPushButton::clicked, this, [this] { session().loadSample(); });
  noScores_ = new EmptyState(Icon::Scoring, tr("Without a scorecard nobody comes first."));
  connect(noScores_->addAction(tr("Go to Scoring"), ButtonKind::Primary), &QPushButton::clicked, this,
          [this] { emit navigate(pages::scoring); });
}

bool CallsPage::settled() const { return asked_ == done_ && !dealTimer_.isActive(); }

QString CallsPage::keys() const { return tr("Up and Down choose    Enter shows the lead"); }

void CallsPage::applyTheme(const Theme& theme) {
  Page::applyTheme(theme);
  cells_->setTheme(theme);
  const bool banded = snapshot_ && snapshot_->champion;
  bandCells_->setLook(theme, banded ? snapshot_->champion->scorecard.bands.size() : 1);
  calls_->viewport()->update();
  callers_->viewport()->update();
}

void CallsPage::showSnapshot(const SnapshotPtr& snapshot) {
  snapshot_ = snapshot;
  const bool any = snapshot->frame.rows() > 0;
  const bool scored = snapshot->champion && snapshot->frame.find(scoreColumn);
  stack_->setCurrentIndex(!any ? NoLeads : scored ? Lists : NoScores);
  chips_->setVisible(any);
  export_->setVisible(any && scored);
  if (!any || !scored) setSubtitle({});
  bandCells_->setLook(theme(), scored ? snapshot->champion->scorecard.bands.size() : 1);
  columns_ = snapshot->dataset ? callColumns(*snapshot->dataset) : std::vector<std::string>();
  refreshChips();
  deal();
}

void CallsPage::showLinked(const LinkedPtr& linked) {
  linked_ = linked;
  deal();
}

void CallsPage::refreshChips() {
  if (snapshot_) chips_->display(chipsOf(session().conditions(), *snapshot_));
}

void CallsPage::deal() {
  dealTimer_.stop();
  if (!snapshot_ || stack_->currentIndex() != Lists) {
    emit settledChanged();
    return;
  }
  writeSettings();
  const std::size_t rows = snapshot_->frame.rows();
  const bool linked = linked_ && linked_->snapshot == snapshot_ && linked_->rows.rows() == rows;
  const CallWish asked = wish();
  const quint64 number = ++asked_;
  session().read<Dealt>(
      this,
      [snapshot = snapshot_, kept = linked ? linked_->rows : RowSet(rows, true), asked,
       columns = columns_](Store& store) {
        Dealt dealt;
        Result<DealtCalls> list = dealCalls(snapshot->frame, kept, snapshot->target, asked, {});
        if (!list) return Dealt{{}, {}, list.error()};
        dealt.list = *std::move(list);
        Result<std::vector<CallRow>> found = callRows(store, snapshot->datasetName, snapshot->frame,
                                                      snapshot->champion->scorecard, dealt.list, columns, {});
        if (!found) return Dealt{{}, {}, found.error()};
        dealt.rows = *std::move(found);
        return dealt;
      },
      [this, number, people = asked.people](Dealt dealt) {
        done_ = std::max(done_, number);
        if (number != asked_) return;
        people_ = people;
        take(std::move(dealt));
      });
}

void CallsPage::take(Dealt dealt) {
  list_ = std::move(dealt.list);
  rows_ = std::move(dealt.rows);
  if (dealt.error) {
    result_->setText(sentenceOf(*dealt.error));
    leftOut_->setText({});
  } else {
    result_->setText(callsResult(list_, people_.size()));
    leftOut_->setText(leftOutText(list_));
  }
  const QString scorecard = scorecardTitle(snapshot_->champion->stored.name);
  setSubtitle(tr("%1, best first by %2").arg(formatLeads(list_.asked), scorecard));
  export_->setEnabled(!rows_.empty());
  showCallers();
  emit settledChanged();
}

// Each column is as wide as its cells, and the reasons take the rest, on two lines where one is too short. Who it is
// takes a part of a wide window, yet only what the reasons leave where few leads tell it.
void CallsPage::fitColumns() {
  for (QWidget* dressed : {static_cast<QWidget*>(calls_), static_cast<QWidget*>(calls_->horizontalHeader())})
    dressed->ensurePolished();
  int left = calls_->viewport()->width() - static_cast<QAbstractItemView*>(calls_)->sizeHintForColumn(callWhy);
  for (int column = 0; column < callWhy; ++column) {
    if (calls_->isColumnHidden(column)) continue;
    calls_->resizeColumnToContents(column);
    if (column != callWho) left -= calls_->columnWidth(column);
  }
  if (!calls_->isColumnHidden(callWho)) {
    calls_->setColumnWidth(callWho, whoWidth(left));
    left -= calls_->columnWidth(callWho);
  }
  calls_->verticalHeader()->setDefaultSectionSize(left < 0 ? twoLines : oneLine);
}

// REQUIRES: the column of who it is has the width of its cells
int CallsPage::whoWidth(int left) const {
  const auto& lines = callModel_->rows();
  const auto named = std::count_if(lines.begin(), lines.end(), [](const CallLine& one) { return !one.who.isEmpty(); });
  const bool few = 2 * static_cast<std::size_t>(named) < lines.size();
  const int most = few ? std::max(leastWho, left) : std::max(mostWho, calls_->width() * 3 / 10);
  return std::clamp(calls_->columnWidth(callWho), leastWho, most);
}

void CallsPage::resizeEvent(QResizeEvent* event) {
  Page::resizeEvent(event);
  fitColumns();
}

void CallsPage::showCallers() {
  std::vector<CallerLine> lines(people_.size());
  for (std::size_t person = 0; person < lines.size(); ++person)
    lines[person].name = QString::fromStdString(people_[person]);
  for (const CallRow& row : rows_) {
    CallerLine& line = lines[row.call.person];
    ++line.calls;
    line.meanScore += row.score;
  }
  for (CallerLine& line : lines)
    line.meanScore = line.calls == 0 ? std::nan("") : line.meanScore / static_cast<double>(line.calls);
  const int chosen = std::clamp(callers_->currentIndex().row(), 0, static_cast<int>(lines.size()) - 1);
  callerModel_->setRows(std::move(lines));
  callers_->setCurrentIndex(callerModel_->index(chosen, 0));
  showCalls(chosen);
}

void CallsPage::showCalls(int person) {
  if (person < 0 || static_cast<std::size_t>(person) >= people_.size()) return;
  const Scorecard& scorecard = snapshot_->champion->scorecard;
  const CallWords words = callWords(scorecard.name);
  std::vector<CallLine> lines;
  bool named = false;
  for (const CallRow& row : rows_) {
    if (row.call.person != static_cast<std::size_t>(person)) continue;
    CallLine line;
    line.day = row.call.day;
    line.place = row.call.place;
    line.leadId = row.leadId;
    line.lead = row.values.empty() ? QString::number(row.leadId) : QString::fromStdString(row.values[0]);
    line.who = contactText(columns_, row.values);
    named = named || !line.who.isEmpty();
    line.score = row.score;
    line.band = QString::fromStdString(row.band);
    line.bandIndex = scorecard.bands.empty() ? -1 : static_cast<int>(scorecard.bandIndex(row.score));
    line.why = QString::fromStdString(joinedReasons(row, words));
    lines.push_back(std::move(line));
  }
  calls_->setColumnHidden(callWho, !named);
  calls_->setColumnHidden(callDay, days_->value() == 1);
  const auto count = static_cast<int>(lines.size());
  callModel_->setRows(std::move(lines));
  fitColumns();
  callsCard_->setTitle(personName(static_cast<std::size_t>(person)));
  callsCard_->setSubtitle(tr("%n calls", nullptr, count));
  if (count > 0) calls_->setCurrentIndex(callModel_->index(0, callLead));
}

QString CallsPage::personName(std::size_t person) const { return QString::fromStdString(people_[person]); }

}  // namespace leadlight
