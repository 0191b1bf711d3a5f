#pragma once

#include <QFontMetricsF>
#include <QString>

#include "widgets/charts/chart_models.h"
#include "widgets/format.h"

namespace leadlight {

QString shareText(const Group& group);  // formatRate of a group
// "66.9 to 72.0%"
QString intervalText(const Rate& rate);
// A number on an axis or chip: grouped, no superfluous decimals.
QString numberText(double value);
// The start of a period in the user's locale: "31 Jul 2016", "Jul 2016", "2016".
QString periodText(double seconds, HistogramModel::Scale scale);

// An interval as people read it: "600 to 700", "600 or more", "below 25", "3", "Jul 2016 to Sep 2016".
QString rangeText(const ChartRange& range, HistogramModel::Scale scale);

// A round step (1, 2, 2.5 or 5 times a power of ten), at least `least` and whole if that is, that cuts 0..max into at
// most about `parts` parts.
double roundStep(double max, int parts, double least);

QString elided(const QString& text, const QFont& font, double width);
double textWidth(const QFont& font, const QString& text);
// The middle of the pixel that holds `position`: a 1 px line there is sharp.
double crisp(double position);

}  // namespace leadlight
