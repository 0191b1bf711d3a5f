#pragma once

#include <QAbstractTableModel>
#include <QCache>
#include <QString>
#include <QStringList>
#include <QTimer>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "model/frame/frame.h"

namespace leadlight {

// One column of the table.
struct TableColumn {
  enum class Kind { Plain, Score, Probability, Band };

  std::string name;  // canonical
  QString label;     // what people read
  ColumnType type = ColumnType::Text;
  Kind kind = Kind::Plain;
  bool identifier = false;  // a whole number that names something: shown without group separators, aligned left
  bool afterContact = false;

  bool operator==(const TableColumn&) const = default;
};

// The leads as a table: a frame, the frame rows to show in order, and the columns. Copies no cell. A text column that
// the frame does not hold is asked for by storedWanted() for the rows on screen and kept in a small cache.
class LeadTableModel final : public QAbstractTableModel {
  Q_OBJECT

 public:
  enum Role {
    MissingRole = Qt::UserRole + 1,  // bool: absent or a placeholder
    NumberRole,                      // double: the number behind the cell; NaN when there is none
    BandRole,                        // int: position of the lead's band, 0 the highest; -1 when it has none
    PendingRole,                     // bool: the value is on its way from the store
  };

  explicit LeadTableModel(QObject* parent = nullptr);

  // Replaces everything. bandNames: highest first.
  void show(Frame frame, std::vector<TableColumn> columns, std::vector<std::string> bandNames,
            std::vector<std::uint32_t> rows);
  // Other rows, or another order of the same rows.
  void setRows(std::vector<std::uint32_t> rows);
  // Values of the stored columns for some leads, each list in the order of storedColumns(); a null string is missing.
  void supplyStored(const std::vector<std::int64_t>& leadIds, const std::vector<QStringList>& values);

  const Frame& frame() const { return frame_; }
  const std::vector<TableColumn>& columns() const { return columns_; }
  const std::vector<std::uint32_t>& rows() const { return rows_; }
  const std::vector<std::string>& bandNames() const { return bandNames_; }
  // Names of the columns that the frame does not hold, in order.
  const std::vector<std::string>& storedColumns() const { return storedColumns_; }
  int columnOf(const std::string& name) const;  // -1 when absent
  // REQUIRES: 0 <= row < rowCount()
  std::uint32_t frameRow(int row) const { return rows_[static_cast<std::size_t>(row)]; }
  std::int64_t leadId(int row) const { return frame_.leadIds()[frameRow(row)]; }
  // Position of the lead's band among bandNames(); -1 when it has none.
  int bandOf(std::uint32_t frameRow) const;

  int rowCount(const QModelIndex& parent = {}) const override;
  int columnCount(const QModelIndex& parent = {}) const override;
  QVariant data(const QModelIndex& index, int role) const override;
  QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

 signals:
  // Asks for these leads' values of storedColumns(). Each lead is asked for once until it falls out of the cache.
  void storedWanted(const std::vector<std::int64_t>& leadIds);

 private:
  struct Source {
    const Column* column = nullptr;  // nullptr: stays in the store
    int stored = -1;                 // position in storedColumns_
  };

  QVariant text(const TableColumn& column, const Source& source, std::uint32_t row) const;
  QVariant number(const Source& source, std::uint32_t row) const;
  const QStringList* storedOf(std::uint32_t row) const;
  bool missing(const Source& source, std::uint32_t row) const;
  void askForStored();

  Frame frame_;
  std::vector<TableColumn> columns_;
  std::vector<Source> sources_;
  std::vector<std::string> storedColumns_;
  std::vector<std::string> bandNames_;
  std::vector<int> bandOfCode_;  // by code of the band column
  const Column* band_ = nullptr;
  std::vector<std::uint32_t> rows_;
  mutable QCache<qint64, QStringList> stored_;  // by lead id; an empty list is on its way
  mutable std::vector<std::int64_t> wanted_;
  mutable QTimer askTimer_;  // gathers what one repaint asks for
};

}  // namespace leadlight
