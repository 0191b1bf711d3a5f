#include "widgets/band_moves.h"

#include <QHelpEvent>
#include <QKeyEvent>
#include <QPainter>
#include <QToolTip>
#include <algorithm>
#include <cmath>

#include "widgets/format.h"
#include "widgets/kit/badge.h"

namespace leadlight {
namespace {

constexpr int namesWidth = 66, headHeight = 44, rowHeight = 46, gap = 3;

QFont sized(const QFont& font, double points, bool bold = false) {
  QFont result = font;
  result.setPointSizeF(points);
  result.setBold(bold);
  return result;
}

}  // namespace

BandMovesView::BandMovesView(QWidget* parent) : QWidget(parent) {
  setFocusPolicy(Qt::StrongFocus);
  setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
  setAccessibleName(tr("Who moves band"));
}

void BandMovesView::display(BandMoves moves) {
  moves_ = std::move(moves);
  row_ = column_ = -1;
  QStringList parts;
  for (int from = 0; from < rows(); ++from)
    for (int to = 0; to < columns(); ++to)
      if (cell(from, to).leads > 0) parts << cellText(from, to);
  setAccessibleDescription(parts.join(QStringLiteral("; ")));
  updateGeometry();
  update();
}

void BandMovesView::applyTheme(const Theme& theme) {
  theme_ = theme;
  update();
}

QSize BandMovesView::sizeHint() const { return {380, headHeight + rows() * rowHeight}; }

const BandMoves::Cell& BandMovesView::cell(int from, int to) const {
  return moves_.cells[static_cast<std::size_t>(from * columns() + to)];
}

QRect BandMovesView::cellRect(int from, int to) const {
  const double wide = static_cast<double>(width() - namesWidth) / std::max(1, columns());
  const int left = namesWidth + static_cast<int>(wide * to);
  return {left, headHeight + from * rowHeight, static_cast<int>(wide) - gap, rowHeight - gap};
}

QString BandMovesView::cellText(int from, int to) const {
  const BandMoves::Cell& place = cell(from, to);
  const QString step = tr("%1 to %2: %3")
                           .arg(moves_.from[static_cast<std::size_t>(from)], moves_.to[static_cast<std::size_t>(to)],
                                formatLeads(place.leads));
  if (!moves_.outcome || place.leads == 0) return step;
  return tr("%1, %2 converted").arg(step, formatRate(place.converted, place.leads));
}

void BandMovesView::paintEvent(QPaintEvent*) {
  if (rows() == 0 || columns() == 0) return;
  QPainter painter(this);
  painter.setRenderHint(QPainter::Antialiasing);
  const QFont caption = sized(font(), 8.5), letter = sized(font(), 8.5, true), number = sized(font(), 9.5, true);
  std::uint64_t most = 1;
  for (const BandMoves::Cell& place : moves_.cells) most = std::max(most, place.leads);
  painter.setFont(caption);
  painter.setPen(theme_.muted);
  painter.drawText(QRect(namesWidth, 0, width() - namesWidth, 18), Qt::AlignLeft | Qt::AlignVCenter,
                   painter.fontMetrics().elidedText(moves_.toName, Qt::ElideRight, width() - namesWidth));
  painter.setFont(letter);
  const auto badge = [&](const QPoint& centre, const std::vector<QString>& names, int index) {
    const auto i = static_cast<std::size_t>(index);
    QRect area(QPoint(), QSize(std::min(badgeSize(names[i], letter).width(), namesWidth - 8), 18));
    area.moveCenter(centre);
    paintBadge(painter, area, names[i], theme_.band(i, names.size()));
  };
  for (int to = 0; to < columns(); ++to) badge({cellRect(0, to).center().x(), 31}, moves_.to, to);
  for (int from = 0; from < rows(); ++from)
    badge({(namesWidth - 8) / 2, cellRect(from, 0).center().y()}, moves_.from, from);
  for (int from = 0; from < rows(); ++from) {
    for (int to = 0; to < columns(); ++to) {
      const BandMoves::Cell& place = cell(from, to);
      const QRect area = cellRect(from, to);
      const double share = std::sqrt(static_cast<double>(place.leads) / static_cast<double>(most));
      const auto shade = static_cast<std::size_t>(std::lround(share * 6));
      const QColor ground = place.leads == 0 ? theme_.sunken : theme_.heat[std::min<std::size_t>(shade, 6)];
      painter.fillRect(area, ground);
      const QColor ink = contrast(theme_.text, ground) >= contrast(theme_.window, ground) ? theme_.text : theme_.window;
      painter.setPen(place.leads == 0 ? theme_.muted : ink);
      painter.setFont(number);
      const bool two = moves_.outcome && place.leads > 0;
      painter.drawText(two ? area.adjusted(0, 4, 0, -area.height() / 2) : area, Qt::AlignCenter,
                       formatCount(place.leads));
      painter.setFont(caption);
      if (two)
        painter.drawText(area.adjusted(0, area.height() / 2, 0, -3), Qt::AlignCenter,
                         formatRate(place.converted, place.leads));
      if (from == row_ && to == column_ && hasFocus()) {
        painter.setPen(QPen(theme_.focus, 2));
        painter.drawRect(area.adjusted(1, 1, -1, -1));
      }
    }
  }
}

void BandMovesView::mouseReleaseEvent(QMouseEvent* event) {
  for (int from = 0; from < rows(); ++from)
    for (int to = 0; to < columns(); ++to)
      if (cellRect(from, to).contains(event->position().toPoint())) {
        row_ = from;
        column_ = to;
        update();
        emit picked(from, to);
      }
}

void BandMovesView::walk(int down, int right) {
  if (rows() == 0 || columns() == 0) return;
  row_ = row_ < 0 ? 0 : std::clamp(row_ + down, 0, rows() - 1);
  column_ = column_ < 0 ? 0 : std::clamp(column_ + right, 0, columns() - 1);
  const QRect area = cellRect(row_, column_);
  QToolTip::showText(mapToGlobal(area.bottomLeft()), cellText(row_, column_), this);
  update();
}

void BandMovesView::keyPressEvent(QKeyEvent* event) {
  switch (event->key()) {
    case Qt::Key_Left:
      return walk(0, -1);
    case Qt::Key_Right:
      return walk(0, 1);
    case Qt::Key_Up:
      return walk(-1, 0);
    case Qt::Key_Down:
      return walk(1, 0);
    case Qt::Key_Space:
    case Qt::Key_Return:
      if (row_ >= 0) emit picked(row_, column_);
      return;
    default:
      event->ignore();
  }
}

bool BandMovesView::event(QEvent* event) {
  if (event->type() != QEvent::ToolTip) return QWidget::event(event);
  const auto* help = static_cast<QHelpEvent*>(event);
  for (int from = 0; from < rows(); ++from)
    for (int to = 0; to < columns(); ++to)
      if (cellRect(from, to).contains(help->pos())) {
        QToolTip::showText(help->globalPos(), cellText(from, to), this);
        return true;
      }
  QToolTip::hideText();
  return true;
}

}  // namespace leadlight
