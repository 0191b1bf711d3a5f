#include "widgets/kit/chips.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QMouseEvent>
#include <QPainter>

#include "widgets/kit/flow_layout.h"
#include "widgets/kit/labels.h"

namespace leadlight {

namespace {

constexpr int chipHeight = 28, padding = 12, gap = 6, crossSize = 16;
constexpr int widestValue = 320;

// An 11 px square of one colour.
class Swatch : public QWidget, public Themed {
 public:
  Swatch(QColor Theme::*color, const Theme& theme, QWidget* parent) : QWidget(parent), color_(color), theme_(theme) {
    setFixedSize(11, 11);
  }
  void applyTheme(const Theme& theme) override {
    theme_ = theme;
    update();
  }

 protected:
  void paintEvent(QPaintEvent*) override {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme_.*color_);
    painter.drawRoundedRect(rect(), 2, 2);
  }

 private:
  QColor Theme::*color_;
  Theme theme_;
};

}  // namespace

ChipWidget::ChipWidget(Chip chip, QWidget* parent) : QWidget(parent), chip_(std::move(chip)) {
  setFixedHeight(chipHeight);
  setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
  setFocusPolicy(Qt::StrongFocus);
  setMouseTracking(true);
  setCursor(Qt::PointingHandCursor);
  setToolTip(chip_.field + QLatin1Char(' ') + chip_.value);
  setAccessibleName((chip_.excluded ? tr("Filter: not %1 %2") : tr("Filter: %1 %2")).arg(chip_.field, chip_.value));
}

int ChipWidget::lead() const { return chip_.excluded ? fontMetrics().horizontalAdvance(tr("not")) + gap : 0; }

QSize ChipWidget::sizeHint() const {
  const QFontMetrics metrics = fontMetrics();
  const int field = chip_.field.isEmpty() ? 0 : metrics.horizontalAdvance(chip_.field) + gap;
  const int value = std::min(widestValue, metrics.horizontalAdvance(chip_.value));
  return {padding + lead() + field + value + gap + crossSize + 8, chipHeight};
}

QRect ChipWidget::crossRect() const {
  return {width() - crossSize - 8, (height() - crossSize) / 2, crossSize, crossSize};
}

void ChipWidget::applyTheme(const Theme& theme) {
  theme_ = theme;
  update();
}

void ChipWidget::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  painter.setRenderHint(QPainter::Antialiasing);
  painter.setPen(hasFocus() ? QPen(theme_.focus, 2) : QPen(Qt::NoPen));
  painter.setBrush(chip_.excluded ? theme_.negativeSoft : theme_.accentSoft);
  painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), 13, 13);
  int x = padding;
  const auto write = [&](const QString& text, const QColor& color, int width) {
    painter.setPen(color);
    painter.drawText(QRect(x, 0, width, height()), Qt::AlignVCenter | Qt::AlignLeft, text);
    x += width + gap;
  };
  if (chip_.excluded) write(tr("not"), theme_.negative, lead() - gap);
  if (!chip_.field.isEmpty()) write(chip_.field, theme_.muted, fontMetrics().horizontalAdvance(chip_.field));
  const int room = crossRect().left() - gap - x;
  write(fontMetrics().elidedText(chip_.value, Qt::ElideRight, room), theme_.text, room);
  const QRect cross = crossRect();
  painter.drawPixmap(cross.topLeft(),
                     iconPixmap(Icon::Close, crossSize, overCross_ ? theme_.text : theme_.muted, devicePixelRatioF()));
}

void ChipWidget::mouseMoveEvent(QMouseEvent* event) {
  const bool over = crossRect().adjusted(-4, -6, 8, 6).contains(event->pos());
  if (over != overCross_) {
    overCross_ = over;
    update();
  }
}

void ChipWidget::leaveEvent(QEvent*) {
  overCross_ = false;
  update();
}

