#include "widgets/charts/chart_picture.h"

#include <QPainter>
#include <QSaveFile>
#include <QSvgGenerator>
#include <cmath>

#include "widgets/charts/chart_text.h"

namespace leadlight {
namespace {

constexpr int headHeight = 46, lineHeight = 15, margin = 12;

QFont pointFont(double size, bool bold) {
  QFont font;
  font.setPointSizeF(size);
  font.setBold(bold);
  return font;
}

// The stamp in as many lines as it needs: a filter is never cut.
int stampHeight(const QString& stamp, int width) {
  const QFontMetricsF metrics(pointFont(7.5, false));
  const QRectF room(0, 0, width - 2 * margin, 10000);
  return static_cast<int>(std::ceil(metrics.boundingRect(room, Qt::TextWordWrap, stamp).height())) + margin;
}

}  // namespace

QSize chartPictureSize(ChartView& chart, const ChartCaption& caption) {
  const QSize size = chart.viewport()->size();
  return {size.width(), size.height() + headHeight + stampHeight(caption.stamp, size.width())};
}

void paintChart(QPainter& painter, ChartView& chart, const ChartCaption& caption, const Theme& theme) {
  const QSize size = chartPictureSize(chart, caption);
  const int wide = size.width(), foot = stampHeight(caption.stamp, wide);
  painter.setRenderHint(QPainter::Antialiasing);
  painter.fillRect(QRect(QPoint(), size), theme.surface);
  const auto line = [&](const QString& text, int top, const QFont& font, const QColor& color) {
    painter.setFont(font);
    painter.setPen(color);
    painter.drawText(QRectF(margin, top, wide - 2 * margin, lineHeight + 4), Qt::AlignVCenter | Qt::AlignLeft,
                     elided(text, font, wide - 2 * margin));
  };
  line(caption.title, 6, pointFont(10.5, true), theme.text);
  line(caption.subtitle, 24, pointFont(8.5, false), theme.muted);
  chart.render(&painter, QRectF(0, headHeight, wide, size.height() - headHeight - foot), chart.viewport()->rect());
  painter.setFont(pointFont(7.5, false));
  painter.setPen(theme.muted);
  painter.drawText(QRectF(margin, size.height() - foot + 2, wide - 2 * margin, foot), Qt::TextWordWrap, caption.stamp);
}

QImage chartImage(ChartView& chart, const ChartCaption& caption, const Theme& theme, int scale) {
  QImage image(chartPictureSize(chart, caption) * scale, QImage::Format_ARGB32_Premultiplied);
  image.setDevicePixelRatio(scale);
  QPainter painter(&image);
  paintChart(painter, chart, caption, theme);
  return image;
}

bool saveChartSvg(ChartView& chart, const ChartCaption& caption, const Theme& theme, const QString& file) {
  QSaveFile out(file);
  if (!out.open(QIODevice::WriteOnly)) return false;
  const QSize size = chartPictureSize(chart, caption);
  QSvgGenerator svg;
  svg.setOutputDevice(&out);
  svg.setSize(size);
  svg.setViewBox(QRect(QPoint(), size));
  svg.setTitle(caption.title);
  svg.setDescription(caption.stamp);
  QPainter painter;
  if (!painter.begin(&svg)) return false;
  paintChart(painter, chart, caption, theme);
  painter.end();
  return out.commit();
}

}  // namespace leadlight
