#pragma once

#include <QString>
#include <QStringList>
#include <string>
#include <vector>

#include "model/base/result.h"
#include "widgets/charts/chart_models.h"

namespace leadlight {

// A chart's figures as a table: what "show as a table", the CSV file and the clipboard hold.
struct ChartSheet {
  struct Cell {
    QString shown;      // as people read it
    double number = 0;  // NaN: none, or the cell is a text
    bool isNumber = false;
  };
  QString title;
  QStringList heads;
  std::vector<std::vector<Cell>> rows;
};

ChartSheet sheetOf(const std::vector<ChartItem>& items, const ChartContext& context, bool scores);
// The same with a value chart's own numbers.
ChartSheet sheetOf(const ValueModel& model);

// RFC 4180, safe for spreadsheets, numbers with a point; the stamp in a last line of its own. Written beside and
// renamed. Errors: Io.
Status saveSheet(const ChartSheet& sheet, const QString& stamp, const QString& file);
// With tabs, for the clipboard.
QString clipboardText(const ChartSheet& sheet, const QString& stamp);

}  // namespace leadlight
