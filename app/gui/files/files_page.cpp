#include "app/gui/files/files_page.h"

#include <QCoreApplication>
#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QShortcut>
#include <QStackedWidget>
#include <QTimer>
#include <QVBoxLayout>

#include "app/gui/files/drop_zone.h"
#include "app/gui/files/import_flow.h"
#include "app/gui/files/load_details.h"
#include "app/gui/files/load_history.h"
#include "app/gui/files/preview_card.h"
#include "app/gui/sentences.h"
#include "widgets/files/watch_strip.h"
#include "widgets/format.h"
#include "widgets/kit/card.h"
#include "widgets/kit/empty_state.h"
#include "widgets/kit/progress_strip.h"

namespace leadlight {

namespace {

constexpr int refusalShownFor = 6000;  // ms
constexpr int lowHistory = 190;

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
  static const QStringList endings{"csv", "tsv", "txt", "json", "ndjson", "jsonl", "xlsx", "ods"};
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
  auto* snapshots = new Button(Icon::Save, tr("Snapshots"), ButtonKind::Plain);
  watchButton_ = new Button(Icon::Clock, tr("Watch a folder"), ButtonKind::Plain);
  auto* choose = new Button(Icon::Add, tr("Choose files"), ButtonKind::Plain);
  for (Button* button : {snapshots, watchButton_, choose}) actions()->addWidget(button);
  connect(snapshots, &QPushButton::clicked, this, &FilesPage::openSnapshots);
  connect(watchButton_, &QPushButton::clicked, this, &FilesPage::chooseWatchedFolder);
  connect(choose, &QPushButton::clicked, this, &FilesPage::chooseFiles);
  body()->addWidget(zone_ = new DropZone);
  connect(zone_, &DropZone::chooseAsked, this, &FilesPage::chooseFiles);
  makeWatch();
  makeProgress();
  stack_ = new QStackedWidget;
  body()->addWidget(stack_, 1);
  empty_ = new EmptyState(Icon::Files, tr("No leads yet. Drop a file here or try the sample."));
  connect(empty_->addAction(tr("Choose files"), ButtonKind::Primary), &QPushButton::clicked, this,
          &FilesPage::chooseFiles);
  connect(empty_->addAction(tr("Try the sample")), &QPushButton::clicked, this,
          [this] { this->session().loadSample(); });
  connect(empty_->addAction(tr("Take the tour")), &QPushButton::clicked, this,
          [this] { emit actionWanted(QStringLiteral("help.tour")); });
  stack_->addWidget(empty_);
  makeLoads();
  makePreview();
}

void FilesPage::makeWatch() {
  body()->addWidget(watch_ = new WatchStrip);
  connect(watch_, &WatchStrip::changeAsked, this, &FilesPage::chooseWatchedFolder);
  connect(watch_, &WatchStrip::stopAsked, this, [this] { session().watch({}); });
  connect(&session(), &Session::watchChanged, this, &FilesPage::showWatch);
  showWatch();
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
  upper_ = new QStackedWidget;
  upper_->addWidget(details_ = new LoadDetails);
  rows->addWidget(upper_, 5);
  historyCard_ = new Card(tr("Load history"));
  historyCard_->setSubtitle(tr("every attempt, kept for ever"));
  historyCard_->body()->setContentsMargins(1, 6, 1, 1);
  historyCard_->body()->addWidget(history_ = new LoadHistory);
  historyCard_->setMinimumHeight(lowHistory);
  rows->addWidget(historyCard_, 3);
  stack_->addWidget(loads);
  connect(history_, &LoadHistory::chosen, details_, &LoadDetails::display);
  connect(history_, &LoadHistory::undoAsked, this, [this](qint64 id) { session().undoLoad(id); });
  connect(details_, &LoadDetails::undoAsked, this, [this](qint64 id) { session().undoLoad(id); });
  connect(details_, &LoadDetails::asOfAsked, this, [this](qint64 id) { session().showAsOf(id); });
  connect(details_, &LoadDetails::quarantineAsked, this, &FilesPage::readQuarantine);
  connect(details_->quarantine(), &QuarantineView::sendAsked, this,
          [this](const auto& corrected) { session().retry(details_->load().id, corrected); });
  connect(details_->quarantine(), &QuarantineView::exportAsked, this, &FilesPage::exportQuarantine);
  connect(details_->quarantine(), &QuarantineView::notified, this, &Page::notified);
}

void FilesPage::makePreview() {
  upper_->addWidget(preview_ = new PreviewCard);
  auto* strip = new ProgressStrip;
  strip->hide();
  body()->insertWidget(body()->indexOf(stack_), strip);
  import_ = new ImportFlow(session(), *preview_, *strip, this);
  const auto on = [this](const QKeySequence& keys, auto run) {
    auto* shortcut = new QShortcut(keys, this);
    shortcut->setEnabled(false);
    connect(shortcut, &QShortcut::activated, import_, run);
    connect(import_, &ImportFlow::activeChanged, shortcut, &QShortcut::setEnabled);
  };
  on(QKeySequence(Qt::CTRL | Qt::Key_Return), &ImportFlow::load);
  on(QKeySequence(Qt::CTRL | Qt::Key_Enter), &ImportFlow::load);
  on(QKeySequence(Qt::Key_Escape), &ImportFlow::discard);
  connect(import_, &ImportFlow::activeChanged, this, &FilesPage::showParts);
  connect(import_, &ImportFlow::settledChanged, this, &Page::settledChanged);
}

void FilesPage::showParts() {
  const bool loads = history_->model()->rowCount() > 0;
  stack_->setCurrentIndex(loads || import_->active() ? 1 : 0);
  upper_->setCurrentIndex(import_->active() ? 1 : 0);
  historyCard_->setVisible(loads);
  // The preview is what matters while it is there.
  historyCard_->setMaximumHeight(import_->active() ? lowHistory : QWIDGETSIZE_MAX);
  emit keysChanged();
}

void FilesPage::preview(const QStringList& files) { import_->add(files); }

bool FilesPage::settled() const { return import_->settled(); }

QString FilesPage::keys() const {
  return import_->active() ? tr("Ctrl O choose files    Ctrl Enter load    Esc discard") : tr("Ctrl O choose files");
}

void FilesPage::showSnapshot(const SnapshotPtr& snapshot) {
  details_->setKey(snapshot->datasetName, snapshot->dataset ? snapshot->dataset->key : std::nullopt);
  if (!snapshot->loads.empty() || history_->model()->rowCount() > 0) history_->display(snapshot->loads);
  details_->quarantine()->setMasked(snapshot->masked);
  showParts();
  int files = 0;
  for (const LoadReport& load : snapshot->loads) files += load.status == LoadReport::Status::Loaded ? 1 : 0;
  setSubtitle(snapshot->dataset ? tr("%1 from %n files", nullptr, files).arg(formatLeads(snapshot->frame.rows()))
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
  const QString action = progress.stoppable() ? tr("Cancel") : QString();
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
                  tr("Leadlight reads CSV, TSV, JSON, NDJSON, XLSX and ODS, also as .gz"));
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
                  tr("Leadlight reads CSV, TSV, JSON, NDJSON, XLSX and ODS, also as .gz"));
    QTimer::singleShot(refusalShownFor, zone_, &DropZone::rest);
  }
  if (!files.isEmpty()) preview(files);
}

void FilesPage::chooseFiles() {
  auto* dialog =
      new QFileDialog(this, tr("Choose lead files"), QString(),
                      tr("Lead files (*.csv *.tsv *.txt *.json *.ndjson *.jsonl *.xlsx *.ods *.gz);;All files (*)"));
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  dialog->setFileMode(QFileDialog::ExistingFiles);
  connect(dialog, &QFileDialog::filesSelected, this, &FilesPage::preview);
  dialog->open();
}

}  // namespace leadlight
