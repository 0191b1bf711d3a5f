#pragma once

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>
#include <functional>
#include <memory>

#include "app/gui/session.h"

class QSystemTrayIcon;

namespace leadlight {

class MainWindow;

// Tells somebody who went on to other work that a long task has ended: loads, training and whatever else keeps the
// session or a page busy.
class LongTaskNotice : public QObject {
  Q_OBJECT

 public:
  static constexpr int longTask = 10'000;  // ms

  LongTaskNotice(std::function<MainWindow&()> window, Session& session, int atLeast = longTask);
  ~LongTaskNotice() override;

 signals:
  void told(const QString& sentence);

 private:
  void look();
  void tell();
  std::function<MainWindow&()> window_;
  Session& session_;
  int atLeast_;
  QString task_;
  QTimer timer_;
  QElapsedTimer since_;
  bool working_ = false;
  std::unique_ptr<QSystemTrayIcon> tray_;
};

}  // namespace leadlight
