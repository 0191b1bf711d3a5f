#pragma once

#include <QStyledItemDelegate>

#include "widgets/theme.h"

class QTableView;

namespace leadlight {

// Draws cells by the roles of table_model.h, with a hairline under each row. Themes reach it through its view.
class CellDelegate : public QStyledItemDelegate {
  Q_OBJECT

 public:
  explicit CellDelegate(QObject* parent = nullptr);
  void setTheme(const Theme& theme) { theme_ = theme; }
  void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
  QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

 private:
  QRect paintBadges(QPainter& painter, QRect area, const QStyleOptionViewItem& option, const QModelIndex& index) const;
  void paintText(QPainter& painter, QRect area, const QStyleOptionViewItem& option, const QModelIndex& index) const;
  Theme theme_ = lightTheme();
};

// Sets a table up as the design has it: rows of `rowHeight`, no grid, no row numbers, whole rows selected.
void dressTable(QTableView& table, int rowHeight = 28);

}  // namespace leadlight
