#pragma once

#include <QEvent>
#include <QScrollArea>
#include <QScrollBar>

namespace leadlight {

// As high as what it holds, and scrolled across where that is wider than the room it gets.
class WideView final : public QScrollArea {
 public:
  explicit WideView(QWidget* wide) {
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::NoFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    wide->setObjectName(QStringLiteral("scrolled"));
    setWidget(wide);
  }
  QSize sizeHint() const override {
    const QSize wide = widget()->sizeHint();
    return {wide.width(), wide.height() + horizontalScrollBar()->sizeHint().height()};
  }
  QSize minimumSizeHint() const override { return {160, sizeHint().height()}; }

 protected:
  bool event(QEvent* event) override {
    if (event->type() == QEvent::LayoutRequest) updateGeometry();
    return QScrollArea::event(event);
  }
};

}  // namespace leadlight
