#include "widgets/files/snapshot_dialog.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QStackedWidget>
#include <QVBoxLayout>

#include "widgets/format.h"
#include "widgets/kit/button.h"
#include "widgets/kit/empty_state.h"
#include "widgets/kit/labels.h"

namespace leadlight {

std::vector<TableModel<SnapshotRow>::Column> SnapshotDialog::columns() {
  using Column = TableModel<SnapshotRow>::Column;
  const auto text = [](const QString& title, QString SnapshotRow::*part, bool muted = false) {
    return Column{title, Qt::AlignLeft, [part, muted](const SnapshotRow& row, int role) -> QVariant {
                    if (role == Qt::DisplayRole || role == Qt::ToolTipRole) return row.*part;
                    if (role == cell::Muted) return muted;
                    return {};
                  }};
  };
  const Column size{tr("Size"), Qt::AlignRight, [](const SnapshotRow& row, int role) -> QVariant {
                      return role == Qt::DisplayRole ? formatBytes(row.bytes) : QVariant();
                    }};
  return {text(tr("Made"), &SnapshotRow::made), text(tr("Holds"), &SnapshotRow::leads),
          text(tr("Name"), &SnapshotRow::name, true), size};
}

SnapshotDialog::SnapshotDialog(QWidget* parent) : QDialog(parent), model_(columns()) {
  setWindowTitle(tr("Snapshots"));
  resize(680, 400);
  auto* rows = new QVBoxLayout(this);
  rows->setContentsMargins(16, 14, 16, 14);
  rows->setSpacing(10);
  auto* intro = makeLabel(
      tr("A snapshot is a checked copy of the whole store: leads, history, scorecards. It stays on this machine."),
      TextRole::Muted);
  intro->setWordWrap(true);
  rows->addWidget(intro);
  stack_ = new QStackedWidget;
  empty_ = new EmptyState(Icon::Save, tr("No snapshot yet. Make one before a change you may regret."));
  stack_->addWidget(empty_);
  auto* frame = new QFrame;
  frame->setProperty("role", "card");
  auto* inside = new QVBoxLayout(frame);
  inside->setContentsMargins(1, 1, 1, 1);
  table_ = new QTableView;
  table_->setModel(&model_);
  table_->setItemDelegate(&delegate_);
  dressTable(*table_);
  table_->setSelectionMode(QAbstractItemView::SingleSelection);
  table_->setAccessibleName(tr("Snapshots"));
  const int widths[] = {160, 130, 240};
  for (int i = 0; i < 3; ++i) table_->horizontalHeader()->resizeSection(i, widths[i]);
  table_->horizontalHeader()->setSectionResizeMode(2, QHeaderView::Stretch);
  inside->addWidget(table_);
  stack_->addWidget(frame);
  rows->addWidget(stack_, 1);
  foot_ = new QStackedWidget;
  foot_->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
  foot_->addWidget(makeFoot());
  foot_->addWidget(makeConfirmation());
  rows->addWidget(foot_);
  connect(table_->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &SnapshotDialog::refresh);
  refresh();
}

QWidget* SnapshotDialog::makeFoot() {
  auto* foot = new QWidget;
  auto* row = new QHBoxLayout(foot);
  row->setContentsMargins(0, 0, 0, 0);
  row->setSpacing(8);
  row->addWidget(create_ = new Button(Icon::Add, tr("Make a snapshot"), ButtonKind::Plain));
  row->addWidget(sentence_ = makeLabel({}, TextRole::Caption), 1);
  row->addWidget(restore_ = new Button(Icon::Undo, tr("Go back to this one…"), ButtonKind::Plain));
  auto* close = new Button(tr("Close"), ButtonKind::Plain);
  row->addWidget(close);
  connect(create_, &QPushButton::clicked, this, &SnapshotDialog::createAsked);
  connect(restore_, &QPushButton::clicked, this, &SnapshotDialog::confirm);
  connect(close, &QPushButton::clicked, this, &QDialog::reject);
  return foot;
}

QWidget* SnapshotDialog::makeConfirmation() {
  auto* foot = new QWidget;
  auto* row = new QHBoxLayout(foot);
  row->setContentsMargins(0, 0, 0, 0);
  row->setSpacing(8);
  question_ = makeLabel({}, TextRole::Body);
  question_->setWordWrap(true);
  row->addWidget(question_, 1);
  auto* no = new Button(tr("Keep the leads as they are"), ButtonKind::Plain);
  row->addWidget(no);
  row->addWidget(yes_ = new Button(tr("Go back"), ButtonKind::Primary));
  connect(no, &QPushButton::clicked, this, [this] {
    foot_->setCurrentIndex(0);
    restore_->setFocus();
  });
  connect(yes_, &QPushButton::clicked, this, [this] {
    foot_->setCurrentIndex(0);
    emit restoreAsked(model_.at(table_->currentIndex().row()).name);
  });
  return foot;
}

void SnapshotDialog::confirm() {
  question_->setText(
      tr("Everything since %1 will be gone from the store.").arg(model_.at(table_->currentIndex().row()).made));
  foot_->setCurrentIndex(1);
  yes_->setFocus();
}

void SnapshotDialog::display(std::vector<SnapshotRow> snapshots) {
  model_.setRows(std::move(snapshots));
  stack_->setCurrentIndex(model_.rowCount() == 0 ? 0 : 1);
  if (model_.rowCount() > 0) table_->setCurrentIndex(model_.index(0, 0));
  foot_->setCurrentIndex(0);
  refresh();
}

void SnapshotDialog::setBusy(bool busy, const QString& sentence) {
  busy_ = busy;
  sentence_->setText(sentence);
  refresh();
}

void SnapshotDialog::refresh() {
  create_->setEnabled(!busy_);
  restore_->setEnabled(!busy_ && table_->currentIndex().isValid());
}

void SnapshotDialog::applyTheme(const Theme& theme) {
  delegate_.setTheme(theme);
  table_->viewport()->update();
  applyThemeTo(*this, theme);
}

}  // namespace leadlight
