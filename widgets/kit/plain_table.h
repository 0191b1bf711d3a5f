#pragma once

#include <QTableWidget>

#include "widgets/kit/cell_delegate.h"

namespace leadlight {

// A short table of texts that is looked at and chosen from, not edited: a name first, then figures to the right. Its
// cells stand under their heads, as in all other tables.
class PlainTable final : public QTableWidget, public Themed {
  Q_OBJECT

 public:
  PlainTable(const QString& name, const QStringList& titles, int rowHeight, QWidget* parent = nullptr);
  // Every cell carries `key` as Qt::UserRole and its whole text as tool tip.
  void setRow(int row, const QStringList& cells, const QVariant& key = {});
  void applyTheme(const Theme& theme) override;

 private:
  CellDelegate delegate_;
};

}  // namespace leadlight
