#include "app/gui/tour/tour.h"

#include <QBoxLayout>
#include <QCoreApplication>
#include <QKeyEvent>
#include <QPainter>
#include <QPainterPath>
#include <algorithm>

#include "app/gui/files/drop_zone.h"
#include "app/gui/main_window.h"
#include "app/gui/nav_button.h"
#include "app/gui/page.h"
#include "app/gui/side_panel.h"
#include "widgets/kit/button.h"
#include "widgets/kit/labels.h"

namespace leadlight {

namespace {

struct Words {
  Q_DECLARE_TR_FUNCTIONS(Tour)
};

constexpr int cardWidth = 340, margin = 16, around = 4;
constexpr int veil = 150;  // of 255

}  // namespace

std::vector<TourStep> tourSteps(MainWindow& window) {
  const auto page = [&window](const char* id) {
    return [&window, id]() -> QWidget* {
      window.showPage(QString::fromLatin1(id));
      return window.currentPage();
    };
  };
  return {
      {Words::tr("Bring your leads"),
       Words::tr(
           "Drop a file here, or anywhere on the window. What is in it is shown before anything is stored, and any "
           "load can be undone."),
       [&window]() -> QWidget* {
         window.showPage(QString::fromLatin1(pages::files));
         return window.findChild<DropZone*>();
       }},
      {Words::tr("See what they are"),
       Words::tr("Click a bar and every other chart follows. Each filter becomes a chip above; Ctrl+Z takes it back."),
       page(pages::charts)},
      {Words::tr("Read them one by one"),
       Words::tr("The table holds the same leads. Beside it stands why a lead has its score, point by point."),
       page(pages::leads)},
      {Words::tr("Decide how they score"),
       Words::tr("Write points by hand, or learn them from past leads. Both are the same kind of scorecard."),
       page(pages::scoring)},
      {Words::tr("Find anything"), Words::tr("Ctrl+K finds every action, column, value and lead. F1 lists all keys."),
       [&window]() -> QWidget* { return window.sidePanel()->searchButton(); }}};
}

Tour::Tour(QWidget* window, std::vector<TourStep> steps) : QWidget(window), steps_(std::move(steps)) {
  setAttribute(Qt::WA_DeleteOnClose);
  setFocusPolicy(Qt::StrongFocus);
  setAccessibleName(tr("Tour"));
  card_ = new QFrame(this);
  card_->setProperty("role", "card");
  card_->setFixedWidth(cardWidth);
  auto* rows = new QVBoxLayout(card_);
  rows->setContentsMargins(16, 12, 16, 12);
  rows->setSpacing(6);
  rows->addWidget(count_ = makeLabel({}, TextRole::Caption));
  rows->addWidget(title_ = makeLabel({}, TextRole::CardTitle));
  rows->addWidget(sentence_ = makeLabel({}, TextRole::Body));
  sentence_->setWordWrap(true);
  auto* buttons = new QHBoxLayout;
  auto* leave = new Button(tr("End the tour"), ButtonKind::Link);
  buttons->addWidget(leave);
  buttons->addStretch(1);
  buttons->addWidget(back_ = new Button(tr("Back"), ButtonKind::Plain));
  buttons->addWidget(next_ = new Button(tr("Next"), ButtonKind::Primary));
  rows->addSpacing(4);
  rows->addLayout(buttons);
  connect(leave, &QPushButton::clicked, this, &Tour::end);
  connect(back_, &QPushButton::clicked, this, [this] { go(at_ - 1); });
  connect(next_, &QPushButton::clicked, this, [this] { go(at_ + 1); });
  window->installEventFilter(this);
}

void Tour::start() {
  before_ = window()->focusWidget();
  resize(parentWidget()->size());
  go(0);
  show();
  raise();
  next_->setFocus();
}

void Tour::go(std::size_t step) {
  if (step >= steps_.size()) return end();
  at_ = step;
  const TourStep& now = steps_[step];
  target_ = now.show ? now.show() : parentWidget();
  count_->setText(tr("%1 of %2").arg(step + 1).arg(steps_.size()));
  title_->setText(now.title);
  sentence_->setText(now.sentence);
  back_->setEnabled(step > 0);
  next_->setText(step + 1 < steps_.size() ? tr("Next") : tr("Done"));
  setAccessibleDescription(now.title + QStringLiteral(". ") + now.sentence);
  place();
  raise();
  next_->setFocus();
}

void Tour::end() {
  close();
  if (before_) before_->setFocus();
}

QRect Tour::hole() const {
  if (!target_) return {};
  return QRect(target_->mapTo(parentWidget(), QPoint()), target_->size()).adjusted(-around, -around, around, around);
}

// Beside what it speaks of where there is room, else within it.
void Tour::place() {
  sentence_->setMinimumHeight(0);  // a label is never lower than it has to be
  sentence_->setFixedHeight(sentence_->heightForWidth(cardWidth - 32 - 2));
  card_->layout()->activate();  // a shorter sentence makes a smaller card
  card_->adjustSize();
  const QRect seen = hole(), all = rect().adjusted(margin, margin, -margin, -margin);
  QPoint corner(seen.left(), seen.bottom() + margin);
  if (corner.y() + card_->height() > all.bottom()) corner = {seen.right() + margin, seen.top()};
  if (corner.x() + card_->width() > all.right())
    corner = {seen.right() - card_->width() - margin, seen.bottom() - card_->height() - margin};
  card_->move(std::clamp(corner.x(), all.left(), std::max(all.left(), all.right() - card_->width())),
              std::clamp(corner.y(), all.top(), std::max(all.top(), all.bottom() - card_->height())));
  update();
}

bool Tour::eventFilter(QObject* object, QEvent* event) {
  if (object == parentWidget() && event->type() == QEvent::Resize) {
    resize(parentWidget()->size());
    place();
  }
  return QWidget::eventFilter(object, event);
}

void Tour::keyPressEvent(QKeyEvent* event) {
  switch (event->key()) {
    case Qt::Key_Escape:
      return end();
    case Qt::Key_Right:
    case Qt::Key_Return:
    case Qt::Key_Enter:
      return go(at_ + 1);
    case Qt::Key_Left:
      return at_ > 0 ? go(at_ - 1) : void();
    default:
      QWidget::keyPressEvent(event);
  }
}

// What lies under the veil is not to be pressed.
void Tour::mousePressEvent(QMouseEvent*) {}

void Tour::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  painter.setRenderHint(QPainter::Antialiasing);
  QPainterPath shape;
  shape.addRect(rect());
  QPainterPath seen;
  seen.addRoundedRect(hole(), 6, 6);
  painter.fillPath(shape.subtracted(seen), QColor(0, 0, 0, veil));
  painter.setPen(QPen(theme_.focus, 2));
  painter.drawPath(seen);
}

void Tour::applyTheme(const Theme& theme) {
  theme_ = theme;
  update();
}

}  // namespace leadlight
