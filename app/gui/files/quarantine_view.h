#pragma once

#include <QTableView>
#include <QWidget>

#include "app/gui/files/quarantine_model.h"
#include "widgets/kit/button.h"
#include "widgets/kit/cell_delegate.h"
#include "widgets/kit/labels.h"

namespace leadlight {

// The rows of one load that could not be taken, and why. A cell can be corrected in place and the row sent again. Copy
// and export give tab- and comma-separated text.
class QuarantineView : public QWidget, public Themed {
  Q_OBJECT

 public:
  explicit QuarantineView(QWidget* parent = nullptr);
  // `total` may be larger than the sheet's rows: the view then says how many it shows.
  void display(QuarantineSheet sheet, std::uint64_t total);
  // See QuarantineModel::setMasked().
  void setMasked(bool masked);
  const QuarantineModel& model() const { return model_; }
  void applyTheme(const Theme& theme) override;
  // The chosen rows, or all, as text with a header line: fields separated by `separator`.
  QString asText(QChar separator) const;

 signals:
  void sendAsked(const std::vector<leadlight::CorrectedRow>& rows);
  void exportAsked();
  void notified(const QString& sentence);

 private:
  QLayout* makeFoot();
  void copy();
  void showNote();
  void fitColumns();
  QuarantineModel model_;
  CellDelegate delegate_;
  std::uint64_t total_ = 0;
  QTableView* table_;
  QLabel* note_;
  Button* send_;
};

}  // namespace leadlight
