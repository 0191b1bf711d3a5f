#pragma once

#include <QAbstractBarSeries>
#include <QBarCategoryAxis>
#include <QBarSet>
#include <QChart>
#include <QStringList>
#include <QValueAxis>
#include <array>
#include <vector>

#include "widgets/charts/chart_models.h"
#include "widgets/theme.h"

namespace leadlight {

// Axes that are there for Qt Charts alone: names and numbers are drawn over the chart.
struct HiddenAxes {
  QBarCategoryAxis* places;
  QValueAxis* values;
};
// Horizontal bars have their places at the left, counted from below; others at the bottom.
HiddenAxes addSeries(QChart& chart, QAbstractBarSeries* series, Qt::AlignmentFlag places);

// The series' parts, from the foot of each bar.
template <std::size_t n>
std::array<QBarSet*, n> addSets(QAbstractBarSeries& series) {
  std::array<QBarSet*, n> sets{};
  for (QBarSet*& set : sets) series.append(set = new QBarSet(QString()));
  return sets;
}
void paintSet(QBarSet& set, const QColor& color);

// The four layers of every linked bar, from its foot: converted, not converted, not chosen, filtered out. Without an
// outcome all kept leads are in the second layer.
void setLayers(const std::array<QBarSet*, 4>& sets, const std::vector<ChartItem>& items, bool outcome);
void paintLayers(const std::array<QBarSet*, 4>& sets, const Theme& theme);
void replaceValues(QBarSet& set, const QList<qreal>& values);

// Category axes need unique names; ours are hidden.
QStringList placeNames(std::size_t count);

}  // namespace leadlight
