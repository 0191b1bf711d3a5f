// What the leads page does on request: sort, go to a column, choose, copy, export.

#include <QAction>
#include <QClipboard>
#include <QFileDialog>
#include <QGuiApplication>
#include <QLineEdit>
#include <QMenu>
#include <algorithm>

#include "app/gui/charts/charts_choice.h"
#include "app/gui/leads/leads_page.h"
#include "app/gui/sentences.h"
#include "widgets/format.h"
#include "widgets/kit/button.h"
#include "widgets/kit/chips.h"
#include "widgets/kit/labels.h"
#include "widgets/value_text.h"

namespace leadlight {

namespace {

QString storedText(const StoredValue& value, const std::vector<std::string>& placeholders) {
  switch (value.kind) {
    case StoredValue::Kind::Null:
      return {};
    case StoredValue::Kind::Integer:
      return QString::number(value.integer);
    case StoredValue::Kind::Decimal:
      return shortestNumber(value.decimal);
    case StoredValue::Kind::Text:
      break;
  }
  if (value.text.empty() || std::find(placeholders.begin(), placeholders.end(), value.text) != placeholders.end())
    return {};
  return QString::fromUtf8(value.text.data(), static_cast<qsizetype>(value.text.size()));
}

// What the store knows of one lead beyond the frame.
struct StoredLead {
  QStringList values;
  std::optional<Store::Origin> origin;
};

// The rows of a batch of leads in the store, each with its lead.
struct StoredBatch {
  std::vector<std::int64_t> leadIds;
  std::vector<QStringList> values;
};

}  // namespace

void LeadsPage::sortBy(int column) {
  const TableColumn& clicked = model_->columns()[static_cast<std::size_t>(column)];
  if (!snapshot_->frame.find(clicked.name)) {
    emit notified(tr("%1 has too many values to sort by. Find works on the other columns.").arg(clicked.label));
    return;
  }
  const bool numbers = clicked.type != ColumnType::Text && !clicked.identifier;
  sortChosen_ = true;
  if (!sort_ || sort_->column != clicked.name) {
    sort_ = SortKey{clicked.name, numbers};
  } else if (sort_->descending == numbers) {
    sort_->descending = !numbers;
  } else {
    sort_.reset();
  }
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
      hiddenByHand_.erase(columns_.columns[i].name);
      if (columns_.hideable[i] && !showAllColumns_) showAllColumns_ = true;
      layOutTable();
      table_->scrollToColumn(static_cast<int>(i));
      goTo_->clear();
      return;
    }
  emit notified(tr("No column is called %1.").arg(wanted));
}

void LeadsPage::refreshColumnsMenu() {
  columnsMenu_->clear();
  columnsMenu_->setStyleSheet(QStringLiteral("QMenu { menu-scrollable: 1; }"));
  QAction* all = columnsMenu_->addAction(tr("Show all columns"));
  connect(all, &QAction::triggered, this, [this] {
    hiddenByHand_.clear();
    showAllColumns_ = true;
    layOutTable();
  });
  columnsMenu_->addSeparator();
  for (std::size_t i = static_cast<std::size_t>(columns_.pinned); i < columns_.columns.size(); ++i) {
    if (columns_.hideable[i] && !showAllColumns_) continue;
    QAction* action = columnsMenu_->addAction(columns_.columns[i].label);
    action->setCheckable(true);
    const std::string name = columns_.columns[i].name;
    action->setChecked(!hiddenByHand_.contains(name));
    connect(action, &QAction::toggled, this, [this, name](bool shown) {
      if (shown) {
        hiddenByHand_.erase(name);
      } else {
        hiddenByHand_.insert(name);
      }
      layOutTable();
    });
  }
}

void LeadsPage::refreshChips() {
  undo_->setEnabled(session().canUndoFilter());
  redo_->setEnabled(session().canRedoFilter());
  if (!snapshot_) return;
  std::vector<Chip> chips;
  for (const Filter& condition : session().conditions()) {
    const std::vector<std::string> columns = condition.columns();
    const ChipText text = chipText(condition, *snapshot_);
    chips.push_back({QString::fromStdString(columns.size() == 1 ? columns.front() : std::string()), text.field,
                     text.value, text.excluded});
  }
  chips_->display(chips);
}

