#include "app/gui/application.h"

#include <QApplication>
#include <QDir>
#include <QLibraryInfo>
#include <QLocale>
#include <algorithm>

#include "app/gui/long_task_notice.h"
#include "app/gui/page.h"
#include "app/gui/side_panel.h"
#include "widgets/format.h"
#include "widgets/style.h"

namespace leadlight {

namespace {

// Keys that Qt's own translation calls otherwise than all texts of the window do.
[[maybe_unused]] constexpr const char* keyNames[] = {QT_TRANSLATE_NOOP("QShortcut", "Ctrl"),
                                                     QT_TRANSLATE_NOOP("QShortcut", "Shift"),
                                                     QT_TRANSLATE_NOOP("QShortcut", "Return")};

}  // namespace

Application::Application(QApplication& app, std::filesystem::path store, const Preferences& preferences, bool keep)
    : app_(app),
      preferences_(preferences),
      keep_(keep),
      kept_(keep ? keptStateOf(readKept(keptFilesOf(store).state)) : KeptState{}),
      session_(store, nullptr, {kept_.dataset, preferences.masked}) {
  installLanguage();
  applyColors(app_, themeNamed(themeOf(preferences_)));
  setReducedMotion(app_, preferences_.reducedMotion);
  if (keep_) views_ = viewsOf(readKept(keptFilesOf(store).views));
  build();
  app_.setStyleSheet(styleSheetOf(themeNamed(themeOf(preferences_))));
  notice_ = std::make_unique<LongTaskNotice>([this]() -> MainWindow& { return *window_; }, session_);
  if (!kept_.geometry.isEmpty()) window_->restoreGeometry(kept_.geometry);
  if (!kept_.page.isEmpty()) window_->showPage(kept_.page);
  session_.restoreFilters(kept_.filters);
  listen();
}

Application::~Application() {
  if (keep_) keptWriter_.flush();
}

void Application::listen() {
  connect(&session_, &Session::snapshotChanged, this, [this] {
    fresh_ = false;
    finishView();
  });
  if (!keep_) return;
  connect(&session_, &Session::storeOpened, this, &Application::storeOpened);
  connect(&session_, &Session::conditionsChanged, this, &Application::keepPlace);
  connect(&session_, &Session::snapshotChanged, this, &Application::keepPlace);
  connect(&session_, &Session::loaded, this, [](const LoadReport& report) {
    const QString file = QString::fromStdString(report.file);
    // The sample is laid out in a folder of its own that is gone by now.
    const bool sample = file.startsWith(QDir::temp().filePath(QStringLiteral("leadlight-")));
    if (!sample && QDir::isAbsolutePath(file)) addRecent(Recent::Files, file);
  });
  addRecent(Recent::Stores, storeName());
  watchAgain();
  connect(&session_, &Session::watchChosen, this,
          [this](const QString& folder) { writeWatchedFolder(storeName(), folder); });
}

// Another store: its own filters, views and page.
void Application::storeOpened() {
  fresh_ = true;
  const KeptFiles files = keptFilesOf(session_.storeFile());
  kept_ = keptStateOf(readKept(files.state));
  views_ = viewsOf(readKept(files.views));
  session_.restoreFilters(kept_.filters);
  if (!kept_.dataset.empty()) session_.showDataset(kept_.dataset);
  showViews();
  addRecent(Recent::Stores, storeName());
  watchAgain();
}

QString Application::storeName() const {
  return QString::fromStdString(std::filesystem::absolute(session_.storeFile()).string());
}

void Application::watchAgain() {
  if (const QString folder = readWatchedFolder(storeName()); !folder.isEmpty()) session_.watch(folder);
}

void Application::installLanguage() {
  app_.removeTranslator(&translator_);
  app_.removeTranslator(&qtTranslator_);
  QLocale::setDefault(localeOf(preferences_));
  if (qtTranslator_.load(QStringLiteral("qtbase_") + preferences_.language,
                         QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
    app_.installTranslator(&qtTranslator_);
  // English has a translation too: it holds the plural forms. The last one installed is asked first.
  if (translator_.load(QStringLiteral(":/i18n/leadlight_") + preferences_.language))
    app_.installTranslator(&translator_);
}

void Application::build() {
  const QString page = window_ ? window_->currentPage()->id() : QString();
  const QByteArray place = window_ ? window_->saveGeometry() : QByteArray();
  const bool shown = window_ && window_->isVisible();
  auto window = std::make_unique<MainWindow>(session_, preferences_);
  window->addActionSource([this] { return ownActions(); });
  if (!page.isEmpty()) window->showPage(page);
  if (!place.isEmpty()) window->restoreGeometry(place);
  connect(window.get(), &MainWindow::themeChosen, this, &Application::setTheme);
  // The window is replaced after the menu that asked for it has closed.
  connect(window.get(), &MainWindow::languageChosen, this, &Application::setLanguage, Qt::QueuedConnection);
  connect(window.get(), &MainWindow::placeChanged, this, &Application::keepPlace);
  connect(window.get(), &MainWindow::closing, this, &Application::closed);
  connect(window.get(), &MainWindow::panelCollapsed, this, [this](bool collapsed) {
    preferences_.panelCollapsed = collapsed;
    keep();
  });
  if (shown) window->show();
  window_ = std::move(window);
  showViews();
}

void Application::setTheme(const QString& name) {
  Preferences next = preferences_;
  next.theme = name;
  setPreferences(next);
}

void Application::setLanguage(const QString& code) {
  Preferences next = preferences_;
  next.language = code;
  setPreferences(next);
}

void Application::setPreferences(const Preferences& preferences) {
  if (preferences == preferences_) return;
  const Preferences before = std::exchange(preferences_, preferences);
  const bool otherTheme = themeOf(before) != themeOf(preferences_);
  const bool otherWords = before.language != preferences_.language || before.numbers != preferences_.numbers;
  if (otherTheme) leadlight::applyTheme(app_, themeNamed(themeOf(preferences_)));
  setReducedMotion(app_, preferences_.reducedMotion);
  session_.setMasked(preferences_.masked);
  if (otherWords) {
    installLanguage();
    build();
  } else if (otherTheme) {
    window_->applyTheme(themeNamed(themeOf(preferences_)));
  }
  keep();
  emit preferencesChanged(preferences_);
}

void Application::keep() const {
  if (keep_) writePreferences(preferences_);
}

KeptState Application::place() const {
  return {session_.snapshot()->datasetName, window_->currentPage()->id(), window_->saveGeometry(),
          session_.filterHistories()};
}

void Application::keepPlace() {
  if (!keep_ || !window_ || fresh_) return;
  keptWriter_.writeSoon(keptFilesOf(session_.storeFile()).state, [state = place()] { return keptText(state); });
}

}  // namespace leadlight
