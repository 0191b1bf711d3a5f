#pragma once

#include <QString>

namespace leadlight {

// What the user chose about the window, kept between runs.
struct Preferences {
  QString theme = QStringLiteral("light");  // or "dark"
  QString language = QStringLiteral("en");  // or "es"
  bool panelCollapsed = false;
  bool operator==(const Preferences&) const = default;
};

// The first start takes the language of the desktop.
Preferences readPreferences();
void writePreferences(const Preferences& preferences);

// The folder whose files are loaded into this store; empty: none.
QString readWatchedFolder(const QString& store);
void writeWatchedFolder(const QString& store, const QString& folder);

}  // namespace leadlight
