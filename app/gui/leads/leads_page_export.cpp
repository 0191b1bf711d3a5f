// How leads leave the page: copied, or as a file that says of what it is.

#include <QAction>
#include <QClipboard>
#include <QDateTime>
#include <QFileDialog>
#include <QGuiApplication>
#include <QLineEdit>
#include <QMenu>

#include "app/gui/leads/leads_page.h"
#include "app/gui/sentences.h"
#include "model/base/text.h"
#include "widgets/format.h"

namespace leadlight {

LeadsToWrite LeadsPage::leadsToWrite(std::vector<std::uint32_t> rows, bool hiddenToo) const {
  LeadsToWrite leads;
  leads.dataset = snapshot_->datasetName;
  leads.frame = snapshot_->frame;
  leads.rows = std::move(rows);
  const TableLayout layout = layoutOf(arrangement_, columns_);
  // As on screen: pinned columns first.
  for (const bool pinned : {true, false})
    for (const int place : layout.order) {
      const auto i = static_cast<std::size_t>(place);
      if (layout.pinned[i] != pinned || (layout.hidden[i] && !hiddenToo)) continue;
      const TableColumn& column = columns_.columns[i];
      leads.columns.push_back(column.name);
      leads.labels.push_back(column.kind == TableColumn::Kind::Plain ? column.label.toStdString() : column.name);
    }
  return leads;
}

void LeadsPage::copySelection(CopyFormat format) {
  std::vector<std::uint32_t> rows;
  for (const auto& [first, last] : table_->selectedRows())
    for (int row = first; row <= last; ++row) rows.push_back(model_->frameRow(row));
  if (!rows.empty()) copyRows(std::move(rows), format, false);
}

void LeadsPage::copyRows(std::vector<std::uint32_t> rows, CopyFormat format, bool hiddenToo) {
  const auto count = static_cast<int>(rows.size());
  session().read<Result<std::string>>(
      this,
      [leads = leadsToWrite(std::move(rows), hiddenToo), format](Store& store) {
        return leadsAsText(store, leads, format);
      },
      [this, count, masked = snapshot_->masked](Result<std::string> text) {
        if (!text) {
          emit notified(sentenceOf(text.error()));
          return;
        }
        QGuiApplication::clipboard()->setText(QString::fromStdString(*text));
        emit notified(maskedToast(tr("%n leads copied", nullptr, count), masked));
      });
}

void LeadsPage::showRowMenu(const QPoint& place) {
  if (table_->currentRow() < 0) return;
  auto* menu = new QMenu(this);
  menu->setObjectName(QStringLiteral("rowMenu"));
  menu->setAttribute(Qt::WA_DeleteOnClose);
  const auto add = [&](const QString& words, auto action) {
    connect(menu->addAction(words), &QAction::triggered, this, action);
  };
  add(tr("Copy as a table"), [this] { copySelection(CopyFormat::Tabs); });
  add(tr("Copy as CSV"), [this] { copySelection(CopyFormat::Csv); });
  add(tr("Copy as JSON"), [this] { copySelection(CopyFormat::Json); });
  menu->addSeparator();
  if (const int column = table_->currentColumn(); column >= 0)
    add(tr("Values of %1…").arg(columns_.columns[static_cast<std::size_t>(column)].label),
        [this, column] { openFrequency(column); });
  if (snapshot_->champion && chosenLead_)
    add(tr("Try a what-if"), [this] { emit navigate(pages::scoreLead, QVariant::fromValue<qlonglong>(*chosenLead_)); });
  menu->popup(place);
}

void LeadsPage::refreshExportMenu() {
  exportMenu_->clear();
  const auto add = [&](const QString& words, const QString& ending) {
    connect(exportMenu_->addAction(words), &QAction::triggered, this, [this, ending] { askExport(ending); });
  };
  add(tr("CSV…"), QStringLiteral("csv"));
  add(tr("Workbook (XLSX)…"), QStringLiteral("xlsx"));
  add(tr("JSON…"), QStringLiteral("json"));
  exportMenu_->addSeparator();
  QAction* hidden = exportMenu_->addAction(tr("Hidden columns, too"));
  hidden->setCheckable(true);
  hidden->setChecked(exportHidden_);
  connect(hidden, &QAction::toggled, this, [this](bool on) { exportHidden_ = on; });
}

// "leads-412-before-contact-rules-v1-load-3.xlsx": what it is, even without opening it.
QString LeadsPage::exportName(const QString& ending) const {
  QStringList parts{QString::fromStdString(snapshot_->datasetName), QString::number(model_->rowCount())};
  if (snapshot_->champion) {
    std::string name;
    for (const char c : lowered(snapshot_->champion->stored.name))
      name += (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') ? c : '-';
    parts << QString::fromStdString(name) << QStringLiteral("v%1").arg(snapshot_->champion->stored.version);
  }
  if (!snapshot_->loads.empty()) parts << QStringLiteral("load-%1").arg(snapshot_->loads.front().id);
  return parts.join(QLatin1Char('-')) + QLatin1Char('.') + ending;
}

ExportStamp LeadsPage::stamp() {
  ExportStamp stamp;
  stamp.title = tr("About").toStdString();
  const auto add = [&](const QString& name, const QString& value) {
    stamp.facts.emplace_back(name.toStdString(), value.toStdString());
  };
  QStringList conditions;
  for (const Filter& condition : session().conditions()) conditions << QString::fromStdString(condition.text());
  add(tr("Dataset"), QString::fromStdString(snapshot_->datasetName));
  add(tr("Leads"),
      tr("%1 of %2")
          .arg(formatCount(static_cast<std::uint64_t>(model_->rowCount())), formatCount(snapshot_->frame.rows())));
  add(tr("Filter"), conditions.isEmpty() ? tr("all leads") : conditions.join(QStringLiteral(" and ")));
  if (const QString found = find_->text().trimmed(); !found.isEmpty()) add(tr("Found"), found);
  add(tr("Sorted by"), sort_.empty() ? tr("as loaded") : orderWords());
  if (snapshot_->champion)
    add(tr("Scorecard"), QStringLiteral("%1 v%2")
                             .arg(QString::fromStdString(snapshot_->champion->stored.name))
                             .arg(snapshot_->champion->stored.version));
  if (snapshot_->asOf) add(tr("As of load"), QString::number(*snapshot_->asOf));
  if (!snapshot_->loads.empty())
    add(tr("Latest load"),
        QStringLiteral("%1, %2").arg(snapshot_->loads.front().id).arg(fileNameOf(snapshot_->loads.front().file)));
  if (snapshot_->masked) add(tr("Hidden"), tr("names, e-mail and phone"));
  add(tr("Written"), QDateTime::currentDateTimeUtc().toString(Qt::ISODate));
  return stamp;
}

void LeadsPage::askExport(const QString& ending) {
  auto* dialog =
      new QFileDialog(this, tr("Export leads"), exportName(ending), tr("%1 file (*.%2)").arg(ending.toUpper(), ending));
  dialog->setAcceptMode(QFileDialog::AcceptSave);
  dialog->setDefaultSuffix(ending);
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  connect(dialog, &QFileDialog::fileSelected, this, &LeadsPage::exportTo);
  dialog->open();
}

void LeadsPage::exportTo(const QString& file) {
  const auto count = static_cast<int>(model_->rows().size());
  const std::filesystem::path path = file.toStdString();
  session().read<Status>(
      this,
      [leads = leadsToWrite(model_->rows(), exportHidden_), path, about = stamp()](Store& store) {
        return exportLeads(store, leads, path, about);
      },
      [this, count, path, masked = snapshot_->masked](Status done) {
        if (!done) return emit notified(sentenceOf(done.error()));
        const QString sentence = tr("%n leads exported to %1", nullptr, count).arg(fileNameOf(path.string()));
        emit notified(maskedToast(sentence, masked));
      });
}

}  // namespace leadlight
