#include "widgets/charts/value_chart.h"

#include <QPainter>
#include <algorithm>
#include <cmath>

#include "widgets/charts/chart_text.h"

namespace leadlight {
namespace {

constexpr double leftMargin = 12, rightMargin = 14, gap = 8, thickest = 22;

}  // namespace

ValueChart::ValueChart(QWidget* parent)
    : ChartView(parent),
      series_(new QHorizontalStackedBarSeries),
      axes_(addSeries(*chart(), series_, Qt::AlignLeft)),
      sets_(addSets<2>(*series_)) {}

void ValueChart::display(const ValueModel& model) {
  if (model.items.size() != model_.items.size()) axes_.places->setCategories(placeNames(model.items.size()));
  model_ = model;
  updateSets();
  describe(model_.context, model_.items);
  QStringList parts;
  for (std::size_t i = 0; i < model_.items.size(); ++i)
    parts << tr("%1: %2").arg(model_.items[i].name, formatDecimal(model_.values[i], model_.digits));
  setAccessibleDescription(model_.measure + QStringLiteral(". ") + parts.join(QStringLiteral("; ")));
  arrange();
  viewport()->update();
}

void ValueChart::updateSets() {
  const auto drawn = [](double value) { return std::isnan(value) ? 0 : value; };
  std::array<QList<qreal>, 2> values;
  for (std::size_t at = model_.items.size(); at-- > 0;) {
    const bool left = model_.context.choosing && !model_.items[at].chosen;
    values[0] << (left ? 0 : drawn(model_.values[at]));
    values[1] << (left ? drawn(model_.values[at]) : 0);
  }
  for (std::size_t i = 0; i < sets_.size(); ++i) replaceValues(*sets_[i], values[i]);
}

void ValueChart::restyle() {
  paintSet(*sets_[0], theme().lead);
  paintSet(*sets_[1], theme().unchosen);
}

// The scale holds the values of all leads, so that no filter moves it, and what filters add beyond them.
void ValueChart::arrange() {
  const QSizeF size = viewport()->size();
  const QFont bold = smallFont(true);
  double name = 0, number = 0, low = 0, high = 0;
  for (std::size_t i = 0; i < model_.items.size(); ++i) {
    name = std::max(name, textWidth(bold, model_.items[i].name));
    for (const double value : {model_.values[i], model_.all[i]}) {
      if (std::isnan(value)) continue;
      number = std::max(number, textWidth(bold, formatDecimal(value, model_.digits)));
      low = std::min(low, value);
      high = std::max(high, value);
    }
  }
  name = std::min(name, size.width() * 0.36);
  bars_ = QRectF(QPointF(leftMargin + name + gap, 22),
                 QPointF(size.width() - rightMargin - number - gap, size.height() - 20));
  if (high <= low) high = low + 1;
  const double widest = number + 24;
  step_ = roundStep(high - low, std::clamp(static_cast<int>(bars_.width() / widest), 1, 5), 0);
  low_ = std::floor(low / step_ + 1e-9) * step_;
  high_ = high;
  if (chart()->plotArea() != bars_) chart()->setPlotArea(bars_);
  if (axes_.values->min() != low_ || axes_.values->max() != high_) axes_.values->setRange(low_, high_);
  const double row = std::max(1.0, bars_.height() / std::max(1, itemCount()));
  thick_ = std::min(thickest, row * 0.61);
  series_->setBarWidth(std::max(1.0, thick_ - 4) / row);
}

QRectF ValueChart::itemRect(int item) const {
  const double height = bars_.height() / std::max(1, itemCount());
  return {4, bars_.top() + item * height, static_cast<double>(viewport()->width()) - 8, height};
}

QString ValueChart::tipOf(int item) const {
  const auto at = static_cast<std::size_t>(item);
  const ChartItem& row = model_.items[at];
  const QString value =
      tr("%1: %2").arg(model_.measure, formatDecimal(model_.values[at], model_.digits)).toHtmlEscaped();
  return tipText(row, model_.context, value + QStringLiteral("<br>") + pickHint(row.chosen && model_.context.choosing));
}

void ValueChart::paintUnder(QPainter& painter) const {
  if (model_.items.empty()) return;
  painter.setPen(QPen(theme().grid, 1));
  for (double k = std::ceil(low_ / step_ - 1e-9); k * step_ <= high_ * (1 + 1e-9); ++k)
    painter.drawLine(QLineF(crisp(xOf(k * step_)), bars_.top(), crisp(xOf(k * step_)), bars_.bottom()));
  for (int item = 0; item < itemCount(); ++item) {
    const double all = model_.all[static_cast<std::size_t>(item)], y = itemRect(item).center().y() - thick_ / 2;
    if (std::isnan(all)) continue;
    painter.fillRect(QRectF(QPointF(xOf(std::min(0.0, all)), y), QPointF(xOf(std::max(0.0, all)), y + thick_)),
                     theme().rest);
  }
}

void ValueChart::paintOver(QPainter& painter) const {
  painter.setPen(theme().muted);
  painter.drawText(QPointF(bars_.left(), 13),
                   elided(model_.measure, painter.font(), viewport()->width() - rightMargin - bars_.left()));
  const double baseline = viewport()->height() - 5.0;
  for (double k = std::ceil(low_ / step_ - 1e-9); k * step_ <= high_ * (1 + 1e-9); ++k) {
    const QString label = numberText(k * step_);
    painter.drawText(QPointF(xOf(k * step_) - textWidth(painter.font(), label) / 2, baseline), label);
  }
  painter.setPen(QPen(theme().axis, 1));
  painter.drawLine(QLineF(crisp(xOf(0)), bars_.top(), crisp(xOf(0)), bars_.bottom()));
  for (int item = 0; item < itemCount(); ++item) paintRow(painter, item);
}

void ValueChart::paintRow(QPainter& painter, int item) const {
  const auto at = static_cast<std::size_t>(item);
  const ChartItem& row = model_.items[at];
  const bool left = model_.context.choosing && !row.chosen;
  const QRectF place = itemRect(item);
  const double value = model_.values[at], baseline = place.center().y() + 4;
  const QFont strong = smallFont(row.chosen && model_.context.choosing);
  painter.setFont(strong);
  painter.setPen(left ? theme().muted : theme().text);
  const QString name = elided(row.name, strong, bars_.left() - gap - leftMargin + 1);
  painter.drawText(QPointF(bars_.left() - gap - textWidth(strong, name), baseline), name);
  painter.setFont(smallFont());
  painter.setPen(left || row.passing.leads < fewLeads ? theme().muted : theme().text);
  const QString number = formatDecimal(value, model_.digits);
  painter.drawText(QPointF(viewport()->width() - rightMargin - textWidth(painter.font(), number), baseline), number);
}

}  // namespace leadlight
