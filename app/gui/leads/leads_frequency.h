#pragma once

#include <QDialog>
#include <QString>

#include "app/gui/charts/charts_choice.h"
#include "model/frame/frequency.h"
#include "widgets/kit/table_model.h"
#include "widgets/theme.h"

class QLabel;
class QLineEdit;
class QTableView;

namespace leadlight {

class Button;

// The values of one column with leads, share and conversion: find among them, choose some, and keep only these leads
// or leave them out. Passive.
class FrequencyDialog final : public QDialog {
  Q_OBJECT

 public:
  // `filters`: its values can be filtered by. Columns that stay in the store cannot.
  FrequencyDialog(const QString& column, ColumnType type, bool filters, const Theme& theme, QWidget* parent);
  ~FrequencyDialog() override;

  void display(Frequencies frequencies);
  bool counted() const { return counted_; }
  QTableView* table() { return table_; }

 signals:
  void chosen(const leadlight::Choice& choice, bool leaveOut);

 protected:
  bool eventFilter(QObject* watched, QEvent* event) override;

 private:
  enum class By { Leads, Value, Conversion };
  void makeTable(const Theme& theme);
  void refresh();
  void choose(bool leaveOut);

  QString column_;
  ColumnType type_;
  bool filters_;
  bool counted_ = false;
  Frequencies frequencies_;
  By by_ = By::Leads;
  bool reversed_ = false;
  TableModel<ValueCount>* model_;
  QTableView* table_;
  QLineEdit* find_;
  QLabel* sentence_;
  Button* keep_;
  Button* leaveOut_;
};

}  // namespace leadlight
