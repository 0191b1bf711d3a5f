#include "widgets/charts/curve_chart.h"

#include <QLineSeries>
#include <QPainter>
#include <algorithm>
#include <cmath>

#include "widgets/charts/chart_text.h"

namespace leadlight {
namespace {

constexpr double topMargin = 10, rightMargin = 16, lineHeight = 17, dotRadius = 4.5, markGap = 10;
constexpr int places = 20;  // of a line that the keyboard walks

// "150k", "1.5M": an axis has no room for more.
QString shortNumber(double value) {
  const double size = std::abs(value);
  if (size >= 1e6) return numberText(std::round(value / 1e5) / 10) + QLatin1Char('M');
  if (size >= 1e4) return numberText(std::round(value / 1e2) / 10) + QLatin1Char('k');
  return numberText(value);
}

QString axisText(const CurveAxis& axis, double value) {
  return axis.unit == CurveAxis::Unit::Share ? formatPercent(value, axis.high - axis.low < 0.05 ? 1 : 0)
                                             : shortNumber(value);
}

QString valueOn(const CurveAxis& axis, double value) {
  return axis.unit == CurveAxis::Unit::Share ? formatPercent(value) : numberText(std::round(value * 100) / 100);
}

std::vector<double> ticksOf(const CurveAxis& axis, int parts) {
  std::vector<double> ticks;
  const double span = axis.high - axis.low;
  if (!(span > 0)) return {axis.low};
  const double step = axis.unit == CurveAxis::Unit::Share && span > 0.9 && span < 1.1 ? (parts > 3 ? 0.25 : 0.5) * 1.0
                                                                                      : roundStep(span, parts, 0);
  for (double at = std::ceil(axis.low / step - 1e-9) * step; at <= axis.high + step * 1e-6; at += step)
    ticks.push_back(std::abs(at) < step * 1e-6 ? 0 : at);
  return ticks;
}

}  // namespace

CurveChart::CurveChart(QWidget* parent) : ChartView(parent), xAxis_(new QValueAxis), yAxis_(new QValueAxis) {
  chart()->addAxis(xAxis_, Qt::AlignBottom);
  chart()->addAxis(yAxis_, Qt::AlignLeft);
  xAxis_->setVisible(false);
  yAxis_->setVisible(false);
}

void CurveChart::display(const CurveModel& model) {
  model_ = model;
  while (series_.size() < model_.lines.size()) {
    auto* series = new QLineSeries;
    chart()->addSeries(series);
    series->attachAxis(xAxis_);
    series->attachAxis(yAxis_);
    series_.push_back(series);
  }
  for (std::size_t i = 0; i < series_.size(); ++i)
    series_[i]->replace(i < model_.lines.size() ? model_.lines[i].points : QList<QPointF>());
  xAxis_->setRange(model_.x.low, model_.x.high);
  yAxis_->setRange(model_.y.low, model_.y.high);
  makeItems();
  describeCurve();
  restyle();
  arrange();
  viewport()->update();
}

void CurveChart::setMark(const CurveMark& mark) {
  model_.mark = mark;
  describeCurve();
  viewport()->update();
}

void CurveChart::makeItems() {
  items_ = model_.dots;
  if (items_.empty() && !model_.lines.empty()) {
    const QList<QPointF>& points = model_.lines.front().points;
    for (int place = 0; place <= places && points.size() > 1; ++place) {
      const double x = model_.x.low + (model_.x.high - model_.x.low) * place / places;
      const auto at = std::lower_bound(points.begin(), points.end(), x,
                                       [](const QPointF& point, double wanted) { return point.x() < wanted; });
      const QPointF& point = at == points.end() ? points.back() : *at;
      const QString tip = QStringLiteral("%1: %2").arg(valueOn(model_.x, point.x()), valueOn(model_.y, point.y()));
      items_.push_back({point.x(), point.y(), std::nan(""), std::nan(""), false, tip});
    }
  }
  if (current() >= itemCount()) setCurrent(-1);
}

void CurveChart::describeCurve() {
  setAccessibleName(model_.title);
  QStringList parts;
  if (model_.mark) parts << model_.mark->first << model_.mark->second;
  for (const CurveDot& item : items_) parts << item.tip;
  parts.removeAll(QString());
  setAccessibleDescription(parts.join(QStringLiteral("; ")));
}

QPointF CurveChart::placeOf(double x, double y) const {
  const auto share = [](double value, const CurveAxis& axis) {
    return axis.high > axis.low ? (value - axis.low) / (axis.high - axis.low) : 0;
  };
  return {plot_.left() + share(x, model_.x) * plot_.width(), plot_.bottom() - share(y, model_.y) * plot_.height()};
}

QRectF CurveChart::itemRect(int item) const {
  const CurveDot& dot = items_[static_cast<std::size_t>(item)];
  const QPointF at = placeOf(dot.x, dot.y);
  return {at.x() - 8, at.y() - 8, 16, 16};
}

void CurveChart::arrange() {
  const QSizeF size = viewport()->size();
  yTicks_ = ticksOf(model_.y, size.height() > 260 ? 5 : 3);
  xTicks_ = ticksOf(model_.x, size.width() > 420 ? 5 : 3);
  double names = 0;
  for (const double tick : yTicks_) names = std::max(names, textWidth(smallFont(), axisText(model_.y, tick)));
  const double bottom = model_.x.title.isEmpty() ? 22 : 22 + lineHeight;
  plot_ = QRectF(QPointF(names + 10, topMargin), QPointF(size.width() - rightMargin, size.height() - bottom));
  chart()->setPlotArea(plot_);
}

void CurveChart::restyle() {
  for (std::size_t i = 0; i < series_.size(); ++i) {
    const bool main = i < model_.lines.size() && model_.lines[i].main;
    QPen pen(main ? theme().conv : theme().lead, main ? 2 : 1.5);
    pen.setJoinStyle(Qt::RoundJoin);
    series_[i]->setPen(pen);
  }
}

void CurveChart::paintUnder(QPainter& painter) const {
  for (const double tick : yTicks_) {
    const double y = crisp(placeOf(0, tick).y());
    painter.setPen(QPen(tick == 0 ? theme().axis : theme().grid, 1));
    painter.drawLine(QLineF(plot_.left(), y, plot_.right(), y));
    painter.setPen(theme().muted);
    painter.drawText(QRectF(0, y - 9, plot_.left() - 6, 18), Qt::AlignRight | Qt::AlignVCenter,
                     axisText(model_.y, tick));
  }
  painter.setPen(theme().muted);
  double free = -1e9;
  for (const double tick : xTicks_) {
    const QString text = axisText(model_.x, tick);
    const double wide = textWidth(painter.font(), text);
    const double left = std::min(placeOf(tick, 0).x() - wide / 2, viewport()->width() - wide);
    if (left < free) continue;
    free = left + wide + 8;
    painter.drawText(QPointF(left, plot_.bottom() + 16), text);
  }
  // A long name may begin left of the plot.
  const double most = viewport()->width() - 4;
  const QString name = elided(model_.x.title, painter.font(), most);
  const double wide = std::min(most, textWidth(painter.font(), name) + 2);
  const double left = std::clamp(plot_.center().x() - wide / 2, 0.0, most - wide);
  painter.drawText(QRectF(left, plot_.bottom() + 20, wide, lineHeight), Qt::AlignCenter, name);
  paintDiagonal(painter);
}

void CurveChart::paintDiagonal(QPainter& painter) const {
  if (model_.diagonal.isEmpty()) return;
  QPen dashes(theme().axis, 1);
  dashes.setDashPattern({3, 3});
  painter.setPen(dashes);
  painter.drawLine(plot_.bottomLeft(), plot_.topRight());
  if (model_.diagonal == QLatin1String("-")) return;
  painter.setPen(theme().muted);
  painter.drawText(QRectF(plot_.left(), plot_.top() + plot_.height() * 0.32, plot_.width(), lineHeight),
                   Qt::AlignRight | Qt::AlignVCenter, model_.diagonal);
}

void CurveChart::paintOver(QPainter& painter) const {
  for (const CurveDot& dot : model_.dots) paintDot(painter, dot);
  paintNames(painter);
  if (model_.mark) paintMark(painter);
}

void CurveChart::paintDot(QPainter& painter, const CurveDot& dot) const {
  const QColor color = dot.few ? theme().muted : theme().conv;
  const QPointF at = placeOf(dot.x, dot.y);
  if (!std::isnan(dot.low) && !std::isnan(dot.high)) {
    const double top = placeOf(dot.x, std::min(dot.high, model_.y.high)).y();
    const double bottom = placeOf(dot.x, std::max(dot.low, model_.y.low)).y();
    painter.setPen(QPen(color, 1.5));
    painter.drawLine(QLineF(at.x(), top, at.x(), bottom));
    // Of a cap behind the dot only its corners would show.
    for (const double y : {top, bottom})
      if (std::abs(y - at.y()) > dotRadius + 1) painter.drawLine(QLineF(at.x() - 4, y, at.x() + 4, y));
  }
  painter.setPen(QPen(dot.few ? color : theme().surface, 1.5));
  painter.setBrush(dot.few ? theme().surface : color);
  painter.drawEllipse(at, dotRadius, dotRadius);
}

// Only when there are several lines: a lone one is named by its card.
void CurveChart::paintNames(QPainter& painter) const {
  if (model_.lines.size() < 2) return;
  double y = plot_.bottom() - lineHeight * static_cast<double>(model_.lines.size()) - 4;
  for (const CurveLine& line : model_.lines) {
    const QString name = elided(line.name, painter.font(), plot_.width() * 0.6);
    const double wide = textWidth(painter.font(), name);
    painter.fillRect(QRectF(plot_.right() - wide - 20, y + 7, 12, 3), line.main ? theme().conv : theme().lead);
    painter.setPen(theme().text);
    painter.drawText(QRectF(plot_.right() - wide - 2, y, wide + 2, lineHeight), Qt::AlignLeft | Qt::AlignVCenter, name);
    y += lineHeight;
  }
}

void CurveChart::paintMark(QPainter& painter) const {
  const CurveMark& mark = *model_.mark;
  const double x = crisp(placeOf(std::clamp(mark.x, model_.x.low, model_.x.high), 0).x());
  const bool hasDot = !std::isnan(mark.y);
  const double y = hasDot ? placeOf(0, std::clamp(mark.y, model_.y.low, model_.y.high)).y() : plot_.top();
  painter.setPen(QPen(theme().accent, 2));
  painter.drawLine(QLineF(x, model_.y.low < 0 ? plot_.top() : y, x, plot_.bottom()));
  if (hasDot) {
    painter.setPen(QPen(theme().surface, 2));
    painter.setBrush(theme().accent);
    painter.drawEllipse(QPointF(x, y), 5.5, 5.5);
  }
  const QFont bold = smallFont(true), plain = smallFont();
  const double wide = std::max(textWidth(bold, mark.first), textWidth(plain, mark.second)) + 4;
  const QRectF words = markWords(x, wide);
  QColor ground = theme().surface;
  ground.setAlphaF(0.85F);
  painter.fillRect(words.adjusted(-3, 0, 1, 0), ground);
  const int side = std::abs(words.left() - (x + markGap)) < 1 ? Qt::AlignLeft : Qt::AlignRight;
  const QRectF line(words.topLeft(), QSizeF(wide, lineHeight));
  painter.setFont(bold);
  painter.setPen(theme().accent);
  painter.drawText(line, side | Qt::AlignVCenter, mark.first);
  painter.setFont(plain);
  painter.setPen(theme().muted);
  painter.drawText(line.translated(0, lineHeight), side | Qt::AlignVCenter, mark.second);
}

// Beside the mark's line, at the foot; where the curve passes there, in the right upper corner.
QRectF CurveChart::markWords(double x, double wide) const {
  const double end = viewport()->width(), high = 2 * lineHeight;
  const bool roomRight = x + markGap + wide <= end;
  const QRectF beside(roomRight ? x + markGap : std::max(0.0, x - markGap - wide), plot_.bottom() - high - 10, wide,
                      high);
  const QRectF corner(end - wide - 4, plot_.top() + 2, wide, high);
  const auto crossed = [this](const QRectF& place) {
    return std::any_of(model_.lines.begin(), model_.lines.end(), [&](const CurveLine& line) {
      return line.main && std::any_of(line.points.begin(), line.points.end(), [&](const QPointF& point) {
               return place.contains(placeOf(point.x(), point.y()));
             });
    });
  };
  return crossed(beside) && !crossed(corner) ? corner : beside;
}

}  // namespace leadlight
