#include "widgets/score_points_outline.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <algorithm>
#include <cmath>

#include "widgets/format.h"
#include "widgets/value_text.h"

namespace leadlight {

namespace {

constexpr int lineHeight = 18;  // px, of the words above and below

}  // namespace

PointsOutline::PointsOutline(QWidget* parent) : QWidget(parent) {
  setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
  setFocusPolicy(Qt::StrongFocus);
  setMouseTracking(true);
}

void PointsOutline::display(std::vector<PointsRow> rows) {
  rows_ = std::move(rows);
  // The points of this term alone: a long term is read by its shape.
  double most = 0;
  for (const PointsRow& row : rows_) most = std::max(most, std::abs(row.points));
  extent_ = most > 0 ? most * 1.15 : 1;
  setCurrent(std::min(current_, static_cast<int>(rows_.size()) - 1));
  update();
}

void PointsOutline::applyTheme(const Theme& theme) {
  theme_ = theme;
  update();
}

QRectF PointsOutline::plot() const { return QRectF(rect()).adjusted(0, lineHeight, 0, -lineHeight); }

double PointsOutline::yOf(double points) const {
  const QRectF area = plot();
  return area.center().y() - std::clamp(points / extent_, -1.0, 1.0) * area.height() / 2;
}

QRectF PointsOutline::columnRect(int row) const {
  const QRectF area = plot();
  const double wide = area.width() / static_cast<double>(std::max<std::size_t>(1, rows_.size()));
  return {area.left() + row * wide, area.top(), wide, area.height()};
}

QString PointsOutline::tellingOf(const PointsRow& row) const {
  return tr("%1: %2, %3").arg(row.label, pointsText(row.points), formatLeads(row.leads));
}

void PointsOutline::setCurrent(int row) {
  if (row == current_) return;
  current_ = row;
  setAccessibleDescription(row < 0 ? QString() : tellingOf(rows_[static_cast<std::size_t>(row)]));
  update();
}

void PointsOutline::paintEvent(QPaintEvent*) {
  if (rows_.empty()) return;
  QPainter painter(this);
  for (std::size_t row = 0; row < rows_.size(); ++row) paintColumn(painter, row);
  painter.fillRect(QRectF(0, std::floor(yOf(0)), width(), 1), theme_.axis);
  paintWords(painter);
  if (!hasFocus()) return;
  painter.setPen(QPen(theme_.focus, 1));
  painter.setBrush(Qt::NoBrush);
  painter.drawRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5));
}

void PointsOutline::paintColumn(QPainter& painter, std::size_t index) const {
  const PointsRow& row = rows_[index];
  const QRectF column = columnRect(static_cast<int>(index));
  if (static_cast<int>(index) == current_) painter.fillRect(column, theme_.selection);
  if (const auto doubt = doubtOf(row)) {
    const double top = yOf(doubt->second), bottom = yOf(doubt->first);
    painter.fillRect(QRectF(column.left(), top, column.width(), bottom - top), theme_.grid);
  }
  const QColor tone = row.changed ? theme_.accent : row.points > 0 ? theme_.positive : theme_.negative;
  const double end = yOf(row.points), zero = yOf(0);
  const double spacing = column.width() >= 4 ? 1 : 0;
  painter.fillRect(QRectF(column.left(), std::min(end, zero), column.width() - spacing, std::abs(end - zero)), tone);
}

void PointsOutline::paintWords(QPainter& painter) const {
  QFont small = font();
  small.setPointSizeF(8.5);
  painter.setFont(small);
  const QFontMetrics metrics(small);
  const QRect above(0, 0, width(), lineHeight), below(0, height() - lineHeight, width(), lineHeight);
  const auto write = [&](const QRect& area, int flags, const QString& text, const QColor& color) {
    painter.setPen(color);
    painter.drawText(area, flags | Qt::AlignVCenter, metrics.elidedText(text, Qt::ElideRight, area.width()));
  };
  if (current_ >= 0) write(above, Qt::AlignLeft, tellingOf(rows_[static_cast<std::size_t>(current_)]), theme_.text);
  const QRect left = below.adjusted(0, 0, -width() / 2, 0), right = below.adjusted(width() / 2, 0, 0, 0);
  write(left, Qt::AlignLeft, rows_.front().label, theme_.muted);
  write(right, Qt::AlignRight, rows_.back().label, theme_.muted);
}

void PointsOutline::mouseMoveEvent(QMouseEvent* event) {
  const double share = event->position().x() / std::max(1, width());
  const int last = static_cast<int>(rows_.size()) - 1;
  setCurrent(std::clamp(static_cast<int>(share * static_cast<double>(rows_.size())), std::min(0, last), last));
}

void PointsOutline::mousePressEvent(QMouseEvent* event) {
  if (event->button() != Qt::LeftButton) return event->ignore();
  mouseMoveEvent(event);
  if (current_ >= 0) emit picked(current_);
}

void PointsOutline::leaveEvent(QEvent*) {
  if (!hasFocus()) setCurrent(-1);
}

void PointsOutline::keyPressEvent(QKeyEvent* event) {
  const int last = static_cast<int>(rows_.size()) - 1;
  switch (event->key()) {
    case Qt::Key_Left:
      return setCurrent(std::max(std::min(0, last), current_ - 1));
    case Qt::Key_Right:
      return setCurrent(std::min(last, current_ + 1));
    case Qt::Key_Return:
    case Qt::Key_Enter:
      if (current_ >= 0) emit picked(current_);
      return;
    default:
      QWidget::keyPressEvent(event);
  }
}

void PointsOutline::focusOutEvent(QFocusEvent* event) {
  setCurrent(-1);
  QWidget::focusOutEvent(event);
}

}  // namespace leadlight
