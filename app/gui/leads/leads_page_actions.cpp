// What the leads page tells of its rows and of the chosen lead.

#include <QLineEdit>
#include <algorithm>

#include "app/gui/filters/condition_chips.h"
#include "app/gui/leads/leads_history.h"
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

void LeadsPage::refreshChips() {
  undo_->setEnabled(session().canUndoFilter());
  redo_->setEnabled(session().canRedoFilter());
  if (snapshot_) chips_->display(chipsOf(session().conditions(), *snapshot_));
}

void LeadsPage::refreshWords() {
  if (!snapshot_ || snapshot_->frame.rows() == 0 || !figures_) return;
  const auto shown = static_cast<std::uint64_t>(model_->rowCount());
  const std::uint64_t all = snapshot_->frame.rows();
  setSubtitle(shown == all ? formatLeads(all) : tr("%1 of %2").arg(formatCount(shown), formatCount(all)));
  export_->setText(tr("Export %1").arg(formatLeads(shown)));
  export_->setEnabled(shown > 0);
  const int beyond = table_->columnsBeyond();
  beyond_->setFullText(beyond > 0 ? tr("%n more →", nullptr, beyond) : QString());
  beyond_->setAccessibleName(beyond > 0 ? tr("%n more columns to the right", nullptr, beyond) : QString());
  const auto [first, last] = table_->visibleRows();
  if (last < first) {
    where_->setFullText(tr("No lead here holds “%1”.").arg(find_->text().trimmed()));
    return;
  }
  const QString range = tr("Leads %1 to %2 of %3")
                            .arg(formatCount(static_cast<std::uint64_t>(first) + 1),
                                 formatCount(static_cast<std::uint64_t>(last) + 1), formatCount(shown));
  if (sort_.empty()) {
    where_->setFullText(tr("%1, in the order of loading").arg(range));
    return;
  }
  where_->setFullText(tr("%1, sorted by %2").arg(range, orderWords()));
}

QString LeadsPage::orderWords() const {
  QStringList parts;
  for (const SortKey& key : sort_) {
    const int sorted = model_->columnOf(key.column);
    if (sorted < 0) continue;
    const TableColumn& by = model_->columns()[static_cast<std::size_t>(sorted)];
    const QString order = by.type == ColumnType::Text ? (key.descending ? tr("Z to A") : tr("A to Z"))
                                                      : (key.descending ? tr("highest first") : tr("lowest first"));
    parts << tr("%1, %2").arg(by.label, order);
  }
  return parts.join(tr(", then "));
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
                    detail_->showAlike(alikeOf(insight, columns_, snapshot_->frame));
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

// The lead's life in the store: what each load and undo made of it.
void LeadsPage::showHistory(std::uint32_t frameRow) {
  const std::int64_t leadId = snapshot_->frame.leadIds()[frameRow];
  const std::string dataset = snapshot_->datasetName;
  const std::optional<std::string> key = snapshot_->dataset ? snapshot_->dataset->key : std::nullopt;
  session().read<Result<std::vector<LeadVersion>>>(
      this,
      [dataset, key, leadId](Store& store) -> Result<std::vector<LeadVersion>> {
        std::string text = std::to_string(leadId);
        if (key) {
          const Status fetched = store.fetch(dataset, {*key}, std::span(&leadId, 1),
                                             [&](std::int64_t, std::span<const StoredValue> values) {
                                               text = textOf(values[0]);
                                               return true;
                                             });
          if (!fetched) return fetched.error();
        }
        return store.history(dataset, text);
      },
      [this, leadId](Result<std::vector<LeadVersion>> versions) {
        if (chosenLead_ != leadId) return;
        if (versions)
          for (LeadVersion& version : *versions)
            std::erase_if(version.cells, [this](const LeadVersion::Cell& cell) {
              return std::find(snapshot_->hidden.begin(), snapshot_->hidden.end(), cell.column) !=
                     snapshot_->hidden.end();
            });
        detail_->showHistory(versions ? historyOf(*versions, columns_)
                                      : std::vector<HistoryEntry>{{sentenceOf(versions.error()), {}, {}}});
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

}  // namespace leadlight
