#include "widgets/score_matrix.h"

#include <QPainter>
#include <algorithm>

#include "widgets/format.h"

namespace leadlight {
namespace {

constexpr int namesWidth = 78, headHeight = 22, footHeight = 30, gap = 6, innerMargin = 10;

QFont sized(const QFont& font, double points, bool bold = false) {
  QFont result = font;
  result.setPointSizeF(points);
  result.setBold(bold);
  return result;
}

}  // namespace

ScoreMatrixView::ScoreMatrixView(QWidget* parent) : QWidget(parent) {
  setAccessibleName(tr("What the threshold does"));
}

void ScoreMatrixView::display(const ScoreMatrix& matrix) {
  matrix_ = matrix;
  setAccessibleDescription(tr("%1 won, %2 missed, %3 called in vain, %4 left alone")
                               .arg(formatCount(matrix.won), formatCount(matrix.missed), formatCount(matrix.inVain),
                                    formatCount(matrix.leftAlone)));
  update();
}

void ScoreMatrixView::applyTheme(const Theme& theme) {
  theme_ = theme;
  update();
}

void ScoreMatrixView::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  painter.setRenderHint(QPainter::Antialiasing);
  const int wide = (width() - namesWidth - gap) / 2;
  const int high = (height() - headHeight - footHeight - gap) / 2;
  const int left = namesWidth, right = namesWidth + wide + gap;
  const int upper = headHeight, lower = headHeight + high + gap;
  painter.setFont(sized(font(), 8.5));
  painter.setPen(theme_.muted);
  const auto write = [&](const QRect& area, const QString& text, int flags) {
    const bool wraps = (flags & Qt::TextWordWrap) != 0;
    painter.drawText(area, flags, wraps ? text : painter.fontMetrics().elidedText(text, Qt::ElideRight, area.width()));
  };
  write({left, 0, wide, headHeight - 4}, tr("below %1").arg(matrix_.threshold), Qt::AlignVCenter);
  write({right, 0, wide, headHeight - 4}, tr("%1 or more").arg(matrix_.threshold), Qt::AlignVCenter);
  const int names = Qt::AlignLeft | Qt::AlignTop | Qt::TextWordWrap;
  write({0, upper + 10, namesWidth - 8, high - 10}, tr("converted") + QLatin1Char('\n') + matrix_.reachWords, names);
  write({0, lower + 10, namesWidth - 8, high - 10}, tr("did not convert"), names);
  paintTile(painter, {left, upper, wide, high}, matrix_.missed, tr("missed"), Look::Plain);
  paintTile(painter, {right, upper, wide, high}, matrix_.won, tr("won"), Look::Filled);
  paintTile(painter, {left, lower, wide, high}, matrix_.leftAlone, tr("left alone"), Look::Plain);
  paintTile(painter, {right, lower, wide, high}, matrix_.inVain, tr("in vain"), Look::Edged);
  painter.setFont(sized(font(), 8.5));
  painter.setPen(theme_.text);
  const int foot = height() - footHeight + 6;
  write({left, foot, wide, footHeight - 6}, matrix_.leftWords, Qt::AlignVCenter);
  write({right, foot, wide, footHeight - 6}, matrix_.calledWords, Qt::AlignVCenter);
}

// All four alike, so that the greatest count fits.
QFont ScoreMatrixView::numberFont(int width, int height) const {
  const QString longest = formatCount(std::max({matrix_.won, matrix_.missed, matrix_.inVain, matrix_.leftAlone}));
  for (const double points : {19.0, 14.0}) {
    const QFont number = sized(font(), points, true);
    if ((height >= 76 || points < 19) && QFontMetrics(number).horizontalAdvance(longest) <= width) return number;
  }
  return sized(font(), 11, true);
}

void ScoreMatrixView::paintTile(QPainter& painter, const QRect& area, std::uint64_t leads, const QString& word,
                                Look look) const {
  painter.setPen(QPen(look == Look::Plain   ? theme_.control
                      : look == Look::Edged ? theme_.lead
                                            : theme_.conv,
                      look == Look::Plain ? 1 : 2));
  painter.setBrush(look == Look::Filled ? theme_.conv : theme_.surface);
  painter.drawRoundedRect(QRectF(area).adjusted(1, 1, -1, -1), 4, 4);
  const bool dark = contrast(theme_.text, painter.brush().color()) < contrast(theme_.window, painter.brush().color());
  const QColor ink = dark ? theme_.window : theme_.text;
  const QRect inner = area.adjusted(innerMargin, 0, -innerMargin / 2, 0);
  const QFont number = numberFont(inner.width(), area.height());
  const QFont plain = sized(font(), 9.5), share = sized(font(), 8.5);
  const bool three = area.height() >= 70;
  int top = area.top() + (area.height() - QFontMetrics(number).height() - QFontMetrics(plain).height() -
                          (three ? QFontMetrics(share).height() : 0)) /
                             2;
  const auto line = [&](const QString& text, const QFont& with, const QColor& color) {
    painter.setFont(with);
    painter.setPen(color);
    const int high = painter.fontMetrics().height();
    painter.drawText(QRect(inner.left(), top, inner.width(), high), Qt::AlignLeft | Qt::AlignVCenter,
                     painter.fontMetrics().elidedText(text, Qt::ElideRight, inner.width()));
    top += high;
  };
  line(formatCount(leads), number, ink);
  line(word, plain, ink);
  const std::uint64_t all = matrix_.leads();
  if (!three || all == 0) return;
  const QString percent = formatPercent(static_cast<double>(leads) / static_cast<double>(all));
  const QString words = tr("%1 of leads").arg(percent);
  // All four alike.
  const QString longest = tr("%1 of leads").arg(formatPercent(0.888));
  const bool fits = QFontMetrics(share).horizontalAdvance(longest) <= inner.width();
  line(fits ? words : percent, share, look == Look::Filled ? ink : theme_.muted);
}

}  // namespace leadlight
