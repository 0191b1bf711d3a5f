#pragma once

#include <QDialog>

#include "app/gui/charts/charts_sheet.h"

namespace leadlight {

// A chart's figures as a table, for those who cannot see a chart and for those who want the numbers.
class ChartTable final : public QDialog {
  Q_OBJECT

 public:
  ChartTable(const ChartSheet& sheet, const QString& stamp, QWidget* parent);
};

}  // namespace leadlight
