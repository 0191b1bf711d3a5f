#include "widgets/score_points.h"

#include <QPainter>
#include <algorithm>
#include <cmath>

#include "widgets/format.h"
#include "widgets/value_text.h"

namespace leadlight {

namespace {

constexpr int rowHeight = 22, headHeight = 18;
constexpr int barHeight = 10;
constexpr int gap = 10;
constexpr int pointsWidth = 46;
constexpr int leastLeadsWidth = 52;
constexpr int leastRateWidth = 54;

QFont rowFont(const QFont& font, bool bold = false) {
  QFont result = font;
  result.setPointSizeF(9);
  result.setBold(bold);
  return result;
}

QFont headFont(const QFont& font) {
  QFont result = font;
  result.setPointSizeF(8);
  return result;
}

}  // namespace

std::optional<std::pair<double, double>> doubtOf(const PointsRow& row) {
  constexpr double normal95 = 1.959963984540054;
  if (std::isnan(row.error) || row.error <= 0) return std::nullopt;
  return std::pair(row.points - normal95 * row.error, row.points + normal95 * row.error);
}

PointsView::PointsView(QWidget* parent) : QWidget(parent) { setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed); }

void PointsView::show(std::vector<PointsRow> rows, double extent, bool rates, double step) {
  const bool sameHeight = rows.size() == rows_.size();
  rows_ = std::move(rows);
  extent_ = extent > 0 ? extent : 1;
  rates_ = rates;
  step_ = step;
  if (current_ >= static_cast<int>(rows_.size())) current_ = -1;
  QStringList lines;
  for (const PointsRow& row : rows_) lines << QStringLiteral("%1 %2").arg(row.label, pointsText(row.points));
  setAccessibleDescription(lines.join(QStringLiteral("; ")));
  if (!sameHeight) updateGeometry();
  update();
}

void PointsView::applyTheme(const Theme& theme) {
  theme_ = theme;
  update();
}

QSize PointsView::sizeHint() const { return {420, headHeight + rowHeight * static_cast<int>(rows_.size())}; }

QSize PointsView::minimumSizeHint() const { return {300, sizeHint().height()}; }

QRect PointsView::rowRect(int row) const { return {0, headHeight + row * rowHeight, width(), rowHeight}; }

PointsView::Columns PointsView::columns() const {
  Columns at;
  // Labels get what they need, up to two thirds; bars the rest.
  int longest = 60;
  const QFontMetrics metrics(rowFont(font())), heads(headFont(font()));
  at.leads = std::max(leastLeadsWidth, heads.horizontalAdvance(tr("leads")) + 14);
  for (const PointsRow& row : rows_) {
    longest = std::max(longest, metrics.horizontalAdvance(row.label) + 2);
    at.leads = std::max(at.leads, metrics.horizontalAdvance(formatCount(row.leads)) + 14);
  }
  at.rate = rates_ ? std::max(leastRateWidth, heads.horizontalAdvance(tr("convert")) + 12) : 0;
  at.right = width() - pointsWidth - at.leads - at.rate;
  at.words = std::min({longest, at.right * 2 / 3, 280});
  const int left = at.words + gap;
  at.half = std::max(10.0, (at.right - gap - left) / 2.0);
  at.zero = left + at.half;
  return at;
}

double PointsView::xOf(double points) const {
  const Columns at = columns();
  return at.zero + std::clamp(points / extent_, -1.0, 1.0) * at.half;
}

void PointsView::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  painter.setRenderHint(QPainter::Antialiasing);
  const Columns at = columns();
  paintHead(painter, at);
  painter.fillRect(QRectF(std::floor(at.zero), headHeight, 1, height() - headHeight), theme_.axis);
  for (std::size_t i = 0; i < rows_.size(); ++i) paintRow(painter, i, at);
}

void PointsView::paintHead(QPainter& painter, const Columns& at) const {
  painter.setFont(headFont(font()));
  painter.setPen(theme_.muted);
  const auto write = [&](int x, int wide, const QString& text) {
    // A longer word than its column may reach over the bars' end.
    const int spare = std::max(0, painter.fontMetrics().horizontalAdvance(text) - wide);
    painter.drawText(QRect(x - spare, 0, wide + spare, headHeight), Qt::AlignRight | Qt::AlignTop, text);
  };
  write(at.right, pointsWidth, tr("points"));
  write(at.right + pointsWidth, at.leads, tr("leads"));
  if (rates_) write(at.right + pointsWidth + at.leads, at.rate, tr("convert"));
}

void PointsView::paintRow(QPainter& painter, std::size_t index, const Columns& at) const {
  const PointsRow& row = rows_[index];
  const int top = rowRect(static_cast<int>(index)).top();
  const QFont plain = rowFont(font()), bold = rowFont(font(), true);
  painter.setFont(plain);
  painter.setPen(row.rest ? theme_.muted : theme_.text);
  painter.drawText(QRect(0, top, at.words, rowHeight), Qt::AlignLeft | Qt::AlignVCenter,
                   painter.fontMetrics().elidedText(row.label, Qt::ElideRight, at.words));
  const double y = top + rowHeight / 2.0;
  const int sign = pointsSign(row.points);
  const QColor tone = sign > 0 ? theme_.positive : sign < 0 ? theme_.negative : theme_.text;
  if (row.points != 0) {
    const double length = std::max(1.5, std::min(at.half, std::abs(row.points) / extent_ * at.half));
    painter.fillRect(QRectF(row.points > 0 ? at.zero + 1 : at.zero - length, y - barHeight / 2.0, length, barHeight),
                     tone);
  }
  paintDoubt(painter, row, y, at);
  if (editable_) {  // the handle
    painter.setPen(QPen(theme_.surface, 1));
    painter.setBrush(row.changed ? theme_.accent : tone == theme_.text ? theme_.axis : tone);
    painter.drawRoundedRect(QRectF(xOf(row.points) - 2.5, y - 7, 5, 14), 2, 2);
  }
  const auto write = [&](int x, int wide, const QString& text, const QFont& with, const QColor& color) {
    painter.setFont(with);
    painter.setPen(color);
    painter.drawText(QRect(x, top, wide, rowHeight), Qt::AlignRight | Qt::AlignVCenter, text);
  };
  write(at.right, pointsWidth, pointsText(row.points), bold, row.changed ? theme_.accent : tone);
  write(at.right + pointsWidth, at.leads, formatCount(row.leads), plain, row.leads == 0 ? theme_.muted : theme_.text);
  if (rates_)
    write(at.right + pointsWidth + at.leads, at.rate, formatRate(row.converted, row.known), plain,
          row.known < fewLeads ? theme_.muted : theme_.text);
  if (static_cast<int>(index) == current_ && hasFocus()) {
    painter.setPen(QPen(theme_.focus, 1));
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(QRectF(0.5, top + 0.5, width() - 1, rowHeight - 1));
  }
}

void PointsView::paintDoubt(QPainter& painter, const PointsRow& row, double y, const Columns& at) const {
  const auto doubt = doubtOf(row);
  if (!doubt) return;
  const auto x = [&](double points) { return at.zero + std::clamp(points / extent_, -1.0, 1.0) * at.half; };
  const double low = x(doubt->first), high = x(doubt->second);
  painter.setPen(QPen(theme_.text, 1.2));
  painter.drawLine(QLineF(low, y, high, y));
  for (const double end : {low, high}) painter.drawLine(QLineF(end, y - 3, end, y + 3));
}

}  // namespace leadlight
