#include "widgets/table/lead_table_model.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "widgets/format.h"
#include "widgets/value_text.h"

namespace leadlight {

namespace {

// More than any screen shows, so that scrolling back does not ask again.
constexpr int cachedLeads = 4096;

}  // namespace

LeadTableModel::LeadTableModel(QObject* parent) : QAbstractTableModel(parent), stored_(cachedLeads) {
  askTimer_.setSingleShot(true);
  connect(&askTimer_, &QTimer::timeout, this, &LeadTableModel::askForStored);
}

void LeadTableModel::show(Frame frame, std::vector<TableColumn> columns, std::vector<std::string> bandNames,
                          std::vector<std::uint32_t> rows) {
  beginResetModel();
  frame_ = std::move(frame);
  columns_ = std::move(columns);
  bandNames_ = std::move(bandNames);
  rows_ = std::move(rows);
  stored_.clear();
  wanted_.clear();
  storedColumns_.clear();
  sources_.clear();
  for (const TableColumn& column : columns_) {
    Source source{frame_.find(column.name), -1};
    if (!source.column) {
      source.stored = static_cast<int>(storedColumns_.size());
      storedColumns_.push_back(column.name);
    }
    sources_.push_back(source);
  }
  bandOfCode_.clear();
  band_ = frame_.find(bandColumn);
  if (band_ && band_->type() != ColumnType::Text) band_ = nullptr;
  if (band_)
    for (const std::string& name : band_->dictionary()) {
      const auto found = std::find(bandNames_.begin(), bandNames_.end(), name);
      bandOfCode_.push_back(found == bandNames_.end() ? -1 : static_cast<int>(found - bandNames_.begin()));
    }
  endResetModel();
}

void LeadTableModel::setRows(std::vector<std::uint32_t> rows) {
  if (rows.size() == rows_.size()) {
    rows_ = std::move(rows);
    if (!rows_.empty() && !columns_.empty()) emit dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
    return;
  }
  beginResetModel();
  rows_ = std::move(rows);
  endResetModel();
}

int LeadTableModel::columnOf(const std::string& name) const {
  const auto found =
      std::find_if(columns_.begin(), columns_.end(), [&](const TableColumn& column) { return column.name == name; });
  return found == columns_.end() ? -1 : static_cast<int>(found - columns_.begin());
}

int LeadTableModel::bandOf(std::uint32_t frameRow) const { return band_ ? bandOfCode_[band_->code(frameRow)] : -1; }

int LeadTableModel::rowCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : static_cast<int>(rows_.size());
}

int LeadTableModel::columnCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : static_cast<int>(columns_.size());
}

const QStringList* LeadTableModel::storedOf(std::uint32_t row) const {
  const std::int64_t id = frame_.leadIds()[row];
  if (const QStringList* values = stored_.object(id)) return values->isEmpty() ? nullptr : values;
  stored_.insert(id, new QStringList);
  wanted_.push_back(id);
  if (!askTimer_.isActive()) askTimer_.start();
  return nullptr;
}

void LeadTableModel::askForStored() {
  if (wanted_.empty()) return;
  std::vector<std::int64_t> leadIds;
  leadIds.swap(wanted_);
  emit storedWanted(leadIds);
}

void LeadTableModel::supplyStored(const std::vector<std::int64_t>& leadIds, const std::vector<QStringList>& values) {
  if (rows_.empty() || storedColumns_.empty()) return;
  for (std::size_t i = 0; i < leadIds.size(); ++i)
    if (values[i].size() == static_cast<qsizetype>(storedColumns_.size()))
      stored_.insert(leadIds[i], new QStringList(values[i]));
  for (std::size_t i = 0; i < columns_.size(); ++i)
    if (!sources_[i].column)
      emit dataChanged(index(0, static_cast<int>(i)), index(rowCount() - 1, static_cast<int>(i)));
}

bool LeadTableModel::missing(const Source& source, std::uint32_t row) const {
  if (source.column) return source.column->isMissing(row);
  const QStringList* values = storedOf(row);
  return values && values->at(source.stored).isNull();
}

QVariant LeadTableModel::text(const TableColumn& column, const Source& source, std::uint32_t row) const {
  if (!source.column) {
    const QStringList* values = storedOf(row);
    if (!values) return QString();
    const QString& value = values->at(source.stored);
    return value.isNull() ? unknownText() : value;
  }
  if (source.column->isMissing(row)) return unknownText();
  switch (column.kind) {
    case TableColumn::Kind::Score:
      return formatDecimal(source.column->number(row));
    case TableColumn::Kind::Probability:
      return formatPercent(source.column->number(row));
    default:
      return valueText(*source.column, row, column.identifier);
  }
}

QVariant LeadTableModel::number(const Source& source, std::uint32_t row) const {
  if (!source.column || source.column->type() == ColumnType::Text) return std::numeric_limits<double>::quiet_NaN();
  return source.column->number(row);
}

QVariant LeadTableModel::data(const QModelIndex& index, int role) const {
  if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid)) return {};
  const auto position = static_cast<std::size_t>(index.column());
  const TableColumn& column = columns_[position];
  const Source& source = sources_[position];
  const std::uint32_t row = frameRow(index.row());
  switch (role) {
    case Qt::DisplayRole:
      return text(column, source, row);
    case Qt::ToolTipRole:
      return text(column, source, row);
    case Qt::TextAlignmentRole: {
      const bool right = column.type != ColumnType::Text && column.type != ColumnType::Date && !column.identifier;
      return QVariant::fromValue(Qt::AlignVCenter | (right ? Qt::AlignRight : Qt::AlignLeft));
    }
    case MissingRole:
      return missing(source, row);
    case NumberRole:
      return number(source, row);
    case BandRole:
      return bandOf(row);
    case PendingRole:
      return !source.column && !storedOf(row);
    default:
      return {};
  }
}

QVariant LeadTableModel::headerData(int section, Qt::Orientation orientation, int role) const {
  if (orientation != Qt::Horizontal || section < 0 || section >= columnCount()) return {};
  const TableColumn& column = columns_[static_cast<std::size_t>(section)];
  if (role == Qt::DisplayRole) return column.label;
  if (role == Qt::ToolTipRole) return column.label;
  return {};
}

}  // namespace leadlight
