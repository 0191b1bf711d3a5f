#include <QDoubleSpinBox>
#include <QKeyEvent>
#include <algorithm>
#include <cmath>

#include "widgets/score_points.h"

// How points are edited by mouse and keys.

namespace leadlight {

void PointsView::setEditable(bool editable) {
  editable_ = editable;
  setFocusPolicy(editable ? Qt::StrongFocus : Qt::NoFocus);
  setMouseTracking(editable);
  update();
}

int PointsView::lineAt(double y) const {
  const QRect first = rowRect(0);
  const int row = y < first.top() ? -1 : (static_cast<int>(y) - first.top()) / first.height();
  return row < static_cast<int>(rows_.size()) ? row : -1;
}

int PointsView::rowAt(const QPointF& position) const {
  const Columns at = columns();
  return position.x() > at.words && position.x() < at.right ? lineAt(position.y()) : -1;
}

void PointsView::change(int row, double points, bool done) {
  PointsRow& line = rows_[static_cast<std::size_t>(row)];
  if (line.points == points && !done) return;
  line.points = points;
  update();
  emit edited(row, points, done);
}

void PointsView::mousePressEvent(QMouseEvent* event) {
  if (!editable_ || event->button() != Qt::LeftButton) return event->ignore();
  closeBox(true);
  current_ = lineAt(event->position().y());
  dragged_ = rowAt(event->position());
  // Only the handle is dragged, so that a click anywhere else cannot change points by chance.
  if (dragged_ >= 0 && std::abs(xOf(rows_[static_cast<std::size_t>(dragged_)].points) - event->position().x()) > 8)
    dragged_ = -1;
  update();
}

void PointsView::mouseMoveEvent(QMouseEvent* event) {
  if (!editable_) return;
  if (dragged_ >= 0) {
    const Columns at = columns();
    const double points = std::clamp((event->position().x() - at.zero) / at.half, -1.0, 1.0) * extent_;
    return change(dragged_, std::round(points / step_) * step_, false);
  }
  const int row = rowAt(event->position());
  const bool onHandle =
      row >= 0 && std::abs(xOf(rows_[static_cast<std::size_t>(row)].points) - event->position().x()) <= 8;
  setCursor(onHandle ? Qt::SizeHorCursor : Qt::ArrowCursor);
}

void PointsView::mouseReleaseEvent(QMouseEvent*) {
  if (dragged_ < 0) return;
  const int row = std::exchange(dragged_, -1);
  change(row, rows_[static_cast<std::size_t>(row)].points, true);
}

void PointsView::mouseDoubleClickEvent(QMouseEvent* event) {
  const int row = lineAt(event->position().y());
  if (editable_ && row >= 0) openBox(row);
}

void PointsView::keyPressEvent(QKeyEvent* event) {
  const int last = static_cast<int>(rows_.size()) - 1;
  if (!editable_ || last < 0) return event->ignore();
  const auto nudge = [&](double steps) {
    if (current_ < 0) current_ = 0;
    const double points = rows_[static_cast<std::size_t>(current_)].points;
    change(current_, (std::round(points / step_) + steps) * step_, true);
  };
  switch (event->key()) {
    case Qt::Key_Up:
      current_ = std::max(0, current_ - 1);
      return update();
    case Qt::Key_Down:
      current_ = std::min(last, current_ + 1);
      return update();
    case Qt::Key_Left:
      return nudge(-1);
    case Qt::Key_Right:
      return nudge(1);
    case Qt::Key_PageDown:
      return nudge(-10);
    case Qt::Key_PageUp:
      return nudge(10);
    case Qt::Key_Return:
    case Qt::Key_F2:
      return openBox(std::max(0, current_));
    case Qt::Key_Escape:
      if (box_) return closeBox(false);
      [[fallthrough]];
    default:
      event->ignore();
  }
}

void PointsView::openBox(int row) {
  closeBox(true);
  current_ = row;
  const PointsRow& line = rows_[static_cast<std::size_t>(row)];
  box_ = new QDoubleSpinBox(this);
  box_->setAccessibleName(tr("Points of %1").arg(line.label));
  box_->setRange(-1e6, 1e6);
  box_->setDecimals(step_ >= 1 ? 0 : 3);
  if (std::floor(line.points) != line.points) box_->setDecimals(3);
  box_->setSingleStep(step_);
  box_->setValue(line.points);
  const Columns at = columns();
  box_->setGeometry(at.right - 60, rowRect(row).top() - 4, 108, rowRect(row).height() + 8);
  box_->show();
  box_->selectAll();
  box_->setFocus();
  connect(box_, &QDoubleSpinBox::editingFinished, this, [this] { closeBox(true); });
}

void PointsView::closeBox(bool take) {
  if (!box_) return;
  QDoubleSpinBox* box = std::exchange(box_, nullptr);
  const double points = box->value();
  box->hide();
  box->deleteLater();
  setFocus();
  if (take && current_ >= 0 && rows_[static_cast<std::size_t>(current_)].points != points)
    change(current_, points, true);
}

void PointsView::focusInEvent(QFocusEvent* event) {
  if (current_ < 0 && !rows_.empty()) current_ = 0;
  QWidget::focusInEvent(event);
  update();
}

void PointsView::focusOutEvent(QFocusEvent* event) {
  QWidget::focusOutEvent(event);
  update();
}

}  // namespace leadlight
