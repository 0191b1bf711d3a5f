#include "widgets/table/lead_table.h"

#include <QBoxLayout>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QPalette>
#include <QScrollBar>
#include <QTableView>
#include <algorithm>

#include "widgets/table/lead_delegate.h"
#include "widgets/table/lead_table_model.h"

namespace leadlight {

namespace {

constexpr int rowHeight = 28;

}  // namespace

LeadTable::LeadTable(LeadTableModel* model, QWidget* parent)
    : QWidget(parent),
      model_(model),
      pinned_(new QTableView(this)),
      main_(new QTableView(this)),
      pinnedHead_(new HistogramHeader(pinned_)),
      mainHead_(new HistogramHeader(main_)),
      line_(new QWidget(this)),
      footing_(new QWidget(this)),
      delegate_(new LeadDelegate(this)) {
  pinned_->setHorizontalHeader(pinnedHead_);
  main_->setHorizontalHeader(mainHead_);
  prepare(pinned_);
  prepare(main_);
  pinned_->setSelectionModel(main_->selectionModel());
  pinned_->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  pinned_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  pinned_->setFocusProxy(main_);
  pinned_->setAccessibleName(tr("Pinned columns"));
  main_->setAccessibleName(tr("Leads"));
  setFocusProxy(main_);
  line_->setFixedWidth(1);
  line_->setAutoFillBackground(true);
  footing_->setAutoFillBackground(true);
  footing_->hide();

  auto* left = new QVBoxLayout;
  left->setSpacing(0);
  left->addWidget(pinned_, 1);
  left->addWidget(footing_);
  auto* layout = new QHBoxLayout(this);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->setSpacing(0);
  layout->addLayout(left);
  layout->addWidget(line_);
  layout->addWidget(main_, 1);

  QScrollBar* vertical = main_->verticalScrollBar();
  QScrollBar* across = main_->horizontalScrollBar();
  connect(vertical, &QScrollBar::valueChanged, pinned_->verticalScrollBar(), &QScrollBar::setValue);
  connect(pinned_->verticalScrollBar(), &QScrollBar::valueChanged, vertical, &QScrollBar::setValue);
  connect(vertical, &QScrollBar::valueChanged, this, &LeadTable::scrolled);
  connect(across, &QScrollBar::valueChanged, this, &LeadTable::scrolled);
  connect(across, &QScrollBar::rangeChanged, this, [this, across](int low, int high) {
    footing_->setFixedHeight(across->sizeHint().height());
    footing_->setVisible(high > low);
  });
  connectHeads();
  connect(main_->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
          [this](const QModelIndex& current) { emit currentRowChanged(current.isValid() ? current.row() : -1); });
  applyTheme(lightTheme());
}

void LeadTable::connectHeads() {
  for (HistogramHeader* head : {pinnedHead_, mainHead_}) {
    head->setSectionsMovable(true);
    head->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(head, &QHeaderView::sectionClicked, this, [this](int column) {
      emit headClicked(column, QGuiApplication::keyboardModifiers().testFlag(Qt::ShiftModifier));
    });
    connect(head, &HistogramHeader::barsChosen, this, &LeadTable::barsChosen);
    connect(head, &QWidget::customContextMenuRequested, this, [this, head](const QPoint& at) {
      if (const int column = head->logicalIndexAt(at); column >= 0) emit headMenuWanted(column, head->mapToGlobal(at));
    });
    connect(head, &QHeaderView::sectionMoved, this, [this] {
      if (!arranging_) emit arranged();
    });
    connect(head, &QHeaderView::sectionResized, this, [this] {
      if (arranging_) return;
      fitPinned();
      emit arranged();
    });
  }
  connect(main_->selectionModel(), &QItemSelectionModel::currentChanged, this, [this](const QModelIndex& current) {
    pinnedHead_->setCurrent(current.column());
    mainHead_->setCurrent(current.column());
  });
}

void LeadTable::prepare(QTableView* view) {
  view->setModel(model_);
  view->setItemDelegate(delegate_);
  view->setShowGrid(false);
  view->setFrameShape(QFrame::NoFrame);
  view->setSelectionBehavior(QAbstractItemView::SelectRows);
  view->setSelectionMode(QAbstractItemView::ExtendedSelection);
  view->setEditTriggers(QAbstractItemView::NoEditTriggers);
  view->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
  view->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
  view->setWordWrap(false);
  view->setTabKeyNavigation(false);
  view->setMouseTracking(true);
  view->verticalHeader()->hide();
  view->verticalHeader()->setMinimumSectionSize(rowHeight);
  view->verticalHeader()->setDefaultSectionSize(rowHeight);
  view->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
  view->verticalScrollBar()->setSingleStep(rowHeight);
  view->setContextMenuPolicy(Qt::CustomContextMenu);
  connect(view, &QWidget::customContextMenuRequested, this,
          [this, view](const QPoint& at) { emit rowMenuWanted(view->viewport()->mapToGlobal(at)); });
  view->installEventFilter(this);
  view->viewport()->installEventFilter(this);
  connect(view, &QTableView::entered, this, [this](const QModelIndex& index) { hover(index.row()); });
  connect(view, &QTableView::doubleClicked, this, [this](const QModelIndex& index) { emit opened(index.row()); });
}

void LeadTable::applyTheme(const Theme& theme) {
  delegate_->setTheme(theme);
  pinnedHead_->setTheme(theme);
  mainHead_->setTheme(theme);
  QPalette palette = line_->palette();
  palette.setColor(QPalette::Window, theme.axis);
  line_->setPalette(palette);
  palette.setColor(QPalette::Window, theme.surface);
  footing_->setPalette(palette);
  pinned_->viewport()->update();
  main_->viewport()->update();
}

void LeadTable::layOut(const TableLayout& layout) {
  arranging_ = true;
  pinnedColumns_ = layout.pinned;
  arrange(pinned_, layout, true);
  arrange(main_, layout, false);
  arranging_ = false;
  fitPinned();
  emit scrolled();
}

// One of the two views: its own columns in order; the other view's are hidden in it.
void LeadTable::arrange(QTableView* view, const TableLayout& layout, bool left) {
  QHeaderView* head = view->horizontalHeader();
  for (int column = 0; column < model_->columnCount(); ++column) {
    const auto i = static_cast<std::size_t>(column);
    view->setColumnHidden(column, layout.pinned[i] != left || layout.hidden[i]);
    view->setColumnWidth(column, layout.widths[i]);
  }
  for (int place = 0; place < model_->columnCount(); ++place) {
    const int column = layout.order.empty() ? place : layout.order[static_cast<std::size_t>(place)];
    if (const int now = head->visualIndex(column); now != place) head->moveSection(now, place);
  }
}

void LeadTable::fitPinned() {
  int width = 0;
  for (int column = 0; column < model_->columnCount(); ++column)
    if (!pinned_->isColumnHidden(column)) width += pinned_->columnWidth(column);
  pinned_->setFixedWidth(width);
  pinned_->setVisible(width > 0);
  line_->setVisible(width > 0);
}

std::vector<int> LeadTable::order() const {
  std::vector<int> order;
  for (const bool left : {true, false}) {
    const QHeaderView* head = left ? pinnedHead_ : mainHead_;
    for (int place = 0; place < model_->columnCount(); ++place) {
      const int column = head->logicalIndex(place);
      if (pinnedColumns_[static_cast<std::size_t>(column)] == left) order.push_back(column);
    }
  }
  return order;
}

int LeadTable::widthOf(int column) const { return std::max(pinned_->columnWidth(column), main_->columnWidth(column)); }

void LeadTable::setHeads(const std::vector<HeaderContent>& heads) {
  pinnedHead_->setContent(heads, model_->bandNames().size());
  mainHead_->setContent(heads, model_->bandNames().size());
}

void LeadTable::setScoreRange(double low, double high) {
  delegate_->setScoreRange(low, high);
  main_->viewport()->update();
}

void LeadTable::setSort(const std::vector<HeaderSort>& sort) {
  pinnedHead_->setSort(sort);
  mainHead_->setSort(sort);
}

int LeadTable::currentColumn() const { return main_->currentIndex().isValid() ? main_->currentIndex().column() : -1; }

void LeadTable::setCurrentColumn(int column) {
  if (currentRow() < 0) return;
  main_->selectionModel()->setCurrentIndex(model_->index(currentRow(), column), QItemSelectionModel::NoUpdate);
}

int LeadTable::currentRow() const { return main_->currentIndex().isValid() ? main_->currentIndex().row() : -1; }

void LeadTable::setCurrentRow(int row) {
  if (row < 0 || row >= model_->rowCount()) {
    main_->selectionModel()->clear();
    return;
  }
  int column = std::max(0, main_->currentIndex().isValid() ? currentColumn() : mainHead_->logicalIndex(0));
  for (int place = 0; place < model_->columnCount() && main_->isColumnHidden(column) && pinned_->isColumnHidden(column);
       ++place)
    column = mainHead_->logicalIndex(place);
  main_->selectionModel()->setCurrentIndex(model_->index(row, column),
                                           QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
}

void LeadTable::scrollToTop() { main_->verticalScrollBar()->setValue(0); }

void LeadTable::scrollToColumn(int column) {
  if (main_->isColumnHidden(column)) return;
  main_->horizontalScrollBar()->setValue(main_->horizontalHeader()->sectionPosition(column));
}

std::vector<std::pair<int, int>> LeadTable::selectedRows() const {
  std::vector<std::pair<int, int>> ranges;
  for (const QItemSelectionRange& range : main_->selectionModel()->selection())
    if (range.isValid()) ranges.emplace_back(range.top(), range.bottom());
  std::sort(ranges.begin(), ranges.end());
  return ranges;
}

std::pair<int, int> LeadTable::visibleRows() const {
  if (model_->rowCount() == 0) return {0, -1};
  int first = std::max(0, main_->rowAt(0));
  int last = main_->rowAt(main_->viewport()->height());
  if (last < 0) last = model_->rowCount() - 1;
  // Of a row that is cut there is too little to count it, unless nothing else is to be seen.
  if (first < last && main_->rowViewportPosition(first) < 0) ++first;
  if (first < last && main_->rowViewportPosition(last) + rowHeight > main_->viewport()->height()) --last;
  return {first, last};
}

int LeadTable::columnsBeyond() const {
  int beyond = 0;
  const int edge = main_->viewport()->width();
  for (int column = 0; column < model_->columnCount(); ++column)
    if (!main_->isColumnHidden(column) &&
        main_->columnViewportPosition(column) + main_->columnWidth(column) / 2 >= edge)
      ++beyond;
  return beyond;
}

void LeadTable::hover(int row) {
  const int before = delegate_->hoveredRow();
  if (row == before) return;
  delegate_->setHoveredRow(row);
  for (QTableView* view : {pinned_, main_})
    for (const int changed : {before, row})
      if (changed >= 0)
        view->viewport()->update(0, view->rowViewportPosition(changed), view->viewport()->width(), rowHeight);
}

bool LeadTable::eventFilter(QObject* watched, QEvent* event) {
  if (event->type() == QEvent::Leave) hover(-1);
  // The scroll bar takes its room after the table has had its own.
  if (event->type() == QEvent::Resize && watched == main_->viewport()) emit scrolled();
  if (event->type() == QEvent::KeyPress) {
    const auto* key = static_cast<QKeyEvent*>(event);
    if (key->matches(QKeySequence::Copy)) {
      emit copyRequested();
      return true;
    }
    if (key->key() == Qt::Key_F && !(key->modifiers() & ~Qt::ShiftModifier) && currentColumn() >= 0) {
      emit frequencyWanted(currentColumn());
      return true;
    }
    if ((key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter) && currentRow() >= 0) {
      emit opened(currentRow());
      return true;
    }
  }
  return QWidget::eventFilter(watched, event);
}

}  // namespace leadlight
