#include "widgets/charts/share_strip.h"

#include "widgets/charts/chart_text.h"

namespace leadlight {
void ShareStrip::paintGrid(QPainter& painter) const {
  painter.setPen(QPen(theme_.grid, 1));
  for (int i = 0; i <= 4; ++i)
    painter.drawLine(QLineF(crisp(x(i / 4.0)), area_.top(), crisp(x(i / 4.0)), area_.bottom()));
}

void ShareStrip::paintAxis(QPainter& painter, double baseline) const {
  const auto label = [](int i) { return formatPercent(i / 4.0, 0); };
  const int step = textWidth(painter.font(), label(4)) + 6 > area_.width() / 4 ? 2 : 1;
  painter.setPen(theme_.muted);
  for (int i = 0; i <= 4; i += step) {
    const double width = textWidth(painter.font(), label(i));
    painter.drawText(QPointF(x(i / 4.0) - width / 2, baseline), label(i));
  }
}

void ShareStrip::paintAverage(QPainter& painter, const Group& average, double top) const {
  if (average.leads == 0) return;
  QPen pen(theme_.axis, 1);
  pen.setDashPattern({3, 3});
  painter.setPen(pen);
  const double at = crisp(x(average.rate().rate));
  painter.drawLine(QLineF(at, top, at, area_.bottom()));
}

void ShareStrip::paintDot(QPainter& painter, const Group& group, double y, double radius, bool muted) const {
  if (group.leads == 0) return;
  const Rate rate = group.rate();
  const bool enough = group.leads >= fewLeads;
  const QColor colour = muted || !enough ? theme_.axis : theme_.conv;
  painter.setPen(QPen(colour, 1.5, Qt::SolidLine, Qt::FlatCap));
  if (x(rate.high) - x(rate.low) > 2 * radius + 2) {  // a shorter one hides behind its dot
    painter.drawLine(QLineF(x(rate.low), y, x(rate.high), y));
    for (const double end : {rate.low, rate.high}) painter.drawLine(QLineF(x(end), y - 4, x(end), y + 4));
  }
  painter.setBrush(enough ? colour : theme_.surface);
  painter.setPen(QPen(enough ? theme_.surface : colour, 1.5));
  painter.drawEllipse(QPointF(x(rate.rate), y), enough ? radius : radius - 0.5, enough ? radius : radius - 0.5);
}

}  // namespace leadlight
