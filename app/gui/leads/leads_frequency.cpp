#include "app/gui/leads/leads_frequency.h"

#include <QBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLineEdit>
#include <QTableView>
#include <algorithm>

#include "model/frame/aggregate.h"
#include "widgets/charts/chart_text.h"
#include "widgets/format.h"
#include "widgets/kit/button.h"
#include "widgets/kit/cell_delegate.h"
#include "widgets/kit/labels.h"
#include "widgets/value_text.h"

namespace leadlight {

namespace {

constexpr int valueWidth = 210;

double rateOf(const ValueCount& one) {
  return one.leads == 0 ? 0 : static_cast<double>(one.converted) / static_cast<double>(one.leads);
}

}  // namespace

FrequencyDialog::FrequencyDialog(const QString& column, ColumnType type, bool filters, const Theme& theme,
                                 QWidget* parent)
    : QDialog(parent), column_(column), type_(type), filters_(filters), model_(nullptr), table_(new QTableView) {
  setWindowTitle(tr("Values of %1").arg(column));
  resize(640, 520);
  sentence_ = makeLabel(tr("Counting…"), TextRole::Result);
  sentence_->setWordWrap(true);
  find_ = new QLineEdit;
  find_->setPlaceholderText(tr("Find a value"));
  find_->setAccessibleName(tr("Find a value"));
  find_->setClearButtonEnabled(true);
  find_->installEventFilter(this);
  keep_ = new Button(Icon::Filter, tr("Keep these"), ButtonKind::Primary);
  leaveOut_ = new Button(tr("Leave these out"), ButtonKind::Plain);
  auto* close = new Button(tr("Close"), ButtonKind::Plain);
  for (Button* button : {keep_, leaveOut_, close}) button->setAutoDefault(false);
  auto* buttons = new QHBoxLayout;
  buttons->addWidget(makeLabel(filters ? tr("Enter keeps, Shift Enter leaves out")
                                       : tr("This column stays in the store and cannot filter."),
                               TextRole::Caption),
                     1);
  buttons->addWidget(close);
  buttons->addWidget(leaveOut_);
  buttons->addWidget(keep_);
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(16, 14, 16, 14);
  layout->setSpacing(8);
  layout->addWidget(sentence_);
  layout->addWidget(find_);
  layout->addWidget(table_, 1);
  layout->addLayout(buttons);
  makeTable(theme);
  applyThemeTo(*this, theme);
  connect(find_, &QLineEdit::textChanged, this, &FrequencyDialog::refresh);
  connect(keep_, &QPushButton::clicked, this, [this] { choose(false); });
  connect(leaveOut_, &QPushButton::clicked, this, [this] { choose(true); });
  connect(close, &QPushButton::clicked, this, &QDialog::reject);
  keep_->setEnabled(false);
  leaveOut_->setEnabled(false);
  find_->setFocus();
}

FrequencyDialog::~FrequencyDialog() = default;

void FrequencyDialog::makeTable(const Theme& theme) {
  using Head = TableModel<ValueCount>::Column;
  const auto right = Qt::AlignRight;
  model_ = new TableModel<ValueCount>(
      {Head{tr("Value"), Qt::AlignLeft,
            [this](const ValueCount& one, int role) -> QVariant {
              if (role == cell::Muted) return one.missing;
              if (role != Qt::DisplayRole && role != Qt::ToolTipRole) return {};
              return one.missing ? unknownText() : canonicalText(one.value, type_, false);
            }},
       Head{tr("Leads"), right,
            [](const ValueCount& one, int role) -> QVariant {
              return role == Qt::DisplayRole ? formatCount(one.leads) : QVariant();
            }},
       Head{tr("Share"), right,
            [this](const ValueCount& one, int role) -> QVariant {
              const double share =
                  static_cast<double>(one.leads) / static_cast<double>(std::max<std::uint64_t>(1, frequencies_.leads));
              if (role == cell::Share) return share;
              return role == Qt::DisplayRole ? formatPercent(share) : QVariant();
            }},
       Head{tr("Converted"), right,
            [this](const ValueCount& one, int role) -> QVariant {
              return role == Qt::DisplayRole && frequencies_.outcome ? formatCount(one.converted) : QVariant();
            }},
       Head{tr("Conversion"), right,
            [this](const ValueCount& one, int role) -> QVariant {
              if (role == cell::Muted) return one.leads < fewLeads;
              if (!frequencies_.outcome) return {};
              if (role == Qt::DisplayRole) return formatRate(one.converted, one.leads);
              return role == Qt::ToolTipRole ? intervalText(wilson(one.converted, one.leads)) : QVariant();
            }}},
      this);
  table_->setModel(model_);
  auto* cells = new CellDelegate(table_);
  cells->setTheme(theme);
  table_->setItemDelegate(cells);
  dressTable(*table_, 26);
  table_->setSelectionMode(QAbstractItemView::ExtendedSelection);
  table_->setAccessibleName(tr("Values of %1").arg(column_));
  QHeaderView* head = table_->horizontalHeader();
  head->setSectionsClickable(true);
  head->setSectionResizeMode(0, QHeaderView::Stretch);
  head->setMinimumSectionSize(40);
  table_->setColumnWidth(0, valueWidth);
  table_->setColumnWidth(1, 80);
  table_->setColumnWidth(2, 124);
  table_->setColumnWidth(3, 84);
  table_->setColumnWidth(4, 96);
  table_->installEventFilter(this);
  connect(head, &QHeaderView::sectionClicked, this, [this](int section) {
    const By wanted = section == 0 ? By::Value : section >= 3 ? By::Conversion : By::Leads;
    reversed_ = wanted == by_ && !reversed_;
    by_ = wanted;
    refresh();
  });
  connect(table_, &QTableView::doubleClicked, this, [this] { choose(false); });
}

void FrequencyDialog::display(Frequencies frequencies) {
  frequencies_ = std::move(frequencies);
  counted_ = true;
  QString sentence = tr("%n values", nullptr, static_cast<int>(frequencies_.distinct))
                         .replace(QString::number(frequencies_.distinct), formatCount(frequencies_.distinct));
  sentence = tr("%1: %2 in %3 leads").arg(column_, sentence, formatCount(frequencies_.leads));
  if (frequencies_.beyond > 0)
    sentence += tr("; the %1 most frequent are listed").arg(formatCount(frequencies_.values.size()));
  sentence_->setText(sentence);
  table_->setColumnHidden(3, !frequencies_.outcome);
  table_->setColumnHidden(4, !frequencies_.outcome);
  keep_->setEnabled(filters_);
  leaveOut_->setEnabled(filters_);
  refresh();
}

void FrequencyDialog::refresh() {
  const QString wanted = find_->text().trimmed();
  std::vector<ValueCount> rows;
  for (const ValueCount& one : frequencies_.values) {
    const QString text = one.missing ? unknownText() : QString::fromStdString(one.value);
    if (wanted.isEmpty() || text.contains(wanted, Qt::CaseInsensitive)) rows.push_back(one);
  }
  if (by_ == By::Value)
    std::stable_sort(rows.begin(), rows.end(), [this](const ValueCount& a, const ValueCount& b) {
      if (type_ == ColumnType::Text || type_ == ColumnType::Date || a.missing || b.missing) return a.value < b.value;
      return std::stod(a.value) < std::stod(b.value);
    });
  if (by_ == By::Conversion)
    std::stable_sort(rows.begin(), rows.end(),
                     [](const ValueCount& a, const ValueCount& b) { return rateOf(a) > rateOf(b); });
  if (reversed_) std::reverse(rows.begin(), rows.end());
  const bool any = !rows.empty();
  model_->setRows(std::move(rows));
  if (any) table_->setCurrentIndex(model_->index(0, 0));
}

void FrequencyDialog::choose(bool leaveOut) {
  if (!filters_) return;
  Choice choice;
  for (const QModelIndex& index : table_->selectionModel()->selectedRows()) {
    const ValueCount& one = model_->at(index.row());
    if (one.missing)
      choice.missing = true;
    else
      choice.values.insert(one.value);
  }
  if (choice == Choice()) return;
  emit chosen(choice, leaveOut);
  accept();
}

bool FrequencyDialog::eventFilter(QObject* watched, QEvent* event) {
  if (event->type() == QEvent::KeyPress) {
    const auto* key = static_cast<QKeyEvent*>(event);
    if (key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter) {
      choose(key->modifiers().testFlag(Qt::ShiftModifier));
      return true;
    }
    if (watched == find_ && (key->key() == Qt::Key_Down || key->key() == Qt::Key_Up)) {
      table_->setFocus();
      return true;
    }
  }
  return QDialog::eventFilter(watched, event);
}

}  // namespace leadlight
