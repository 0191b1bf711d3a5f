#include "app/gui/application.h"

#include <QApplication>
#include <QLibraryInfo>
#include <QLocale>

#include "app/gui/page.h"
#include "widgets/style.h"

namespace leadlight {

namespace {

// The user's own region for a language that is the desktop's, e.g. Mexican numbers for a Mexican desktop.
QLocale localeOf(const QString& code) {
  const QLocale system = QLocale::system();
  const QLocale chosen(code);
  return system.language() == chosen.language() ? system : chosen;
}

}  // namespace

Application::Application(QApplication& app, std::filesystem::path store, const Preferences& preferences, bool keep)
    : app_(app), preferences_(preferences), keep_(keep), session_(std::move(store)) {
  installLanguage();
  leadlight::applyTheme(app_, themeNamed(preferences_.theme));
  build();
  if (!keep_) return;
  connect(&session_, &Session::storeOpened, this, &Application::watchAgain);
  watchAgain();
  connect(&session_, &Session::watchChosen, this,
          [this](const QString& folder) { writeWatchedFolder(storeName(), folder); });
}

Application::~Application() = default;

QString Application::storeName() const {
  return QString::fromStdString(std::filesystem::absolute(session_.storeFile()).string());
}

void Application::watchAgain() {
  if (const QString folder = readWatchedFolder(storeName()); !folder.isEmpty()) session_.watch(folder);
}

void Application::installLanguage() {
  app_.removeTranslator(&translator_);
  app_.removeTranslator(&qtTranslator_);
  const QLocale locale = localeOf(preferences_.language);
  QLocale::setDefault(locale);
  // English has a translation too: it holds the plural forms.
  if (translator_.load(QStringLiteral(":/i18n/leadlight_") + preferences_.language))
    app_.installTranslator(&translator_);
  if (qtTranslator_.load(QStringLiteral("qtbase_") + preferences_.language,
                         QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
    app_.installTranslator(&qtTranslator_);
}

void Application::build() {
  const QString page = window_ ? window_->currentPage()->id() : QString();
  const QByteArray place = window_ ? window_->saveGeometry() : QByteArray();
  const bool shown = window_ && window_->isVisible();
  auto window = std::make_unique<MainWindow>(session_, preferences_);
  if (!page.isEmpty()) window->showPage(page);
  if (!place.isEmpty()) window->restoreGeometry(place);
  connect(window.get(), &MainWindow::themeChosen, this, &Application::setTheme);
  // The window is replaced after the menu that asked for it has closed.
  connect(window.get(), &MainWindow::languageChosen, this, &Application::setLanguage, Qt::QueuedConnection);
  connect(window.get(), &MainWindow::panelCollapsed, this, [this](bool collapsed) {
    preferences_.panelCollapsed = collapsed;
    keep();
  });
  if (shown) window->show();
  window_ = std::move(window);
}

void Application::setTheme(const QString& name) {
  preferences_.theme = name;
  const Theme theme = themeNamed(name);
  leadlight::applyTheme(app_, theme);
  window_->applyTheme(theme);
  keep();
}

void Application::setLanguage(const QString& code) {
  if (code == preferences_.language) return;
  preferences_.language = code;
  installLanguage();
  build();
  keep();
}

void Application::keep() const {
  if (keep_) writePreferences(preferences_);
}

}  // namespace leadlight
