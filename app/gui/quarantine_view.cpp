#include "app/gui/quarantine_view.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QShortcut>
#include <QVBoxLayout>
#include <algorithm>

#include "app/gui/sentences.h"
#include "widgets/format.h"

namespace leadlight {

namespace {

using Column = TableModel<QuarantinedRow>::Column;

Column column(const QString& title, std::function<QString(const QuarantinedRow&)> text, bool muted = false,
              Qt::Alignment alignment = Qt::AlignLeft) {
  return {title, alignment, [text = std::move(text), muted](const QuarantinedRow& row, int role) -> QVariant {
            if (role == Qt::DisplayRole || role == Qt::ToolTipRole) return text(row);
            if (role == cell::Muted) return muted;
            return {};
          }};
}

QString utf8(const std::string& text) { return QString::fromStdString(text); }

std::vector<Column> columns() {
  return {
      column(
          QuarantineView::tr("Line"), [](const QuarantinedRow& row) { return formatCount(row.line); }, false,
          Qt::AlignRight),
      column(QuarantineView::tr("Column"),
             [](const QuarantinedRow& row) { return row.column.empty() ? QStringLiteral("–") : utf8(row.column); }),
      column(
          QuarantineView::tr("Code"), [](const QuarantinedRow& row) { return utf8(row.code); }, true),
      column(QuarantineView::tr("Why"), [](const QuarantinedRow& row) { return rejectSentence(row); }),
      column(
          QuarantineView::tr("The row as it came"),
          [](const QuarantinedRow& row) { return utf8(row.raw).simplified(); }, true),
  };
}

// One field of separated text: quoted when it holds the separator, a quote or a line end.
QString field(const QString& text, QChar separator) {
  const bool plain = !text.contains(separator) && !text.contains(QLatin1Char('"')) &&
                     !text.contains(QLatin1Char('\n')) && !text.contains(QLatin1Char('\r'));
  if (plain) return text;
  QString quoted = text;
  return QLatin1Char('"') + quoted.replace(QLatin1Char('"'), QStringLiteral("\"\"")) + QLatin1Char('"');
}

}  // namespace

QuarantineView::QuarantineView(QWidget* parent) : QWidget(parent), model_(columns()) {
  auto* rows = new QVBoxLayout(this);
  rows->setContentsMargins(0, 0, 0, 0);
  rows->setSpacing(0);
  table_ = new QTableView;
  table_->setModel(&model_);
  table_->setItemDelegate(&delegate_);
  dressTable(*table_);
  table_->setAccessibleName(tr("Rows in quarantine"));
  const int widths[] = {72, 124, 106, 230};
  for (int i = 0; i < 4; ++i) table_->horizontalHeader()->resizeSection(i, widths[i]);
  table_->horizontalHeader()->setStretchLastSection(true);
  rows->addWidget(table_, 1);

  auto* foot = new QHBoxLayout;
  foot->setContentsMargins(16, 6, 12, 6);
  foot->setSpacing(8);
  foot->addWidget(note_ = makeLabel({}, TextRole::Caption), 1);
  auto* copyButton = new Button(Icon::Clipboard, tr("Copy"), ButtonKind::Plain);
  copyButton->setSmall();
  auto* exportButton = new Button(Icon::Export, tr("Export…"), ButtonKind::Plain);
  exportButton->setSmall();
  foot->addWidget(copyButton);
  foot->addWidget(exportButton);
  rows->addLayout(foot);
  connect(copyButton, &QPushButton::clicked, this, &QuarantineView::copy);
  connect(exportButton, &QPushButton::clicked, this, &QuarantineView::exportAsked);
  auto* keys = new QShortcut(QKeySequence::Copy, table_, nullptr, nullptr, Qt::WidgetWithChildrenShortcut);
  connect(keys, &QShortcut::activated, this, &QuarantineView::copy);
}

void QuarantineView::display(std::vector<QuarantinedRow> rows, std::uint64_t total) {
  const std::uint64_t shown = rows.size();
  model_.setRows(std::move(rows));
  note_->setText(shown < total ? tr("%1 of %2 rejected rows").arg(formatCount(shown), formatCount(total))
                               : tr("%1 rejected rows", nullptr, static_cast<int>(total)).arg(formatCount(total)));
}

void QuarantineView::applyTheme(const Theme& theme) {
  delegate_.setTheme(theme);
  table_->viewport()->update();
}

QString QuarantineView::asText(QChar separator) const {
  std::vector<int> chosen;
  for (const QModelIndex& index : table_->selectionModel()->selectedRows()) chosen.push_back(index.row());
  std::sort(chosen.begin(), chosen.end());
  if (chosen.empty())
    for (int row = 0; row < model_.rowCount(); ++row) chosen.push_back(row);
  QString text = QStringList{"line", "byte", "column", "code", "message", "raw"}.join(separator) + QLatin1Char('\n');
  for (const int at : chosen) {
    const QuarantinedRow& row = model_.at(at);
    QStringList fields{QString::number(row.line), QString::number(row.byte)};
    for (const std::string* part : {&row.column, &row.code, &row.message, &row.raw})
      fields << field(utf8(*part), separator);
    text += fields.join(separator) + QLatin1Char('\n');
  }
  return text;
}

void QuarantineView::copy() {
  QGuiApplication::clipboard()->setText(asText(QLatin1Char('\t')));
  const auto chosen = table_->selectionModel()->selectedRows().size();
  const int rows = chosen > 0 ? static_cast<int>(chosen) : model_.rowCount();
  emit notified(tr("%n rows copied.", nullptr, rows));
}

}  // namespace leadlight
