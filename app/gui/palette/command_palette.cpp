#include "app/gui/palette/command_palette.h"

#include <QKeyEvent>
#include <QLineEdit>
#include <QListView>
#include <QPainter>
#include <QPointer>
#include <QVBoxLayout>
#include <algorithm>

#include "app/gui/palette/fuzzy.h"
#include "app/gui/session.h"
#include "widgets/format.h"

namespace leadlight {

namespace {

constexpr int widest = 620, fromTop = 72, mostRows = 10, rowHeight = 34;
constexpr int actionFirst = 40, storedRank = 1500;

}  // namespace

CommandPalette::CommandPalette(Session& session, QWidget* window)
    : QFrame(window), session_(session), indexJob_(this, pool_), searchJob_(this, pool_) {
  setAccessibleName(tr("Search everything"));
  pool_.setMaxThreadCount(1);
  auto* rows = new QVBoxLayout(this);
  rows->setContentsMargins(1, 6, 1, 6);
  rows->setSpacing(6);
  field_ = new QLineEdit;
  field_->setPlaceholderText(tr("Actions, columns, values, leads"));
  field_->setAccessibleName(tr("Search everything"));
  field_->setFrame(false);
  field_->setFixedHeight(34);
  fieldIcon_ = field_->addAction(QIcon(), QLineEdit::LeadingPosition);
  auto* head = new QVBoxLayout;
  head->setContentsMargins(6, 0, 6, 0);
  head->addWidget(field_);
  rows->addLayout(head);
  list_ = new QListView;
  list_->setAccessibleName(tr("What was found"));
  list_->setFocusPolicy(Qt::NoFocus);
  list_->setMouseTracking(true);
  list_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  list_->setUniformItemSizes(true);
  list_->setModel(model_ = new PaletteModel(this));
  list_->setItemDelegate(delegate_ = new PaletteDelegate(this));
  rows->addWidget(list_);
  connect(field_, &QLineEdit::textChanged, this, &CommandPalette::search);
  connect(list_, &QListView::clicked, this, [this](const QModelIndex& index) { run(index.row()); });
  connect(&session_, &Session::snapshotChanged, this, [this] {
    index_.reset();
    if (isVisible()) prepare();
  });
  field_->installEventFilter(this);
  hide();
}

CommandPalette::~CommandPalette() {
  indexJob_.cancel();
  searchJob_.cancel();
  pool_.waitForDone();
}

void CommandPalette::open(Actions actions) {
  if (isVisible()) return close();
  actions_ = std::move(actions);
  before_ = window()->focusWidget();
  hits_.clear();
  hitsOf_.clear();
  const QSignalBlocker quiet(field_);
  field_->clear();
  showFound();
  show();
  raise();
  field_->setFocus(Qt::ShortcutFocusReason);
  if (!index_) prepare();
}

void CommandPalette::prepare() {
  indexJob_.run([snapshot = session_.snapshot()](const Progress& progress) { return paletteIndex(snapshot, progress); },
                [this](PaletteIndexPtr index) {
                  if (index->snapshot != session_.snapshot()) return;
                  index_ = std::move(index);
                  search();
                });
}

void CommandPalette::search() {
  showFound();
  const QString query = field_->text().trimmed();
  if (!index_ || query.isEmpty()) {
    searchJob_.cancel();
    if (settled()) emit settledChanged();
    return;
  }
  searchJob_.run([index = index_, query](const Progress& progress) { return searchLeads(*index, query, progress); },
                 [this, query](std::vector<PaletteHit> hits) {
                   hits_ = std::move(hits);
                   hitsOf_ = query;
                   showFound();
                   emit settledChanged();
                 });
  findStored(query);
}

// A key with very many values stays in the store: asked for as it stands.
void CommandPalette::findStored(const QString& query) {
  const SnapshotPtr snapshot = session_.snapshot();
  if (!snapshot->dataset || !snapshot->dataset->key || snapshot->frame.find(*snapshot->dataset->key)) return;
  const DatasetColumn* key = snapshot->dataset->find(*snapshot->dataset->key);
  if (!key || std::find(snapshot->hidden.begin(), snapshot->hidden.end(), key->name) != snapshot->hidden.end()) return;
  session_.read<Result<std::int64_t>>(
      this,
      [dataset = snapshot->datasetName, text = query.toStdString()](Store& store) {
        return store.leadId(dataset, text);
      },
      [this, snapshot, query, label = QString::fromStdString(key->label)](Result<std::int64_t> lead) {
        if (!lead || snapshot != session_.snapshot() || field_->text().trimmed() != query) return;
        const std::vector<std::int64_t>& ids = snapshot->frame.leadIds();
        const auto place = std::lower_bound(ids.begin(), ids.end(), *lead);
        if (place == ids.end() || *place != *lead) return;
        hits_.push_back({PaletteHit::Kind::Lead,
                         storedRank,
                         {},
                         label,
                         query.toStdString(),
                         0,
                         *lead,
                         static_cast<std::uint32_t>(place - ids.begin())});
        showFound();
      });
}

void CommandPalette::addHit(const PaletteHit& hit, std::vector<PaletteEntry>& entries) {
  const QString value = QString::fromStdString(hit.value);
  switch (hit.kind) {
    case PaletteHit::Kind::Value: {
      const std::uint64_t all = session_.snapshot()->frame.rows();
      entries.push_back({Icon::Filter, tr("Keep %1 = %2").arg(hit.label, value), formatLeads(hit.leads), hit.rank,
                         [this, hit] { session_.setCondition(hit.column, keepValue(hit)); }});
      entries.push_back({Icon::Filter, tr("Leave out %1 = %2").arg(hit.label, value), formatLeads(all - hit.leads),
                         hit.rank, [this, hit] { session_.setCondition(hit.column, leaveOutValue(hit)); }});
      break;
    }
    case PaletteHit::Kind::Column:
      entries.push_back({Icon::Columns, tr("Go to column %1").arg(hit.label), tr("Leads"), hit.rank,
                         [this, label = hit.label] { emit columnWanted(label); }});
      break;
    case PaletteHit::Kind::Lead:
      entries.push_back({Icon::ScoreLead, tr("Open the lead with %1 %2").arg(hit.label, value), tr("Leads"), hit.rank,
                         [this, hit] { emit leadWanted(hit.lead, hit.row); }});
      break;
  }
}

void CommandPalette::showFound() {
  const QString query = field_->text().trimmed();
  const QString folded = foldedText(query);
  std::vector<PaletteEntry> entries;
  for (const Action& action : actions_) {
    if (!action.enabled) continue;
    const auto rank = fuzzyRank(folded, foldedText(action.words));
    if (!rank) continue;
    entries.push_back(
        {action.icon, action.words, action.keys.toString(QKeySequence::NativeText), *rank + actionFirst, action.run});
  }
  // What was found for the last letters stays until the next answer, so that the list does not flicker.
  if (!query.isEmpty())
    for (const PaletteHit& hit : hits_) addHit(hit, entries);
  if (!query.isEmpty())
    std::stable_sort(entries.begin(), entries.end(), [](const auto& a, const auto& b) { return a.rank > b.rank; });
  if (!query.isEmpty() && session_.snapshot()->frame.rows() > 0)
    entries.push_back({Icon::Search, tr("Find %1 in every column").arg(query), tr("Leads"), 0,
                       [this, query] { emit findWanted(query); }});
  model_->display(std::move(entries));
  list_->setCurrentIndex(model_->index(0));
  place();
}

void CommandPalette::move(int by) {
  const int rows = model_->rowCount();
  if (rows == 0) return;
  const int at = list_->currentIndex().row() + by;
  const bool page = by > 1 || by < -1;
  list_->setCurrentIndex(model_->index(page ? std::clamp(at, 0, rows - 1) : (at + rows) % rows));
}

void CommandPalette::run(int row) {
  if (row < 0 || row >= model_->rowCount()) return;
  const auto chosen = model_->entries()[static_cast<std::size_t>(row)].run;
  close();
  if (chosen) chosen();
}

void CommandPalette::close() {
  searchJob_.cancel();
  hide();
  if (before_) before_->setFocus(Qt::PopupFocusReason);
}

bool CommandPalette::eventFilter(QObject* object, QEvent* event) {
  if (event->type() == QEvent::FocusOut && isVisible() &&
      static_cast<QFocusEvent*>(event)->reason() != Qt::ActiveWindowFocusReason) {
    hide();
    return false;
  }
  if (event->type() != QEvent::KeyPress) return QFrame::eventFilter(object, event);
  switch (static_cast<QKeyEvent*>(event)->key()) {
    case Qt::Key_Down:
      move(1);
      return true;
    case Qt::Key_Up:
      move(-1);
      return true;
    case Qt::Key_PageDown:
      move(mostRows - 1);
      return true;
    case Qt::Key_PageUp:
      move(1 - mostRows);
      return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
      run(list_->currentIndex().row());
      return true;
    case Qt::Key_Escape:
      close();
      return true;
    case Qt::Key_Tab:
    case Qt::Key_Backtab:
      return true;
    default:
      return false;
  }
}

void CommandPalette::place() {
  const int width = std::min(widest, parentWidget()->width() - 64);
  const int rows = std::min(model_->rowCount(), mostRows);
  list_->setFixedHeight(rows * rowHeight);
  list_->setVisible(rows > 0);
  const int height = 12 + field_->height() + (rows > 0 ? 6 + rows * rowHeight : 0);
  setGeometry((parentWidget()->width() - width) / 2, fromTop, width, height);
}

void CommandPalette::applyTheme(const Theme& theme) {
  theme_ = theme;
  delegate_->setTheme(theme);
  fieldIcon_->setIcon(iconOf(Icon::Search, theme.muted));
  field_->setStyleSheet(QStringLiteral("QLineEdit { border: 0; background: transparent; font-size: 11pt; }"));
  list_->setStyleSheet(QStringLiteral("QListView { background: transparent; }"));
  update();
}

void CommandPalette::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  painter.setRenderHint(QPainter::Antialiasing);
  painter.setPen(theme_.control);
  painter.setBrush(theme_.raised);
  painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6);
}

}  // namespace leadlight
