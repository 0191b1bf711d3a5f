#include "app/gui/nav_button.h"

#include <QPainter>

namespace leadlight {

namespace {
constexpr int glyph = 20, inset = 10;
}

NavButton::NavButton(Icon icon, const QString& word, const QString& shortcut, QWidget* parent)
    : QAbstractButton(parent), icon_(icon) {
  setText(word);
  setToolTip(word + QStringLiteral("  ") + shortcut);
  setCheckable(true);
  setAutoExclusive(true);
  setFocusPolicy(Qt::TabFocus);
  setCursor(Qt::PointingHandCursor);
  setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void NavButton::setCount(const QString& count) {
  count_ = count;
  update();
}

void NavButton::setCollapsed(bool collapsed) {
  collapsed_ = collapsed;
  updateGeometry();
  update();
}

void NavButton::applyTheme(const Theme& theme) {
  theme_ = theme;
  update();
}

void NavButton::enterEvent(QEnterEvent*) { update(); }
void NavButton::leaveEvent(QEvent*) { update(); }

void NavButton::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  painter.setRenderHint(QPainter::Antialiasing);
  const QRectF box = QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5);
  if (isChecked() || underMouse()) {
    painter.setPen(isChecked() ? QPen(theme_.border) : QPen(Qt::NoPen));
    painter.setBrush(isChecked() ? theme_.surface : theme_.hover);
    painter.drawRoundedRect(box, 6, 6);
  }
  if (isChecked()) {
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme_.accent);
    painter.drawRoundedRect(QRectF(0, 8, 3, height() - 16), 1.5, 1.5);
  }
  if (hasFocus()) {
    painter.setPen(QPen(theme_.focus, 2));
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), 5, 5);
  }
  const int x = collapsed_ ? (width() - glyph) / 2 : inset;
  painter.drawPixmap(x, (height() - glyph) / 2,
                     iconPixmap(icon_, glyph, isChecked() ? theme_.accent : theme_.muted, devicePixelRatioF()));
  if (collapsed_) return;
  QFont words = font();
  words.setBold(isChecked());
  painter.setFont(words);
  painter.setPen(isChecked() ? theme_.text : theme_.muted);
  const QRect inner = rect().adjusted(inset + glyph + 10, 0, -inset, 0);
  painter.drawText(inner, Qt::AlignVCenter | Qt::AlignLeft, text());
  QFont small = font();
  small.setPointSizeF(8.5);
  painter.setFont(small);
  painter.setPen(theme_.muted);
  painter.drawText(inner, Qt::AlignVCenter | Qt::AlignRight, count_);
}

}  // namespace leadlight
