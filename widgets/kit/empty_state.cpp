#include "widgets/kit/empty_state.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

#include "widgets/kit/labels.h"

namespace leadlight {

EmptyState::EmptyState(Icon icon, const QString& sentence, const QString& hint, QWidget* parent)
    : QWidget(parent), shape_(icon) {
  auto* rows = new QVBoxLayout(this);
  rows->setSpacing(8);
  rows->addStretch();
  rows->addWidget(icon_ = new QLabel, 0, Qt::AlignHCenter);
  rows->addWidget(sentence_ = makeLabel({}, TextRole::Strong), 0, Qt::AlignHCenter);
  rows->addWidget(hint_ = makeLabel({}, TextRole::Muted), 0, Qt::AlignHCenter);
  actions_ = new QHBoxLayout;
  actions_->setSpacing(8);
  actions_->setContentsMargins(0, 6, 0, 0);
  rows->addLayout(actions_);
  actions_->addStretch();
  actions_->addStretch();
  rows->addStretch();
  setSentence(sentence, hint);
  applyTheme(lightTheme());
}

void EmptyState::setSentence(const QString& sentence, const QString& hint) {
  sentence_->setText(sentence);
  hint_->setText(hint);
  hint_->setVisible(!hint.isEmpty());
}

Button* EmptyState::addAction(const QString& text, ButtonKind kind) {
  auto* button = new Button(text, kind);
  actions_->insertWidget(actions_->count() - 1, button);
  return button;
}

void EmptyState::applyTheme(const Theme& theme) {
  icon_->setPixmap(iconPixmap(shape_, 26, theme.muted, devicePixelRatioF()));
}

}  // namespace leadlight
