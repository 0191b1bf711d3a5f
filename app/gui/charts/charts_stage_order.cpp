#include "app/gui/charts/charts_stage_order.h"

#include <QBoxLayout>
#include <QListWidget>
#include <QShortcut>

#include "widgets/kit/button.h"
#include "widgets/kit/labels.h"

namespace leadlight {
namespace {

constexpr int rowHeight = 28;

}  // namespace

ChartsStageOrder::ChartsStageOrder(const StageOrder& order, bool guessed, QWidget* parent)
    : QDialog(parent),
      list_(new QListWidget),
      up_(new Button(Icon::ChevronUp, tr("Move up"), ButtonKind::Plain)),
      down_(new Button(Icon::ChevronDown, tr("Move down"), ButtonKind::Plain)) {
  setWindowTitle(tr("Order of stages"));
  setAttribute(Qt::WA_DeleteOnClose);
  resize(460, 460);
  auto* rows = new QVBoxLayout(this);
  rows->setContentsMargins(20, 16, 20, 16);
  rows->setSpacing(12);
  auto* words = makeLabel(
      tr("The first step stands at the top. A stage without a tick is no step on the way, such as lost leads."),
      TextRole::Muted);
  words->setWordWrap(true);
  rows->addWidget(words);
  list_->setAccessibleName(tr("Stages"));
  list_->setAccessibleDescription(tr("Alt+Up and Alt+Down move a stage, Space takes it off the way"));
  for (const std::string& stage : order.way) add(stage, true);
  for (const std::string& stage : order.outside) add(stage, false);
  rows->addWidget(list_, 1);
  rows->addLayout(makeMoves());
  rows->addLayout(makeButtons(guessed));
  connect(list_, &QListWidget::currentRowChanged, this, &ChartsStageOrder::follow);
  list_->setCurrentRow(0);
  list_->setFocus();
}

QLayout* ChartsStageOrder::makeMoves() {
  auto* moves = new QHBoxLayout;
  const auto add = [&](Button* button, Qt::Key key, int by) {
    // Of its own: a button's shortcut waits for the button to look pressed.
    auto* shortcut = new QShortcut(QKeySequence(Qt::ALT | key), this);
    button->setToolTip(shortcut->key().toString(QKeySequence::NativeText));
    connect(shortcut, &QShortcut::activated, this, [this, by] { move(by); });
    connect(button, &QPushButton::clicked, this, [this, by] { move(by); });
    moves->addWidget(button);
  };
  add(up_, Qt::Key_Up, -1);
  add(down_, Qt::Key_Down, 1);
  moves->addStretch(1);
  return moves;
}

QLayout* ChartsStageOrder::makeButtons(bool guessed) {
  auto* buttons = new QHBoxLayout;
  auto* guess = new Button(tr("Guess the order"), ButtonKind::Plain);
  guess->setEnabled(!guessed);
  auto* cancel = new Button(tr("Cancel"), ButtonKind::Plain);
  auto* take = new Button(tr("Use this order"), ButtonKind::Primary);
  take->setDefault(true);
  buttons->addWidget(guess);
  buttons->addStretch(1);
  buttons->addWidget(cancel);
  buttons->addWidget(take);
  connect(guess, &QPushButton::clicked, this, [this] { give({}); });
  connect(take, &QPushButton::clicked, this, [this] { give(chosen()); });
  connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
  return buttons;
}

void ChartsStageOrder::give(const StageOrder& order) {
  emit ordered(order);
  accept();
}

void ChartsStageOrder::add(const std::string& stage, bool onTheWay) {
  auto* item = new QListWidgetItem(QString::fromStdString(stage), list_);
  item->setSizeHint({0, rowHeight});
  item->setCheckState(onTheWay ? Qt::Checked : Qt::Unchecked);
}

void ChartsStageOrder::move(int by) {
  const int from = list_->currentRow();
  if (from < 0 || from + by < 0 || from + by >= list_->count()) return;
  {
    const QSignalBlocker quiet(list_);  // the row in between is nobody's
    list_->insertItem(from + by, list_->takeItem(from));
    list_->setCurrentRow(from + by);
  }
  follow();
}

// A button that goes grey would give its focus away.
void ChartsStageOrder::follow() {
  const int row = list_->currentRow();
  const bool first = row <= 0, last = row + 1 >= list_->count();
  if ((first && up_->hasFocus()) || (last && down_->hasFocus())) list_->setFocus();
  up_->setEnabled(!first);
  down_->setEnabled(!last);
}

StageOrder ChartsStageOrder::chosen() const {
  StageOrder order;
  for (int row = 0; row < list_->count(); ++row) {
    const QListWidgetItem* item = list_->item(row);
    (item->checkState() == Qt::Checked ? order.way : order.outside).push_back(item->text().toStdString());
  }
  return order;
}

}  // namespace leadlight
