#include "widgets/kit/notice.h"

#include <QHBoxLayout>
#include <QPainter>

namespace leadlight {

Notice::Notice(QWidget* parent) : QFrame(parent) {
  auto* row = new QHBoxLayout(this);
  row->setContentsMargins(12, 7, 12, 7);
  row->setSpacing(8);
  row->addWidget(icon_ = new QLabel, 0, Qt::AlignTop);
  row->addWidget(sentence_ = makeLabel({}, TextRole::Body), 1);
  sentence_->setWordWrap(true);
  hide();
}

void Notice::display(Tone tone, const QString& sentence) {
  tone_ = tone;
  sentence_->setText(sentence);
  setVisible(!sentence.isEmpty());
  applyTheme(theme_);
}

void Notice::applyTheme(const Theme& theme) {
  theme_ = theme;
  const QColor ink = tone_ == Tone::Positive   ? theme.positive
                     : tone_ == Tone::Negative ? theme.negative
                                               : theme.warning;
  icon_->setPixmap(iconPixmap(tone_ == Tone::Positive ? Icon::Check : Icon::Warning, 16, ink, devicePixelRatioF()));
  update();
}

void Notice::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  painter.setRenderHint(QPainter::Antialiasing);
  painter.setPen(Qt::NoPen);
  painter.setBrush(tone_ == Tone::Positive   ? theme_.positiveSoft
                   : tone_ == Tone::Negative ? theme_.negativeSoft
                                             : theme_.warningSoft);
  painter.drawRoundedRect(rect(), 4, 4);
}

}  // namespace leadlight
