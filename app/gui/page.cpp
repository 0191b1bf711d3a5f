#include "app/gui/page.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

#include "widgets/kit/labels.h"

namespace leadlight {

Page::Page(Session& session, const QString& id, Icon icon, const QString& title, QWidget* parent)
    : QWidget(parent), session_(session), id_(id), title_(title), icon_(icon) {
  auto* all = new QVBoxLayout(this);
  all->setContentsMargins(0, 0, 0, 0);
  all->setSpacing(0);
  auto* headHost = new QWidget;
  headHost->setFixedHeight(56);
  head_ = new QHBoxLayout(headHost);
  head_->setContentsMargins(20, 0, 20, 0);
  head_->setSpacing(8);
  head_->addWidget(makeLabel(title, TextRole::PageTitle));
  subtitle_ = makeLabel({}, TextRole::Muted);
  subtitle_->setContentsMargins(6, 5, 0, 0);
  head_->addWidget(subtitle_);
  head_->addStretch(1);
  actions_ = new QHBoxLayout;
  actions_->setSpacing(8);
  head_->addLayout(actions_);
  all->addWidget(headHost);
  body_ = new QVBoxLayout;
  body_->setContentsMargins(20, 0, 20, 14);
  body_->setSpacing(12);
  all->addLayout(body_, 1);

  connect(&session_, &Session::snapshotChanged, this, [this] {
    snapshotStale_ = true;
    deliver();
  });
  connect(&session_, &Session::linkedChanged, this, [this] {
    linkedStale_ = true;
    deliver();
  });
}

void Page::applyTheme(const Theme& theme) {
  theme_ = theme;
  applyThemeTo(*this, theme);
}

void Page::receive(const QVariant&) {}

void Page::showLinked(const LinkedPtr&) {}

void Page::setSubtitle(const QString& text) { subtitle_->setText(text); }

void Page::showEvent(QShowEvent* event) {
  QWidget::showEvent(event);
  deliver();
}

void Page::deliver() {
  if (!isVisible()) return;
  if (snapshotStale_) {
    snapshotStale_ = false;
    showSnapshot(session_.snapshot());
  }
  if (linkedStale_) {
    linkedStale_ = false;
    showLinked(session_.linked());
  }
}

}  // namespace leadlight
