#include "widgets/charts/layers.h"

namespace leadlight {

HiddenAxes addSeries(QChart& chart, QAbstractBarSeries* series, Qt::AlignmentFlag places) {
  const HiddenAxes axes{new QBarCategoryAxis, new QValueAxis};
  chart.addSeries(series);
  chart.addAxis(axes.places, places);
  chart.addAxis(axes.values, places == Qt::AlignLeft ? Qt::AlignBottom : Qt::AlignLeft);
  series->attachAxis(axes.places);
  series->attachAxis(axes.values);
  axes.places->setVisible(false);
  axes.values->setVisible(false);
  return axes;
}

void paintSet(QBarSet& set, const QColor& color) {
  set.setPen(Qt::NoPen);
  set.setBrush(color);
}

// One removal and one insertion: a value at a time takes Qt Charts six times as long.
void replaceValues(QBarSet& set, const QList<qreal>& values) {
  if (set.count() > 0) set.remove(0, set.count());
  set.append(values);
}

void setLayers(const std::array<QBarSet*, 4>& sets, const std::vector<ChartItem>& items, bool outcome) {
  std::array<QList<qreal>, 4> values;
  for (const ChartItem& item : items) {
    const std::uint64_t converted = outcome ? item.kept.converted : 0;
    values[0] << static_cast<qreal>(converted);
    values[1] << static_cast<qreal>(item.kept.leads - converted);
    values[2] << static_cast<qreal>(item.passing.leads - item.kept.leads);
    values[3] << static_cast<qreal>(item.all.leads - item.passing.leads);
  }
  for (std::size_t i = 0; i < sets.size(); ++i) replaceValues(*sets[i], values[i]);
}

void paintLayers(const std::array<QBarSet*, 4>& sets, const Theme& theme) {
  const std::array<QColor, 4> colours = {theme.conv, theme.lead, theme.unchosen, theme.rest};
  for (std::size_t i = 0; i < sets.size(); ++i) paintSet(*sets[i], colours[i]);
}

QStringList placeNames(std::size_t count) {
  QStringList names;
  for (std::size_t i = 0; i < count; ++i) names << QString::number(i);
  return names;
}

}  // namespace leadlight
