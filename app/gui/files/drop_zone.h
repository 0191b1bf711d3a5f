#pragma once

#include <QFrame>

#include "widgets/kit/labels.h"
#include "widgets/theme.h"

namespace leadlight {

// Where files are dropped: at rest, with files above it, or refusing them with the reason. It shows; the window does
// the dragging.
class DropZone : public QFrame, public Themed {
  Q_OBJECT

 public:
  enum class State { Rest, Over, Refused };

  explicit DropZone(QWidget* parent = nullptr);
  void rest();
  void over(const QString& files);
  void refuse(const QString& what, const QString& reason);
  State state() const { return state_; }
  void applyTheme(const Theme& theme) override;

 signals:
  void chooseAsked();

 protected:
  void paintEvent(QPaintEvent* event) override;
  void mouseReleaseEvent(QMouseEvent* event) override;

 private:
  void set(State state, const QString& title, const QString& note);
  Theme theme_ = lightTheme();
  State state_ = State::Rest;
  QLabel* icon_;
  QLabel* title_;
  QWidget* choose_;
  QLabel* note_;
};

}  // namespace leadlight
