#pragma once

#include <QAbstractButton>

#include "widgets/icons.h"
#include "widgets/theme.h"

namespace leadlight {

// One entry of the side panel: icon, word and a count at the right; checked while its page is shown. Collapsed it is
// the icon alone, with the word as tool tip.
class NavButton : public QAbstractButton, public Themed {
  Q_OBJECT

 public:
  NavButton(Icon icon, const QString& word, const QString& shortcut, QWidget* parent = nullptr);
  void setCount(const QString& count);
  void setCollapsed(bool collapsed);
  void applyTheme(const Theme& theme) override;
  QSize sizeHint() const override { return {collapsed_ ? 40 : 184, 36}; }

 protected:
  void paintEvent(QPaintEvent* event) override;
  void enterEvent(QEnterEvent* event) override;
  void leaveEvent(QEvent* event) override;

 private:
  Icon icon_;
  QString count_;
  Theme theme_ = lightTheme();
  bool collapsed_ = false;
};

}  // namespace leadlight
