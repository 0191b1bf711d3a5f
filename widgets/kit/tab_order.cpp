#include "widgets/kit/tab_order.h"

#include <QWidget>

namespace leadlight {

namespace {

bool takesTab(const QWidget& widget) { return (widget.focusPolicy() & Qt::TabFocus) != 0 && !widget.focusProxy(); }

}  // namespace

void keepTabOrder(QWidget& part) {
  QWidget* last = part.previousInFocusChain();
  while (last != &part && (!takesTab(*last) || part.isAncestorOf(last))) last = last->previousInFocusChain();
  if (last == &part || last->window() != part.window()) return;
  for (QWidget* widget : part.findChildren<QWidget*>())
    if (takesTab(*widget) && widget->window() == part.window()) {
      QWidget::setTabOrder(last, widget);
      last = widget;
    }
}

}  // namespace leadlight
