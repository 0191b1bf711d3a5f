#pragma once

#include <QTableView>

#include "model/store/load_report.h"
#include "widgets/kit/cell_delegate.h"
#include "widgets/kit/table_model.h"

namespace leadlight {

// Every attempt to load a file, newest first: number, file, size, result, rows, one sentence, and Undo or Details.
class LoadHistory : public QTableView, public Themed {
  Q_OBJECT

 public:
  explicit LoadHistory(QWidget* parent = nullptr);
  // Keeps the chosen load chosen if it is still there, else chooses the newest.
  void display(std::vector<LoadReport> loads);
  std::optional<std::int64_t> chosenLoad() const;
  void applyTheme(const Theme& theme) override;

 signals:
  void chosen(const leadlight::LoadReport& load);
  void undoAsked(qint64 loadId);

 private:
  void pressed(const QModelIndex& index);
  TableModel<LoadReport> model_;
  CellDelegate delegate_;
};

// Can this load be undone?
bool isUndoable(const LoadReport& load);
// The result's word on its colour.
int tagToneOf(LoadReport::Status status);

}  // namespace leadlight
