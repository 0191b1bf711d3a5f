#include "app/gui/files/load_details.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QVBoxLayout>
#include <map>

#include "app/gui/files/load_history.h"
#include "app/gui/sentences.h"
#include "model/schema/distinct.h"
#include "widgets/format.h"

namespace leadlight {

namespace {

constexpr int shaShown = 8;  // characters, as many as fit in any language

using Facts = LoadReport::ColumnFacts;
using Model = TableModel<Facts>;

// Large numbers of values are estimates, but for the key of rows that all brought another lead.
bool isCounted(const Facts& column, const std::string& ownPerRow) {
  return column.distinct <= DistinctCounter::exactLimit || column.name == ownPerRow;
}

QString valuesText(const Facts& column, const std::string& ownPerRow, std::uint64_t rows) {
  if (column.name == ownPerRow) return formatCount(rows);
  const QString count = formatCount(column.distinct);
  return isCounted(column, ownPerRow) ? count : QStringLiteral("≈ ") + count;
}

// What is worth knowing about a column, in words.
QString evidenceOf(const Facts& column, std::uint64_t rows, const std::string& ownPerRow) {
  const std::uint64_t filled = rows - std::min(rows, column.nulls + column.placeholders);
  if (filled == 0) return LoadDetails::tr("empty in every row");
  if (column.distinct == 1)
    return LoadDetails::tr("one value in %1 rows", nullptr, static_cast<int>(filled)).arg(formatCount(filled));
  const bool counted = isCounted(column, ownPerRow);
  if (counted && (column.distinct == filled || column.name == ownPerRow) && filled > 1)
    return LoadDetails::tr("%1 values, no two alike").arg(formatCount(filled));
  if (column.placeholders > 0)
    return LoadDetails::tr("\"Select\" or the like in %1 rows", nullptr, static_cast<int>(column.placeholders))
        .arg(formatCount(column.placeholders));
  if (filled == rows) return LoadDetails::tr("filled in every row");
  return LoadDetails::tr("filled in %1").arg(formatPercent(static_cast<double>(filled) / static_cast<double>(rows)));
}

std::vector<Model::Column> factColumns(const LoadReport& load, const std::string& ownPerRow) {
  const auto missing = [](const Facts& column) { return column.nulls + column.placeholders; };
  return {
      {LoadDetails::tr("Column"), Qt::AlignLeft,
       [](const Facts& column, int role) -> QVariant {
         if (role == Qt::DisplayRole) return QString::fromStdString(column.label);
         if (role == Qt::ToolTipRole) return QString::fromStdString(column.name);
         return {};
       }},
      {LoadDetails::tr("Type"), Qt::AlignLeft,
       [](const Facts& column, int role) -> QVariant {
         return role == Qt::DisplayRole ? typeWord(column.type) : QVariant();
       }},
      {LoadDetails::tr("Evidence, from every row"), Qt::AlignLeft,
       [&load, &ownPerRow](const Facts& column, int role) -> QVariant {
         if (role == Qt::DisplayRole || role == Qt::ToolTipRole) return evidenceOf(column, load.parsed, ownPerRow);
         if (role == cell::Muted) return true;
         return {};
       }},
      {LoadDetails::tr("Missing"), Qt::AlignRight,
       [&load, missing](const Facts& column, int role) -> QVariant {
         if (role == Qt::DisplayRole) return formatCount(missing(column));
         if (role == cell::Share)
           return load.parsed == 0 ? 0.0 : static_cast<double>(missing(column)) / static_cast<double>(load.parsed);
         if (role == cell::Muted) return missing(column) == 0;
         return {};
       }},
      {LoadDetails::tr("Values"), Qt::AlignRight,
       [&load, &ownPerRow](const Facts& column, int role) -> QVariant {
         return role == Qt::DisplayRole ? valuesText(column, ownPerRow, load.parsed) : QVariant();
       }},
  };
}

QString typeChange(const Facts& column) {
  const QString label = QString::fromStdString(column.label), from = typeWord(column.changedFrom->type),
                to = typeWord(column.type);
  if (column.changedFrom->line == 0) return LoadDetails::tr("%1 changed its type from %2 to %3.").arg(label, from, to);
  return LoadDetails::tr("%1 changed its type from %2 to %3: line %4 does not fit.")
      .arg(label, from, to, formatCount(column.changedFrom->line));
}

bool isDateOrderUnknown(const Facts& column) {
  return column.type == ColumnType::Date && column.ambiguous && column.reading &&
         column.reading->by == Facts::Reading::By::Default;
}

QString dateOrderUnknown(const QStringList& columns, DateOrder readAs) {
  const QString told = readAs == DateOrder::MonthDayYear
                           ? LoadDetails::tr(
                                 "Read month first, though no value tells day from month: %1. If that is "
                                 "wrong, undo this load and choose day first when you load the file again.")
                           : LoadDetails::tr(
                                 "Read day first, though no value tells day from month: %1. If that is "
                                 "wrong, undo this load and choose month first when you load the file again.");
  return told.arg(columns.join(QStringLiteral(", ")));
}

// What a person should look at, a paragraph each.
QString remarks(const LoadReport& load) {
  QStringList paragraphs;
  std::map<DateOrder, QStringList> unknownOrders;
  for (const Facts& column : load.columns) {
    if (column.changedFrom) paragraphs << typeChange(column);
    if (isDateOrderUnknown(column)) unknownOrders[column.reading->dates] << QString::fromStdString(column.label);
  }
  for (const auto& [readAs, columns] : unknownOrders) paragraphs << dateOrderUnknown(columns, readAs);
  return paragraphs.join(QStringLiteral("\n"));
}

}  // namespace

LoadDetails::LoadDetails(QWidget* parent) : QFrame(parent), columns_(factColumns(load_, ownPerRow_)) {
  setProperty("role", "card");
  auto* rows = new QVBoxLayout(this);
  rows->setContentsMargins(1, 1, 1, 1);
  rows->setSpacing(0);
  rows->addWidget(makeHead());
  rows->addWidget(makeLine());
  auto* parts = new QHBoxLayout;
  parts->setSpacing(0);
  rows->addLayout(parts, 1);

  stack_ = new QStackedWidget;
  table_ = new QTableView;
  table_->setModel(&columns_);
  table_->setItemDelegate(&delegate_);
  dressTable(*table_);
  table_->setSelectionMode(QAbstractItemView::NoSelection);
  table_->setAccessibleName(tr("Columns of the file"));
  const int widths[] = {200, 110, 260, 118, 92};
  for (int i = 0; i < 5; ++i) table_->horizontalHeader()->resizeSection(i, widths[i]);
  for (const int words : {0, 2}) table_->horizontalHeader()->setSectionResizeMode(words, QHeaderView::Stretch);
  stack_->addWidget(table_);
  stack_->addWidget(quarantine_ = new QuarantineView);
  parts->addWidget(stack_, 1);

  separator_ = new QFrame;
  separator_->setFixedWidth(1);
  parts->addWidget(separator_);
  auto* told = new QWidget;
  told->setObjectName(QStringLiteral("scrolled"));
  auto* side = new QVBoxLayout(told);
  side->setContentsMargins(16, 12, 16, 12);
  side->setSpacing(10);
  side->addWidget(sumTitle_ = makeLabel(tr("What this load did"), TextRole::Strong));
  side->addWidget(sum_ = new LoadSum);
  side->addWidget(why_ = makeLabel({}, TextRole::Muted));
  why_->setWordWrap(true);
  side->addStretch(1);
  side_ = new QScrollArea;
  side_->setFixedWidth(312);
  side_->setFrameShape(QFrame::NoFrame);
  side_->setWidgetResizable(true);
  side_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  side_->setAccessibleName(sumTitle_->text());
  side_->setWidget(told);
  parts->addWidget(side_);
}

QWidget* LoadDetails::makeHead() {
  auto* head = new QWidget;
  auto* row = new QHBoxLayout(head);
  row->setContentsMargins(16, 9, 16, 9);
  row->setSpacing(12);
  row->addWidget(fileIcon_ = new QLabel);
  auto* words = new QVBoxLayout;
  words->setSpacing(1);
  auto* first = new QHBoxLayout;
  first->setSpacing(8);
  first->addWidget(file_ = new ElidedLabel({}, TextRole::CardTitle));
  first->addWidget(tag_ = new Tag({}));
  first->addStretch(1);
  words->addLayout(first);
  words->addWidget(facts_ = new ElidedLabel({}, TextRole::Caption));
  row->addLayout(words, 1);
  columnsTab_ = new Button(QString(), ButtonKind::Segment);
  quarantineTab_ = new Button(QString(), ButtonKind::Segment);
  for (Button* tab : {columnsTab_, quarantineTab_}) {
    tab->setAutoExclusive(true);
    row->addWidget(tab);
  }
  row->addWidget(asOf_ = new Button(Icon::Clock, tr("Leads as of this load"), ButtonKind::Plain));
  asOf_->setToolTip(tr("Show the leads as they were right after this load"));
  connect(asOf_, &QPushButton::clicked, this, [this] { emit asOfAsked(load_.id); });
  row->addWidget(undo_ = new Button(Icon::Undo, tr("Undo this load"), ButtonKind::Plain));
  connect(columnsTab_, &QPushButton::clicked, this, &LoadDetails::showColumns);
  connect(quarantineTab_, &QPushButton::clicked, this, &LoadDetails::showQuarantine);
  connect(undo_, &QPushButton::clicked, this, [this] { emit undoAsked(load_.id); });
  return head;
}

void LoadDetails::setKey(const std::string& dataset, const std::optional<std::string>& key) {
  dataset_ = dataset;
  key_ = key;
}

void LoadDetails::display(const LoadReport& load) {
  // Rows that were just sent again are looked at once more.
  const bool again = load.id == load_.id && quarantineTab_->isChecked() && load.quarantined > 0;
  load_ = load;
  const bool rowsAreLeads = load.superseded == 0 && load.quarantined == 0 && load.dataset == dataset_;
  ownPerRow_ = rowsAreLeads && key_ ? *key_ : std::string();
  file_->setFullText(fileNameOf(load.file));
  tag_->display(statusWord(load.status), static_cast<TagTone>(tagToneOf(load.status)));
  const bool read = load.status == LoadReport::Status::Loaded || load.status == LoadReport::Status::Undone;
  QStringList facts{tr("Load %1").arg(load.id), formatDateTime(QString::fromStdString(load.startedAt)),
                    formatBytes(load.bytes)};
  if (read) {
    facts << tr("%1 rows", nullptr, static_cast<int>(load.parsed)).arg(formatCount(load.parsed));
    facts << QString::fromStdString(load.format).toUpper() + QLatin1Char(' ') + QString::fromStdString(load.encoding);
    facts << formatSeconds(load.seconds);
  }
  if (!load.sha256.empty()) facts << QStringLiteral("SHA-256 ") + QString::fromStdString(load.sha256).left(shaShown);
  facts_->setFullText(facts.join(QStringLiteral(", ")));
  fileIcon_->parentWidget()->setToolTip(
      QString::fromStdString(load.sha256.empty() ? load.file : load.file + "\nSHA-256 " + load.sha256));
  columns_.setRows(load.columns);
  columnsTab_->setText(tr("Columns %1").arg(formatCount(load.columns.size())));
  quarantineTab_->setText(tr("Rejected %1").arg(formatCount(load.quarantined)));
  columnsTab_->setVisible(read);
  quarantineTab_->setVisible(read && load.quarantined > 0);
  undo_->setVisible(isUndoable(load));
  asOf_->setVisible(read);
  sum_->display(load);
  sum_->setVisible(read);
  sumTitle_->setText(read ? tr("What this load did") : tr("What happened"));
  why_->setText(load.status == LoadReport::Status::Loaded ? remarks(load) : loadSentence(load));
  stack_->setVisible(read);
  separator_->setVisible(read);
  side_->setMaximumWidth(read ? 312 : QWIDGETSIZE_MAX);
  if (again)
    showQuarantine();
  else
    showColumns();
}

void LoadDetails::showColumns() {
  columnsTab_->setChecked(true);
  stack_->setCurrentWidget(table_);
}

void LoadDetails::showQuarantine() {
  quarantineTab_->setChecked(true);
  stack_->setCurrentWidget(quarantine_);
  quarantine_->display({}, load_.quarantined);
  emit quarantineAsked(load_.id);
}

void LoadDetails::displayQuarantine(std::int64_t loadId, QuarantineSheet sheet, std::uint64_t total) {
  if (loadId == load_.id) quarantine_->display(std::move(sheet), total);
}

void LoadDetails::applyTheme(const Theme& theme) {
  delegate_.setTheme(theme);
  fileIcon_->setPixmap(iconPixmap(Icon::File, 26, theme.accent, devicePixelRatioF()));
  separator_->setStyleSheet(QStringLiteral("background: %1; border: 0").arg(theme.border.name()));
}

}  // namespace leadlight
