#include "app/gui/files_page.h"

#include <QCoreApplication>
#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QSaveFile>
#include <QStackedWidget>
#include <QTimer>
#include <QVBoxLayout>

#include "app/gui/drop_zone.h"
#include "app/gui/load_details.h"
#include "app/gui/load_history.h"
#include "app/gui/sentences.h"
#include "widgets/format.h"
#include "widgets/kit/card.h"
#include "widgets/kit/empty_state.h"
#include "widgets/kit/progress_strip.h"

namespace leadlight {

namespace {

constexpr std::size_t mostQuarantined = 10000;
constexpr int refusalShownFor = 6000;  // ms

struct Words {
  Q_DECLARE_TR_FUNCTIONS(FilesPage)
};

QString filesShown(const QStringList& files) {
  const QFileInfo first(files.front());
  QString text = first.fileName() + QStringLiteral(", ") + formatBytes(static_cast<std::uint64_t>(first.size()));
  if (files.size() > 1) text += Words::tr(" and %n more", nullptr, static_cast<int>(files.size()) - 1);
  return text;
}

}  // namespace

QStringList leadFilesOf(const QList<QUrl>& urls, QString* refused) {
  static const QStringList endings{"csv", "tsv", "txt", "json", "ndjson", "jsonl"};
  QStringList files;
  for (const QUrl& url : urls) {
    const QFileInfo info(url.toLocalFile());
    QString name = info.fileName().toLower();
    if (name.endsWith(QLatin1String(".gz"))) name.chop(3);
    const bool fits = info.isFile() && endings.contains(QFileInfo(name).suffix());
    if (fits)
      files << info.filePath();
    else if (refused && refused->isEmpty())
      *refused = info.fileName().isEmpty() ? url.toDisplayString() : info.fileName();
  }
  return files;
}

FilesPage::FilesPage(Session& session, QWidget* parent)
    : Page(session, QString::fromLatin1(pages::files), Icon::Files, tr("Files"), parent) {
  auto* choose = new Button(Icon::Add, tr("Choose files"), ButtonKind::Plain);
  actions()->addWidget(choose);
  connect(choose, &QPushButton::clicked, this, &FilesPage::chooseFiles);
  body()->addWidget(zone_ = new DropZone);
  connect(zone_, &DropZone::chooseAsked, this, &FilesPage::chooseFiles);
  makeProgress();
  stack_ = new QStackedWidget;
  body()->addWidget(stack_, 1);
  empty_ = new EmptyState(Icon::Files, tr("No leads yet. Drop a file here or try the sample."));
  connect(empty_->addAction(tr("Choose files"), ButtonKind::Primary), &QPushButton::clicked, this,
          &FilesPage::chooseFiles);
  connect(empty_->addAction(tr("Try the sample")), &QPushButton::clicked, this,
          [this] { this->session().loadSample(); });
  stack_->addWidget(empty_);
  makeLoads();
}

void FilesPage::makeProgress() {
  body()->addWidget(strip_ = new ProgressStrip);
  strip_->hide();
  connect(strip_, &ProgressStrip::actionClicked, this, [this] {
    stopping_ = true;
    strip_->display(
        {Strip::State::Stopping, tr("Stopping"), tr("putting everything back as it was"), strip_->strip().share, {}});
    session().cancelTask();
  });
  connect(&session(), &Session::progressed, this, &FilesPage::showProgress);
  connect(&session(), &Session::busyChanged, this, &FilesPage::showBusy);
}

void FilesPage::makeLoads() {
  auto* loads = new QWidget;
  auto* rows = new QVBoxLayout(loads);
  rows->setContentsMargins(0, 0, 0, 0);
  rows->setSpacing(12);
  rows->addWidget(details_ = new LoadDetails, 5);
  auto* card = new Card(tr("Load history"));
  card->setSubtitle(tr("every attempt, kept for ever"));
  card->body()->setContentsMargins(1, 6, 1, 1);
  card->body()->addWidget(history_ = new LoadHistory);
  card->setMinimumHeight(190);
  rows->addWidget(card, 3);
  stack_->addWidget(loads);
  connect(history_, &LoadHistory::chosen, details_, &LoadDetails::display);
  connect(history_, &LoadHistory::undoAsked, this, [this](qint64 id) { session().undoLoad(id); });
  connect(details_, &LoadDetails::undoAsked, this, [this](qint64 id) { session().undoLoad(id); });
  connect(details_, &LoadDetails::quarantineAsked, this, &FilesPage::readQuarantine);
  connect(details_->quarantine(), &QuarantineView::exportAsked, this, &FilesPage::exportQuarantine);
  connect(details_->quarantine(), &QuarantineView::notified, this, &Page::notified);
}

QString FilesPage::keys() const { return tr("Ctrl O choose files"); }

void FilesPage::showSnapshot(const SnapshotPtr& snapshot) {
  stack_->setCurrentIndex(snapshot->loads.empty() ? 0 : 1);
  if (!snapshot->loads.empty()) history_->display(snapshot->loads);
  int files = 0;
  for (const LoadReport& load : snapshot->loads) files += load.status == LoadReport::Status::Loaded ? 1 : 0;
  setSubtitle(snapshot->dataset ? tr("%1 leads from %n files", nullptr, files).arg(formatCount(snapshot->frame.rows()))
                                : QString());
}

void FilesPage::showProgress(const TaskProgress& progress) {
  if (stopping_) return;
  QStringList figures;
  if (progress.share >= 0) figures << formatPercent(progress.share, 0);
  figures << stageWord(progress.stage);
  if (progress.stage == QLatin1String("load")) figures << tr("%1 rows").arg(formatCount(progress.done));
  if (progress.rowsPerSecond >= 1)
    figures << tr("%1 rows/s").arg(formatCount(static_cast<std::uint64_t>(progress.rowsPerSecond)));
  if (progress.secondsLeft >= 0) figures << tr("%1 left").arg(formatSeconds(progress.secondsLeft));
  // Once committed, what remains is scoring and reading: nothing is left to take back.
  static const QStringList stoppable{"profile", "load", "index", "undo"};
  const QString action = stoppable.contains(progress.stage) ? tr("Cancel") : QString();
  strip_->display({Strip::State::Running, progress.task, figures.join(QStringLiteral(", ")), progress.share, action});
  strip_->setVisible(session().busy());
}

void FilesPage::showBusy(bool busy) {
  stopping_ = false;
  if (!busy) strip_->hide();
}

void FilesPage::dragOver(const QList<QUrl>& urls) {
  QString refused;
  const QStringList files = leadFilesOf(urls, &refused);
  if (files.isEmpty())
    zone_->refuse(tr("%1 is not a lead file").arg(refused),
                  tr("Leadlight reads CSV, TSV, JSON and NDJSON, also as .gz"));
  else
    zone_->over(filesShown(files));
}

void FilesPage::dragLeft() { zone_->rest(); }

void FilesPage::drop(const QList<QUrl>& urls) {
  QString refused;
  const QStringList files = leadFilesOf(urls, &refused);
  if (refused.isEmpty()) {
    zone_->rest();
  } else {
    zone_->refuse(tr("%1 is not a lead file").arg(refused),
                  tr("Leadlight reads CSV, TSV, JSON and NDJSON, also as .gz"));
    QTimer::singleShot(refusalShownFor, zone_, &DropZone::rest);
  }
  if (!files.isEmpty()) session().load(files);
}

void FilesPage::chooseFiles() {
  auto* dialog = new QFileDialog(this, tr("Choose lead files"), QString(),
                                 tr("Lead files (*.csv *.tsv *.txt *.json *.ndjson *.jsonl *.gz);;All files (*)"));
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  dialog->setFileMode(QFileDialog::ExistingFiles);
  connect(dialog, &QFileDialog::filesSelected, this, [this](const QStringList& files) { session().load(files); });
  dialog->open();
}

void FilesPage::readQuarantine(qint64 loadId) {
  using Rows = std::vector<QuarantinedRow>;
  session().read<Rows>(
      this,
      [loadId](Store& store) {
        auto rows = store.quarantine(loadId, mostQuarantined);
        return rows ? *std::move(rows) : Rows{};
      },
      [this, loadId](Rows rows) { details_->displayQuarantine(loadId, std::move(rows)); });
}

void FilesPage::exportQuarantine() {
  const QString proposal = QStringLiteral("quarantine-%1.csv").arg(details_->load().id);
  auto* dialog = new QFileDialog(this, tr("Export rejected rows"), proposal, tr("CSV (*.csv)"));
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  dialog->setAcceptMode(QFileDialog::AcceptSave);
  dialog->selectFile(proposal);
  connect(dialog, &QFileDialog::fileSelected, this, [this](const QString& name) {
    QSaveFile file(name);
    const QByteArray text = details_->quarantine()->asText(QLatin1Char(',')).toUtf8();
    const bool saved = file.open(QIODevice::WriteOnly) && file.write(text) == text.size() && file.commit();
    emit notified(saved ? tr("Exported to %1.").arg(QFileInfo(name).fileName())
                        : tr("%1 could not be written. Nothing was changed.").arg(QFileInfo(name).fileName()));
  });
  dialog->open();
}

}  // namespace leadlight
