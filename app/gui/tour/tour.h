#pragma once

#include <QPointer>
#include <QWidget>
#include <functional>
#include <vector>

#include "widgets/theme.h"

class QFrame;
class QLabel;

namespace leadlight {

class Button;
class MainWindow;

// One stop of the tour: what to look at and two lines about it.
struct TourStep {
  QString title, sentence;
  std::function<QWidget*()> show;  // brings the thing into view and returns it; null: the whole window
};

std::vector<TourStep> tourSteps(MainWindow& window);

// A veil over the window with a hole over one thing after the other. Enter and Right go on, Left goes back, Esc ends.
class Tour : public QWidget, public Themed {
  Q_OBJECT

 public:
  Tour(QWidget* window, std::vector<TourStep> steps);
  void start();
  std::size_t at() const { return at_; }
  QWidget* target() const { return target_; }
  void applyTheme(const Theme& theme) override;

 protected:
  bool eventFilter(QObject* object, QEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;
  void mousePressEvent(QMouseEvent* event) override;
  void paintEvent(QPaintEvent* event) override;

 private:
  void go(std::size_t step);
  void place();
  void end();
  QRect hole() const;

  std::vector<TourStep> steps_;
  std::size_t at_ = 0;
  QPointer<QWidget> target_, before_;
  Theme theme_ = lightTheme();
  QFrame* card_;
  QLabel* count_;
  QLabel* title_;
  QLabel* sentence_;
  Button* back_;
  Button* next_;
};

}  // namespace leadlight
