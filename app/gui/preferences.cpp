#include "app/gui/preferences.h"

#include <QLocale>
#include <QSettings>

namespace leadlight {

namespace {

// A path holds slashes, which would make groups.
QString watchKey(const QString& store) {
  return QStringLiteral("watched/") + QString::fromLatin1(store.toUtf8().toBase64(QByteArray::Base64UrlEncoding));
}

}  // namespace

Preferences readPreferences() {
  const QSettings settings;
  const bool spanish = QLocale::system().language() == QLocale::Spanish;
  Preferences preferences;
  preferences.theme = settings.value("theme", preferences.theme).toString();
  preferences.language = settings.value("language", spanish ? "es" : "en").toString();
  preferences.panelCollapsed = settings.value("panelCollapsed", false).toBool();
  return preferences;
}

void writePreferences(const Preferences& preferences) {
  QSettings settings;
  settings.setValue("theme", preferences.theme);
  settings.setValue("language", preferences.language);
  settings.setValue("panelCollapsed", preferences.panelCollapsed);
}

QString readWatchedFolder(const QString& store) { return QSettings().value(watchKey(store)).toString(); }

void writeWatchedFolder(const QString& store, const QString& folder) {
  if (folder.isEmpty())
    QSettings().remove(watchKey(store));
  else
    QSettings().setValue(watchKey(store), folder);
}

}  // namespace leadlight
