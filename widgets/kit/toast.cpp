#include "widgets/kit/toast.h"

#include <QHBoxLayout>
#include <QPainter>
#include <algorithm>

namespace leadlight {

namespace {
constexpr int shownFor = 6000;   // ms
constexpr int aboveBottom = 42;  // px, clear of the status line
}  // namespace

Toast::Toast(QWidget* parent) : QWidget(parent) {
  auto* row = new QHBoxLayout(this);
  row->setContentsMargins(14, 8, 14, 8);
  row->setSpacing(10);
  row->addWidget(icon_ = new QLabel);
  row->addWidget(sentence_ = makeLabel({}, TextRole::Body), 1);
  sentence_->setWordWrap(true);
  row->addWidget(action_ = new QPushButton);
  action_->setProperty("kind", "link");
  setAccessibleName(tr("Message"));
  timer_.setSingleShot(true);
  timer_.setInterval(shownFor);
  connect(&timer_, &QTimer::timeout, this, &QWidget::hide);
  connect(action_, &QPushButton::clicked, this, [this] {
    hide();
    if (run_) run_();
  });
  hide();
}

void Toast::display(Kind kind, const QString& sentence, const QString& action, std::function<void()> run) {
  kind_ = kind;
  run_ = std::move(run);
  sentence_->setText(sentence);
  action_->setText(action);
  action_->setVisible(!action.isEmpty());
  applyTheme(theme_);
  place();
  QWidget::show();
  raise();
  timer_.start();
}

void Toast::place() {
  const int room = parentWidget()->width() - 48;
  const int words = sentence_->fontMetrics().horizontalAdvance(sentence_->text());
  const int extra = action_->text().isEmpty() ? 76 : 100 + action_->sizeHint().width();
  const int width = std::min({room, 720, std::max(320, words + extra)});
  const int height = std::max(38, layout()->heightForWidth(width));
  setGeometry((parentWidget()->width() - width) / 2, parentWidget()->height() - height - aboveBottom, width, height);
}

void Toast::applyTheme(const Theme& theme) {
  theme_ = theme;
  icon_->setPixmap(iconPixmap(kind_ == Kind::Done ? Icon::Check : Icon::Warning, 18, theme.onTip, devicePixelRatioF()));
  const QString ink = theme.onTip.name();
  sentence_->setStyleSheet(QStringLiteral("color: %1").arg(ink));
  action_->setStyleSheet(QStringLiteral("color: %1; font-weight: 700").arg(ink));
  update();
}

void Toast::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  painter.setRenderHint(QPainter::Antialiasing);
  painter.setPen(Qt::NoPen);
  painter.setBrush(theme_.tip);
  painter.drawRoundedRect(rect(), 6, 6);
}

void Toast::enterEvent(QEnterEvent*) { timer_.stop(); }
void Toast::leaveEvent(QEvent*) { timer_.start(); }

}  // namespace leadlight
