#pragma once

#include <QStyledItemDelegate>

#include "widgets/theme.h"

namespace leadlight {

// Paints the cells of a LeadTableModel: the score as a bar in its band's colour with the number, the band as a badge,
// missing values muted, all else as text. Marks the current row with an accent bar in the first column.
class LeadDelegate final : public QStyledItemDelegate {
 public:
  explicit LeadDelegate(QObject* parent = nullptr);

  void setTheme(const Theme& theme) { theme_ = theme; }
  // The scores at which the bar is empty and full. REQUIRES: low < high
  void setScoreRange(double low, double high);
  void setHoveredRow(int row) { hoveredRow_ = row; }
  int hoveredRow() const { return hoveredRow_; }

  void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
  QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

 private:
  void paintScore(QPainter* painter, const QRect& rect, const QModelIndex& index, const QFont& font) const;
  void paintBadge(QPainter* painter, const QRect& rect, const QModelIndex& index, const QFont& font) const;
  void paintText(QPainter* painter, const QRect& rect, const QModelIndex& index, const QFont& font) const;

  Theme theme_ = lightTheme();
  double low_ = 0;
  double high_ = 100;
  int hoveredRow_ = -1;
};

// The number of bands that colours are spread over, read from the model of `index`.
std::size_t bandCountOf(const QModelIndex& index);

}  // namespace leadlight
