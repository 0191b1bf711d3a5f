#pragma once

#include <QBoxLayout>
#include <QDialog>
#include <QPushButton>
#include <optional>

#include "widgets/icons.h"
#include "widgets/theme.h"

namespace leadlight {

// primary: the one thing to do on a page. plain: outlined. flat: an icon or word in a tool row. link: looks like text.
// segment: one of a row of choices; checkable.
enum class ButtonKind { Primary, Plain, Flat, Link, Segment };

// A push button whose icon follows theme and state. An icon-only button must get an accessible name and a tool tip:
// pass `name`.
class Button : public QPushButton, public Themed {
  Q_OBJECT

 public:
  Button(const QString& text, ButtonKind kind, QWidget* parent = nullptr);
  Button(Icon icon, const QString& text, ButtonKind kind, QWidget* parent = nullptr);
  static Button* iconOnly(Icon icon, const QString& name, QWidget* parent = nullptr);

  void setKind(ButtonKind kind);
  void setSmall();  // 26 px high
  void setIconShape(Icon icon);
  void applyTheme(const Theme& theme) override;

 protected:
  void changeEvent(QEvent* event) override;

 private:
  void draw();
  ButtonKind kind_;
  std::optional<Icon> shape_;
  Theme theme_ = lightTheme();
};

// The foot of a dialog that only shows: its one button ends it.
QHBoxLayout* closingRow(QDialog& dialog, const QString& text);

}  // namespace leadlight
