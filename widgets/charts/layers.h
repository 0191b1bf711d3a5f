#pragma once

#include <QAbstractBarSeries>
#include <QBarSet>
#include <QStringList>
#include <array>
#include <vector>

#include "widgets/charts/chart_models.h"
#include "widgets/theme.h"

namespace leadlight {

// The four layers of every linked bar, from its foot: converted, not converted, not chosen, filtered out.
std::array<QBarSet*, 4> addLayers(QAbstractBarSeries& series);
// Replaces all values at once. Without an outcome all kept leads are in the second layer.
void setLayers(const std::array<QBarSet*, 4>& sets, const std::vector<ChartItem>& items, bool outcome);
void paintLayers(const std::array<QBarSet*, 4>& sets, const Theme& theme);
void replaceValues(QBarSet& set, const QList<qreal>& values);

// Category axes need unique names; ours are hidden.
QStringList placeNames(std::size_t count);

}  // namespace leadlight
