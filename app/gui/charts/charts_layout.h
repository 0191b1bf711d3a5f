#pragma once

#include <QByteArray>
#include <QString>
#include <optional>
#include <vector>

#include "app/gui/charts/charts_plan.h"

namespace leadlight {

// The charts that somebody put together for a dataset, as JSON; titles are not in it.
QByteArray layoutText(const std::vector<ChartPlan>& plans);
// nullopt when the text is no layout; charts that the snapshot's columns cannot fill are left out.
std::optional<std::vector<ChartPlan>> layoutOf(const QByteArray& text, const Snapshot& snapshot);

// Kept between runs for each store and dataset; an empty text is "as planned".
QByteArray readLayout(const QString& store, const QString& dataset);
void writeLayout(const QString& store, const QString& dataset, const QByteArray& layout);

}  // namespace leadlight
