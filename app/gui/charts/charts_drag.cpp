#include "app/gui/charts/charts_drag.h"

#include <QApplication>
#include <QKeyEvent>
#include <QLabel>
#include <QPainter>
#include <QScrollArea>
#include <QScrollBar>
#include <algorithm>

#include "app/gui/charts/charts_card.h"

namespace leadlight {
namespace {

constexpr int pictureWidth = 240, edge = 36, markWidth = 4, gap = 12;

// Small and see-through, so that the place below it can be seen.
QPixmap pictureOf(ChartCard& card) {
  const QPixmap small =
      card.grab().scaledToWidth(qRound(pictureWidth * card.devicePixelRatioF()), Qt::SmoothTransformation);
  QPixmap picture(small.size());
  picture.setDevicePixelRatio(card.devicePixelRatioF());
  picture.fill(Qt::transparent);
  QPainter painter(&picture);
  painter.setOpacity(0.85);
  const QRect all(QPoint(), picture.deviceIndependentSize().toSize());
  painter.drawPixmap(all, small);
  painter.setPen(card.palette().color(QPalette::Link));
  painter.drawRect(all.adjusted(0, 0, -1, -1));
  return picture;
}

}  // namespace

ChartsDrag::ChartsDrag(QScrollArea& area, const std::vector<ChartCard*>& cards)
    : QObject(&area), area_(area), cards_(cards), picture_(new QLabel(&area)), mark_(new QWidget(area.widget())) {
  picture_->setAttribute(Qt::WA_TransparentForMouseEvents);
  picture_->hide();
  mark_->setAutoFillBackground(true);
  mark_->setBackgroundRole(QPalette::Link);  // the accent
  mark_->hide();
  scrolling_.setInterval(16);
  connect(&scrolling_, &QTimer::timeout, this, &ChartsDrag::scroll);
}

void ChartsDrag::watch(ChartCard& card) {
  card.head()->setCursor(Qt::OpenHandCursor);
  card.head()->installEventFilter(this);
}

bool ChartsDrag::eventFilter(QObject* watched, QEvent* event) {
  const auto pointer = [event] { return static_cast<QMouseEvent*>(event)->globalPosition().toPoint(); };
  switch (event->type()) {
    case QEvent::MouseButtonPress:
      if (!card_ && static_cast<QMouseEvent*>(event)->button() == Qt::LeftButton) press(watched, pointer());
      return false;
    case QEvent::MouseMove:
      if (card_ && watched == card_->head()) move(pointer());
      return false;
    case QEvent::MouseButtonRelease:
      if (card_ && watched == card_->head()) drop();
      return false;
    case QEvent::ApplicationDeactivate:
      cancel();
      return false;
    case QEvent::ShortcutOverride:
    case QEvent::KeyPress:
      return escape(static_cast<QKeyEvent*>(event));
    default:
      return false;
  }
}

// Its Esc is heard by nobody else: a chart would let its filter go.
bool ChartsDrag::escape(QKeyEvent* event) {
  if (!dragging_ || event->key() != Qt::Key_Escape) return false;
  event->accept();
  if (event->type() == QEvent::KeyPress) cancel();
  return true;
}

void ChartsDrag::press(const QObject* handle, const QPoint& at) {
  for (ChartCard* card : cards_)
    if (card->head() == handle) card_ = card;
  pressed_ = at;
}

void ChartsDrag::move(const QPoint& at) {
  pointer_ = at;
  const bool pulled = cards_.size() > 1 && (at - pressed_).manhattanLength() >= QApplication::startDragDistance();
  if (!dragging_ && pulled) begin();
  if (dragging_) follow();
}

void ChartsDrag::begin() {
  dragging_ = true;
  picture_->setPixmap(pictureOf(*card_));
  picture_->adjustSize();
  picture_->show();
  picture_->raise();
  mark_->raise();
  QGuiApplication::setOverrideCursor(Qt::ClosedHandCursor);
  qApp->installEventFilter(this);
  scrolling_.start();
}

bool ChartsDrag::inside() const { return area_.isVisible() && area_.rect().contains(area_.mapFromGlobal(pointer_)); }

void ChartsDrag::follow() {
  mark_->setVisible(inside());
  picture_->move(area_.mapFromGlobal(pointer_) + QPoint(12, 12));
  mark_->setGeometry(placeAt(area_.widget()->mapFromGlobal(pointer_)).mark);
}

// The nearer to the edge, the faster.
void ChartsDrag::scroll() {
  const int y = area_.viewport()->mapFromGlobal(pointer_).y(), below = y - (area_.viewport()->height() - edge);
  const int wanted = y < edge ? y - edge : std::max(0, below);
  if (wanted == 0) return;
  QScrollBar* bar = area_.verticalScrollBar();
  bar->setValue(bar->value() + std::clamp(wanted, -edge, edge) / 3);
  follow();
}

void ChartsDrag::drop() {
  const QPointer<ChartCard> card = card_;
  const bool moves = dragging_ && inside();
  const std::size_t before = placeAt(area_.widget()->mapFromGlobal(pointer_)).before;
  cancel();
  if (moves) emit dropped(card, before);
}

void ChartsDrag::cancel() {
  card_ = nullptr;
  if (!std::exchange(dragging_, false)) return;
  qApp->removeEventFilter(this);
  QGuiApplication::restoreOverrideCursor();
  scrolling_.stop();
  picture_->hide();
  mark_->hide();
}

QRect ChartsDrag::rectOf(const ChartCard& card) const { return {card.mapTo(area_.widget(), QPoint()), card.size()}; }

// The row nearest to the pointer, in it the gap nearest to it. A row of one card is parted above and below.
ChartsDrag::Place ChartsDrag::placeAt(const QPoint& at) const {
  std::size_t first = 0, next = 0;
  while (next < cards_.size()) {
    first = next;
    while (next < cards_.size() && cards_[next]->parentWidget() == cards_[first]->parentWidget()) ++next;
    if (at.y() < rectOf(*cards_[first]).bottom() + gap / 2) break;
  }
  const QRect left = rectOf(*cards_[first]);
  const int lead = (gap + markWidth) / 2;
  if (next - first == 1) {
    const bool below = at.y() > left.center().y();
    const int y = below ? left.bottom() + 1 + gap / 2 : left.top() - gap / 2;
    return {below ? next : first, QRect(left.left(), std::max(0, y - markWidth / 2), left.width(), markWidth)};
  }
  std::size_t before = first;
  while (before < next && at.x() > rectOf(*cards_[before]).center().x()) ++before;
  const int x = before < next ? rectOf(*cards_[before]).left() - lead : rectOf(*cards_[next - 1]).right() + 1;
  const int most = area_.widget()->width() - markWidth;
  return {before, QRect(std::clamp(x, 0, most), left.top(), markWidth, left.height())};
}

}  // namespace leadlight
