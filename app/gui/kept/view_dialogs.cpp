#include "app/gui/kept/view_dialogs.h"

#include <QBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListWidget>
#include <algorithm>

#include "widgets/kit/button.h"
#include "widgets/kit/labels.h"

namespace leadlight {

ViewNameDialog::ViewNameDialog(const QString& title, const QString& name, QWidget* parent) : QDialog(parent) {
  setWindowTitle(title);
  setAttribute(Qt::WA_DeleteOnClose);
  setMinimumWidth(400);
  auto* rows = new QVBoxLayout(this);
  rows->setContentsMargins(20, 16, 20, 16);
  rows->setSpacing(8);
  name_ = new QLineEdit(name);
  name_->setAccessibleName(tr("Name"));
  name_->setMaxLength(80);
  QLabel* caption = makeLabel(tr("Name"), TextRole::Caption);
  caption->setBuddy(name_);
  rows->addWidget(caption);
  rows->addWidget(name_);
  rows->addWidget(makeLabel(tr("The filter and this page are kept under this name."), TextRole::Caption));
  auto* cancel = new Button(tr("Cancel"), ButtonKind::Plain);
  auto* save = new Button(tr("Save"), ButtonKind::Primary);
  save->setDefault(true);
  save->setEnabled(!name.isEmpty());
  auto* buttons = new QHBoxLayout;
  buttons->addStretch(1);
  buttons->addWidget(cancel);
  buttons->addWidget(save);
  rows->addSpacing(6);
  rows->addLayout(buttons);
  connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
  connect(save, &QPushButton::clicked, this, &ViewNameDialog::accept);
  connect(name_, &QLineEdit::textChanged, save,
          [save](const QString& text) { save->setEnabled(!text.trimmed().isEmpty()); });
  name_->selectAll();
}

void ViewNameDialog::accept() {
  const QString name = name_->text().trimmed();
  if (name.isEmpty()) return;
  emit named(name);
  QDialog::accept();
}

ViewsDialog::ViewsDialog(std::vector<SavedView> views, QWidget* parent) : QDialog(parent), views_(std::move(views)) {
  setWindowTitle(tr("Saved views"));
  setAttribute(Qt::WA_DeleteOnClose);
  resize(480, 360);
  auto* rows = new QVBoxLayout(this);
  rows->setContentsMargins(20, 16, 20, 16);
  rows->setSpacing(12);
  list_ = new QListWidget;
  list_->setAccessibleName(tr("Saved views"));
  list_->setFrameShape(QFrame::NoFrame);
  rows->addWidget(list_, 1);
  nothing_ = makeLabel(tr("No view is saved yet. Ctrl+Shift+S saves what you see."), TextRole::Muted);
  nothing_->setAlignment(Qt::AlignCenter);
  nothing_->setWordWrap(true);
  rows->addWidget(nothing_, 1);
  auto* buttons = new QHBoxLayout;
  buttons->addWidget(rename_ = new Button(tr("Rename…"), ButtonKind::Plain));
  buttons->addWidget(delete_ = new Button(tr("Delete"), ButtonKind::Plain));
  buttons->addStretch(1);
  auto* close = new Button(tr("Close"), ButtonKind::Plain);
  buttons->addWidget(close);
  buttons->addWidget(open_ = new Button(tr("Open"), ButtonKind::Primary));
  open_->setDefault(true);
  rows->addLayout(buttons);
  const auto open = [this] {
    if (list_->currentRow() < 0) return;
    emit openAsked(views_[static_cast<std::size_t>(list_->currentRow())]);
    accept();
  };
  connect(open_, &QPushButton::clicked, this, open);
  connect(list_, &QListWidget::itemDoubleClicked, this, open);
  connect(rename_, &QPushButton::clicked, this, &ViewsDialog::rename);
  connect(delete_, &QPushButton::clicked, this, &ViewsDialog::remove);
  connect(close, &QPushButton::clicked, this, &QDialog::reject);
  list_->installEventFilter(this);
  fill(0);
  list_->setFocus();
}

bool ViewsDialog::eventFilter(QObject* object, QEvent* event) {
  if (event->type() != QEvent::KeyPress) return QDialog::eventFilter(object, event);
  const int key = static_cast<QKeyEvent*>(event)->key();
  if (key != Qt::Key_F2 && key != Qt::Key_Delete) return QDialog::eventFilter(object, event);
  if (key == Qt::Key_F2)
    rename();
  else
    remove();
  return true;
}

void ViewsDialog::fill(int current) {
  list_->clear();
  for (const SavedView& view : views_) list_->addItem(view.name);
  list_->setCurrentRow(std::min(current, list_->count() - 1));
  list_->setVisible(!views_.empty());
  nothing_->setVisible(views_.empty());
  for (Button* button : {open_, rename_, delete_}) button->setEnabled(!views_.empty());
}

void ViewsDialog::rename() {
  const int row = list_->currentRow();
  if (row < 0) return;
  auto* dialog = new ViewNameDialog(tr("Rename the view"), views_[static_cast<std::size_t>(row)].name, this);
  connect(dialog, &ViewNameDialog::named, this, [this, row](const QString& name) {
    views_[static_cast<std::size_t>(row)].name = name;
    fill(row);
    emit changed(views_);
  });
  dialog->open();
}

void ViewsDialog::remove() {
  const int row = list_->currentRow();
  if (row < 0) return;
  views_.erase(views_.begin() + row);
  fill(row);
  emit changed(views_);
}

}  // namespace leadlight
