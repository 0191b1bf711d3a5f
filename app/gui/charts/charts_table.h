#pragma once

#include <QDialog>
#include <vector>

#include "widgets/charts/chart_models.h"

namespace leadlight {

// The table twin of a chart: the same rows as numbers, to read, select and copy.
class ChartTable final : public QDialog {
  Q_OBJECT

 public:
  ChartTable(const QString& title, const std::vector<ChartItem>& items, const ChartContext& context, QWidget* parent);
};

}  // namespace leadlight
