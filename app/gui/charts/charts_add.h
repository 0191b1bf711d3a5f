#pragma once

#include <QDialog>
#include <optional>

#include "app/gui/charts/charts_plan.h"

class QComboBox;
class QLabel;

namespace leadlight {

class Button;

// Puts a chart together: a column, what it shows of it, and how wide it is.
class ChartsAdd final : public QDialog {
  Q_OBJECT

 public:
  explicit ChartsAdd(const SnapshotPtr& snapshot, QWidget* parent = nullptr);

  // nullopt while the choices do not make a chart.
  std::optional<ChartPlan> chosen() const;
  QComboBox* columnBox() { return column_; }
  QComboBox* measureBox() { return measure_; }
  QComboBox* ofBox() { return of_; }

 signals:
  void added(const leadlight::ChartPlan& plan);

 private:
  enum Shows { Leads, Conversion, MeanScore, Mean, Sum, Table, Funnel };
  void fillMeasures();
  void fillOf();
  void follow();

  SnapshotPtr snapshot_;
  QComboBox* column_;
  QComboBox* measure_;
  QComboBox* of_;
  QComboBox* width_;
  QLabel* ofLabel_;
  QLabel* result_;
  Button* add_;
};

}  // namespace leadlight
