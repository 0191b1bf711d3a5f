#pragma once

#include <QTableView>
#include <QWidget>

#include "model/store/load_report.h"
#include "widgets/kit/button.h"
#include "widgets/kit/cell_delegate.h"
#include "widgets/kit/labels.h"
#include "widgets/kit/table_model.h"

namespace leadlight {

// The rows of one load that could not be taken, and why. Copy and export give tab- and comma-separated text.
class QuarantineView : public QWidget, public Themed {
  Q_OBJECT

 public:
  explicit QuarantineView(QWidget* parent = nullptr);
  // `total` may be larger than rows.size(): the view then says how many it shows.
  void display(std::vector<QuarantinedRow> rows, std::uint64_t total);
  void applyTheme(const Theme& theme) override;
  // The chosen rows, or all, as text with a header line: fields separated by `separator`.
  QString asText(QChar separator) const;

 signals:
  void exportAsked();
  void notified(const QString& sentence);

 private:
  void copy();
  TableModel<QuarantinedRow> model_;
  CellDelegate delegate_;
  QTableView* table_;
  QLabel* note_;
};

}  // namespace leadlight
