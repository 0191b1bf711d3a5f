#pragma once

#include <QDialog>
#include <vector>

#include "scoring/registry.h"
#include "widgets/kit/cell_delegate.h"

class QTableWidget;

namespace leadlight {

class Button;

// Every version of one scorecard, newest first, and the way back to an earlier one.
class ScoringVersionsDialog final : public QDialog {
  Q_OBJECT

 public:
  ScoringVersionsDialog(std::vector<RegisteredScorecard> versions, const Theme& theme, QWidget* parent);
  QTableWidget* table() { return table_; }
  Button* backButton() { return back_; }

 signals:
  void wanted(const leadlight::RegisteredScorecard& version);

 private:
  std::vector<RegisteredScorecard> versions_;
  CellDelegate delegate_;
  QTableWidget* table_;
  Button* back_;
};

}  // namespace leadlight
