#include "widgets/files/text_grid.h"

#include <QHeaderView>
#include <algorithm>

#include "widgets/kit/table_model.h"

namespace leadlight {

namespace {
constexpr int narrowest = 72, widest = 220;
}

void TextGridModel::setTexts(QStringList labels, std::vector<QStringList> rows) {
  beginResetModel();
  labels_ = std::move(labels);
  rows_ = std::move(rows);
  endResetModel();
}

int TextGridModel::rowCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : static_cast<int>(rows_.size());
}

int TextGridModel::columnCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : static_cast<int>(labels_.size());
}

QVariant TextGridModel::data(const QModelIndex& index, int role) const {
  if (!index.isValid()) return {};
  const QStringList& row = rows_[static_cast<std::size_t>(index.row())];
  const bool empty = index.column() >= row.size() || row[index.column()].isEmpty();
  if (role == Qt::DisplayRole) return empty ? QStringLiteral("–") : row[index.column()].simplified();
  if (role == Qt::ToolTipRole) return row.value(index.column());
  if (role == Qt::TextAlignmentRole) return QVariant::fromValue(Qt::AlignLeft | Qt::AlignVCenter);
  if (role == cell::Muted) return empty;
  return {};
}

QVariant TextGridModel::headerData(int section, Qt::Orientation orientation, int role) const {
  if (orientation != Qt::Horizontal) return {};
  if (role == Qt::DisplayRole || role == Qt::ToolTipRole) return labels_.value(section);
  if (role == Qt::TextAlignmentRole) return QVariant::fromValue(Qt::AlignLeft | Qt::AlignVCenter);
  return {};
}

TextGrid::TextGrid(QWidget* parent) : QTableView(parent) {
  setModel(&model_);
  setItemDelegate(&delegate_);
  dressTable(*this, 26);
  setAccessibleName(tr("First rows of the file"));
}

void TextGrid::display(const QStringList& labels, std::vector<QStringList> rows) {
  model_.setTexts(labels, std::move(rows));
  for (int column = 0; column < model_.columnCount(); ++column) {
    const int wanted = std::max(sizeHintForColumn(column), horizontalHeader()->sectionSizeHint(column));
    horizontalHeader()->resizeSection(column, std::clamp(wanted, narrowest, widest));
  }
}

void TextGrid::applyTheme(const Theme& theme) {
  delegate_.setTheme(theme);
  viewport()->update();
}

}  // namespace leadlight
