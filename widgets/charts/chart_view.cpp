#include "widgets/charts/chart_view.h"

#include <QGraphicsLayout>
#include <QLegend>
#include <QMouseEvent>
#include <QToolTip>

#include "widgets/charts/chart_text.h"

namespace leadlight {

void applyTheme(QChart* chart, const Theme& theme) {
  chart->setAnimationOptions(QChart::NoAnimation);
  chart->legend()->hide();
  chart->setMargins(QMargins());
  chart->layout()->setContentsMargins(0, 0, 0, 0);
  chart->setBackgroundRoundness(0);
  chart->setBackgroundVisible(false);
  chart->setPlotAreaBackgroundVisible(false);
  chart->setTitleBrush(theme.text);
}

ChartView::ChartView(QWidget* parent) : QChartView(parent) {
  setFrameShape(QFrame::NoFrame);
  setRenderHint(QPainter::Antialiasing);
  setViewportUpdateMode(FullViewportUpdate);
  setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  setFocusPolicy(Qt::StrongFocus);
  setMouseTracking(true);
  viewport()->setMouseTracking(true);
  leadlight::applyTheme(chart(), theme_);
  tipTimer_.setSingleShot(true);
  tipTimer_.setInterval(300);
  connect(&tipTimer_, &QTimer::timeout, this, [this] { showTip(hovered_); });
}

void ChartView::applyTheme(const Theme& theme) {
  theme_ = theme;
  leadlight::applyTheme(chart(), theme_);
  restyle();
  arrange();
  viewport()->update();
}

int ChartView::itemAt(const QPointF& position) const {
  for (int i = 0; i < itemCount(); ++i)
    if (itemRect(i).contains(position)) return i;
  return -1;
}

QFont ChartView::smallFont(bool bold) const {
  QFont result = font();
  result.setPointSizeF(8.5);
  result.setBold(bold);
  return result;
}

QString ChartView::tipText(const ChartItem& item, const ChartContext& context, const QString& hint) const {
  QStringList lines{QStringLiteral("<b>%1</b>").arg(item.name.toHtmlEscaped())};
  if (context.filtered)
    lines << tr("%1 of %2 leads pass").arg(formatCount(item.passing.leads), formatCount(item.all.leads));
  else
    lines << tr("%n leads", nullptr, static_cast<int>(item.all.leads))
                 .replace(QString::number(item.all.leads), formatCount(item.all.leads));
  if (context.outcome && item.passing.leads > 0) {
    const Rate rate = item.passing.rate();
    lines << (item.passing.leads < fewLeads
                  ? tr("%1 of %2 convert: too few for a rate")
                        .arg(formatCount(item.passing.converted), formatCount(item.passing.leads))
                  : tr("%1 convert, %2").arg(shareText(item.passing), intervalText(rate)));
    if (context.filtered) lines << tr("all %1 leads %2").arg(item.name.toHtmlEscaped(), shareText(item.all));
  }
  lines << hint;
  return QStringLiteral("<p style='white-space:pre'>%1</p>").arg(lines.join(QStringLiteral("<br>")));
}

void ChartView::describe(const ChartContext& context, const std::vector<ChartItem>& items) {
  setAccessibleName(context.title);
  QStringList parts;
  for (const ChartItem& item : items) {
    QString part = tr("%1: %2 of %3").arg(item.name, formatCount(item.passing.leads), formatCount(item.all.leads));
    if (context.outcome) part += QStringLiteral(", ") + shareText(item.passing);
    if (item.chosen) part += QStringLiteral(", ") + tr("chosen");
    parts << part;
  }
  setAccessibleDescription(parts.join(QStringLiteral("; ")));
  if (current_ >= itemCount()) current_ = -1;
}

void ChartView::walk(int step) {
  if (itemCount() == 0) return;
  current_ = current_ < 0 ? (step > 0 ? 0 : itemCount() - 1) : std::clamp(current_ + step, 0, itemCount() - 1);
  showTip(current_);
  viewport()->update();
}

void ChartView::showTip(int item) {
  if (item < 0 || item >= itemCount()) return hideTip();
  const QRectF area = itemRect(item);
  const QPoint at =
      current_ == item && !underMouse() ? area.center().toPoint() : viewport()->mapFromGlobal(QCursor::pos());
  QToolTip::showText(viewport()->mapToGlobal(at), tipOf(item), viewport(), area.toAlignedRect());
}

void ChartView::hideTip() {
  tipTimer_.stop();
  QToolTip::hideText();
}

void ChartView::mouseMoveEvent(QMouseEvent* event) {
  const int item = itemAt(event->position());
  if (item == hovered_) return;
  hovered_ = item;
  viewport()->setCursor(item >= 0 ? Qt::PointingHandCursor : Qt::ArrowCursor);
  hideTip();
  if (item >= 0) tipTimer_.start();
}

void ChartView::mousePressEvent(QMouseEvent* event) {
  if (event->button() != Qt::LeftButton) return event->ignore();
  hideTip();
  byKeyboard_ = false;
  pressed_ = itemAt(event->position());
}

void ChartView::mouseReleaseEvent(QMouseEvent* event) {
  if (event->button() != Qt::LeftButton) return event->ignore();
  const int item = itemAt(event->position());
  if (item >= 0 && item == pressed_) {
    current_ = item;
    pick(item, event->modifiers());
  }
  pressed_ = -1;
}

void ChartView::pick(int item, Qt::KeyboardModifiers with) {
  if (with.testFlag(Qt::ShiftModifier)) return emit leftOut(item);
  emit picked(item, with.testFlag(Qt::ControlModifier));
}

QString ChartView::pickHint(bool chosen) const {
  return chosen ? tr("Click again lets all in") : tr("Click keeps, Ctrl click adds, Shift click leaves out");
}

void ChartView::leaveEvent(QEvent* event) {
  hovered_ = -1;
  hideTip();
  QChartView::leaveEvent(event);
}

void ChartView::keyPressEvent(QKeyEvent* event) {
  byKeyboard_ = true;
  switch (event->key()) {
    case Qt::Key_Left:
    case Qt::Key_Up:
      return walk(-1);
    case Qt::Key_Right:
    case Qt::Key_Down:
      return walk(1);
    case Qt::Key_Home:
      return walk(-itemCount());
    case Qt::Key_End:
      return walk(itemCount());
    case Qt::Key_Space:
    case Qt::Key_Return:
      if (current_ >= 0) pick(current_, event->modifiers());
      return;
    case Qt::Key_Escape:
      return emit cleared();
    default:
      event->ignore();
  }
}

void ChartView::focusInEvent(QFocusEvent* event) {
  QChartView::focusInEvent(event);
  byKeyboard_ = event->reason() != Qt::MouseFocusReason;
  viewport()->update();
}

void ChartView::focusOutEvent(QFocusEvent* event) {
  QChartView::focusOutEvent(event);
  hideTip();
  viewport()->update();
}

// The page scrolls, not the chart.
void ChartView::wheelEvent(QWheelEvent* event) { event->ignore(); }

void ChartView::resizeEvent(QResizeEvent* event) {
  QChartView::resizeEvent(event);
  arrange();
}

void ChartView::drawBackground(QPainter* painter, const QRectF& rect) {
  painter->fillRect(rect, theme_.surface);
  painter->save();
  painter->setFont(smallFont());
  paintUnder(*painter);
  painter->restore();
}

void ChartView::drawForeground(QPainter* painter, const QRectF&) {
  painter->setFont(smallFont());
  if (itemCount() == 0) {
    painter->setPen(theme_.muted);
    painter->drawText(QRectF(viewport()->rect()), Qt::AlignCenter, tr("No values to show"));
  } else {
    paintOver(*painter);
  }
  if (!hasFocus() || !byKeyboard_) return;
  const QRectF ring = current_ >= 0 && current_ < itemCount() ? itemRect(current_) : QRectF(viewport()->rect());
  painter->setPen(QPen(theme_.focus, 2));
  painter->setBrush(Qt::NoBrush);
  painter->drawRoundedRect(ring.intersected(QRectF(viewport()->rect())).adjusted(1, 1, -1, -1), 3, 3);
}

}  // namespace leadlight
