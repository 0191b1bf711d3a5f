#include "widgets/kit/focus_ring.h"

#include <QApplication>
#include <QCheckBox>
#include <QKeyEvent>
#include <QPainter>
#include <QPushButton>
#include <QRadioButton>
#include <QSlider>
#include <QTabBar>
#include <QToolButton>

namespace leadlight {

namespace {

constexpr int off = 1, thick = 2;

bool isRinged(const QWidget* widget) {
  return qobject_cast<const QPushButton*>(widget) || qobject_cast<const QToolButton*>(widget) ||
         qobject_cast<const QCheckBox*>(widget) || qobject_cast<const QRadioButton*>(widget) ||
         qobject_cast<const QSlider*>(widget) || qobject_cast<const QTabBar*>(widget);
}

bool movesFocus(const QKeyEvent& event) { return event.key() == Qt::Key_Tab || event.key() == Qt::Key_Backtab; }

}  // namespace

FocusRing::FocusRing(QWidget* window) : QWidget(window) {
  setAttribute(Qt::WA_TransparentForMouseEvents);
  setAttribute(Qt::WA_NoSystemBackground);
  hide();
  connect(qApp, &QApplication::focusChanged, this, [this](QWidget*, QWidget* now) { follow(now); });
  qApp->installEventFilter(this);
}

void FocusRing::applyTheme(const Theme& theme) {
  theme_ = theme;
  update();
}

void FocusRing::follow(QWidget* widget) {
  const bool inside = widget && parentWidget()->isAncestorOf(widget);
  ringed_ = inside && isRinged(widget) ? widget : nullptr;
  place();
}

void FocusRing::place() {
  const bool wanted = keyboard_ && ringed_ && ringed_->isVisible();
  if (wanted) {
    const int margin = off + thick;
    setGeometry(
        QRect(ringed_->mapTo(parentWidget(), QPoint()), ringed_->size()).adjusted(-margin, -margin, margin, margin));
    raise();
  }
  setVisible(wanted);
}

bool FocusRing::eventFilter(QObject* object, QEvent* event) {
  switch (event->type()) {
    case QEvent::KeyPress:
      if (movesFocus(*static_cast<QKeyEvent*>(event))) keyboard_ = true;
      break;
    case QEvent::MouseButtonPress:
      keyboard_ = false;
      place();
      break;
    case QEvent::Move:
    case QEvent::Resize:
    case QEvent::Hide:
      if (ringed_ && object->isWidgetType() && object != this) {
        auto* moved = static_cast<QWidget*>(object);
        if (moved == ringed_ || moved->isAncestorOf(ringed_)) place();
      }
      break;
    default:
      break;
  }
  return QWidget::eventFilter(object, event);
}

void FocusRing::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  painter.setRenderHint(QPainter::Antialiasing);
  painter.setPen(QPen(theme_.focus, thick));
  painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), 5, 5);
}

}  // namespace leadlight
