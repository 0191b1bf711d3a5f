#include "widgets/files/watch_strip.h"

#include <QHBoxLayout>

namespace leadlight {

WatchStrip::WatchStrip(QWidget* parent) : QFrame(parent) {
  setProperty("role", "card");
  auto* row = new QHBoxLayout(this);
  row->setContentsMargins(16, 5, 8, 5);
  row->setSpacing(10);
  row->addWidget(icon_ = new QLabel);
  row->addWidget(title_ = makeLabel(tr("Watching"), TextRole::Strong));
  row->addWidget(folder_ = new ElidedLabel({}, TextRole::Body, nullptr, Qt::ElideMiddle), 2);
  row->addWidget(sentence_ = new ElidedLabel({}, TextRole::Caption), 3);
  sentence_->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
  auto* change = new Button(tr("Another folder…"), ButtonKind::Link);
  auto* stop = new Button(tr("Stop watching"), ButtonKind::Link);
  row->addWidget(change);
  row->addWidget(stop);
  connect(change, &QPushButton::clicked, this, &WatchStrip::changeAsked);
  connect(stop, &QPushButton::clicked, this, &WatchStrip::stopAsked);
}

void WatchStrip::display(const WatchLine& line) {
  line_ = line;
  folder_->setFullText(line.folder);
  sentence_->setFullText(line.sentence);
  setTone(*sentence_, line.state == WatchLine::State::Lost ? Tone::Warning : Tone::None);
  setAccessibleName(tr("Watching %1: %2").arg(line.folder, line.sentence));
  applyTheme(theme_);
}

void WatchStrip::applyTheme(const Theme& theme) {
  theme_ = theme;
  const bool lost = line_.state == WatchLine::State::Lost;
  icon_->setPixmap(
      iconPixmap(lost ? Icon::Warning : Icon::Clock, 18, lost ? theme.warning : theme.accent, devicePixelRatioF()));
}

}  // namespace leadlight
