#include "widgets/score_bands.h"

#include <QPainter>
#include <algorithm>
#include <cmath>

#include "widgets/format.h"
#include "widgets/kit/badge.h"

namespace leadlight {

namespace {

constexpr int rowHeight = 29;
constexpr int axisHeight = 22;
constexpr int countWidth = 56;
constexpr int gap = 10;

QFont captionFont(const QFont& font, bool bold = false) {
  QFont caption = font;
  caption.setPointSizeF(8.5);
  caption.setBold(bold);
  return caption;
}

}  // namespace

BandsView::BandsView(QWidget* parent) : QWidget(parent) { setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed); }

void BandsView::show(std::vector<BandRow> rows, bool rates, double average) {
  rows_ = std::move(rows);
  rates_ = rates;
  average_ = average;
  QStringList lines;
  for (const BandRow& row : rows_)
    lines << QStringLiteral("%1: %2, %3")
                 .arg(row.name, formatCount(row.leads), rates ? formatPercent(row.rate) : QString());
  setAccessibleDescription(lines.join(QStringLiteral("; ")));
  updateGeometry();
  update();
}

void BandsView::applyTheme(const Theme& theme) {
  theme_ = theme;
  update();
}

QSize BandsView::sizeHint() const {
  return {220, rowHeight * static_cast<int>(rows_.size()) + (rates_ ? axisHeight : 0)};
}

QSize BandsView::minimumSizeHint() const { return {180, sizeHint().height()}; }

void BandsView::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  painter.setRenderHint(QPainter::Antialiasing);
  const QFont letter = captionFont(font(), true);
  const QFont caption = captionFont(font());
  int names = 22;
  for (const BandRow& row : rows_) names = std::max(names, badgeSize(row.name, letter).width());
  const int left = names + countWidth + gap;
  const QRect plot(left, 0, width() - left - 4, rowHeight * static_cast<int>(rows_.size()));
  if (rates_) {
    for (const double share : {0.5, 1.0})
      painter.fillRect(QRectF(plot.left() + share * plot.width(), 0, 1, plot.height()), theme_.grid);
    painter.fillRect(QRectF(plot.left(), 0, 1, plot.height()), theme_.axis);
    QPen dashes(theme_.axis, 1);
    dashes.setDashPattern({3, 3});
    painter.setPen(dashes);
    const double x = std::floor(plot.left() + average_ * plot.width()) + 0.5;
    if (average_ > 0) painter.drawLine(QPointF(x, 0), QPointF(x, plot.height()));
    painter.setFont(caption);
    painter.setPen(theme_.muted);
    const QRect axis(plot.left(), plot.bottom() + 4, plot.width(), axisHeight - 4);
    painter.drawText(axis, Qt::AlignLeft | Qt::AlignVCenter, formatPercent(0, 0));
    painter.drawText(axis, Qt::AlignHCenter | Qt::AlignVCenter, formatPercent(0.5, 0));
    painter.drawText(axis, Qt::AlignRight | Qt::AlignVCenter, formatPercent(1, 0));
  }
  for (std::size_t i = 0; i < rows_.size(); ++i) {
    const BandRow& row = rows_[i];
    const int top = static_cast<int>(i) * rowHeight;
    painter.setFont(letter);
    const QSize size = badgeSize(row.name, letter);
    paintBadge(painter, QRect(0, top + (rowHeight - 18) / 2, size.width(), 18), row.name, theme_.band(i, rows_.size()));
    painter.setFont(caption);
    painter.setPen(theme_.text);
    painter.drawText(QRect(names, top, countWidth, rowHeight), Qt::AlignRight | Qt::AlignVCenter,
                     formatCount(row.leads));
    const QRect place(plot.left(), top, plot.width(), rowHeight);
    if (rates_ && row.leads > 0) {
      paintRate(painter, place, row);
    } else if (!rates_) {
      painter.setPen(theme_.muted);
      painter.drawText(place, Qt::AlignLeft | Qt::AlignVCenter, row.from);
    }
  }
}

void BandsView::paintRate(QPainter& painter, const QRect& rect, const BandRow& row) const {
  const double y = rect.center().y() + 0.5;
  const auto xOf = [&](double share) { return rect.left() + share * rect.width(); };
  const bool few = row.leads < fewLeads;
  const QColor color = few ? theme_.muted : theme_.conv;
  painter.setPen(QPen(color, 1.5));
  painter.drawLine(QPointF(xOf(row.low), y), QPointF(xOf(row.high), y));
  for (const double end : {row.low, row.high}) painter.drawLine(QPointF(xOf(end), y - 4), QPointF(xOf(end), y + 4));
  painter.setPen(QPen(few ? color : theme_.surface, 1.5));
  painter.setBrush(few ? theme_.surface : color);
  painter.drawEllipse(QPointF(xOf(row.rate), y), 4.5, 4.5);
  painter.setPen(few ? theme_.muted : theme_.text);
  painter.setFont(captionFont(font()));
  const QString text = formatPercent(row.rate, few ? 0 : 1);
  const int wide = painter.fontMetrics().horizontalAdvance(text);
  const bool roomLeft = xOf(row.low) - 8 - wide > rect.left() + 4;
  const bool roomRight = xOf(row.high) + 8 + wide < rect.right();
  // Away from the dashed line of the average, where there is room.
  const bool toLeft = roomLeft && (row.rate < average_ || !roomRight);
  const double x = toLeft ? xOf(row.low) - 8 - wide : xOf(row.high) + 8;
  QRectF label(x, rect.top(), wide + 2, rect.height());
  QRectF ground = label.adjusted(-2, 7, 0, -7);
  painter.fillRect(ground, theme_.surface);
  painter.drawText(label, Qt::AlignLeft | Qt::AlignVCenter, text);
}

}  // namespace leadlight
