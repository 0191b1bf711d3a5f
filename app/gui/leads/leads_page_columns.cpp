// What the leads page does with columns: sort, find, move, pin, hide, filter by the heads, count their values.

#include <QAction>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLineEdit>
#include <QMenu>
#include <algorithm>
#include <utility>

#include "app/gui/charts/charts_choice.h"
#include "app/gui/leads/leads_frequency.h"
#include "app/gui/leads/leads_page.h"
#include "app/gui/sentences.h"
#include "widgets/kit/button.h"

namespace leadlight {

namespace {

constexpr std::size_t mostValues = 100'000;

// The rows that pass all conditions but those on this column alone.
RowSet rowsBeside(const Frame& frame, const std::vector<Filter>& conditions, const std::string& column) {
  RowSet rows(frame.rows(), true);
  for (const Filter& condition : conditions) {
    if (condition.columns() == std::vector<std::string>{column}) continue;
    if (const auto kept = apply(condition, frame)) rows &= *kept;
  }
  return rows;
}

// A column of the store that the frame does not hold, row by row as the frame has its leads.
std::optional<Column> storedColumn(Store& store, const std::string& dataset, const Frame& frame,
                                   const std::string& name, const std::vector<std::string>& placeholders) {
  TextColumnBuilder builder;
  const std::vector<std::int64_t>& ids = frame.leadIds();
  std::size_t at = 0;
  const Status scanned = store.scan(dataset, {name}, [&](std::int64_t id, std::span<const StoredValue> values) {
    for (; at < ids.size() && ids[at] < id; ++at) builder.append("");
    if (at == ids.size()) return false;
    if (ids[at] == id) {
      builder.append(textOf(values[0]));
      ++at;
    }
    return true;
  });
  if (!scanned) return std::nullopt;
  for (; at < ids.size(); ++at) builder.append("");
  return std::move(builder).finish(name, name, placeholders);
}

}  // namespace

void LeadsPage::sortBy(int column, bool adds) {
  const TableColumn& clicked = model_->columns()[static_cast<std::size_t>(column)];
  if (!snapshot_->frame.find(clicked.name)) {
    emit notified(tr("%1 has too many values to sort by. Find works on the other columns.").arg(clicked.label));
    return;
  }
  const bool numbers = clicked.type != ColumnType::Text && !clicked.identifier;
  sortChosen_ = true;
  if (!adds && (sort_.size() > 1 || (!sort_.empty() && sort_.front().column != clicked.name))) sort_.clear();
  const auto known =
      std::find_if(sort_.begin(), sort_.end(), [&](const SortKey& key) { return key.column == clicked.name; });
  // The first click sorts as one reads the column, the second the other way round, the third not at all.
  if (known == sort_.end())
    sort_.push_back({clicked.name, numbers});
  else if (known->descending == numbers)
    known->descending = !numbers;
  else
    sort_.erase(known);
  refreshRows();
}

void LeadsPage::goToColumn(const QString& label) {
  const QString wanted = label.trimmed();
  if (wanted.isEmpty()) return;
  for (std::size_t pass = 0; pass < 2; ++pass)
    for (std::size_t i = 0; i < columns_.columns.size(); ++i) {
      const QString& name = columns_.columns[i].label;
      const bool fits =
          pass == 0 ? name.compare(wanted, Qt::CaseInsensitive) == 0 : name.contains(wanted, Qt::CaseInsensitive);
      if (!fits) continue;
      ColumnArrangement arrangement = arrangement_;
      arrangement.hidden.erase(columns_.columns[i].name);
      if (columns_.hideable[i]) arrangement.showAll = true;
      arrange(arrangement);
      table_->scrollToColumn(static_cast<int>(i));
      table_->setCurrentColumn(static_cast<int>(i));
      goTo_->clear();
      return;
    }
  emit notified(tr("No column is called %1.").arg(wanted));
}

void LeadsPage::arrange(const ColumnArrangement& arrangement) {
  if (arrangement == arrangement_) return;
  arrangement_ = arrangement;
  writeArrangement(QString::fromStdString(session().storeFile().string()), snapshot_->datasetName, arrangement_);
  if (!modelStale_) layOutTable();
}

QJsonObject LeadsPage::viewState() const {
  QJsonArray keys;
  for (const SortKey& key : sort_)
    keys.append(QJsonObject{{QStringLiteral("column"), QString::fromStdString(key.column)},
                            {QStringLiteral("descending"), key.descending}});
  const auto columns = QJsonDocument::fromJson(QByteArray::fromStdString(arrangement_.text())).object();
  return {{QStringLiteral("columns"), columns}, {QStringLiteral("sort"), keys}};
}

void LeadsPage::restoreViewState(const QJsonObject& state) {
  if (state.isEmpty()) return;
  viewWanted_ = state;
  if (snapshot_ && snapshot_ == wanted_) {
    takeViewWanted();
    refreshRows();
  }
}

void LeadsPage::takeViewWanted() {
  if (!viewWanted_) return;
  const QJsonObject state = *std::exchange(viewWanted_, std::nullopt);
  const auto columns = QJsonDocument(state.value(QLatin1String("columns")).toObject());
  arrange(ColumnArrangement::fromText(columns.toJson(QJsonDocument::Compact).toStdString()));
  sort_.clear();
  for (const QJsonValue& key : state.value(QLatin1String("sort")).toArray()) {
    const std::string column = key[QLatin1String("column")].toString().toStdString();
    if (snapshot_->frame.find(column)) sort_.push_back({column, key[QLatin1String("descending")].toBool()});
  }
  sortChosen_ = true;
  find_->clear();
}

void LeadsPage::takeUserArrangement() {
  takeArranged(arrangement_, columns_, *table_);
  writeArrangement(QString::fromStdString(session().storeFile().string()), snapshot_->datasetName, arrangement_);
  refreshWords();
}

void LeadsPage::setPinned(int column, bool pinned) {
  ColumnArrangement arrangement = arrangement_;
  if (!arrangement.pinsChosen) {
    arrangement.pinned.clear();
    for (std::size_t i = 0; i < columns_.columns.size(); ++i)
      if (isPinned(arrangement, columns_, i)) arrangement.pinned.insert(columns_.columns[i].name);
    arrangement.pinsChosen = true;
  }
  const std::string& name = columns_.columns[static_cast<std::size_t>(column)].name;
  if (pinned)
    arrangement.pinned.insert(name);
  else
    arrangement.pinned.erase(name);
  arrange(arrangement);
}

void LeadsPage::setHidden(int column, bool hidden) {
  ColumnArrangement arrangement = arrangement_;
  const std::string& name = columns_.columns[static_cast<std::size_t>(column)].name;
  if (hidden)
    arrangement.hidden.insert(name);
  else
    arrangement.hidden.erase(name);
  arrange(arrangement);
}

void LeadsPage::refreshColumnsMenu() {
  columnsMenu_->clear();
  columnsMenu_->setStyleSheet(QStringLiteral("QMenu { menu-scrollable: 1; }"));
  connect(columnsMenu_->addAction(tr("Show all columns")), &QAction::triggered, this, [this] {
    ColumnArrangement arrangement = arrangement_;
    arrangement.hidden.clear();
    arrangement.showAll = true;
    arrange(arrangement);
  });
  connect(columnsMenu_->addAction(tr("As they were at first")), &QAction::triggered, this,
          [this] { arrange(ColumnArrangement()); });
  columnsMenu_->addSeparator();
  for (const int column : layoutOf(arrangement_, columns_).order) {
    const auto i = static_cast<std::size_t>(column);
    if (columns_.hideable[i] && !arrangement_.showAll) continue;
    QAction* action = columnsMenu_->addAction(columns_.columns[i].label);
    action->setCheckable(true);
    action->setChecked(!arrangement_.hidden.contains(columns_.columns[i].name));
    connect(action, &QAction::toggled, this, [this, column](bool shown) { setHidden(column, !shown); });
  }
}

void LeadsPage::showHeadMenu(int column, const QPoint& place) {
  const bool pinned = isPinned(arrangement_, columns_, static_cast<std::size_t>(column));
  const TableColumn& clicked = columns_.columns[static_cast<std::size_t>(column)];
  auto* menu = new QMenu(this);
  menu->setObjectName(QStringLiteral("headMenu"));
  menu->setAttribute(Qt::WA_DeleteOnClose);
  const auto add = [&](const QString& words, auto action) {
    connect(menu->addAction(words), &QAction::triggered, this, action);
  };
  add(tr("Values of %1…").arg(clicked.label), [this, column] { openFrequency(column); });
  menu->addSeparator();
  add(tr("Sort by it"), [this, column] { sortBy(column, false); });
  add(tr("Sort by it, too"), [this, column] { sortBy(column, true); });
  menu->addSeparator();
  add(pinned ? tr("Unpin") : tr("Pin at the left"), [this, column, pinned] { setPinned(column, !pinned); });
  add(tr("Hide"), [this, column] { setHidden(column, true); });
  if (session().condition(clicked.name))
    add(tr("Take its filter away"), [this, name = clicked.name] { session().setCondition(name, std::nullopt); });
  menu->popup(place);
}

// A range of bars in a head is a filter on its column.
void LeadsPage::filterByBars(int column, int first, int last) {
  const int figure = columns_.figure[static_cast<std::size_t>(column)];
  if (figure < 0 || !figures_) return;
  const ColumnFigure& of = (*figures_)[static_cast<std::size_t>(figure)];
  const auto from = static_cast<std::size_t>(first), to = static_cast<std::size_t>(last);
  Choice choice;
  if (of.type == ColumnType::Text) {
    const Column* values = snapshot_->frame.find(of.name);
    for (std::size_t bar = from; values && bar <= to && bar < of.codes.size(); ++bar)
      choice.values.insert(values->dictionary()[of.codes[bar]]);
  } else {
    const std::vector<double>& edges = of.binning.edges;
    if (to + 1 >= edges.size()) return;
    // The outermost bars hold what lies beyond them.
    const double open = std::numeric_limits<double>::quiet_NaN();
    choice.range = ChartRange{from == 0 ? open : edges[from], to + 2 == edges.size() ? open : edges[to + 1]};
  }
  session().setCondition(of.name, conditionOf(of.name, choice, of.type == ColumnType::Date));
}

void LeadsPage::openFrequency(int column) {
  if (!snapshot_ || snapshot_->frame.rows() == 0 || frequency_) return;
  const TableColumn& asked = columns_.columns[static_cast<std::size_t>(column)];
  const bool inFrame = snapshot_->frame.find(asked.name) != nullptr;
  frequency_ = new FrequencyDialog(asked.label, asked.type, inFrame, theme(), this);
  frequency_->setAttribute(Qt::WA_DeleteOnClose);
  connect(frequency_, &QObject::destroyed, this, [this] { frequency_ = nullptr; });
  connect(frequency_, &FrequencyDialog::chosen, this,
          [this, name = asked.name, dates = asked.type == ColumnType::Date](const Choice& choice, bool leaveOut) {
            std::optional<Filter> condition = conditionOf(name, choice, dates);
            if (condition && leaveOut) condition = Filter::negated(*std::move(condition));
            session().setCondition(name, std::move(condition));
          });
  frequency_->open();
  countFrequency(column);
}

void LeadsPage::countFrequency(int column) {
  const SnapshotPtr snapshot = snapshot_;
  const std::string name = columns_.columns[static_cast<std::size_t>(column)].name;
  const std::vector<Filter> conditions = session().conditions();
  const auto count = [snapshot, conditions, name](const Column& values, const Progress& progress) {
    std::vector<std::uint64_t> converted;
    if (snapshot->target) converted = snapshot->frame.converted(*snapshot->target);
    return frequenciesOf(values, rowsBeside(snapshot->frame, conditions, name), converted, mostValues, progress);
  };
  const auto show = [this, asked = frequency_](Frequencies frequencies) {
    if (frequency_ == asked && frequency_) frequency_->display(std::move(frequencies));
    settle();
  };
  if (snapshot->frame.find(name)) {
    frequencyJob_.run(
        [snapshot, count, name](const Progress& progress) { return count(*snapshot->frame.find(name), progress); },
        show);
    return;
  }
  const std::vector<std::string> placeholders =
      snapshot->dataset ? snapshot->dataset->placeholders : std::vector<std::string>();
  session().read<Frequencies>(
      this,
      [snapshot, count, name, placeholders](Store& store) {
        const auto values = storedColumn(store, snapshot->datasetName, snapshot->frame, name, placeholders);
        return values ? count(*values, {}) : Frequencies();
      },
      show);
}

}  // namespace leadlight
