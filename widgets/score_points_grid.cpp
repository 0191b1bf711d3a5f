#include "widgets/score_points_grid.h"

#include <QDoubleSpinBox>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QPainter>
#include <QToolTip>
#include <algorithm>
#include <cmath>

#include "widgets/format.h"
#include "widgets/value_text.h"

namespace leadlight {
namespace {

constexpr int rowHeight = 24, gap = 2, narrowest = 38, widest = 96, longestHead = 116;

QFont sized(const QFont& font, double points, bool bold = false) {
  QFont result = font;
  result.setPointSizeF(points);
  result.setBold(bold);
  return result;
}

int longest(const std::vector<QString>& names, const QFont& font) {
  int width = 0;
  const QFontMetrics metrics(font);
  for (const QString& name : names) width = std::max(width, metrics.horizontalAdvance(name));
  return width;
}

}  // namespace

PointsGrid::PointsGrid(QWidget* parent) : QWidget(parent) {
  setFocusPolicy(Qt::StrongFocus);
  setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void PointsGrid::display(PointsTable table, double step) {
  const bool sameSize = table.rows == table_.rows && table.columns == table_.columns;
  table_ = std::move(table);
  step_ = step;
  if (!sameSize) row_ = column_ = -1;
  QStringList parts;
  for (int row = 0; row < rows(); ++row)
    for (int column = 0; column < columns(); ++column)
      if (cell(row, column).leads > 0) parts << cellText(row, column);
  setAccessibleDescription(parts.join(QStringLiteral("; ")));
  if (!sameSize) updateGeometry();
  update();
}

void PointsGrid::applyTheme(const Theme& theme) {
  theme_ = theme;
  update();
}

const PointsTable::Cell& PointsGrid::cell(int row, int column) const {
  return table_.cells[static_cast<std::size_t>(row * columns() + column)];
}

int PointsGrid::namesWidth() const { return std::min(longest(table_.rows, sized(font(), 9)) + 10, 190); }

// Names of columns stand upright where one does not fit above its cells.
int PointsGrid::headHeight() const {
  return 20 + std::min(longest(table_.columns, sized(font(), 8.5)) + 8, longestHead);
}

QSize PointsGrid::sizeHint() const { return {namesWidth() + columns() * 56, headHeight() + rows() * rowHeight}; }

QSize PointsGrid::minimumSizeHint() const {
  return {namesWidth() + columns() * narrowest, headHeight() + rows() * rowHeight};
}

QRect PointsGrid::cellRect(int row, int column) const {
  const int names = namesWidth();
  const double wide = std::min<double>(widest, static_cast<double>(width() - names) / std::max(1, columns()));
  const int left = names + static_cast<int>(wide * column), right = names + static_cast<int>(wide * (column + 1));
  return {left, headHeight() + row * rowHeight, right - left - gap, rowHeight - gap};
}

QString PointsGrid::cellText(int row, int column) const {
  const PointsTable::Cell& place = cell(row, column);
  const QString what =
      tr("%1 and %2: %3 points, %4")
          .arg(table_.rows[static_cast<std::size_t>(row)], table_.columns[static_cast<std::size_t>(column)],
               pointsText(place.points), formatLeads(place.leads));
  if (!table_.rates || place.known == 0) return what;
  return tr("%1, %2 converted").arg(what, formatRate(place.converted, place.known));
}

void PointsGrid::paintEvent(QPaintEvent*) {
  if (rows() == 0 || columns() == 0) return;
  QPainter painter(this);
  paintHead(painter);
  double low = 0, high = 0;
  for (const PointsTable::Cell& place : table_.cells) {
    low = std::min(low, place.points);
    high = std::max(high, place.points);
  }
  for (int row = 0; row < rows(); ++row)
    for (int column = 0; column < columns(); ++column) paintCell(painter, row, column, low, high);
}

void PointsGrid::paintHead(QPainter& painter) const {
  const int names = namesWidth(), head = headHeight();
  painter.setFont(sized(font(), 8.5, true));
  painter.setPen(theme_.muted);
  const auto elided = [&](const QString& text, int wide) {
    return painter.fontMetrics().elidedText(text, Qt::ElideRight, wide);
  };
  painter.drawText(QRect(names, 0, width() - names, 18), Qt::AlignLeft | Qt::AlignVCenter,
                   elided(table_.columnsName, width() - names));
  painter.drawText(QRect(0, head - 20, names - 8, 18), Qt::AlignLeft | Qt::AlignVCenter,
                   elided(table_.rowsName, names - 8));
  painter.setFont(sized(font(), 8.5));
  for (int column = 0; column < columns(); ++column) {
    const QRect area = cellRect(0, column);
    painter.save();
    painter.translate(area.center().x(), head - 5);
    painter.rotate(-90);
    painter.drawText(QRect(0, -area.width() / 2, head - 27, area.width()), Qt::AlignLeft | Qt::AlignVCenter,
                     elided(table_.columns[static_cast<std::size_t>(column)], head - 27));
    painter.restore();
  }
  painter.setFont(sized(font(), 9));
  painter.setPen(theme_.text);
  for (int row = 0; row < rows(); ++row)
    painter.drawText(QRect(0, cellRect(row, 0).top(), names - 8, rowHeight - gap), Qt::AlignLeft | Qt::AlignVCenter,
                     elided(table_.rows[static_cast<std::size_t>(row)], names - 8));
}

void PointsGrid::paintCell(QPainter& painter, int row, int column, double low, double high) const {
  const PointsTable::Cell& place = cell(row, column);
  const QRect area = cellRect(row, column);
  const double share = high > low ? (place.points - low) / (high - low) : 0;
  const auto shade = static_cast<std::size_t>(std::lround(std::clamp(share, 0.0, 1.0) * 6));
  const QColor ground = place.leads == 0 ? theme_.sunken : theme_.heat[shade];
  painter.fillRect(area, ground);
  const QColor ink = contrast(theme_.text, ground) >= contrast(theme_.window, ground) ? theme_.text : theme_.window;
  painter.setPen(place.leads == 0 ? theme_.muted : ink);
  painter.setFont(sized(font(), 8.5, place.changed));
  painter.drawText(area, Qt::AlignCenter, pointsText(place.points));
  if (place.changed) {
    painter.setPen(QPen(theme_.accent, 2));
    painter.drawRect(area.adjusted(1, 1, -1, -1));
  }
  if (row == row_ && column == column_ && hasFocus()) {
    painter.setPen(QPen(theme_.focus, 2));
    painter.drawRect(area.adjusted(0, 0, -1, -1));
  }
}

bool PointsGrid::hit(const QPoint& position, int& row, int& column) const {
  for (row = 0; row < rows(); ++row)
    for (column = 0; column < columns(); ++column)
      if (cellRect(row, column).contains(position)) return true;
  return false;
}

void PointsGrid::mousePressEvent(QMouseEvent* event) {
  int row = 0, column = 0;
  closeBox(true);
  if (event->button() != Qt::LeftButton || !hit(event->position().toPoint(), row, column)) return event->ignore();
  row_ = row;
  column_ = column;
  update();
}

void PointsGrid::mouseDoubleClickEvent(QMouseEvent* event) {
  int row = 0, column = 0;
  if (hit(event->position().toPoint(), row, column)) openBox(row, column);
}

void PointsGrid::walk(int down, int right) {
  row_ = row_ < 0 ? 0 : std::clamp(row_ + down, 0, rows() - 1);
  column_ = column_ < 0 ? 0 : std::clamp(column_ + right, 0, columns() - 1);
  QToolTip::showText(mapToGlobal(cellRect(row_, column_).bottomLeft()), cellText(row_, column_), this);
  update();
}

void PointsGrid::change(double points) {
  if (row_ < 0 || cell(row_, column_).points == points) return;
  table_.cells[static_cast<std::size_t>(row_ * columns() + column_)].points = points;
  update();
  emit edited(row_, column_, points);
}

void PointsGrid::keyPressEvent(QKeyEvent* event) {
  if (rows() == 0 || columns() == 0) return event->ignore();
  const auto nudge = [&](double steps) {
    if (row_ < 0) return walk(0, 0);
    change((std::round(cell(row_, column_).points / step_) + steps) * step_);
  };
  switch (event->key()) {
    case Qt::Key_Left:
      return walk(0, -1);
    case Qt::Key_Right:
      return walk(0, 1);
    case Qt::Key_Up:
      return walk(-1, 0);
    case Qt::Key_Down:
      return walk(1, 0);
    case Qt::Key_Plus:
      return nudge(1);
    case Qt::Key_Minus:
      return nudge(-1);
    case Qt::Key_PageUp:
      return nudge(10);
    case Qt::Key_PageDown:
      return nudge(-10);
    case Qt::Key_Return:
    case Qt::Key_F2:
      return openBox(std::max(0, row_), std::max(0, column_));
    case Qt::Key_Escape:
      if (box_) return closeBox(false);
      [[fallthrough]];
    default:
      event->ignore();
  }
}

void PointsGrid::openBox(int row, int column) {
  closeBox(true);
  row_ = row;
  column_ = column;
  const double points = cell(row, column).points;
  box_ = new QDoubleSpinBox(this);
  box_->setAccessibleName(tr("Points of %1").arg(cellText(row, column)));
  box_->setRange(-1e6, 1e6);
  box_->setDecimals(step_ >= 1 && std::floor(points) == points ? 0 : 3);
  box_->setSingleStep(step_);
  box_->setValue(points);
  QRect area(0, 0, 108, rowHeight + 6);
  area.moveCenter(cellRect(row, column).center());
  area.moveLeft(std::clamp(area.left(), 0, std::max(0, width() - area.width())));
  box_->setGeometry(area);
  box_->show();
  box_->selectAll();
  box_->setFocus();
  connect(box_, &QDoubleSpinBox::editingFinished, this, [this] { closeBox(true); });
}

void PointsGrid::closeBox(bool take) {
  if (!box_) return;
  QDoubleSpinBox* box = std::exchange(box_, nullptr);
  // A box rounds what it shows: untouched, it must not change the points.
  const bool touched = std::abs(box->value() - cell(row_, column_).points) > 0.5 * std::pow(10.0, -box->decimals());
  const double points = box->value();
  box->hide();
  box->deleteLater();
  setFocus();
  if (take && touched) change(points);
}

bool PointsGrid::event(QEvent* event) {
  if (event->type() == QEvent::FocusIn || event->type() == QEvent::FocusOut) update();
  if (event->type() != QEvent::ToolTip) return QWidget::event(event);
  const auto* help = static_cast<QHelpEvent*>(event);
  int row = 0, column = 0;
  if (hit(help->pos(), row, column))
    QToolTip::showText(help->globalPos(), cellText(row, column), this);
  else
    QToolTip::hideText();
  return true;
}

}  // namespace leadlight
