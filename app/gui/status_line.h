#pragma once

#include <QFrame>

class QLabel;

namespace leadlight {

// 26 px at the foot of the window: how many leads pass and what was loaded last; at the right the page's keys.
class StatusLine : public QFrame {
  Q_OBJECT

 public:
  explicit StatusLine(QWidget* parent = nullptr);
  void setLeads(const QString& text);
  void setLoad(const QString& text);
  void setKeys(const QString& text);

 private:
  QLabel* leads_;
  QLabel* load_;
  QLabel* keys_;
};

}  // namespace leadlight
