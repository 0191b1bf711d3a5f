#include "app/gui/charts/charts_table.h"

#include <QHeaderView>
#include <QTableWidget>
#include <QVBoxLayout>

#include "widgets/charts/chart_text.h"

namespace leadlight {

ChartTable::ChartTable(const QString& title, const std::vector<ChartItem>& items, const ChartContext& context,
                       QWidget* parent)
    : QDialog(parent) {
  setWindowTitle(title);
  QStringList heads{tr("Value"), tr("All leads"), tr("Passing")};
  if (context.outcome) heads << tr("Converted") << tr("Conversion") << tr("95% interval");
  auto* table = new QTableWidget(static_cast<int>(items.size()), static_cast<int>(heads.size()), this);
  table->setHorizontalHeaderLabels(heads);
  table->setEditTriggers(QAbstractItemView::NoEditTriggers);
  table->verticalHeader()->hide();
  table->setAccessibleName(title);
  const auto put = [table](int row, int column, const QString& text) {
    auto* cell = new QTableWidgetItem(text);
    if (column > 0) cell->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
    table->setItem(row, column, cell);
  };
  for (int row = 0; row < table->rowCount(); ++row) {
    const ChartItem& item = items[static_cast<std::size_t>(row)];
    put(row, 0, item.name);
    put(row, 1, formatCount(item.all.leads));
    put(row, 2, formatCount(item.passing.leads));
    if (!context.outcome) continue;
    put(row, 3, formatCount(item.passing.converted));
    put(row, 4, shareText(item.passing));
    put(row, 5, item.passing.leads == 0 ? QString() : intervalText(item.passing.rate()));
  }
  table->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
  table->horizontalHeader()->setSectionResizeMode(0, QHeaderView::Stretch);
  auto* all = new QVBoxLayout(this);
  all->setContentsMargins(12, 12, 12, 12);
  all->addWidget(table);
  resize(640, 420);
}

}  // namespace leadlight
