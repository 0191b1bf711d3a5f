#include "widgets/files/differences_table.h"

#include <QHeaderView>

namespace leadlight {

std::vector<TableModel<Difference>::Column> DifferencesTable::columns() {
  const auto text = [](const QString& title, QString Difference::*part, bool muted = false) {
    return TableModel<Difference>::Column{title, Qt::AlignLeft,
                                          [part, muted](const Difference& difference, int role) -> QVariant {
                                            const QString& value = difference.*part;
                                            if (role == Qt::DisplayRole)
                                              return value.isEmpty() ? QStringLiteral("–") : value.simplified();
                                            if (role == Qt::ToolTipRole) return value;
                                            if (role == cell::Muted) return muted || value.isEmpty();
                                            return {};
                                          }};
  };
  return {text(tr("Lead"), &Difference::key), text(tr("Column"), &Difference::column),
          text(tr("Before"), &Difference::before, true), text(tr("After"), &Difference::after)};
}

DifferencesTable::DifferencesTable(QWidget* parent) : QTableView(parent), model_(columns()) {
  setModel(&model_);
  setItemDelegate(&delegate_);
  dressTable(*this);
  setAccessibleName(tr("Changed values"));
  const int widths[] = {240, 200, 220};
  for (int i = 0; i < 3; ++i) horizontalHeader()->resizeSection(i, widths[i]);
  horizontalHeader()->setStretchLastSection(true);
}

void DifferencesTable::display(std::vector<Difference> differences) {
  if (differences == model_.rows()) return;
  model_.setRows(std::move(differences));
}

void DifferencesTable::applyTheme(const Theme& theme) {
  delegate_.setTheme(theme);
  viewport()->update();
}

}  // namespace leadlight
