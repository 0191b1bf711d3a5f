#pragma once

#include <QPointer>
#include <QWidget>

#include "widgets/theme.h"

namespace leadlight {

// The ring around the widget that has the keyboard's focus: 2 px wide, 1 px off. It shows while the keyboard is used
// and goes when the mouse is pressed. Buttons, boxes and sliders get it; what paints its own focus does not.
class FocusRing : public QWidget, public Themed {
  Q_OBJECT

 public:
  // REQUIRES: `window` is the top-level widget whose descendants are ringed
  explicit FocusRing(QWidget* window);
  void applyTheme(const Theme& theme) override;

 protected:
  bool eventFilter(QObject* object, QEvent* event) override;
  void paintEvent(QPaintEvent* event) override;

 private:
  void follow(QWidget* widget);
  void place();
  Theme theme_ = lightTheme();
  QPointer<QWidget> ringed_;
  bool keyboard_ = false;
};

}  // namespace leadlight
