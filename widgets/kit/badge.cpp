#include "widgets/kit/badge.h"

#include <QPainter>
#include <algorithm>

namespace leadlight {

QSize badgeSize(const QString& band, const QFont& font) {
  const QFontMetrics metrics(font);
  return {std::max(22, metrics.horizontalAdvance(band) + 12), std::max(18, metrics.height() + 2)};
}

void paintBadge(QPainter& painter, const QRect& rect, const QString& band, const BandColors& colors) {
  painter.save();
  painter.setRenderHint(QPainter::Antialiasing);
  painter.setPen(QPen(colors.edge, 1));
  painter.setBrush(colors.fill);
  painter.drawRoundedRect(QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5), 3, 3);
  painter.setPen(colors.text);
  painter.drawText(rect, Qt::AlignCenter, band);
  painter.restore();
}

Badge::Badge(QWidget* parent) : QWidget(parent) { setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed); }

void Badge::display(const QString& band, std::size_t index, std::size_t count) {
  band_ = band;
  index_ = index;
  count_ = count;
  setVisible(!band.isEmpty());
  setAccessibleName(tr("Band %1").arg(band));
  updateGeometry();
  update();
}

void Badge::setLarge() {
  large_ = true;
  updateGeometry();
}

void Badge::applyTheme(const Theme& theme) {
  theme_ = theme;
  update();
}

QFont Badge::badgeFont() const {
  QFont result = font();
  result.setPointSizeF(large_ ? 13 : 8.5);
  result.setBold(true);
  return result;
}

QSize Badge::sizeHint() const {
  const QSize size = large_ ? badgeSize(band_, badgeFont()).expandedTo({38, 30}) : badgeSize(band_, badgeFont());
  return large_ ? size : QSize(size.width(), 18);
}

void Badge::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  painter.setFont(badgeFont());
  paintBadge(painter, rect(), band_, theme_.band(index_, count_));
}

}  // namespace leadlight
