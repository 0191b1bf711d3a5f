#include "app/gui/preferences.h"

#include <QLocale>
#include <QSettings>

namespace leadlight {

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

}  // namespace leadlight
