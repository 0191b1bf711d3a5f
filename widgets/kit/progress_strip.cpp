#include "widgets/kit/progress_strip.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QVBoxLayout>
#include <algorithm>

#include "widgets/kit/button.h"

namespace leadlight {

ProgressStrip::ProgressStrip(QWidget* parent) : QFrame(parent) {
  setProperty("role", "card");
  setFixedHeight(48);
  auto* rows = new QVBoxLayout(this);
  rows->setContentsMargins(14, 6, 14, 14);
  auto* row = new QHBoxLayout;
  row->setSpacing(10);
  row->addWidget(name_ = new ElidedLabel({}, TextRole::Strong), 1);
  row->addWidget(figures_ = makeLabel({}, TextRole::Caption));
  auto* action = new Button(QString(), ButtonKind::Link);
  row->addWidget(action_ = action);
  rows->addLayout(row);
  connect(action_, &QPushButton::clicked, this, &ProgressStrip::actionClicked);
}

void ProgressStrip::display(const Strip& strip) {
  if (strip == strip_) return;
  strip_ = strip;
  name_->setFullText(strip.name);
  figures_->setText(strip.figures);
  action_->setText(strip.action);
  action_->setVisible(!strip.action.isEmpty());
  setAccessibleName(strip.name + QStringLiteral(", ") + strip.figures);
  update();
}

void ProgressStrip::applyTheme(const Theme& theme) {
  theme_ = theme;
  update();
}

void ProgressStrip::paintEvent(QPaintEvent* event) {
  QFrame::paintEvent(event);
  const QRectF track(14, height() - 14, width() - 28, 4);
  QColor color = theme_.accent;
  if (strip_.state == Strip::State::Stopping) color = theme_.control;
  if (strip_.state == Strip::State::Done) color = theme_.positive;
  if (strip_.state == Strip::State::Failed) color = theme_.negative;
  QPainter painter(this);
  painter.setRenderHint(QPainter::Antialiasing);
  painter.setPen(Qt::NoPen);
  painter.setBrush(theme_.sunken);
  painter.drawRoundedRect(track, 2, 2);
  if (strip_.share < 0) return;
  QRectF done = track;
  done.setWidth(std::max(4.0, track.width() * std::min(1.0, strip_.share)));
  painter.setBrush(color);
  painter.drawRoundedRect(done, 2, 2);
}

}  // namespace leadlight