void LeadsPage::refreshWords() {
  if (!snapshot_ || snapshot_->frame.rows() == 0 || !figures_) return;
  const auto shown = static_cast<std::uint64_t>(model_->rowCount());
  const std::uint64_t all = snapshot_->frame.rows();
  setSubtitle(shown == all ? tr("%1 leads").arg(formatCount(all))
                           : tr("%1 of %2").arg(formatCount(shown), formatCount(all)));
  export_->setText(tr("Export %1 leads").arg(formatCount(shown)));
  export_->setEnabled(shown > 0);
  const int beyond = table_->columnsBeyond();
  beyond_->setFullText(beyond > 0 ? tr("%n more columns to the right", nullptr, beyond) : QString());
  const auto [first, last] = table_->visibleRows();
  if (last < first) {
    where_->setFullText(tr("No lead here holds “%1”.").arg(find_->text().trimmed()));
    return;
  }
  const QString range = tr("Lead %1 to %2 of %3")
                            .arg(formatCount(static_cast<std::uint64_t>(first) + 1),
                                 formatCount(static_cast<std::uint64_t>(last) + 1), formatCount(shown));
  const int sorted = sort_ ? model_->columnOf(sort_->column) : -1;
  if (sorted < 0) {
    where_->setFullText(tr("%1, in the order of loading").arg(range));
    return;
  }
  const TableColumn& by = model_->columns()[static_cast<std::size_t>(sorted)];
  const QString order = by.type == ColumnType::Text ? (sort_->descending ? tr("Z to A") : tr("A to Z"))
                                                    : (sort_->descending ? tr("highest first") : tr("lowest first"));
  where_->setFullText(tr("%1, sorted by %2, %3").arg(range, by.label, order));
}

void LeadsPage::showCurrent(int row) {
  if (row < 0 || !snapshot_) {
    detail_->showNothing(tr("Choose a lead to see why it has its score."));
    return;
  }
  const std::uint32_t frameRow = model_->frameRow(row);
  const std::int64_t leadId = model_->leadId(row);
  if (chosenLead_ && *chosenLead_ != leadId) detail_->show();
  chosenLead_ = leadId;
  detail_->showLead(*snapshot_, leadTitle(columns_, snapshot_->frame, frameRow), frameRow, evidence_.get());
  findInsight(frameRow);
}

// What past leads say of the chosen one follows when it is counted.
void LeadsPage::findInsight(std::uint32_t frameRow) {
  detail_->showInsight({});
  if (!snapshot_->champion) return;
  insightJob_.run([snapshot = snapshot_, frameRow](
                      const Progress& progress) { return insightOf(*snapshot, snapshot->frame, frameRow, progress); },
                  [this](const LeadInsight& insight) {
                    QStringList lines{similarSentence(insight), stepSentence(insight, snapshot_->frame)};
                    lines.removeAll(QString());
                    detail_->showInsight(lines.join(QLatin1Char('\n')));
                    emit settledChanged();
                  });
}

void LeadsPage::showFields(std::uint32_t frameRow) {
  const std::vector<std::string> stored = model_->storedColumns();
  const auto fieldsWith = [columns = columns_, frame = snapshot_->frame, frameRow](const QStringList& storedValues) {
    std::vector<LeadField> fields;
    qsizetype next = 0;
    for (const TableColumn& column : columns.columns) {
      LeadField field{column.label, {}, true};
      if (const Column* values = frame.find(column.name)) {
        field.missing = values->isMissing(frameRow);
        if (!field.missing) field.value = valueText(*values, frameRow, column.identifier);
      } else if (next < storedValues.size()) {
        field.value = storedValues[next++];
        field.missing = field.value.isNull();
      }
      if (column.kind != TableColumn::Kind::Plain) continue;
      if (field.missing) field.value = unknownText();
      fields.push_back(std::move(field));
    }
    return fields;
  };
  detail_->showFields(fieldsWith({}));
  if (!detail_->fieldsShown()) return;
  detail_->showOrigin({});
  const std::int64_t leadId = snapshot_->frame.leadIds()[frameRow];
  const std::string dataset = snapshot_->datasetName;
  const std::vector<std::string> placeholders =
      snapshot_->dataset ? snapshot_->dataset->placeholders : std::vector<std::string>();
  session().read<StoredLead>(
      this,
      [dataset, stored, leadId, placeholders](Store& store) {
        StoredLead lead;
        if (!stored.empty())
          (void)store.fetch(dataset, stored, std::span(&leadId, 1),
                            [&](std::int64_t, std::span<const StoredValue> values) {
                              for (const StoredValue& value : values) lead.values << storedText(value, placeholders);
                              return true;
                            });
        if (Result<Store::Origin> origin = store.origin(dataset, leadId)) lead.origin = *std::move(origin);
        return lead;
      },
      [this, leadId, fieldsWith](StoredLead lead) {
        if (chosenLead_ != leadId) return;
        if (!lead.values.isEmpty()) detail_->showFields(fieldsWith(lead.values));
        if (lead.origin)
          detail_->showOrigin(tr("From load %1, %2, line %3")
                                  .arg(lead.origin->loadId)
                                  .arg(fileNameOf(lead.origin->file), formatCount(lead.origin->line)));
      });
}

