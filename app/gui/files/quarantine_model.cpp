#include "app/gui/files/quarantine_model.h"

#include "app/gui/sentences.h"
#include "model/base/text.h"
#include "widgets/format.h"
#include "widgets/kit/table_model.h"

namespace leadlight {

namespace {
QString hiddenText() { return QStringLiteral("•••"); }
}  // namespace

void QuarantineModel::setSheet(QuarantineSheet sheet) {
  beginResetModel();
  sheet_ = std::move(sheet);
  changes_.clear();
  findPersonal();
  endResetModel();
}

void QuarantineModel::setMasked(bool masked) {
  if (masked == masked_) return;
  beginResetModel();
  masked_ = masked;
  endResetModel();
}

void QuarantineModel::findPersonal() {
  personal_.assign(sheet_.labels.size(), Personal::None);
  for (std::size_t i = 0; i < personal_.size(); ++i) {
    std::vector<std::string> values;
    for (const RefusedRow& row : sheet_.rows)
      if (i < row.cells.size()) values.push_back(row.cells[i]);
    personal_[i] = personalByName(sheet_.labels[i]);
    if (personal_[i] == Personal::None) personal_[i] = personalColumn(sheet_.labels[i], values);
  }
}

// In a row that may be out of step with its header, any cell may hold a name; so may one that is not what its column
// promises.
QString QuarantineModel::shownText(int row, int column) const {
  const QString text = cellText(row, column);
  if (!masked_ || text.isEmpty()) return text;
  const std::string value = text.toStdString();
  const Personal kind = personal_[static_cast<std::size_t>(column - AtFirstCell)];
  const std::string masked = maskedValue(kind, value);
  const bool unsure = !rowAt(row).whole || (kind != Personal::None && masked == value);
  return unsure ? hiddenText() : QString::fromStdString(masked);
}

QString QuarantineModel::rawText(int row) const {
  return masked_ ? hiddenText() : QString::fromStdString(rowAt(row).raw());
}

std::vector<CorrectedRow> QuarantineModel::corrected() const {
  std::vector<CorrectedRow> rows;
  int last = -1;
  for (const auto& [place, text] : changes_) {
    const auto [row, column] = place;
    if (row != last) {
      rows.push_back({rowAt(row).row.id, rowAt(row).cells});
      rows.back().cells.resize(sheet_.labels.size());
    }
    rows.back().cells[static_cast<std::size_t>(column - AtFirstCell)] = text;
    last = row;
  }
  return rows;
}

int QuarantineModel::faultOf(int row) const {
  const std::string& column = rowAt(row).row.column;
  for (std::size_t i = 0; !column.empty() && i < sheet_.labels.size(); ++i)
    if (equalsIgnoringCase(canonicalName(sheet_.labels[i]), column)) return AtFirstCell + static_cast<int>(i);
  return AtWhy;
}

int QuarantineModel::rowCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : static_cast<int>(sheet_.rows.size());
}

int QuarantineModel::columnCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : AtFirstCell + static_cast<int>(sheet_.labels.size());
}

QString QuarantineModel::cellText(int row, int column) const {
  const auto changed = changes_.find({row, column});
  if (changed != changes_.end()) return QString::fromStdString(changed->second);
  const auto at = static_cast<std::size_t>(column - AtFirstCell);
  const std::vector<std::string>& cells = rowAt(row).cells;
  return at < cells.size() ? QString::fromStdString(cells[at]) : QString();
}

QVariant QuarantineModel::data(const QModelIndex& index, int role) const {
  if (!index.isValid()) return {};
  const int row = index.row(), column = index.column();
  if (role == Qt::TextAlignmentRole)
    return QVariant::fromValue((column == AtLine ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
  if (column == AtLine) return role == Qt::DisplayRole ? formatCount(rowAt(row).row.line) : QVariant();
  if (column == AtWhy) {
    if (role == Qt::DisplayRole) return rejectSentence(rowAt(row).row);
    if (role == Qt::ToolTipRole) return rawText(row);
    return {};
  }
  const bool changed = changes_.count({row, column}) > 0;
  if (role == Qt::DisplayRole) return shownText(row, column).simplified();
  if (role == Qt::EditRole || role == Qt::ToolTipRole) return shownText(row, column);
  if (role == cell::Strong) return changed;
  if (role == cell::Ground && changed) return static_cast<int>(TagTone::Accent);
  if (role == cell::Ground && column == faultOf(row)) return static_cast<int>(TagTone::Negative);
  return {};
}

bool QuarantineModel::setData(const QModelIndex& index, const QVariant& value, int role) {
  if (role != Qt::EditRole || masked_ || index.column() < AtFirstCell) return false;
  const std::string text = value.toString().toStdString();
  const auto at = static_cast<std::size_t>(index.column() - AtFirstCell);
  const std::vector<std::string>& cells = rowAt(index.row()).cells;
  // Back to what the file has: no correction.
  if (text == (at < cells.size() ? cells[at] : std::string()))
    changes_.erase({index.row(), index.column()});
  else
    changes_[{index.row(), index.column()}] = text;
  emit dataChanged(index, index);
  emit edited();
  return true;
}

Qt::ItemFlags QuarantineModel::flags(const QModelIndex& index) const {
  const Qt::ItemFlags flags = QAbstractTableModel::flags(index);
  return index.column() >= AtFirstCell && !masked_ ? flags | Qt::ItemIsEditable : flags;
}

QVariant QuarantineModel::headerData(int section, Qt::Orientation orientation, int role) const {
  if (orientation != Qt::Horizontal) return {};
  if (role == Qt::TextAlignmentRole)
    return QVariant::fromValue((section == AtLine ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
  if (role != Qt::DisplayRole) return {};
  if (section == AtLine) return tr("Line");
  if (section == AtWhy) return tr("Why");
  return QString::fromStdString(sheet_.labels[static_cast<std::size_t>(section - AtFirstCell)]);
}

}  // namespace leadlight
