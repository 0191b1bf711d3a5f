#pragma once

#include <QDialog>
#include <QString>
#include <QTableView>
#include <cstdint>
#include <vector>

#include "widgets/kit/cell_delegate.h"
#include "widgets/kit/table_model.h"

class QLabel;
class QStackedWidget;

namespace leadlight {

class Button;
class EmptyState;

// A copy of the whole store that was put aside.
struct SnapshotRow {
  QString name;  // what the signals carry
  QString made;  // local date and time
  std::uint64_t bytes = 0;
  QString leads;  // "9,240 leads"
  bool operator==(const SnapshotRow&) const = default;
};

// The snapshots of a store, newest first; to make one, and to go back to one, which asks once more in place.
class SnapshotDialog : public QDialog, public Themed {
  Q_OBJECT

 public:
  explicit SnapshotDialog(QWidget* parent = nullptr);
  void display(std::vector<SnapshotRow> snapshots);
  // While something is made or restored nothing can be pressed.
  void setBusy(bool busy, const QString& sentence = {});
  void applyTheme(const Theme& theme) override;

 signals:
  void createAsked();
  void restoreAsked(const QString& name);

 private:
  static std::vector<TableModel<SnapshotRow>::Column> columns();
  QWidget* makeFoot();
  QWidget* makeConfirmation();
  void confirm();
  void refresh();

  TableModel<SnapshotRow> model_;
  CellDelegate delegate_;
  bool busy_ = false;
  QStackedWidget* stack_;
  EmptyState* empty_;
  QTableView* table_;
  QStackedWidget* foot_;
  QLabel* question_;
  QLabel* sentence_;
  Button* create_;
  Button* restore_;
  Button* yes_;
};

}  // namespace leadlight
