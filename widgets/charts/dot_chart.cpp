#include "widgets/charts/dot_chart.h"

#include <QPainter>
#include <algorithm>

#include "widgets/charts/chart_text.h"
#include "widgets/charts/share_strip.h"

namespace leadlight {
namespace {

constexpr double leftMargin = 12, rightMargin = 14, gap = 8;

}  // namespace

void DotChart::display(const BarModel& model) {
  model_ = model;
  describe(model_.context, model_.items);
  arrange();
  viewport()->update();
}

void DotChart::arrange() {
  const QSizeF size = viewport()->size();
  const QFont bold = smallFont(true);
  double name = 0, count = textWidth(bold, tr("n"));
  for (const ChartItem& item : model_.items) {
    name = std::max(name, textWidth(bold, item.name));
    count = std::max(count, textWidth(bold, formatCount(item.all.leads)));
  }
  name = std::min(name, size.width() * 0.36);
  const double share = textWidth(smallFont(), formatPercent(1));
  countRight_ = size.width() - rightMargin;
  shareRight_ = countRight_ - count - 12;
  strip_ = QRectF(QPointF(leftMargin + name + gap, 22), QPointF(shareRight_ - share - 10, size.height() - 20));
}

QRectF DotChart::itemRect(int item) const {
  const double height = strip_.height() / std::max(1, itemCount());
  return {4, strip_.top() + item * height, static_cast<double>(viewport()->width()) - 8, height};
}

QString DotChart::tipOf(int item) const {
  const ChartItem& row = model_.items[static_cast<std::size_t>(item)];
  return tipText(row, model_.context, pickHint(row.chosen && model_.context.choosing));
}

void DotChart::paintUnder(QPainter& painter) const {
  if (!model_.items.empty()) ShareStrip(theme(), strip_).paintGrid(painter);
}

void DotChart::paintOver(QPainter& painter) const {
  if (model_.items.empty()) return;
  const ShareStrip strip(theme(), strip_);
  painter.setPen(QPen(theme().axis, 1));
  const double zero = std::floor(strip_.left()) + 0.5;
  painter.drawLine(QLineF(zero, strip_.top(), zero, strip_.bottom()));
  strip.paintAxis(painter, viewport()->height() - 5.0);
  strip.paintAverage(painter, model_.context.average, strip_.top() - 3);
  paintAverageLabel(painter);
  for (int item = 0; item < itemCount(); ++item) paintRow(painter, item);
}

void DotChart::paintAverageLabel(QPainter& painter) const {
  const Group& average = model_.context.average;
  painter.setPen(theme().muted);
  painter.drawText(QPointF(countRight_ - textWidth(painter.font(), tr("n")), 12), tr("n"));
  if (average.leads == 0) return;
  const QString label = tr("average %1").arg(shareText(average));
  const double width = textWidth(painter.font(), label);
  const double at = ShareStrip(theme(), strip_).x(average.rate().rate) - width / 2;
  painter.drawText(QPointF(std::clamp(at, strip_.left(), std::max(strip_.left(), shareRight_ - width)), 12), label);
}

void DotChart::paintRow(QPainter& painter, int item) const {
  const ChartItem& row = model_.items[static_cast<std::size_t>(item)];
  const bool left = model_.context.choosing && !row.chosen;
  const bool few = row.passing.leads < fewLeads;
  const QFont plain = smallFont(), strong = smallFont(row.chosen);
  const double centre = itemRect(item).center().y(), baseline = centre + 4;
  const QString name = elided(row.name, strong, strip_.left() - gap - leftMargin + 1);
  painter.setFont(strong);
  painter.setPen(left ? theme().muted : theme().text);
  painter.drawText(QPointF(strip_.left() - gap - textWidth(strong, name), baseline), name);
  ShareStrip(theme(), strip_).paintDot(painter, row.passing, centre, 5, left);

  const QString share = shareText(row.passing), count = formatCount(row.passing.leads);
  painter.setFont(plain);
  painter.setPen(left || few ? theme().muted : theme().text);
  painter.drawText(QPointF(shareRight_ - textWidth(plain, share), baseline), share);
  painter.setPen(theme().muted);
  painter.drawText(QPointF(countRight_ - textWidth(plain, count), baseline), count);
}

}  // namespace leadlight
