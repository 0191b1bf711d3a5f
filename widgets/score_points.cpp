#include "widgets/score_points.h"

#include <QPainter>
#include <algorithm>
#include <cmath>

#include "widgets/format.h"
#include "widgets/value_text.h"

namespace leadlight {

namespace {

constexpr int rowHeight = 22;
constexpr int barHeight = 10;
constexpr int gap = 10;
constexpr int pointsWidth = 54;
constexpr int leadsWidth = 58;
constexpr int rateWidth = 56;

}  // namespace

PointsView::PointsView(QWidget* parent) : QWidget(parent) { setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed); }

void PointsView::show(std::vector<PointsRow> rows, double extent, bool rates) {
  rows_ = std::move(rows);
  extent_ = extent > 0 ? extent : 1;
  rates_ = rates;
  QStringList lines;
  for (const PointsRow& row : rows_) lines << QStringLiteral("%1 %2").arg(row.label, pointsText(row.points));
  setAccessibleDescription(lines.join(QStringLiteral("; ")));
  updateGeometry();
  update();
}

void PointsView::applyTheme(const Theme& theme) {
  theme_ = theme;
  update();
}

QSize PointsView::sizeHint() const { return {420, rowHeight * static_cast<int>(rows_.size())}; }

QSize PointsView::minimumSizeHint() const { return {300, sizeHint().height()}; }

void PointsView::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  painter.setRenderHint(QPainter::Antialiasing);
  QFont plain = font();
  plain.setPointSizeF(9);
  QFont bold = plain;
  bold.setBold(true);
  const int right = width() - pointsWidth - leadsWidth - (rates_ ? rateWidth : 0);
  const int words = std::clamp(right * 58 / 100, 90, 260);
  const int left = words + gap;
  const double half = std::max(10.0, (right - gap - left) / 2.0);
  const double zero = left + half;
  painter.fillRect(QRectF(std::floor(zero), 0, 1, height()), theme_.axis);
  for (std::size_t i = 0; i < rows_.size(); ++i) {
    const PointsRow& row = rows_[i];
    const int top = static_cast<int>(i) * rowHeight;
    painter.setFont(plain);
    painter.setPen(row.rest ? theme_.muted : theme_.text);
    painter.drawText(QRect(0, top, words, rowHeight), Qt::AlignLeft | Qt::AlignVCenter,
                     painter.fontMetrics().elidedText(row.label, Qt::ElideRight, words));
    const double length = std::min(half, std::abs(row.points) / extent_ * half);
    if (row.points != 0) {
      const double start = row.points > 0 ? zero + 1 : zero - length;
      painter.fillRect(QRectF(start, top + (rowHeight - barHeight) / 2.0, std::max(1.5, length), barHeight),
                       row.points > 0 ? theme_.positive : theme_.negative);
    }
    const auto write = [&](int x, int wide, const QString& text, const QFont& with, const QColor& color) {
      painter.setFont(with);
      painter.setPen(color);
      painter.drawText(QRect(x, top, wide, rowHeight), Qt::AlignRight | Qt::AlignVCenter, text);
    };
    write(right, pointsWidth, pointsText(row.points), bold,
          row.points > 0   ? theme_.positive
          : row.points < 0 ? theme_.negative
                           : theme_.text);
    write(right + pointsWidth, leadsWidth, formatCount(row.leads), plain, row.leads == 0 ? theme_.muted : theme_.text);
    if (rates_)
      write(right + pointsWidth + leadsWidth, rateWidth, formatRate(row.converted, row.leads), plain,
            row.leads < fewLeads ? theme_.muted : theme_.text);
  }
}

}  // namespace leadlight
