#pragma once

#include <QFrame>
#include <QTimer>

#include "app/gui/session.h"
#include "widgets/kit/button.h"

class QLabel;

namespace leadlight {

// 26 px at the foot of the window: how many leads pass, what was loaded last, whether names are hidden, and the task
// that runs; at the right the page's keys.
class StatusLine : public QFrame {
  Q_OBJECT

 public:
  explicit StatusLine(QWidget* parent = nullptr);
  void setLeads(const QString& text);
  void setLoad(const QString& text);
  void setKeys(const QString& text);
  void setMasked(bool masked);
  // A task that runs for half a second or longer is told, with its Cancel.
  void setBusy(bool busy);
  void setProgress(const TaskProgress& progress);

 signals:
  void cancelAsked();

 private:
  void showTask(bool shown);
  QLabel* leads_;
  QLabel* load_;
  QLabel* masked_;
  QLabel* task_;
  Button* cancel_;
  QLabel* pages_;
  QLabel* keys_;
  QTimer soon_;
  bool stoppable_ = false;
};

}  // namespace leadlight
