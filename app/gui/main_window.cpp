#include "app/gui/main_window.h"

#include <QActionGroup>
#include <QCloseEvent>
#include <QDragEnterEvent>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QMenu>
#include <QMimeData>
#include <QStackedWidget>
#include <QVBoxLayout>

#include "app/gui/files/files_page.h"
#include "app/gui/page.h"
#include "app/gui/pages.h"
#include "app/gui/palette/command_palette.h"
#include "app/gui/sentences.h"
#include "app/gui/side_panel.h"
#include "app/gui/status_line.h"
#include "widgets/format.h"
#include "widgets/kit/button.h"
#include "widgets/kit/focus_ring.h"
#include "widgets/kit/notice.h"
#include "widgets/kit/toast.h"

namespace leadlight {

MainWindow::MainWindow(Session& session, const Preferences& preferences) : session_(session) {
  setWindowTitle(QStringLiteral("Leadlight"));
  setMinimumSize(960, 600);
  resize(1440, 900);
  setAcceptDrops(true);
  auto* central = new QWidget;
  auto* columns = new QHBoxLayout(central);
  columns->setContentsMargins(0, 0, 0, 0);
  columns->setSpacing(0);
  columns->addWidget(panel_ = new SidePanel);
  auto* right = new QVBoxLayout;
  right->setSpacing(0);
  columns->addLayout(right, 1);
  right->addWidget(past_ = makePast());
  right->addWidget(stack_ = new QStackedWidget, 1);
  right->addWidget(status_ = new StatusLine);
  setCentralWidget(central);
  toast_ = new Toast(this);
  new FocusRing(this);

  addPages();
  addPalette();
  addActionSource([this] { return windowActions(); });
  addSettings(preferences);
  listen();
  panel_->setCollapsed(preferences.panelCollapsed);
  panel_->display(session_.snapshot());
  showIndex(0);
  applyTheme(themeNamed(themeOf(preferences)));
}

// While older leads are shown, every page says so.
QWidget* MainWindow::makePast() {
  auto* host = new QWidget;
  auto* row = new QHBoxLayout(host);
  row->setContentsMargins(20, 10, 20, 0);
  row->setSpacing(10);
  row->addWidget(pastNotice_ = new Notice, 1);
  auto* back = new Button(tr("Back to now"), ButtonKind::Plain);
  row->addWidget(back);
  connect(back, &QPushButton::clicked, this, [this] { session_.showAsOf(std::nullopt); });
  host->hide();
  return host;
}

void MainWindow::showPast() {
  const auto asOf = session_.snapshot()->asOf;
  if (asOf) pastNotice_->display(Tone::Warning, tr("These are the leads as they were right after load %1.").arg(*asOf));
  past_->setVisible(asOf.has_value());
}

Page* MainWindow::currentPage() const { return pages_[static_cast<std::size_t>(stack_->currentIndex())]; }

void MainWindow::addPages() {
  pages_ = makePages(session_);
  for (std::size_t i = 0; i < pages_.size(); ++i) {
    Page* page = pages_[i];
    const int index = static_cast<int>(i);
    panel_->addPage(page->icon(), page->title());
    stack_->addWidget(page);
    if (auto* files = qobject_cast<FilesPage*>(page)) files_ = files;
    connect(page, &Page::navigate, this, &MainWindow::showPage);
    connect(page, &Page::notified, this,
            [this](const QString& sentence) { toast_->display(Toast::Kind::Done, sentence); });
    connect(page, &Page::keysChanged, this, [this] { status_->setKeys(currentPage()->keys()); });
    connect(page, &Page::countChanged, panel_, [this, index](const QString& count) { panel_->setCount(index, count); });
    connect(page, &Page::actionWanted, this, &MainWindow::runAction);
  }
  connect(panel_, &SidePanel::pageChosen, this, &MainWindow::showIndex);
}

void MainWindow::addSettings(const Preferences& preferences) {
  QMenu* menu = panel_->settingsMenu();
  const auto choice = [menu](QActionGroup* group, const QString& word, bool checked) {
    QAction* action = menu->addAction(word);
    action->setCheckable(true);
    action->setChecked(checked);
    group->addAction(action);
    return action;
  };
  auto* themes = new QActionGroup(this);
  for (const auto& [name, word] :
       {std::pair(QStringLiteral("light"), tr("Light")), std::pair(QStringLiteral("dark"), tr("Dark"))})
    connect(choice(themes, word, themeOf(preferences) == name), &QAction::triggered, this,
            [this, chosen = name] { emit themeChosen(chosen); });
  menu->addSeparator();
  auto* languages = new QActionGroup(this);
  for (const auto& [code, word] : {std::pair("en", "English"), std::pair("es", "Español")})
    connect(choice(languages, QString::fromUtf8(word), preferences.language == QLatin1String(code)),
            &QAction::triggered, this, [this, chosen = QString::fromLatin1(code)] { emit languageChosen(chosen); });
}

void MainWindow::say(const QString& sentence) { toast_->display(Toast::Kind::Done, sentence); }

void MainWindow::listen() {
  connect(&session_, &Session::snapshotChanged, this, [this](const SnapshotPtr& snapshot) {
    panel_->display(snapshot);
    status_->setMasked(snapshot->masked);
    showPast();
    showStatus();
  });
  connect(&session_, &Session::linkedChanged, this, &MainWindow::showStatus);
  connect(&session_, &Session::notified, this,
          [this](const QString& sentence) { toast_->display(Toast::Kind::Done, sentence); });
  connect(&session_, &Session::failed, this,
          [this](const Error& error) { toast_->display(Toast::Kind::Failed, sentenceOf(error)); });
  connect(&session_, &Session::loaded, this, [this](const LoadReport& report) {
    if (report.status != LoadReport::Status::Loaded) return;
    toast_->display(Toast::Kind::Done, loadedToast(report), tr("Undo"),
                    [this, id = report.id] { session_.undoLoad(id); });
  });
  connect(&session_, &Session::busyChanged, status_, &StatusLine::setBusy);
  connect(&session_, &Session::progressed, status_, &StatusLine::setProgress);
  connect(status_, &StatusLine::cancelAsked, this, [this] { session_.cancelTask(); });
  listenToPanel();
}

void MainWindow::listenToPanel() {
  connect(panel_, &SidePanel::searchAsked, this, [this] { commands_->open(possibleActions()); });
  connect(panel_, &SidePanel::collapsedChanged, this, &MainWindow::panelCollapsed);
  connect(panel_, &SidePanel::datasetChosen, this,
          [this](const QString& name) { session_.showDataset(name.toStdString()); });
  connect(panel_, &SidePanel::championChosen, this, [this](qint64 id) { session_.setChampion(id); });
  connect(panel_, &SidePanel::themeToggled, this,
          [this] { emit themeChosen(theme_.dark() ? QStringLiteral("light") : QStringLiteral("dark")); });
  connect(panel_, &SidePanel::openStoreAsked, this, &MainWindow::chooseStore);
  connect(panel_, &SidePanel::refreshAsked, this, [this] { session_.refresh(); });
}

void MainWindow::showPage(const QString& id, const QVariant& what) {
  for (std::size_t i = 0; i < pages_.size(); ++i) {
    if (pages_[i]->id() != id) continue;
    showIndex(static_cast<int>(i));
    if (what.isValid()) pages_[i]->receive(what);
  }
}

void MainWindow::preview(const QStringList& files) {
  showPage(QString::fromLatin1(pages::files));
  files_->preview(files);
}

void MainWindow::showIndex(int index) {
  stack_->setCurrentIndex(index);
  panel_->setCurrent(index);
  status_->setKeys(currentPage()->keys());
  showStatus();
  emit placeChanged();
}

void MainWindow::showStatus() {
  const Linked& linked = *session_.linked();
  const Snapshot& snapshot = *session_.snapshot();
  QString leads;
  if (snapshot.dataset)
    leads = linked.kept.leads == linked.all.leads
                ? formatLeads(linked.all.leads)
                : tr("%1 of %2 leads").arg(formatCount(linked.kept.leads), formatCount(linked.all.leads));
  status_->setLeads(leads);
  for (std::size_t i = 0; i < pages_.size(); ++i)
    if (pages_[i]->id() == QLatin1String(pages::leads))
      panel_->setCount(static_cast<int>(i), snapshot.dataset ? formatCount(snapshot.frame.rows()) : QString());
  status_->setLoad(snapshot.loads.empty()
                       ? QString()
                       : tr("Load %1, %2").arg(snapshot.loads.front().id).arg(fileNameOf(snapshot.loads.front().file)));
}

void MainWindow::chooseStore() {
  auto* dialog = new QFileDialog(this, tr("Open a store"), QString(), tr("Leadlight stores (*.db);;All files (*)"));
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  dialog->setFileMode(QFileDialog::AnyFile);
  connect(dialog, &QFileDialog::fileSelected, this,
          [this](const QString& file) { session_.open(std::filesystem::path(file.toStdU16String())); });
  dialog->open();
}

void MainWindow::applyTheme(const Theme& theme) {
  theme_ = theme;
  applyThemeTo(*this, theme);
  for (Page* page : pages_) page->applyTheme(theme);
  setWindowIcon(QIcon(markPixmap(64, theme)));
}

void MainWindow::resizeEvent(QResizeEvent* event) {
  QMainWindow::resizeEvent(event);
  toast_->place();
  commands_->place();
  emit placeChanged();
}

void MainWindow::moveEvent(QMoveEvent* event) {
  QMainWindow::moveEvent(event);
  emit placeChanged();
}

void MainWindow::dragEnterEvent(QDragEnterEvent* event) {
  if (!event->mimeData()->hasUrls()) return;
  showPage(QString::fromLatin1(pages::files));
  files_->dragOver(event->mimeData()->urls());
  event->acceptProposedAction();
}

void MainWindow::dragLeaveEvent(QDragLeaveEvent*) { files_->dragLeft(); }

void MainWindow::dropEvent(QDropEvent* event) {
  files_->drop(event->mimeData()->urls());
  event->acceptProposedAction();
}

void MainWindow::closeEvent(QCloseEvent* event) {
  session_.cancelTask();
  QMainWindow::closeEvent(event);
  emit closing();
}

}  // namespace leadlight
