#include "app/gui/files/quarantine_view.h"

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

constexpr int lineWidth = 76, whyWidth = 250, narrowest = 80, widest = 240;

QString utf8(const std::string& text) { return QString::fromStdString(text); }

// One field of separated text: quoted when it holds the separator, a quote or a line end.
QString field(const QString& text, QChar separator) {
  const bool plain = !text.contains(separator) && !text.contains(QLatin1Char('"')) &&
                     !text.contains(QLatin1Char('\n')) && !text.contains(QLatin1Char('\r'));
  if (plain) return text;
  QString quoted = text;
  return QLatin1Char('"') + quoted.replace(QLatin1Char('"'), QStringLiteral("\"\"")) + QLatin1Char('"');
}

}  // namespace

QuarantineView::QuarantineView(QWidget* parent) : QWidget(parent) {
  auto* rows = new QVBoxLayout(this);
  rows->setContentsMargins(0, 0, 0, 0);
  rows->setSpacing(0);
  table_ = new QTableView;
  table_->setModel(&model_);
  table_->setItemDelegate(&delegate_);
  dressTable(*table_);
  table_->setEditTriggers(QAbstractItemView::DoubleClicked | QAbstractItemView::EditKeyPressed |
                          QAbstractItemView::AnyKeyPressed);
  table_->setSelectionMode(QAbstractItemView::ExtendedSelection);
  table_->setAccessibleName(tr("Rows in quarantine"));
  rows->addWidget(table_, 1);
  rows->addLayout(makeFoot());
  connect(&model_, &QuarantineModel::edited, this, &QuarantineView::showNote);
  auto* keys = new QShortcut(QKeySequence::Copy, table_, nullptr, nullptr, Qt::WidgetWithChildrenShortcut);
  connect(keys, &QShortcut::activated, this, &QuarantineView::copy);
}

QLayout* QuarantineView::makeFoot() {
  auto* foot = new QHBoxLayout;
  foot->setContentsMargins(16, 6, 12, 6);
  foot->setSpacing(8);
  foot->addWidget(note_ = makeLabel({}, TextRole::Caption), 1);
  auto* copyButton = new Button(Icon::Clipboard, tr("Copy"), ButtonKind::Plain);
  auto* exportButton = new Button(Icon::Export, tr("Export…"), ButtonKind::Plain);
  send_ = new Button(Icon::Redo, {}, ButtonKind::Primary);
  for (Button* button : {copyButton, exportButton, send_}) {
    button->setSmall();
    foot->addWidget(button);
  }
  connect(copyButton, &QPushButton::clicked, this, &QuarantineView::copy);
  connect(exportButton, &QPushButton::clicked, this, &QuarantineView::exportAsked);
  connect(send_, &QPushButton::clicked, this, [this] { emit sendAsked(model_.corrected()); });
  return foot;
}

void QuarantineView::display(QuarantineSheet sheet, std::uint64_t total) {
  total_ = total;
  model_.setSheet(std::move(sheet));
  fitColumns();
  showNote();
}

void QuarantineView::setMasked(bool masked) {
  model_.setMasked(masked);
  showNote();
}

void QuarantineView::fitColumns() {
  QHeaderView* header = table_->horizontalHeader();
  header->resizeSection(QuarantineModel::AtLine, lineWidth);
  header->resizeSection(QuarantineModel::AtWhy, whyWidth);
  for (int column = QuarantineModel::AtFirstCell; column < model_.columnCount(); ++column)
    header->resizeSection(column, std::clamp(header->sectionSizeHint(column) + 12, narrowest, widest));
  if (model_.rowCount() > 0) table_->scrollTo(model_.index(0, model_.faultOf(0)), QAbstractItemView::PositionAtCenter);
}

void QuarantineView::showNote() {
  const std::uint64_t shown = model_.sheet().rows.size();
  const QString rows = shown < total_
                           ? tr("%1 of %2 rejected rows").arg(formatCount(shown), formatCount(total_))
                           : tr("%1 rejected rows", nullptr, static_cast<int>(total_)).arg(formatCount(total_));
  const int corrected = static_cast<int>(model_.corrected().size());
  const bool correctable = !model_.sheet().labels.empty();
  const QString how = model_.masked() ? tr("; to correct one, show names, e-mail and phone again (Ctrl Shift H)")
                                      : tr("; double-click a cell to correct it");
  note_->setText(corrected == 0 && correctable && shown > 0 ? rows + how : rows);
  send_->setVisible(correctable && !model_.masked());
  send_->setEnabled(corrected > 0);
  send_->setText(corrected == 0 ? tr("Send again") : tr("Send %n corrected rows again", nullptr, corrected));
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
    const QuarantinedRow& row = model_.sheet().rows[static_cast<std::size_t>(at)].row;
    QStringList fields{QString::number(row.line), QString::number(row.byte)};
    for (const QString& part : {utf8(row.column), utf8(row.code), utf8(row.message), model_.rawText(at)})
      fields << field(part, separator);
    text += fields.join(separator) + QLatin1Char('\n');
  }
  return text;
}

void QuarantineView::copy() {
  QGuiApplication::clipboard()->setText(asText(QLatin1Char('\t')));
  const auto chosen = table_->selectionModel()->selectedRows().size();
  const int rows = chosen > 0 ? static_cast<int>(chosen) : model_.rowCount();
  emit notified(maskedToast(tr("%n rows copied", nullptr, rows), model_.masked()));
}

}  // namespace leadlight
