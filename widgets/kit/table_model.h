#pragma once

#include <QAbstractTableModel>
#include <QList>
#include <functional>
#include <optional>
#include <utility>
#include <vector>

#include "widgets/icons.h"
#include "widgets/kit/labels.h"

namespace leadlight {

// A small coloured word after a cell's text, such as "key".
struct CellBadge {
  QString word;
  TagTone tone = TagTone::Plain;
  std::optional<Icon> icon;
};

// What a cell says beyond its text; CellDelegate draws it.
namespace cell {
enum Role {
  Sort = Qt::UserRole + 1,  // the raw value
  Muted,                    // bool: context, not content
  Strong,                   // bool
  Link,                     // bool: the text can be pressed
  Tag,                      // int(TagTone): the text on a coloured ground
  Share,                    // double 0..1: a bar before the text
  Fine,                     // bool: a tick before the text, or the sign of a warning
  Badges,                   // QList<CellBadge>
  Ground,                   // int(TagTone): the cell stands on its soft colour
  Choice,                   // bool: the text is one of several; a chevron tells
};
}  // namespace cell

// A read-only table over plain rows whose columns are data: a new column is one line.
template <class Row>
class TableModel : public QAbstractTableModel {
 public:
  struct Column {
    QString title;
    Qt::Alignment alignment = Qt::AlignLeft;
    std::function<QVariant(const Row&, int role)> cell;  // asked for DisplayRole, ToolTipRole and the roles above
  };

  explicit TableModel(std::vector<Column> columns, QObject* parent = nullptr)
      : QAbstractTableModel(parent), columns_(std::move(columns)) {}

  void setRows(std::vector<Row> rows) {
    beginResetModel();
    rows_ = std::move(rows);
    endResetModel();
  }
  const std::vector<Row>& rows() const { return rows_; }
  // REQUIRES: 0 <= row < rowCount()
  const Row& at(int row) const { return rows_[static_cast<std::size_t>(row)]; }

  int rowCount(const QModelIndex& parent = {}) const override {
    return parent.isValid() ? 0 : static_cast<int>(rows_.size());
  }
  int columnCount(const QModelIndex& parent = {}) const override {
    return parent.isValid() ? 0 : static_cast<int>(columns_.size());
  }
  QVariant data(const QModelIndex& index, int role) const override {
    if (!index.isValid()) return {};
    const Column& column = columns_[static_cast<std::size_t>(index.column())];
    if (role == Qt::TextAlignmentRole) return QVariant::fromValue(column.alignment | Qt::AlignVCenter);
    return column.cell(at(index.row()), role);
  }
  QVariant headerData(int section, Qt::Orientation orientation, int role) const override {
    if (orientation != Qt::Horizontal) return {};
    const Column& column = columns_[static_cast<std::size_t>(section)];
    if (role == Qt::DisplayRole) return column.title;
    if (role == Qt::TextAlignmentRole) return QVariant::fromValue(column.alignment | Qt::AlignVCenter);
    return {};
  }

 private:
  std::vector<Column> columns_;
  std::vector<Row> rows_;
};

}  // namespace leadlight

Q_DECLARE_METATYPE(leadlight::CellBadge)
