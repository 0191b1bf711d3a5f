#pragma once

#include <QScrollArea>
#include <QStackedWidget>
#include <QTableView>

#include "app/gui/files/load_sum.h"
#include "app/gui/files/quarantine_view.h"
#include "model/store/load_report.h"
#include "widgets/kit/card.h"
#include "widgets/kit/cell_delegate.h"
#include "widgets/kit/table_model.h"

namespace leadlight {

// One load in full: the file, what its columns turned out to be, the rows in quarantine, and the sum.
class LoadDetails : public QFrame, public Themed {
  Q_OBJECT

 public:
  explicit LoadDetails(QWidget* parent = nullptr);
  // By which column the rows of a dataset are told apart, for the loads displayed from then on.
  void setKey(const std::string& dataset, const std::optional<std::string>& key);
  void display(const LoadReport& load);
  const LoadReport& load() const { return load_; }
  // The rows that quarantineAsked() asked for.
  void displayQuarantine(std::int64_t loadId, QuarantineSheet sheet, std::uint64_t total);
  QuarantineView* quarantine() { return quarantine_; }
  void applyTheme(const Theme& theme) override;

 signals:
  void quarantineAsked(qint64 loadId);
  void undoAsked(qint64 loadId);
  void asOfAsked(qint64 loadId);

 private:
  QWidget* makeHead();
  void showColumns();
  void showQuarantine();

  std::string dataset_;
  std::optional<std::string> key_;
  LoadReport load_;
  std::string ownPerRow_;  // the column that has another value in each row of the load, if that is known
  TableModel<LoadReport::ColumnFacts> columns_;
  CellDelegate delegate_;
  ElidedLabel* file_;
  Tag* tag_;
  ElidedLabel* facts_;
  QLabel* fileIcon_;
  Button* asOf_;
  Button* undo_;
  Button* columnsTab_;
  Button* quarantineTab_;
  QStackedWidget* stack_;
  QTableView* table_;
  QuarantineView* quarantine_;
  QFrame* separator_;
  QScrollArea* side_;
  QLabel* sumTitle_;
  LoadSum* sum_;
  QLabel* why_;
};

}  // namespace leadlight
