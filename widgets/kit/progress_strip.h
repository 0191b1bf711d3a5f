#pragma once

#include <QFrame>

#include "widgets/kit/labels.h"
#include "widgets/theme.h"

namespace leadlight {

// A running task: name, figures, Cancel, and a 4 px bar below.
struct Strip {
  enum class State { Running, Stopping, Done, Failed };
  State state = State::Running;
  QString name;       // "Loading Leads.csv"
  QString figures;    // "62%, 5,729 rows, 1 s left"
  double share = -1;  // 0 to 1; below 0: unknown, the bar stays empty
  QString action;     // "Cancel", "Undo"; empty: none
  bool operator==(const Strip&) const = default;
};

class ProgressStrip : public QFrame, public Themed {
  Q_OBJECT

 public:
  explicit ProgressStrip(QWidget* parent = nullptr);
  void display(const Strip& strip);
  const Strip& strip() const { return strip_; }
  void applyTheme(const Theme& theme) override;

 signals:
  void actionClicked();

 protected:
  void paintEvent(QPaintEvent* event) override;

 private:
  Theme theme_ = lightTheme();
  Strip strip_;
  ElidedLabel* name_;
  QLabel* figures_;
  QPushButton* action_;
};

}  // namespace leadlight
