#include "app/gui/files/load_history.h"

#include <QHeaderView>
#include <algorithm>

#include "app/gui/sentences.h"
#include "widgets/format.h"
#include "widgets/kit/labels.h"

namespace leadlight {

namespace {

using Column = TableModel<LoadReport>::Column;

enum At { AtNumber, AtFile, AtSize, AtResult, AtRows, AtNew, AtRejected, AtSentence, AtAction };

bool countsRows(const LoadReport& load) {
  return load.status == LoadReport::Status::Loaded || load.status == LoadReport::Status::Undone;
}

Column textColumn(const QString& title, bool muted, std::function<QString(const LoadReport&)> text,
                  Qt::Alignment alignment = Qt::AlignLeft) {
  return {title, alignment, [muted, text = std::move(text)](const LoadReport& load, int role) -> QVariant {
            if (role == Qt::DisplayRole || role == Qt::ToolTipRole) return text(load);
            if (role == cell::Muted) return muted;
            return {};
          }};
}

Column countColumn(const QString& title, std::uint64_t LoadReport::*count) {
  return textColumn(
      title, false, [count](const LoadReport& load) { return countsRows(load) ? formatCount(load.*count) : QString(); },
      Qt::AlignRight);
}

std::vector<Column> columns() {
  Column result{LoadHistory::tr("Result"), Qt::AlignLeft, [](const LoadReport& load, int role) -> QVariant {
                  if (role == Qt::DisplayRole) return statusWord(load.status);
                  if (role == cell::Tag) return tagToneOf(load.status);
                  return {};
                }};
  Column action{{}, Qt::AlignRight, [](const LoadReport& load, int role) -> QVariant {
                  if (role == Qt::DisplayRole)
                    return isUndoable(load) ? LoadHistory::tr("Undo") : LoadHistory::tr("Details");
                  if (role == cell::Link) return true;
                  return {};
                }};
  return {
      textColumn(
          {}, true, [](const LoadReport& load) { return QString::number(load.id); }, Qt::AlignRight),
      textColumn(LoadHistory::tr("File"), false, [](const LoadReport& load) { return fileNameOf(load.file); }),
      textColumn(
          LoadHistory::tr("Size"), true, [](const LoadReport& load) { return formatBytes(load.bytes); },
          Qt::AlignRight),
      std::move(result),
      countColumn(LoadHistory::tr("Rows"), &LoadReport::parsed),
      countColumn(LoadHistory::tr("New"), &LoadReport::fresh),
      countColumn(LoadHistory::tr("Rejected"), &LoadReport::quarantined),
      textColumn({}, true, [](const LoadReport& load) { return loadSentence(load); }),
      std::move(action),
  };
}

}  // namespace

bool isUndoable(const LoadReport& load) { return load.status == LoadReport::Status::Loaded; }

int tagToneOf(LoadReport::Status status) {
  switch (status) {
    case LoadReport::Status::Loaded:
      return static_cast<int>(TagTone::Positive);
    case LoadReport::Status::Failed:
      return static_cast<int>(TagTone::Negative);
    case LoadReport::Status::Undone:
      return static_cast<int>(TagTone::Warning);
    case LoadReport::Status::Skipped:
    case LoadReport::Status::Validated:
      break;
  }
  return static_cast<int>(TagTone::Plain);
}

LoadHistory::LoadHistory(QWidget* parent) : QTableView(parent), model_(columns()) {
  setModel(&model_);
  setItemDelegate(&delegate_);
  dressTable(*this, 31);
  setSelectionMode(QAbstractItemView::SingleSelection);
  setAccessibleName(tr("Load history"));
  QHeaderView* header = horizontalHeader();
  const std::pair<At, int> widths[] = {{AtNumber, 46}, {AtFile, 232}, {AtSize, 74},     {AtResult, 90},
                                       {AtRows, 72},   {AtNew, 72},   {AtRejected, 80}, {AtAction, 84}};
  for (const auto& [column, width] : widths) header->resizeSection(column, width);
  header->setSectionResizeMode(AtSentence, QHeaderView::Stretch);
  connect(this, &QTableView::clicked, this, &LoadHistory::pressed);
  connect(this, &QTableView::activated, this, &LoadHistory::pressed);
  connect(selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this](const QModelIndex& index) {
    if (index.isValid()) emit chosen(model_.at(index.row()));
  });
}

void LoadHistory::display(std::vector<LoadReport> loads) {
  const std::int64_t before = chosenLoad().value_or(0);
  const bool first = model_.rows().empty();
  const bool follow = first || model_.rows().front().id == before;
  model_.setRows(std::move(loads));
  int row = 0;
  // A skipped or failed attempt has little to show to someone who comes back to the window.
  const auto hasColumns = [](const LoadReport& load) { return !load.columns.empty(); };
  if (first) {
    const auto found = std::find_if(model_.rows().begin(), model_.rows().end(), hasColumns);
    if (found != model_.rows().end()) row = static_cast<int>(found - model_.rows().begin());
  }
  for (int i = 0; !follow && i < model_.rowCount(); ++i)
    if (model_.at(i).id == before) row = i;
  if (model_.rowCount() > 0) setCurrentIndex(model_.index(row, AtFile));
}

std::optional<std::int64_t> LoadHistory::chosenLoad() const {
  const QModelIndex index = currentIndex();
  return index.isValid() ? std::optional(model_.at(index.row()).id) : std::nullopt;
}

void LoadHistory::pressed(const QModelIndex& index) {
  const LoadReport& load = model_.at(index.row());
  if (index.column() == AtAction && isUndoable(load)) emit undoAsked(load.id);
}

void LoadHistory::applyTheme(const Theme& theme) {
  delegate_.setTheme(theme);
  viewport()->update();
}

}  // namespace leadlight
