#include "widgets/kit/plain_table.h"

#include <QHeaderView>

namespace leadlight {

namespace {

Qt::Alignment alignmentOf(int column) { return (column == 0 ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter; }

}  // namespace

PlainTable::PlainTable(const QString& name, const QStringList& titles, int rowHeight, QWidget* parent)
    : QTableWidget(0, static_cast<int>(titles.size()), parent) {
  setAccessibleName(name);
  setHorizontalHeaderLabels(titles);
  for (int column = 0; column < columnCount(); ++column)
    horizontalHeaderItem(column)->setTextAlignment(alignmentOf(column));
  dressTable(*this, rowHeight);
  setItemDelegate(&delegate_);
  setSelectionMode(QAbstractItemView::SingleSelection);
  setFrameShape(QFrame::NoFrame);
  horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
  horizontalHeader()->setSectionResizeMode(0, QHeaderView::Stretch);
}

void PlainTable::setRow(int row, const QStringList& cells, const QVariant& key) {
  for (int column = 0; column < cells.size(); ++column) {
    auto* item = new QTableWidgetItem(cells[column]);
    item->setTextAlignment(alignmentOf(column));
    item->setToolTip(cells[column]);
    item->setData(Qt::UserRole, key);
    setItem(row, column, item);
  }
}

void PlainTable::applyTheme(const Theme& theme) {
  delegate_.setTheme(theme);
  viewport()->update();
}

}  // namespace leadlight
