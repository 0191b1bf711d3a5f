#pragma once

#include <QAbstractTableModel>
#include <map>
#include <vector>

#include "model/load/quarantine_sheet.h"
#include "model/schema/personal.h"

namespace leadlight {

// Refused rows to be corrected: line and reason, then the file's own columns, which can be edited.
class QuarantineModel : public QAbstractTableModel {
  Q_OBJECT

 public:
  enum At { AtLine, AtWhy, AtFirstCell };

  using QAbstractTableModel::QAbstractTableModel;
  // Corrections of before are dropped.
  void setSheet(QuarantineSheet sheet);
  // Masked, names, e-mail addresses and phone numbers are hidden, and nothing can be corrected.
  void setMasked(bool masked);
  bool masked() const { return masked_; }
  const QuarantineSheet& sheet() const { return sheet_; }
  // The rows with a cell that was changed.
  std::vector<CorrectedRow> corrected() const;
  // The column of the cell that is at fault; AtWhy when the row as a whole is.
  int faultOf(int row) const;

  // The row as it stands in the file.
  QString rawText(int row) const;

  int rowCount(const QModelIndex& parent = {}) const override;
  int columnCount(const QModelIndex& parent = {}) const override;
  QVariant data(const QModelIndex& index, int role) const override;
  bool setData(const QModelIndex& index, const QVariant& value, int role) override;
  Qt::ItemFlags flags(const QModelIndex& index) const override;
  QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

 signals:
  void edited();

 private:
  QString cellText(int row, int column) const;
  QString shownText(int row, int column) const;
  void findPersonal();
  const RefusedRow& rowAt(int row) const { return sheet_.rows[static_cast<std::size_t>(row)]; }
  QuarantineSheet sheet_;
  bool masked_ = false;
  std::vector<Personal> personal_;                      // by label
  std::map<std::pair<int, int>, std::string> changes_;  // by row and column
};

}  // namespace leadlight
