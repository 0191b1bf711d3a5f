#pragma once

#include <QFrame>

#include "widgets/kit/button.h"
#include "widgets/kit/labels.h"

class QHBoxLayout;
class QMenu;
class QVBoxLayout;

namespace leadlight {

// A flat box with a title, a subtitle, a row of tools at the right and a body.
class Card : public QFrame {
  Q_OBJECT

 public:
  explicit Card(const QString& title = {}, QWidget* parent = nullptr);

  void setTitle(const QString& title);
  // With a tone for a subtitle that warns, e.g. "Written after contact".
  void setSubtitle(const QString& subtitle, Tone tone = Tone::None);
  // In two lines where one is too short, instead of cut.
  void wrapSubtitle() { subtitle_->setWordWrap(true); }
  // The card's own filter: "2 chosen" with a funnel, pressed to clear. Empty: none.
  void setMark(const QString& mark);
  // The menu behind the three dots; the card takes it over.
  void setMenu(QMenu* menu);

  QWidget* head() const { return head_; }  // the row of the title
  QHBoxLayout* tools() { return tools_; }  // between title and menu
  // Margins are 16 px left and right; a table sets them to 0.
  QVBoxLayout* body() { return body_; }

 signals:
  void markClicked();

 private:
  QWidget* head_;
  ElidedLabel* title_;
  ElidedLabel* subtitle_;
  QHBoxLayout* tools_;
  QVBoxLayout* body_;
  Button* mark_;
  Button* menuButton_;
};

}  // namespace leadlight
