#include "app/gui/charts/charts_table.h"

#include <QHeaderView>
#include <QTableWidget>
#include <QVBoxLayout>

#include "widgets/kit/labels.h"

namespace leadlight {

ChartTable::ChartTable(const ChartSheet& sheet, const QString& stamp, QWidget* parent) : QDialog(parent) {
  setWindowTitle(sheet.title);
  auto* table = new QTableWidget(static_cast<int>(sheet.rows.size()), static_cast<int>(sheet.heads.size()), this);
  table->setHorizontalHeaderLabels(sheet.heads);
  table->setEditTriggers(QAbstractItemView::NoEditTriggers);
  table->verticalHeader()->hide();
  table->setAccessibleName(sheet.title);
  for (int row = 0; row < table->rowCount(); ++row) {
    const auto& cells = sheet.rows[static_cast<std::size_t>(row)];
    for (int column = 0; column < static_cast<int>(cells.size()); ++column) {
      const ChartSheet::Cell& cell = cells[static_cast<std::size_t>(column)];
      auto* item = new QTableWidgetItem(cell.shown);
      if (column > 0) item->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
      table->setItem(row, column, item);
    }
  }
  table->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
  table->horizontalHeader()->setSectionResizeMode(0, QHeaderView::Stretch);
  auto* all = new QVBoxLayout(this);
  all->setContentsMargins(12, 12, 12, 12);
  all->addWidget(table);
  QLabel* foot = makeLabel(stamp, TextRole::Caption);
  foot->setWordWrap(true);
  foot->setTextInteractionFlags(Qt::TextSelectableByMouse);
  all->addWidget(foot);
  resize(760, 440);
}

}  // namespace leadlight
