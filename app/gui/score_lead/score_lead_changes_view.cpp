#include "app/gui/score_lead/score_lead_changes_view.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <algorithm>

#include "widgets/format.h"
#include "widgets/kit/badge.h"

namespace leadlight {

namespace {

constexpr int rowHeight = 42, firstLine = 22;

}  // namespace

ChangesView::ChangesView(QWidget* parent) : QWidget(parent) {
  setMouseTracking(true);
  setCursor(Qt::PointingHandCursor);
  setFocusPolicy(Qt::TabFocus);
  setAccessibleName(tr("What would change it"));
  setToolTip(tr("Click to try this"));
  setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void ChangesView::show(std::vector<ChangeRow> rows) {
  rows_ = std::move(rows);
  hovered_ = -1;
  current_ = std::clamp(current_, 0, std::max(0, static_cast<int>(rows_.size()) - 1));
  QStringList lines;
  for (const ChangeRow& row : rows_)
    lines << QStringLiteral("%1, %2: %3").arg(row.field, row.change, formatSigned(row.gain, 1));
  setAccessibleDescription(lines.join(QStringLiteral("; ")));
  updateGeometry();
  update();
}

void ChangesView::applyTheme(const Theme& theme) {
  theme_ = theme;
  update();
}

QSize ChangesView::sizeHint() const { return {300, rowHeight * static_cast<int>(rows_.size())}; }

QSize ChangesView::minimumSizeHint() const { return {200, sizeHint().height()}; }

void ChangesView::mousePressEvent(QMouseEvent* event) {
  const int row = event->pos().y() / rowHeight;
  if (event->button() == Qt::LeftButton && row < static_cast<int>(rows_.size())) emit picked(row);
}

void ChangesView::mouseMoveEvent(QMouseEvent* event) {
  hovered_ = event->pos().y() / rowHeight;
  update();
}

void ChangesView::leaveEvent(QEvent*) {
  hovered_ = -1;
  update();
}

void ChangesView::keyPressEvent(QKeyEvent* event) {
  const int last = static_cast<int>(rows_.size()) - 1;
  if (event->key() == Qt::Key_Up || event->key() == Qt::Key_Down) {
    current_ = std::clamp(current_ + (event->key() == Qt::Key_Up ? -1 : 1), 0, std::max(0, last));
    update();
  } else if (last >= 0 &&
             (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter || event->key() == Qt::Key_Space)) {
    emit picked(current_);
  } else {
    QWidget::keyPressEvent(event);
  }
}

void ChangesView::focusInEvent(QFocusEvent*) { update(); }

void ChangesView::focusOutEvent(QFocusEvent*) { update(); }

void ChangesView::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  QFont body = font();
  body.setPointSizeF(9.5);
  QFont bold = body;
  bold.setBold(true);
  QFont caption = body;
  caption.setPointSizeF(8.5);
  QFont letter = caption;
  letter.setBold(true);
  int widestScore = 0, widestGain = 0;
  for (const ChangeRow& row : rows_) {
    widestScore = std::max(widestScore, QFontMetrics(body).horizontalAdvance(formatDecimal(row.score)));
    widestGain = std::max(widestGain, QFontMetrics(bold).horizontalAdvance(formatSigned(row.gain, 1)));
  }
  for (std::size_t i = 0; i < rows_.size(); ++i) {
    const ChangeRow& row = rows_[i];
    const QRect line(0, static_cast<int>(i) * rowHeight, width(), rowHeight);
    if (static_cast<int>(i) == hovered_) painter.fillRect(line.adjusted(0, 1, 0, 0), theme_.hover);
    painter.fillRect(QRect(line.left(), line.top(), line.width(), 1), theme_.border);
    if (hasFocus() && static_cast<int>(i) == current_) {
      painter.setPen(QPen(theme_.focus, 2));
      painter.drawRect(line.adjusted(1, 2, -1, -1));
    }
    int right = line.right() + 1;
    if (!row.band.isEmpty()) {
      painter.setFont(letter);
      const QSize size = badgeSize(row.band, letter);
      right -= size.width();
      paintBadge(painter, QRect(right, line.top() + 4, size.width(), 18), row.band,
                 theme_.band(row.bandIndex, row.bandCount));
      right -= 8;
    }
    const auto write = [&](int wide, const QString& text, const QFont& with, const QColor& color) {
      painter.setFont(with);
      painter.setPen(color);
      right -= wide;
      painter.drawText(QRect(right, line.top() + 2, wide, firstLine), Qt::AlignRight | Qt::AlignVCenter, text);
    };
    write(widestScore, formatDecimal(row.score), body, theme_.text);
    right -= 10;
    write(widestGain, formatSigned(row.gain, 1), bold, row.gain < 0 ? theme_.negative : theme_.positive);
    const int words = right - 8;
    painter.setFont(body);
    painter.setPen(theme_.text);
    painter.drawText(QRect(0, line.top() + 2, words, firstLine), Qt::AlignLeft | Qt::AlignVCenter,
                     painter.fontMetrics().elidedText(row.field, Qt::ElideRight, words));
    painter.setFont(caption);
    painter.setPen(theme_.muted);
    painter.drawText(QRect(0, line.top() + firstLine, width(), 18), Qt::AlignLeft | Qt::AlignVCenter,
                     painter.fontMetrics().elidedText(row.change, Qt::ElideMiddle, width()));
  }
}

}  // namespace leadlight
