#pragma once

#include <QString>
#include <QTableView>
#include <vector>

#include "widgets/kit/cell_delegate.h"
#include "widgets/kit/table_model.h"

namespace leadlight {

// One value of one lead that a load changes.
struct Difference {
  QString key, column, before, after;
  bool operator==(const Difference&) const = default;
};

// What a load changes, value by value: key, column, before, after.
class DifferencesTable : public QTableView, public Themed {
  Q_OBJECT

 public:
  explicit DifferencesTable(QWidget* parent = nullptr);
  void display(std::vector<Difference> differences);
  void applyTheme(const Theme& theme) override;

 private:
  static std::vector<TableModel<Difference>::Column> columns();
  TableModel<Difference> model_;
  CellDelegate delegate_;
};

}  // namespace leadlight
