#pragma once

#include <QImage>
#include <QString>

#include "widgets/charts/chart_view.h"

namespace leadlight {

// What stands around a chart that leaves the window.
struct ChartCaption {
  QString title;
  QString subtitle;
  QString stamp;  // filter, scorecard and load, in a line below
};

// The chart with its title and stamp, at its size on screen, in lines and texts as far as the device knows them.
QSize chartPictureSize(ChartView& chart, const ChartCaption& caption);
void paintChart(QPainter& painter, ChartView& chart, const ChartCaption& caption, const Theme& theme);
// The same as a picture, `scale` times as fine.
QImage chartImage(ChartView& chart, const ChartCaption& caption, const Theme& theme, int scale = 2);
// False when the file cannot be written.
bool saveChartSvg(ChartView& chart, const ChartCaption& caption, const Theme& theme, const QString& file);

}  // namespace leadlight
