#include "widgets/score_header.h"

#include <QPainter>

#include "widgets/kit/badge.h"

namespace leadlight {

namespace {

constexpr int gap = 12;

}  // namespace

ScoreHeader::ScoreHeader(bool big, QWidget* parent) : QWidget(parent), big_(big) {
  setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void ScoreHeader::show(const ScoreHeadline& headline) {
  headline_ = headline;
  setAccessibleName(
      QStringLiteral("%1 %2. %3, %4").arg(headline.score, headline.band, headline.sentence, headline.note));
  update();
}

void ScoreHeader::applyTheme(const Theme& theme) {
  theme_ = theme;
  update();
}

QFont ScoreHeader::numberFont() const {
  QFont number = font();
  number.setPointSizeF(big_ ? 34 : 24);
  number.setBold(true);
  return number;
}

QSize ScoreHeader::sizeHint() const { return {310, big_ ? 56 : 42}; }

QSize ScoreHeader::minimumSizeHint() const { return {200, sizeHint().height()}; }

void ScoreHeader::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  painter.setRenderHint(QPainter::Antialiasing);
  painter.setFont(numberFont());
  painter.setPen(theme_.text);
  painter.drawText(rect(), Qt::AlignLeft | Qt::AlignVCenter, headline_.score);
  int x = painter.fontMetrics().horizontalAdvance(headline_.score) + gap;
  if (!headline_.band.isEmpty()) {
    QFont letter = font();
    letter.setPointSizeF(big_ ? 13 : 10.5);
    letter.setBold(true);
    painter.setFont(letter);
    const QSize least = big_ ? QSize(38, 30) : QSize(30, 24);
    const QSize size = badgeSize(headline_.band, letter).expandedTo(least);
    const QRect badge(x, (height() - least.height()) / 2 + 1, size.width(), least.height());
    paintBadge(painter, badge, headline_.band, theme_.band(headline_.bandIndex, headline_.bandCount));
    x = badge.right() + 1 + gap;
  }
  QFont second = font();
  second.setPointSizeF(big_ ? 9.5 : 8.5);
  QFont first = second;
  first.setBold(big_);
  const int lineHeight = QFontMetrics(first).height() + 1;
  const int room = width() - x;
  // Only the big header is high enough for three lines.
  const int lines = big_ && QFontMetrics(first).horizontalAdvance(headline_.sentence) > room ? 2 : 1;
  const int top = (height() - (headline_.note.isEmpty() ? lines : lines + 1) * lineHeight) / 2;
  const auto write = [&](int line, int high, const QString& text, const QFont& with, const QColor& color) {
    painter.setFont(with);
    painter.setPen(color);
    painter.drawText(QRect(x, top + line * lineHeight, room, high * lineHeight),
                     Qt::AlignLeft | Qt::AlignVCenter | Qt::TextWordWrap,
                     high > 1 ? text : painter.fontMetrics().elidedText(text, Qt::ElideRight, room));
  };
  write(0, lines, headline_.sentence, first, big_ ? theme_.text : theme_.muted);
  write(lines, 1, headline_.note, second, theme_.muted);
}

}  // namespace leadlight