void LeadsPage::fetchStored(const std::vector<std::int64_t>& leadIds) {
  const std::string dataset = snapshot_->datasetName;
  const std::vector<std::string> stored = model_->storedColumns();
  const std::vector<std::string> placeholders =
      snapshot_->dataset ? snapshot_->dataset->placeholders : std::vector<std::string>();
  const SnapshotPtr asked = snapshot_;
  session().read<StoredBatch>(
      this,
      [dataset, stored, leadIds, placeholders](Store& store) {
        StoredBatch batch;
        (void)store.fetch(dataset, stored, leadIds, [&](std::int64_t id, std::span<const StoredValue> values) {
          QStringList texts;
          for (const StoredValue& value : values) texts << storedText(value, placeholders);
          batch.leadIds.push_back(id);
          batch.values.push_back(std::move(texts));
          return true;
        });
        return batch;
      },
      [this, asked](StoredBatch batch) {
        if (asked == snapshot_) model_->supplyStored(batch.leadIds, batch.values);
      });
}

LeadsToWrite LeadsPage::leadsToWrite(std::vector<std::uint32_t> rows) const {
  LeadsToWrite leads;
  leads.dataset = snapshot_->datasetName;
  leads.frame = snapshot_->frame;
  leads.rows = std::move(rows);
  for (const TableColumn& column : columns_.columns) {
    leads.columns.push_back(column.name);
    leads.labels.push_back(column.kind == TableColumn::Kind::Plain ? column.label.toStdString() : column.name);
  }
  return leads;
}

void LeadsPage::copySelection() {
  std::vector<std::uint32_t> rows;
  for (const auto& [first, last] : table_->selectedRows())
    for (int row = first; row <= last; ++row) rows.push_back(model_->frameRow(row));
  if (!rows.empty()) copyRows(std::move(rows));
}

void LeadsPage::copyRows(std::vector<std::uint32_t> rows) {
  const auto count = static_cast<int>(rows.size());
  session().read<Result<std::string>>(
      this, [leads = leadsToWrite(std::move(rows))](Store& store) { return tabSeparated(store, leads); },
      [this, count](Result<std::string> text) {
        if (!text) {
          emit notified(sentenceOf(text.error()));
          return;
        }
        QGuiApplication::clipboard()->setText(QString::fromStdString(*text));
        emit notified(tr("%n leads copied", nullptr, count));
      });
}

void LeadsPage::askExport() {
  auto* dialog = new QFileDialog(this, tr("Export leads"), QStringLiteral("leads.csv"), tr("CSV (*.csv)"));
  dialog->setAcceptMode(QFileDialog::AcceptSave);
  dialog->setDefaultSuffix(QStringLiteral("csv"));
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  connect(dialog, &QFileDialog::fileSelected, this, &LeadsPage::exportTo);
  dialog->open();
}

void LeadsPage::exportTo(const QString& file) {
  const auto count = static_cast<int>(model_->rows().size());
  const std::filesystem::path path = file.toStdString();
  session().read<Status>(
      this, [leads = leadsToWrite(model_->rows()), path](Store& store) { return exportCsv(store, leads, path); },
      [this, count, path](Status done) {
        emit notified(done ? tr("%n leads exported to %1", nullptr, count).arg(fileNameOf(path.string()))
                           : sentenceOf(done.error()));
      });
}

}  // namespace leadlight
