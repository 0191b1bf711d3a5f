#include "app/gui/files/drop_zone.h"

#include <QHBoxLayout>
#include <QMouseEvent>
#include <QPainter>
#include <QVBoxLayout>

#include "widgets/kit/button.h"

namespace leadlight {

DropZone::DropZone(QWidget* parent) : QFrame(parent) {
  setFixedHeight(54);
  auto* row = new QHBoxLayout(this);
  row->setContentsMargins(18, 0, 18, 0);
  row->setSpacing(14);
  row->addWidget(icon_ = new QLabel);
  auto* words = new QVBoxLayout;
  words->setSpacing(0);
  words->addStretch();
  auto* first = new QHBoxLayout;
  first->setSpacing(4);
  first->addWidget(title_ = makeLabel({}, TextRole::Strong));
  choose_ = new QWidget;
  auto* choose = new QHBoxLayout(choose_);
  choose->setContentsMargins(0, 0, 0, 0);
  choose->setSpacing(2);
  //: Drop lead files here [or] choose files
  choose->addWidget(makeLabel(tr("or"), TextRole::Body));
  auto* link = new Button(tr("choose files"), ButtonKind::Link);
  choose->addWidget(link);
  first->addWidget(choose_);
  first->addStretch(1);
  words->addLayout(first);
  words->addWidget(note_ = makeLabel({}, TextRole::Caption));
  words->addStretch();
  row->addLayout(words, 1);
  row->addWidget(makeLabel(tr("You see what is in a file before anything is stored."), TextRole::Caption));
  connect(link, &QPushButton::clicked, this, &DropZone::chooseAsked);
  rest();
}

void DropZone::rest() {
  set(State::Rest, tr("Drop lead files here"), tr("CSV, TSV, JSON, NDJSON, XLSX, ODS, also compressed as .gz"));
}

void DropZone::over(const QString& files) { set(State::Over, tr("Let go to see what is inside"), files); }

void DropZone::refuse(const QString& what, const QString& reason) { set(State::Refused, what, reason); }

void DropZone::set(State state, const QString& title, const QString& note) {
  state_ = state;
  title_->setText(title);
  note_->setText(note);
  choose_->setVisible(state == State::Rest);
  applyTheme(theme_);
}

void DropZone::applyTheme(const Theme& theme) {
  theme_ = theme;
  const bool refused = state_ == State::Refused;
  icon_->setPixmap(iconPixmap(refused ? Icon::Warning : Icon::Files, 26, refused ? theme.negative : theme.accent,
                              devicePixelRatioF()));
  update();
}

void DropZone::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  painter.setRenderHint(QPainter::Antialiasing);
  switch (state_) {
    case State::Rest: {
      QPen dashes(theme_.control, 1.25);
      dashes.setDashPattern({3, 3});
      painter.setPen(dashes);
      painter.setBrush(Qt::NoBrush);
      break;
    }
    case State::Over:
      painter.setPen(QPen(theme_.accent, 2));
      painter.setBrush(theme_.accentSoft);
      break;
    case State::Refused:
      painter.setPen(QPen(theme_.negative, 1.5));
      painter.setBrush(theme_.negativeSoft);
      break;
  }
  painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), 6, 6);
}

void DropZone::mouseReleaseEvent(QMouseEvent* event) {
  if (event->button() == Qt::LeftButton && rect().contains(event->pos())) emit chooseAsked();
}

}  // namespace leadlight
