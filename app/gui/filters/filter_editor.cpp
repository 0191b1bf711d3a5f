#include "app/gui/filters/filter_editor.h"

#include <QApplication>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListWidget>
#include <QVBoxLayout>
#include <algorithm>

#include "app/gui/linker.h"
#include "model/frame/lead_dates.h"
#include "widgets/kit/chips.h"
#include "widgets/kit/labels.h"

namespace leadlight {
namespace {

constexpr int widest = 620, listHeight = 210;

// What stands before the cursor, as the core counts it.
std::string beforeCursor(const QLineEdit& edit) { return edit.text().left(edit.cursorPosition()).toStdString(); }

Frame columnsOf(const Snapshot& snapshot) {
  const Frame empty = emptyLike(snapshot.frame);
  const LeadDates dates = leadDates(snapshot.frame);
  if (!snapshot.target || !dates.created || !(dates.converted || dates.modified)) return empty;
  const std::string days(daysToConvertColumn);
  return empty.with({std::make_shared<const Column>(Column::integers(days, days, {}))});
}

}  // namespace

FilterEditor::FilterEditor(ChipBar& bar, Session& session, QWidget* page)
    : QFrame(page),
      bar_(bar),
      session_(session),
      edit_(new QLineEdit),
      error_(makeLabel({}, TextRole::Caption)),
      list_(new QListWidget),
      countJob_(this, pool_) {
  setProperty("role", "card");
  setAutoFillBackground(true);
  auto* all = new QVBoxLayout(this);
  all->setContentsMargins(8, 8, 8, 8);
  all->setSpacing(6);
  all->addWidget(edit_);
  all->addWidget(error_);
  all->addWidget(list_);
  edit_->setPlaceholderText(tr("Lead_Source in ('Google') and TotalVisits >= 3"));
  edit_->setAccessibleName(tr("Filter"));
  list_->setAccessibleName(tr("What may come next"));
  list_->setFrameShape(QFrame::NoFrame);
  list_->setFocusPolicy(Qt::NoFocus);
  list_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  list_->setFixedHeight(listHeight);
  error_->setWordWrap(true);
  setTone(*error_, Tone::Negative);
  hide();
  edit_->installEventFilter(this);
  connect(edit_, &QLineEdit::textChanged, this, &FilterEditor::follow);
  connect(edit_, &QLineEdit::cursorPositionChanged, this, &FilterEditor::follow);
  connect(list_, &QListWidget::itemClicked, this, [this](QListWidgetItem* item) { takeOffer(list_->row(item)); });
  bar_.setAddVisible(true);
  connect(&bar_, &ChipBar::addClicked, this, &FilterEditor::openEmpty);
  connect(&bar_, &ChipBar::chipClicked, this, &FilterEditor::openFor);
  connect(qApp, &QApplication::focusChanged, this, [this](QWidget*, QWidget* now) {
    if (isVisible() && now && now != this && !isAncestorOf(now)) hide();
  });
}

FilterEditor::~FilterEditor() {
  countJob_.cancel();
  pool_.waitForDone();
}

QString FilterEditor::error() const { return error_->isHidden() ? QString() : error_->text(); }

void FilterEditor::openEmpty() {
  edited_.reset();
  open({});
}

void FilterEditor::openFor(const QString& key) {
  const auto condition = session_.condition(key.toStdString());
  if (!condition) return;
  edited_ = key.toStdString();
  open(QString::fromStdString(condition->text()));
}

void FilterEditor::open(const QString& text) {
  empty_ = columnsOf(*session_.snapshot());
  countedColumn_.clear();
  counts_.clear();
  const QPoint corner = bar_.mapTo(parentWidget(), QPoint(24, bar_.height() + 2));
  const int wide = std::min(widest, parentWidget()->width() - corner.x() - 20);
  setFixedWidth(wide);
  move(corner);
  say({});
  edit_->setText(text);
  follow();
  adjustSize();
  show();
  raise();
  edit_->setFocus();
}

void FilterEditor::follow() {
  say({});
  const FilterHint hint = filterHint(beforeCursor(*edit_));
  from_ = hint.from;
  if (hint.wanted == FilterHint::Wanted::Value) countValues(hint);
  fillList(hint);
}

// The values of a column are counted once, in a worker.
void FilterEditor::countValues(const FilterHint& hint) {
  const Column* known = empty_.find(hint.column);
  const std::string name = known ? known->name() : std::string();
  if (name == countedColumn_) return;
  countedColumn_ = name;
  counts_.clear();
  if (!known || known->type() != ColumnType::Text) return;
  countJob_.run(
      [snapshot = session_.snapshot(), name](const Progress&) {
        const Column* column = snapshot->frame.find(name);
        return column ? valueCounts(*column) : ValueCounts();
      },
      [this, name](ValueCounts counts) {
        if (name != countedColumn_) return;
        counts_ = std::move(counts);
        fillList(filterHint(beforeCursor(*edit_)));
      });
}

void FilterEditor::fillList(const FilterHint& hint) {
  offers_ = filterOffers(hint, empty_, counts_);
  list_->clear();
  for (const FilterOffer& one : offers_) {
    auto* item = new QListWidgetItem(list_);
    auto* row = new QWidget;
    auto* line = new QHBoxLayout(row);
    line->setContentsMargins(6, 1, 10, 1);
    line->addWidget(new ElidedLabel(one.shown, TextRole::Body), 1);
    line->addWidget(makeLabel(one.note, TextRole::Caption));
    row->setAttribute(Qt::WA_TransparentForMouseEvents);
    item->setData(Qt::AccessibleTextRole, one.shown + QLatin1Char(' ') + one.note);
    item->setSizeHint(QSize(0, 24));
    list_->setItemWidget(item, row);
  }
  list_->setVisible(!offers_.empty());
  adjustSize();
}

void FilterEditor::takeOffer(int row) {
  if (row < 0 || row >= static_cast<int>(offers_.size())) return;
  const std::string before = beforeCursor(*edit_);
  const QString kept = QString::fromStdString(before.substr(0, std::min(from_, before.size())));
  QString rest = edit_->text().mid(edit_->cursorPosition());
  const QString insert = offers_[static_cast<std::size_t>(row)].insert;
  const QChar quote = insert.isEmpty() ? QChar() : insert.back();
  if (quote == QLatin1Char('\'') && rest.startsWith(quote)) rest.remove(0, 1);
  const QString start = kept + insert;
  edit_->setText(start + rest);
  edit_->setCursorPosition(static_cast<int>(start.size()));
  edit_->setFocus();
}

void FilterEditor::say(const QString& error) {
  error_->setText(error);
  error_->setVisible(!error.isEmpty());
}

void FilterEditor::applyText() {
  FilterHistory::Conditions now;
  for (const Filter& condition : session_.conditions()) {
    const std::vector<std::string> columns = condition.columns();
    now.emplace_back(columns.size() == 1 ? columns.front() : std::string(), condition);
  }
  auto changes = filterChanges(edit_->text().trimmed().toStdString(), empty_, now, edited_);
  if (!changes) {
    say(filterSentence(changes.error()));
    adjustSize();
    return;
  }
  hide();
  bar_.addButton()->setFocus();
  session_.setConditions(std::move(*changes));
}

bool FilterEditor::eventFilter(QObject* object, QEvent* event) {
  if (object == edit_ && event->type() == QEvent::KeyPress && keyPressed(static_cast<QKeyEvent*>(event)->key()))
    return true;
  return QFrame::eventFilter(object, event);
}

// Up and Down walk the list; Tab takes its first line, Enter the line that is marked, else the whole filter.
bool FilterEditor::keyPressed(int key) {
  const int count = list_->count(), row = list_->currentRow();
  switch (key) {
    case Qt::Key_Down:
      list_->setCurrentRow(std::min(row + 1, count - 1));
      return true;
    case Qt::Key_Up:
      list_->setCurrentRow(std::max(row - 1, -1));
      return true;
    case Qt::Key_Tab:
      if (count == 0) return false;
      takeOffer(std::max(row, 0));
      return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
      if (row >= 0)
        takeOffer(row);
      else
        applyText();
      return true;
    case Qt::Key_Escape:
      hide();
      bar_.addButton()->setFocus();
      return true;
    default:
      return false;
  }
}

}  // namespace leadlight
