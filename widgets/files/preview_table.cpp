#include "widgets/files/preview_table.h"

#include <QActionGroup>
#include <QHeaderView>
#include <QKeyEvent>
#include <QMenu>
#include <QScrollBar>
#include <algorithm>

#include "widgets/format.h"

namespace leadlight {

namespace {

using Column = TableModel<PreviewColumn>::Column;
enum At { AtLabel, AtType, AtEvidence, AtMissing, AtValues };

QVariant labelCell(const PreviewColumn& column, int role) {
  if (role == Qt::DisplayRole) return column.label;
  if (role == Qt::ToolTipRole) return column.name;
  if (role != cell::Badges) return {};
  QList<CellBadge> badges;
  if (column.key) badges << CellBadge{PreviewTable::tr("key"), TagTone::Accent, Icon::Key};
  if (column.target) badges << CellBadge{PreviewTable::tr("target"), TagTone::Accent, Icon::Target};
  if (column.afterContact) badges << CellBadge{PreviewTable::tr("after contact"), TagTone::Warning, {}};
  return QVariant::fromValue(badges);
}

QVariant typeCell(const PreviewColumn& column, int role) {
  if (role == Qt::DisplayRole) return column.kind;
  if (role == cell::Choice) return column.types.size() > 1 || column.markable;
  if (role == cell::Muted) return column.constant;
  return {};
}

QVariant evidenceCell(const PreviewColumn& column, int role) {
  if (role == Qt::DisplayRole) return column.evidence;
  if (role == Qt::ToolTipRole) return column.details.isEmpty() ? column.evidence : column.details;
  if (role == cell::Fine) return !column.question;
  return {};
}

QVariant missingCell(const PreviewColumn& column, int role) {
  if (role == Qt::DisplayRole) return formatCount(column.missing);
  if (role == Qt::ToolTipRole) return formatPercent(column.missingShare);
  if (role == cell::Share) return column.missingShare;
  if (role == cell::Muted) return column.missing == 0;
  return {};
}

QVariant valuesCell(const PreviewColumn& column, int role) {
  return role == Qt::DisplayRole ? formatCount(column.distinct) : QVariant();
}

}  // namespace

std::vector<Column> PreviewTable::columns() {
  return {{tr("Column"), Qt::AlignLeft, labelCell},
          {tr("Type"), Qt::AlignLeft, typeCell},
          {tr("Evidence, from every row"), Qt::AlignLeft, evidenceCell},
          {tr("Missing"), Qt::AlignRight, missingCell},
          {tr("Values"), Qt::AlignRight, valuesCell}};
}

PreviewTable::PreviewTable(QWidget* parent) : QTableView(parent), model_(columns()) {
  setModel(&model_);
  setItemDelegate(&delegate_);
  dressTable(*this, 29);
  setSelectionMode(QAbstractItemView::SingleSelection);
  setAccessibleName(tr("Columns of the file"));
  const std::pair<At, int> widths[] = {{AtType, 116}, {AtMissing, 98}, {AtValues, 66}};
  for (const auto& [at, width] : widths) horizontalHeader()->resizeSection(at, width);
  horizontalHeader()->setSectionResizeMode(AtEvidence, QHeaderView::Stretch);
  connect(this, &QTableView::clicked, this, [this](const QModelIndex& index) {
    if (index.column() == AtType) openMenu(index);
  });
}

// Long names get of a wide table what evidence does not need.
void PreviewTable::resizeEvent(QResizeEvent* event) {
  horizontalHeader()->resizeSection(AtLabel, std::clamp(width() * 22 / 100, 184, 360));
  QTableView::resizeEvent(event);
}

void PreviewTable::display(std::vector<PreviewColumn> columns) {
  if (columns == all_) return;
  all_ = std::move(columns);
  fill();
}

void PreviewTable::setShown(Shown shown) {
  if (shown == shown_) return;
  shown_ = shown;
  fill();
}

bool PreviewTable::shows(const PreviewColumn& column, Shown shown) {
  switch (shown) {
    case Shown::All:
      return true;
    case Shown::ToCheck:
      return column.question;
    case Shown::Constant:
      return column.constant;
  }
  return true;
}

int PreviewTable::count(Shown shown) const {
  return static_cast<int>(
      std::count_if(all_.begin(), all_.end(), [&](const PreviewColumn& column) { return shows(column, shown); }));
}

void PreviewTable::fill() {
  const QModelIndex before = currentIndex();
  const QString current = before.isValid() ? model_.at(before.row()).name : QString();
  const int scrolled = verticalScrollBar()->value();
  std::vector<PreviewColumn> rows;
  for (const PreviewColumn& column : all_)
    if (shows(column, shown_)) rows.push_back(column);
  model_.setRows(std::move(rows));
  for (int row = 0; row < model_.rowCount(); ++row)
    if (!current.isEmpty() && model_.at(row).name == current) setCurrentIndex(model_.index(row, AtLabel));
  verticalScrollBar()->setValue(scrolled);
}

void PreviewTable::keyPressEvent(QKeyEvent* event) {
  const bool choose = event->key() == Qt::Key_Space || event->key() == Qt::Key_F2;
  if (choose && event->modifiers() == Qt::NoModifier && currentIndex().isValid())
    openMenu(currentIndex());
  else
    QTableView::keyPressEvent(event);
}

void PreviewTable::openMenu(const QModelIndex& index) {
  const PreviewColumn& column = model_.at(index.row());
  if (column.types.size() < 2 && !column.markable) return;
  auto* menu = new QMenu(this);
  menu->setAttribute(Qt::WA_DeleteOnClose);
  auto* group = new QActionGroup(menu);
  for (int type = 0; type < column.types.size(); ++type) {
    QAction* action = menu->addAction(column.types[type]);
    action->setCheckable(true);
    action->setChecked(type == column.type);
    group->addAction(action);
    connect(action, &QAction::triggered, this, [this, name = column.name, type] { emit typeChosen(name, type); });
  }
  if (column.markable) {
    menu->addSeparator();
    QAction* after = menu->addAction(tr("Written after contact"));
    after->setCheckable(true);
    after->setChecked(column.afterContact);
    connect(after, &QAction::triggered, this,
            [this, name = column.name](bool checked) { emit afterContactMarked(name, checked); });
  }
  menu->setActiveAction(menu->actions().value(column.type));
  const QRect cell = visualRect(model_.index(index.row(), AtType));
  menu->popup(viewport()->mapToGlobal(cell.bottomLeft()));
}

void PreviewTable::applyTheme(const Theme& theme) {
  delegate_.setTheme(theme);
  viewport()->update();
}

}  // namespace leadlight
