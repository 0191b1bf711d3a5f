#include "widgets/charts/funnel_chart.h"

#include <QPainter>
#include <algorithm>

#include "widgets/charts/chart_text.h"

namespace leadlight {
namespace {

constexpr double leftMargin = 12, rightMargin = 14, gap = 8, thickest = 26;

}  // namespace

FunnelChart::FunnelChart(QWidget* parent)
    : ChartView(parent),
      series_(new QHorizontalStackedBarSeries),
      axes_(addSeries(*chart(), series_, Qt::AlignLeft)),
      sets_(addSets<7>(*series_)) {}

void FunnelChart::display(const FunnelModel& model) {
  if (model.items.size() != model_.items.size()) axes_.places->setCategories(placeNames(model.items.size()));
  model_ = model;
  most_ = 1;
  for (const ChartItem& item : model_.reached) most_ = std::max(most_, static_cast<double>(item.all.leads));
  updateSets();
  describe(model_.context, model_.items);
  arrange();
  viewport()->update();
}

// What is in the middle of a bar stands on both sides of what is within it; nothing is left of the whole.
void FunnelChart::updateSets() {
  std::array<QList<qreal>, 7> values;
  for (std::size_t at = model_.items.size(); at-- > 0;) {
    const bool left = model_.context.choosing && !model_.items[at].chosen;
    const auto all = static_cast<double>(model_.reached[at].all.leads);
    const auto passing = static_cast<double>(model_.reached[at].passing.leads);
    const bool colours = model_.context.outcome && !left;
    const double converted = colours ? static_cast<double>(model_.reached[at].passing.converted) : 0;
    const double beside = (all - passing) / 2, rim = left ? 0 : (passing - converted) / 2;
    // In one piece where nothing is within it: halves would show a seam.
    const double before = converted > 0 ? rim : 2 * rim, after = converted > 0 ? rim : 0;
    const std::array<double, 7> row = {(most_ - all) / 2, beside, before, converted, left ? passing : 0, after, beside};
    for (std::size_t i = 0; i < row.size(); ++i) values[i] << row[i];
  }
  for (std::size_t i = 0; i < sets_.size(); ++i) replaceValues(*sets_[i], values[i]);
}

// Of a stage outside the way only those who are there are counted.
QString FunnelChart::countText(std::size_t row) const {
  const QString count = formatCount(model_.reached[row].passing.leads);
  return model_.outside[row] ? tr("%1 here").arg(count) : count;
}

void FunnelChart::restyle() {
  const Theme& in = theme();
  const std::array<QColor, 7> colours = {Qt::transparent, in.rest, in.lead, in.conv, in.unchosen, in.lead, in.rest};
  for (std::size_t i = 0; i < sets_.size(); ++i) paintSet(*sets_[i], colours[i]);
}

void FunnelChart::arrange() {
  const QSizeF size = viewport()->size();
  const QFont bold = smallFont(true);
  double name = 0;
  for (const ChartItem& item : model_.items) name = std::max(name, textWidth(bold, item.name));
  name = std::min(name, size.width() * 0.3);
  double count = textWidth(bold, formatCount(static_cast<std::uint64_t>(most_)));
  for (std::size_t row = 0; row < model_.items.size(); ++row)
    count = std::max(count, textWidth(smallFont(), countText(row)));
  const double converted =
      std::max(textWidth(smallFont(), formatPercent(1, 0)), textWidth(smallFont(), tr("converted"))) + gap;
  const double share = model_.context.outcome ? converted : 0;
  bars_ = QRectF(QPointF(leftMargin + name + gap, 22),
                 QPointF(size.width() - rightMargin - count - share - 2 * gap, size.height() - 10));
  if (chart()->plotArea() != bars_) chart()->setPlotArea(bars_);
  if (axes_.values->max() != most_) axes_.values->setRange(0, most_);
  series_->setBarWidth(std::min(0.78, thickest / std::max(1.0, bars_.height() / std::max(1, itemCount()))));
}

QRectF FunnelChart::itemRect(int item) const {
  const double height = bars_.height() / std::max(1, itemCount());
  return {4, bars_.top() + item * height, static_cast<double>(viewport()->width()) - 8, height};
}

QString FunnelChart::tipOf(int item) const {
  const auto at = static_cast<std::size_t>(item);
  const ChartItem& row = model_.items[at];
  QString hint = pickHint(row.chosen && model_.context.choosing);
  if (!model_.outside[at])
    hint =
        tr("%1 are here or further").arg(formatCount(model_.reached[at].passing.leads)) + QStringLiteral("<br>") + hint;
  return tipText(row, model_.context, hint);
}

void FunnelChart::paintOver(QPainter& painter) const {
  painter.setPen(theme().muted);
  const double right = viewport()->width() - rightMargin;
  const QString share = tr("converted"), count = tr("here or further");
  if (model_.context.outcome) painter.drawText(QPointF(right - textWidth(painter.font(), share), 13), share);
  const double countRight = model_.context.outcome ? right - textWidth(painter.font(), share) - gap : right;
  painter.drawText(QPointF(std::max(4.0, countRight - textWidth(painter.font(), count)), 13), count);
  for (int item = 0; item < itemCount(); ++item) paintRow(painter, item);
}

void FunnelChart::paintRow(QPainter& painter, int item) const {
  const auto at = static_cast<std::size_t>(item);
  const ChartItem& row = model_.items[at];
  const ChartItem& reached = model_.reached[at];
  const bool left = model_.context.choosing && !row.chosen;
  const QRectF place = itemRect(item);
  const double baseline = place.center().y() + 4;
  const QFont strong = smallFont(row.chosen && model_.context.choosing);
  painter.setFont(strong);
  painter.setPen(left || model_.outside[at] ? theme().muted : theme().text);
  const QString name = elided(row.name, strong, bars_.left() - gap - leftMargin + 1);
  painter.drawText(QPointF(bars_.left() - gap - textWidth(strong, name), baseline), name);
  painter.setFont(smallFont());
  double right = viewport()->width() - rightMargin;
  if (model_.context.outcome) {
    const QString share = shareText(reached.passing);
    painter.setPen(theme().muted);
    painter.drawText(QPointF(right - textWidth(painter.font(), share), baseline), share);
    right -= std::max(textWidth(painter.font(), formatPercent(1, 0)), textWidth(painter.font(), tr("converted"))) + gap;
  }
  const QString count = countText(at);
  painter.setPen(left || model_.outside[at] ? theme().muted : theme().text);
  painter.drawText(QPointF(right - textWidth(painter.font(), count), baseline), count);
}

}  // namespace leadlight
