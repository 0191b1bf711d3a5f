// What the Files page does on request: dialogs, the quarantine, the watched folder, snapshots.

#include <QFileDialog>
#include <QFileInfo>

#include "app/gui/files/files_page.h"
#include "app/gui/files/folder_watch.h"
#include "app/gui/files/load_details.h"
#include "app/gui/sentences.h"
#include "model/base/output_file.h"
#include "model/store/snapshot.h"
#include "widgets/files/snapshot_dialog.h"
#include "widgets/files/watch_strip.h"
#include "widgets/format.h"

namespace leadlight {

namespace {

constexpr std::size_t mostQuarantined = 10000;

SnapshotRow rowOf(const StoreSnapshot& snapshot) {
  std::uint64_t leads = 0;
  for (const StoreSnapshot::Leads& one : snapshot.datasets) leads += one.leads;
  return {QString::fromStdString(snapshot.name), formatDateTime(QString::fromStdString(snapshot.createdAt)),
          snapshot.bytes, formatLeads(leads)};
}

WatchLine lineOf(const WatchState& state) {
  WatchLine line{WatchLine::State::Waiting, state.folder, FilesPage::tr("waiting for files")};
  if (state.last) line.sentence = watchedSentence(*state.last);
  if (!state.loading.isEmpty()) {
    line.state = WatchLine::State::Working;
    line.sentence = stageWord(state.loading);
  }
  if (!state.present) {
    line.state = WatchLine::State::Lost;
    line.sentence = FilesPage::tr("the folder is gone; waiting for it to come back");
  }
  if (state.error) {
    line.state = WatchLine::State::Lost;
    line.sentence = sentenceOf(*state.error);
  }
  return line;
}

}  // namespace

void FilesPage::readQuarantine(qint64 loadId) {
  struct Found {
    QuarantineSheet sheet;
    std::uint64_t total = 0;
  };
  session().read<Found>(
      this,
      [loadId](Store& store) {
        Found found;
        if (auto sheet = quarantineSheet(store, loadId)) {
          found.sheet = *std::move(sheet);
        } else if (auto rows = store.quarantine(loadId, mostQuarantined)) {
          // Of a load that was undone, or a retry: to be read, not to be corrected.
          for (QuarantinedRow& row : *rows) found.sheet.rows.push_back({std::move(row), {}, false});
        }
        found.total = found.sheet.rows.size();
        if (found.total > mostQuarantined) found.sheet.rows.resize(mostQuarantined);
        return found;
      },
      [this, loadId](Found found) { details_->displayQuarantine(loadId, std::move(found.sheet), found.total); });
}

void FilesPage::exportQuarantine() {
  const QString proposal = QStringLiteral("quarantine-%1.csv").arg(details_->load().id);
  auto* dialog = new QFileDialog(this, tr("Export rejected rows"), proposal, tr("CSV (*.csv)"));
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  dialog->setAcceptMode(QFileDialog::AcceptSave);
  dialog->selectFile(proposal);
  connect(dialog, &QFileDialog::fileSelected, this, [this](const QString& name) {
    auto file = OutputFile::create(name.toStdString());
    if (!file) return emit notified(sentenceOf(file.error()));
    file->stream() << details_->quarantine()->asText(QLatin1Char(',')).toStdString();
    const Status saved = file->commit();
    emit notified(saved ? maskedToast(tr("Exported to %1").arg(QFileInfo(name).fileName()),
                                      details_->quarantine()->model().masked())
                        : sentenceOf(saved.error()));
  });
  dialog->open();
}

void FilesPage::chooseWatchedFolder() {
  auto* dialog = new QFileDialog(this, tr("Watch a folder"), session().folderWatch().state().folder);
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  dialog->setFileMode(QFileDialog::Directory);
  dialog->setOption(QFileDialog::ShowDirsOnly);
  connect(dialog, &QFileDialog::fileSelected, this, [this](const QString& folder) { session().watch(folder); });
  dialog->open();
}

void FilesPage::showWatch() {
  const WatchState& state = session().folderWatch().state();
  const bool watching = !state.folder.isEmpty();
  if (watching) watch_->display(lineOf(state));
  watch_->setVisible(watching);
  watchButton_->setVisible(!watching);
}

void FilesPage::openSnapshots() {
  auto* dialog = new SnapshotDialog(this);
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  dialog->applyTheme(theme());
  connect(dialog, &SnapshotDialog::createAsked, &session(), &Session::createSnapshot);
  connect(dialog, &SnapshotDialog::restoreAsked, &session(), &Session::restoreSnapshot);
  connect(&session(), &Session::busyChanged, dialog, [this, dialog](bool busy) {
    dialog->setBusy(busy, busy ? tr("Working…") : QString());
    if (!busy) listSnapshots(dialog);
  });
  dialog->setBusy(session().busy());
  listSnapshots(dialog);
  dialog->open();
}

void FilesPage::listSnapshots(SnapshotDialog* dialog) {
  using Found = std::vector<StoreSnapshot>;
  session().read<Found>(
      dialog,
      [](Store& store) {
        auto found = leadlight::listSnapshots(store.file());
        return found ? *std::move(found) : Found{};
      },
      [dialog](const Found& found) {
        std::vector<SnapshotRow> rows;
        for (const StoreSnapshot& snapshot : found) rows.push_back(rowOf(snapshot));
        dialog->display(std::move(rows));
      });
}

}  // namespace leadlight
