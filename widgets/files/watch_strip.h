#pragma once

#include <QFrame>

#include "widgets/kit/button.h"
#include "widgets/kit/labels.h"
#include "widgets/theme.h"

namespace leadlight {

// A watched folder in one line: its name, what it is doing, and the ways to open it, change it and stop.
struct WatchLine {
  enum class State { Waiting, Working, Lost };
  State state = State::Waiting;
  QString folder;
  QString sentence;  // "waiting for files", "Leads.csv: 120 new"
  bool operator==(const WatchLine&) const = default;
};

class WatchStrip : public QFrame, public Themed {
  Q_OBJECT

 public:
  explicit WatchStrip(QWidget* parent = nullptr);
  void display(const WatchLine& line);
  const WatchLine& line() const { return line_; }
  void applyTheme(const Theme& theme) override;

 signals:
  void changeAsked();
  void stopAsked();

 private:
  Theme theme_ = lightTheme();
  WatchLine line_;
  QLabel* icon_;
  QLabel* title_;
  ElidedLabel* folder_;
  ElidedLabel* sentence_;
};

}  // namespace leadlight
