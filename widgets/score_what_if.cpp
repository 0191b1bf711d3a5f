#include "widgets/score_what_if.h"

#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>
#include <algorithm>
#include <cmath>

#include "widgets/format.h"

namespace leadlight {

WhatIfView::WhatIfView(QWidget* parent) : QWidget(parent) {
  setFocusPolicy(Qt::StrongFocus);
  setAccessibleName(tr("What if"));
  setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
}

void WhatIfView::show(std::vector<WhatIfBar> bars, std::size_t bandCount, double low, double high) {
  bars_ = std::move(bars);
  bandCount_ = bandCount;
  low_ = low;
  high_ = high;
  QStringList lines;
  // As many decimals as the score above them has, unless all are whole.
  digits_ =
      std::all_of(bars_.begin(), bars_.end(), [](const WhatIfBar& bar) { return bar.score == std::round(bar.score); })
          ? 0
          : 1;
  for (const WhatIfBar& bar : bars_)
    lines << QStringLiteral("%1: %2").arg(bar.label, formatDecimal(bar.score, digits_));
  setAccessibleDescription(lines.join(QStringLiteral("; ")));
  update();
}

void WhatIfView::applyTheme(const Theme& theme) {
  theme_ = theme;
  update();
}

int WhatIfView::barAt(double x) const {
  if (bars_.empty()) return -1;
  const int bar = static_cast<int>(x * static_cast<double>(bars_.size()) / std::max(1, width()));
  return std::clamp(bar, 0, static_cast<int>(bars_.size()) - 1);
}

int WhatIfView::currentBar() const {
  const auto found = std::find_if(bars_.begin(), bars_.end(), [](const WhatIfBar& bar) { return bar.current; });
  return found == bars_.end() ? -1 : static_cast<int>(found - bars_.begin());
}

void WhatIfView::mousePressEvent(QMouseEvent* event) {
  const int bar = barAt(event->position().x());
  if (event->button() == Qt::LeftButton && bar >= 0) emit picked(bar);
}

void WhatIfView::keyPressEvent(QKeyEvent* event) {
  const int last = static_cast<int>(bars_.size()) - 1;
  const int step = event->key() == Qt::Key_Left ? -1 : event->key() == Qt::Key_Right ? 1 : 0;
  if (step == 0 || last < 0) return QWidget::keyPressEvent(event);
  emit picked(std::clamp(currentBar() + step, 0, last));
}

bool WhatIfView::event(QEvent* event) {
  if (event->type() != QEvent::ToolTip) return QWidget::event(event);
  const auto* help = static_cast<QHelpEvent*>(event);
  const int bar = barAt(help->pos().x());
  if (bar >= 0) {
    const WhatIfBar& shown = bars_[static_cast<std::size_t>(bar)];
    QToolTip::showText(help->globalPos(), QStringLiteral("%1: %2").arg(shown.label, formatDecimal(shown.score)), this);
  }
  return true;
}

void WhatIfView::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  painter.setRenderHint(QPainter::Antialiasing);
  if (bars_.empty()) return;
  QFont plain = font();
  plain.setPointSizeF(8.5);
  QFont bold = plain;
  bold.setBold(true);
  const int line = QFontMetrics(bold).height();
  const double floor = height() - line - 8;
  const double tallest = floor - line - 4;
  const double step = static_cast<double>(width()) / static_cast<double>(bars_.size());
  for (std::size_t i = 0; i < bars_.size(); ++i) {
    const WhatIfBar& bar = bars_[i];
    const double share = std::clamp((bar.score - low_) / (high_ - low_), 0.0, 1.0);
    const double left = step * static_cast<double>(i) + 4;
    const double wide = std::max(4.0, step - 8);
    const QRectF box(left, floor - std::max(2.0, share * tallest), wide, std::max(2.0, share * tallest));
    const BandColors none{theme_.lead, theme_.text, theme_.lead};
    const BandColors& colors = bar.band < 0 ? none : theme_.band(static_cast<std::size_t>(bar.band), bandCount_);
    painter.setPen(QPen(colors.edge, 1));
    painter.setBrush(colors.fill);
    painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 2, 2);
    painter.setFont(bar.current ? bold : plain);
    painter.setPen(bar.current ? theme_.text : theme_.muted);
    painter.drawText(QRectF(left - 4, box.top() - line - 2, step, line), Qt::AlignCenter,
                     formatDecimal(bar.score, digits_));
    painter.drawText(QRectF(left - 3, floor + 2, step - 2, line), Qt::AlignCenter,
                     painter.fontMetrics().elidedText(bar.label, Qt::ElideRight, static_cast<int>(step) - 2));
    if (bar.current) painter.fillRect(QRectF(left, floor + line + 4, wide, 3), theme_.accent);
  }
  painter.fillRect(QRectF(0, std::floor(floor), width(), 1), theme_.axis);
  if (hasFocus()) {
    painter.setPen(QPen(theme_.focus, 2));
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), 4, 4);
  }
}

}  // namespace leadlight
