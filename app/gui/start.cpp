#include "app/gui/start.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QDir>
#include <QTextStream>
#include <filesystem>

#include "app/gui/application.h"
#include "app/gui/report.h"
#include "app/gui/screenshots.h"
#include "app/gui/windows.h"
#include "model/store/store.h"
#include "widgets/icons.h"

namespace leadlight {

namespace {

struct Request {
  std::filesystem::path store;
  QString screenshots, report;
  QSize size{1440, 900};
  bool sample = false, preview = false;
  QStringList files;
};

int refuse(const QString& sentence) {
  QTextStream(stderr) << sentence << '\n';
  return 2;
}

std::optional<QSize> sizeOf(const QString& text) {
  const QStringList parts = text.split(QLatin1Char('x'));
  bool wide = false, high = false;
  const QSize size(parts.value(0).toInt(&wide), parts.value(1).toInt(&high));
  const bool fits = parts.size() == 2 && wide && high && size.width() >= 640 && size.height() >= 480 &&
                    size.width() <= 7680 && size.height() <= 4320;
  return fits ? std::optional(size) : std::nullopt;
}

void addOptions(QCommandLineParser& parser) {
  parser.setApplicationDescription(QStringLiteral("Leadlight: an offline, glass-box lead-scoring workbench."));
  parser.addHelpOption();
  parser.addVersionOption();
  parser.addOptions({{"store", "The store to open (default: the user's own).", "file"},
                     {"theme", "light, dark or system (as the desktop).", "name"},
                     {"language", "en or es.", "code"},
                     {"size", "Size of the window, e.g. 1440x900.", "size"},
                     {"sample", "Load the shipped sample."},
                     {"masked", "Hide names, e-mail addresses and phone numbers, for demonstrations."},
                     {"preview", "Show what is in the files before anything of them is stored."},
                     {"screenshots", "Write one PNG per page into a folder and leave.", "folder"},
                     {"report", "Write the report as PDF and leave.", "file"}});
  parser.addPositionalArgument("FILE", "Lead files to load.", "[FILE...]");
}

}  // namespace

void prepareEnvironment() {
  if (qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM") && qEnvironmentVariableIsEmpty("DISPLAY") &&
      qEnvironmentVariableIsEmpty("WAYLAND_DISPLAY"))
    qputenv("QT_QPA_PLATFORM", "offscreen");
  if (qEnvironmentVariableIsEmpty("XDG_RUNTIME_DIR")) {
    const QString folder =
        QDir::temp().filePath(QStringLiteral("leadlight-runtime-%1").arg(qEnvironmentVariable("USER", "user")));
    QDir().mkpath(folder);
    QFile::setPermissions(folder, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    qputenv("XDG_RUNTIME_DIR", folder.toLocal8Bit());
  }
  // Qt takes it before there is an application.
  const int scale = readScale();
  if (scale != 100 && qEnvironmentVariableIsEmpty("QT_SCALE_FACTOR"))
    qputenv("QT_SCALE_FACTOR", QByteArray::number(scale / 100.0));
}

int start(QApplication& app) {
  QApplication::setApplicationName(QStringLiteral("leadlight"));
  QApplication::setOrganizationName(QStringLiteral("leadlight"));
  QApplication::setApplicationVersion(QStringLiteral(LEADLIGHT_VERSION));
  QGuiApplication::setDesktopFileName(QStringLiteral("leadlight"));
  QApplication::setWindowIcon(markPixmap(128, lightTheme(), 1));
  QCommandLineParser parser;
  addOptions(parser);
  parser.process(app);

  Request request;
  Preferences preferences = readPreferences();
  request.screenshots = parser.value("screenshots");
  request.report = parser.value("report");
  const bool unattended = !request.screenshots.isEmpty() || !request.report.isEmpty();
  if (unattended) preferences = {};
  if (parser.isSet("theme")) preferences.theme = parser.value("theme");
  if (parser.isSet("language")) preferences.language = parser.value("language");
  if (!QStringList{"light", "dark", "system"}.contains(preferences.theme))
    return refuse("--theme takes light, dark or system.");
  preferences.desktopDark = app.palette().color(QPalette::Window).lightness() < 128;
  if (parser.isSet("masked")) preferences.masked = true;
  if (preferences.language != "en" && preferences.language != "es") return refuse("--language takes en or es.");
  if (parser.isSet("size")) {
    const auto size = sizeOf(parser.value("size"));
    if (!size) return refuse("--size takes WIDTHxHEIGHT, from 640x480 to 7680x4320.");
    request.size = *size;
  }
  const QString chosen = parser.isSet("store") ? parser.value("store") : preferences.defaultStore;
  request.store = chosen.isEmpty() ? defaultStorePath() : std::filesystem::path(chosen.toStdU16String());
  request.sample = parser.isSet("sample");
  request.preview = parser.isSet("preview");
  request.files = parser.positionalArguments();

  Windows windows(app, !unattended);
  Application& application = windows.open(request.store, preferences);
  if (request.sample) application.session().loadSample();
  MainWindow& window = application.window();
  if (request.preview)
    window.preview(request.files);
  else
    application.session().load(request.files);
  if (unattended || parser.isSet("size")) window.resize(request.size);
  if (!request.screenshots.isEmpty()) return writeScreenshots(app, application, request.screenshots, request.size);
  if (!request.report.isEmpty()) return writeReport(app, application.session(), request.report);
  window.show();
  return QApplication::exec();
}

}  // namespace leadlight
