#include "widgets/kit/card.h"

#include <QHBoxLayout>
#include <QMenu>
#include <QVBoxLayout>

namespace leadlight {

Card::Card(const QString& title, QWidget* parent) : QFrame(parent) {
  setProperty("role", "card");
  auto* all = new QVBoxLayout(this);
  all->setContentsMargins(0, 0, 0, 0);
  all->setSpacing(0);

  head_ = new QWidget(this);
  auto* head = new QHBoxLayout(head_);
  head->setContentsMargins(16, 10, 10, 0);
  head->setSpacing(6);
  auto* words = new QVBoxLayout;
  words->setSpacing(1);
  title_ = new ElidedLabel(title, TextRole::CardTitle);
  subtitle_ = new ElidedLabel({}, TextRole::Caption);
  subtitle_->hide();
  words->addWidget(title_);
  words->addWidget(subtitle_);
  head->addLayout(words, 1);
  tools_ = new QHBoxLayout;
  tools_->setSpacing(4);
  head->addLayout(tools_);
  mark_ = new Button(Icon::Filter, {}, ButtonKind::Link, head_);
  mark_->setToolTip(tr("Clear this card's filter"));
  mark_->hide();
  menuButton_ = Button::iconOnly(Icon::More, tr("More"), head_);
  menuButton_->setSmall();
  menuButton_->setCursor(Qt::ArrowCursor);  // whatever the head has
  menuButton_->hide();
  head->addWidget(mark_, 0, Qt::AlignTop);
  head->addWidget(menuButton_, 0, Qt::AlignTop);
  all->addWidget(head_);
  head_->setVisible(!title.isEmpty());

  body_ = new QVBoxLayout;
  body_->setContentsMargins(16, 8, 16, 12);
  body_->setSpacing(8);
  all->addLayout(body_, 1);
  connect(mark_, &QPushButton::clicked, this, &Card::markClicked);
}

void Card::setTitle(const QString& title) {
  title_->setFullText(title);
  head_->setVisible(!title.isEmpty());
}

void Card::setSubtitle(const QString& subtitle, Tone tone) {
  subtitle_->setFullText(subtitle);
  subtitle_->setVisible(!subtitle.isEmpty());
  setTone(*subtitle_, tone);
}

void Card::setMark(const QString& mark) {
  mark_->setText(mark);
  mark_->setVisible(!mark.isEmpty());
}

void Card::setMenu(QMenu* menu) {
  menu->setParent(menuButton_, menu->windowFlags());
  menuButton_->setMenu(menu);
  menuButton_->show();
}

}  // namespace leadlight
