#include "widgets/kit/button.h"

#include <QEvent>
#include <QStyle>

namespace leadlight {

namespace {

constexpr int iconExtent = 16, iconGap = 4;  // px

const char* kindName(ButtonKind kind) {
  switch (kind) {
    case ButtonKind::Primary:
      return "primary";
    case ButtonKind::Plain:
      return "plain";
    case ButtonKind::Flat:
      return "flat";
    case ButtonKind::Link:
      return "link";
    case ButtonKind::Segment:
      return "segment";
  }
  return "plain";
}

}  // namespace

Button::Button(const QString& text, ButtonKind kind, QWidget* parent) : QPushButton(text, parent), kind_(kind) {
  setProperty("kind", kindName(kind));
  setCheckable(kind == ButtonKind::Segment);
  setAutoDefault(false);
  if (kind == ButtonKind::Link) setCursor(Qt::PointingHandCursor);
}

Button::Button(Icon icon, const QString& text, ButtonKind kind, QWidget* parent) : Button(text, kind, parent) {
  setIconShape(icon);
}

Button* Button::iconOnly(Icon icon, const QString& name, QWidget* parent) {
  auto* button = new Button(icon, QString(), ButtonKind::Flat, parent);
  button->setIconSize({18, 18});
  button->setAccessibleName(name);
  button->setToolTip(name);
  return button;
}

void Button::setKind(ButtonKind kind) {
  kind_ = kind;
  setProperty("kind", kindName(kind));
  style()->unpolish(this);
  style()->polish(this);
  draw();
}

void Button::setSmall() {
  setProperty("small", true);
  style()->unpolish(this);
  style()->polish(this);
}

void Button::setIconShape(Icon icon) {
  shape_ = icon;
  setIconSize({iconExtent, iconExtent});
  draw();
}

void Button::applyTheme(const Theme& theme) {
  theme_ = theme;
  draw();
}

void Button::changeEvent(QEvent* event) {
  QPushButton::changeEvent(event);
  if (event->type() == QEvent::EnabledChange) draw();
}

void Button::draw() {
  if (!shape_) return;
  QColor color = theme_.text;
  if (!isEnabled())
    color = theme_.control;
  else if (kind_ == ButtonKind::Primary)
    color = theme_.onAccent;
  else if (kind_ == ButtonKind::Flat || kind_ == ButtonKind::Segment)
    color = text().isEmpty() ? theme_.text : theme_.muted;
  else if (kind_ == ButtonKind::Link)
    color = theme_.accent;
  setIcon(iconOf(*shape_, color));
  // The gap between icon and word is part of the picture: the style puts them too close.
  if (!text().isEmpty()) setIconSize({iconExtent + iconGap, iconExtent});
}

QHBoxLayout* closingRow(QDialog& dialog, const QString& text) {
  auto* close = new Button(text, ButtonKind::Primary);
  close->setDefault(true);
  QObject::connect(close, &QPushButton::clicked, &dialog, &QDialog::accept);
  auto* row = new QHBoxLayout;
  row->addStretch(1);
  row->addWidget(close);
  return row;
}

}  // namespace leadlight
