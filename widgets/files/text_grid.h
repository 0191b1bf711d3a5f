#pragma once

#include <QAbstractTableModel>
#include <QStringList>
#include <QTableView>
#include <vector>

#include "widgets/kit/cell_delegate.h"

namespace leadlight {

// Rows of text under their column names, as a file has them.
class TextGridModel : public QAbstractTableModel {
 public:
  using QAbstractTableModel::QAbstractTableModel;
  void setTexts(QStringList labels, std::vector<QStringList> rows);

  int rowCount(const QModelIndex& parent = {}) const override;
  int columnCount(const QModelIndex& parent = {}) const override;
  QVariant data(const QModelIndex& index, int role) const override;
  QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

 private:
  QStringList labels_;
  std::vector<QStringList> rows_;
};

// The first rows of a file, every value as it stands there.
class TextGrid : public QTableView, public Themed {
  Q_OBJECT

 public:
  explicit TextGrid(QWidget* parent = nullptr);
  void display(const QStringList& labels, std::vector<QStringList> rows);
  void applyTheme(const Theme& theme) override;

 private:
  TextGridModel model_;
  CellDelegate delegate_;
};

}  // namespace leadlight
