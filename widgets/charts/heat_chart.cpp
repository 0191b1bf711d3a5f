#include "widgets/charts/heat_chart.h"

#include <QKeyEvent>
#include <QPainter>
#include <algorithm>

#include "widgets/charts/chart_text.h"

namespace leadlight {
namespace {

constexpr double leftMargin = 12, rightMargin = 14, gap = 8, headHeight = 22, footHeight = 6;
constexpr double twoLines = 30;  // px of a cell that holds count and share above each other

}  // namespace

void HeatChart::display(const HeatModel& model) {
  model_ = model;
  most_ = 1;
  for (const ChartItem& item : model_.items) most_ = std::max(most_, static_cast<double>(item.all.leads));
  describe(model_.context, model_.items);
  arrange();
  viewport()->update();
}

void HeatChart::arrange() {
  const QSizeF size = viewport()->size();
  double name = 0;
  for (const QString& row : model_.rows) name = std::max(name, textWidth(smallFont(), row));
  name = std::min(name, size.width() * 0.24);
  grid_ = QRectF(QPointF(leftMargin + name + gap, headHeight),
                 QPointF(size.width() - rightMargin, size.height() - footHeight));
}

QRectF HeatChart::itemRect(int item) const {
  const auto columns = static_cast<int>(std::max<qsizetype>(1, model_.columns.size()));
  const auto rows = static_cast<int>(std::max<qsizetype>(1, model_.rows.size()));
  const double wide = grid_.width() / columns, high = grid_.height() / rows;
  return {grid_.left() + (item % columns) * wide, grid_.top() + (item / columns) * high, wide, high};
}

QString HeatChart::tipOf(int item) const {
  const ChartItem& cell = model_.items[static_cast<std::size_t>(item)];
  return tipText(cell, model_.context, tr("Click keeps row and column"));
}

void HeatChart::keyPressEvent(QKeyEvent* event) {
  const int columns = static_cast<int>(model_.columns.size());
  if (event->key() == Qt::Key_Up && current() >= columns) return walk(-columns);
  if (event->key() == Qt::Key_Down && current() >= 0 && current() + columns < itemCount()) return walk(columns);
  if ((event->key() == Qt::Key_Up || event->key() == Qt::Key_Down) && current() >= 0) return;
  ChartView::keyPressEvent(event);
}

QColor HeatChart::groundOf(const ChartItem& cell) const {
  if (cell.passing.leads == 0) return theme().surface;
  double share = static_cast<double>(cell.passing.leads) / most_;
  if (model_.context.outcome) {
    if (cell.passing.leads < fewLeads) return theme().sunken;
    share = cell.passing.rate().rate;
  }
  const auto levels = static_cast<double>(theme().heat.size());
  return theme().heat[static_cast<std::size_t>(std::clamp(share * levels, 0.0, levels - 1))];
}

void HeatChart::paintOver(QPainter& painter) const {
  paintHeads(painter);
  for (int item = 0; item < itemCount(); ++item) paintCell(painter, item);
}

void HeatChart::paintHeads(QPainter& painter) const {
  painter.setFont(smallFont());
  painter.setPen(theme().muted);
  for (int c = 0; c < model_.columns.size(); ++c) {
    const QRectF cell = itemRect(c);
    const QString text = elided(model_.columns[c], painter.font(), cell.width() - 6);
    painter.drawText(QPointF(cell.center().x() - textWidth(painter.font(), text) / 2, headHeight - 7), text);
  }
  painter.setPen(theme().text);
  for (int r = 0; r < model_.rows.size(); ++r) {
    const QRectF cell = itemRect(r * static_cast<int>(model_.columns.size()));
    const QString text = elided(model_.rows[r], painter.font(), grid_.left() - gap - leftMargin + 1);
    painter.drawText(QPointF(grid_.left() - gap - textWidth(painter.font(), text), cell.center().y() + 4), text);
  }
}

void HeatChart::paintCell(QPainter& painter, int item) const {
  const ChartItem& cell = model_.items[static_cast<std::size_t>(item)];
  const QRectF area = itemRect(item).adjusted(1, 1, -1, -1);
  const bool left = model_.context.choosing && !cell.chosen;
  QColor ground = groundOf(cell);
  if (left) ground = theme().sunken;
  painter.fillRect(area, ground);
  if (cell.chosen) {
    painter.setPen(QPen(theme().accent, 2));
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(area.adjusted(1, 1, -1, -1));
  }
  if (cell.passing.leads == 0) return;
  const QColor ink = left                                                                  ? theme().muted
                     : contrast(theme().text, ground) >= contrast(theme().surface, ground) ? theme().text
                                                                                           : theme().surface;
  painter.setPen(ink);
  const QString count = formatCount(cell.passing.leads);
  const QString share = model_.context.outcome ? formatPercent(cell.passing.rate().rate, 0) : QString();
  const bool rates = !share.isEmpty() && cell.passing.leads >= fewLeads;
  const auto line = [&](const QString& text, double baseline, bool bold) {
    painter.setFont(smallFont(bold));
    const QString shown = elided(text, painter.font(), area.width() - 4);
    painter.drawText(QPointF(area.center().x() - textWidth(painter.font(), shown) / 2, baseline), shown);
  };
  const double middle = area.center().y();
  if (!rates) return line(count, middle + 4, false);
  if (area.height() >= twoLines) {
    line(share, middle - 2, true);
    line(count, middle + 11, false);
  } else {
    const QString both = share + QStringLiteral(" · ") + count;
    line(textWidth(smallFont(true), both) <= area.width() - 4 ? both : share, middle + 4, true);
  }
}

}  // namespace leadlight
