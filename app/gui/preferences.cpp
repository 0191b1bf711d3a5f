#include "app/gui/preferences.h"

#include <QSettings>
#include <algorithm>

namespace leadlight {

namespace {

// A path holds slashes, which would make groups.
QString watchKey(const QString& store) {
  return QStringLiteral("watched/") + QString::fromLatin1(store.toUtf8().toBase64(QByteArray::Base64UrlEncoding));
}

constexpr int leastScale = 100, mostScale = 200;
constexpr qsizetype mostRecent = 10;

QString keyOf(Recent kind) {
  return kind == Recent::Stores ? QStringLiteral("recentStores") : QStringLiteral("recentFiles");
}

}  // namespace

QString themeOf(const Preferences& preferences) {
  if (preferences.theme != QLatin1String("system")) return preferences.theme;
  return preferences.desktopDark ? QStringLiteral("dark") : QStringLiteral("light");
}

// A language that is the desktop's is written as in the user's own region, e.g. Mexican numbers on a Mexican desktop.
QLocale localeOf(const Preferences& preferences) {
  const QLocale system = QLocale::system();
  if (preferences.numbers == QLatin1String("system")) return system;
  if (preferences.numbers != QLatin1String("language")) return QLocale(preferences.numbers);
  const QLocale chosen(preferences.language);
  return system.language() == chosen.language() ? system : chosen;
}

int readScale() {
  const QSettings settings(QStringLiteral("leadlight"), QStringLiteral("leadlight"));
  return std::clamp(settings.value("scale", leastScale).toInt(), leastScale, mostScale);
}

QStringList readRecent(Recent kind) { return QSettings().value(keyOf(kind)).toStringList(); }

void addRecent(Recent kind, const QString& path) {
  QStringList paths = readRecent(kind);
  paths.removeAll(path);
  paths.prepend(path);
  QSettings().setValue(keyOf(kind), paths.mid(0, mostRecent));
}

void clearRecent() {
  for (const Recent kind : {Recent::Stores, Recent::Files}) QSettings().remove(keyOf(kind));
}

Preferences readPreferences() {
  const QSettings settings;
  const bool spanish = QLocale::system().language() == QLocale::Spanish;
  Preferences preferences;
  preferences.theme = settings.value("theme", preferences.theme).toString();
  preferences.language = settings.value("language", spanish ? "es" : "en").toString();
  preferences.panelCollapsed = settings.value("panelCollapsed", false).toBool();
  preferences.numbers = settings.value("numbers", preferences.numbers).toString();
  preferences.scale = std::clamp(settings.value("scale", leastScale).toInt(), leastScale, mostScale);
  preferences.reducedMotion = settings.value("reducedMotion", false).toBool();
  preferences.masked = settings.value("masked", false).toBool();
  preferences.defaultStore = settings.value("defaultStore").toString();
  return preferences;
}

void writePreferences(const Preferences& preferences) {
  QSettings settings;
  settings.setValue("theme", preferences.theme);
  settings.setValue("language", preferences.language);
  settings.setValue("panelCollapsed", preferences.panelCollapsed);
  settings.setValue("numbers", preferences.numbers);
  settings.setValue("scale", preferences.scale);
  settings.setValue("reducedMotion", preferences.reducedMotion);
  settings.setValue("masked", preferences.masked);
  settings.setValue("defaultStore", preferences.defaultStore);
}

QString readWatchedFolder(const QString& store) { return QSettings().value(watchKey(store)).toString(); }

void writeWatchedFolder(const QString& store, const QString& folder) {
  if (folder.isEmpty())
    QSettings().remove(watchKey(store));
  else
    QSettings().setValue(watchKey(store), folder);
}

}  // namespace leadlight
