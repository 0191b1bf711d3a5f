#pragma once

#include <QWidget>

#include "widgets/kit/button.h"
#include "widgets/theme.h"

class QHBoxLayout;
class QLabel;

namespace leadlight {

// What stands where there is nothing to show: an icon, one sentence, a hint, and the ways out.
class EmptyState : public QWidget, public Themed {
  Q_OBJECT

 public:
  EmptyState(Icon icon, const QString& sentence, const QString& hint = {}, QWidget* parent = nullptr);
  void setSentence(const QString& sentence, const QString& hint = {});
  // Adds a button; the first one is primary if asked for.
  Button* addAction(const QString& text, ButtonKind kind = ButtonKind::Plain);
  void applyTheme(const Theme& theme) override;

 private:
  Icon shape_;
  QLabel* icon_;
  QLabel* sentence_;
  QLabel* hint_;
  QHBoxLayout* actions_;
};

}  // namespace leadlight
