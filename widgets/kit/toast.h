#pragma once

#include <QTimer>
#include <QWidget>
#include <functional>

#include "widgets/kit/labels.h"
#include "widgets/theme.h"

namespace leadlight {

// One sentence at the bottom centre of its parent for six seconds, with at most one action. A new one replaces the old;
// while the pointer or the focus is on it, it stays.
class Toast : public QWidget, public Themed {
  Q_OBJECT

 public:
  enum class Kind { Done, Failed };

  explicit Toast(QWidget* parent);
  void display(Kind kind, const QString& sentence, const QString& action = {}, std::function<void()> run = {});
  QString sentence() const { return sentence_->text(); }
  void applyTheme(const Theme& theme) override;
  // Puts itself where it belongs; the parent calls this when it was resized.
  void place();

 protected:
  void paintEvent(QPaintEvent* event) override;
  void enterEvent(QEnterEvent* event) override;
  void leaveEvent(QEvent* event) override;

 private:
  Theme theme_ = lightTheme();
  Kind kind_ = Kind::Done;
  QLabel* icon_;
  QLabel* sentence_;
  QPushButton* action_;
  std::function<void()> run_;
  QTimer timer_;
};

}  // namespace leadlight