void ChipWidget::mouseReleaseEvent(QMouseEvent* event) {
  if (event->button() != Qt::LeftButton || !rect().contains(event->pos())) return;
  if (crossRect().adjusted(-4, -6, 8, 6).contains(event->pos()))
    emit removed();
  else
    emit clicked();
}

void ChipWidget::keyPressEvent(QKeyEvent* event) {
  if (event->key() == Qt::Key_Delete || event->key() == Qt::Key_Backspace)
    emit removed();
  else if (event->key() == Qt::Key_Space || event->key() == Qt::Key_Return)
    emit clicked();
  else
    QWidget::keyPressEvent(event);
}

ChipBar::ChipBar(QWidget* parent) : QWidget(parent) {
  auto* row = new QHBoxLayout(this);
  row->setContentsMargins(0, 0, 0, 0);
  row->setSpacing(8);
  row->addWidget(funnel_ = new QLabel, 0, Qt::AlignTop);
  funnel_->setFixedHeight(chipHeight);
  flowHost_ = new QWidget;
  flow_ = new FlowLayout(8, flowHost_);
  QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Minimum);
  policy.setHeightForWidth(true);
  flowHost_->setSizePolicy(policy);
  row->addWidget(flowHost_, 1);
  hint_ = makeLabel(tr("All leads"), TextRole::Muted, flowHost_);
  hint_->setFixedHeight(chipHeight);
  add_ = new Button(Icon::Add, tr("Add filter"), ButtonKind::Flat, flowHost_);
  add_->setSmall();
  add_->setFixedHeight(chipHeight);
  add_->hide();
  clear_ = new Button(tr("Clear all"), ButtonKind::Link, flowHost_);
  clear_->setFixedHeight(chipHeight);
  flow_->addWidget(hint_);
  flow_->addWidget(add_);
  flow_->addWidget(clear_);
  keyRow_ = new QHBoxLayout;
  keyRow_->setSpacing(6);
  row->addLayout(keyRow_);
  connect(add_, &QPushButton::clicked, this, &ChipBar::addClicked);
  connect(clear_, &QPushButton::clicked, this, &ChipBar::cleared);
  applyTheme(theme_);
  display({});
}

void ChipBar::display(const std::vector<Chip>& chips) {
  for (ChipWidget* old : flowHost_->findChildren<ChipWidget*>()) old->deleteLater();
  while (flow_->count() > 0) delete flow_->takeAt(0);
  chips_ = chips;
  for (const Chip& chip : chips_) {
    auto* widget = new ChipWidget(chip, flowHost_);
    widget->applyTheme(theme_);
    connect(widget, &ChipWidget::clicked, this, [this, key = chip.key] { emit chipClicked(key); });
    connect(widget, &ChipWidget::removed, this, [this, key = chip.key] { emit chipRemoved(key); });
    flow_->addWidget(widget);
    widget->show();
  }
  hint_->setVisible(chips_.empty());
  clear_->setVisible(!chips_.empty());
  flow_->addWidget(hint_);
  flow_->addWidget(add_);
  flow_->addWidget(clear_);
  flow_->invalidate();
  updateGeometry();
}

void ChipBar::setAddVisible(bool visible) { add_->setVisible(visible); }

void ChipBar::setColorKey(std::vector<ColorKey> key) {
  while (QLayoutItem* item = keyRow_->takeAt(0)) {
    delete item->widget();
    delete item;
  }
  key_ = std::move(key);
  for (const ColorKey& one : key_) {
    keyRow_->addSpacing(8);
    keyRow_->addWidget(new Swatch(one.color, theme_, this));
    keyRow_->addWidget(makeLabel(one.name, TextRole::Caption, this));
  }
}

void ChipBar::applyTheme(const Theme& theme) {
  theme_ = theme;
  funnel_->setPixmap(iconPixmap(Icon::Filter, 18, theme.muted, devicePixelRatioF()));
}

}  // namespace leadlight
