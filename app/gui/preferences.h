#pragma once

#include <QLocale>
#include <QString>
#include <QStringList>

namespace leadlight {

// What the user chose about the window, kept between runs.
struct Preferences {
  QString theme = QStringLiteral("light");  // or "dark", "system"
  QString language = QStringLiteral("en");  // or "es"
  bool panelCollapsed = false;
  QString numbers = QStringLiteral("language");  // how numbers and dates are written: or "system", or a locale's name
  int scale = 100;                               // percent, from the next start
  bool reducedMotion = false;
  bool masked = false;               // names, e-mail and phone are hidden, for demonstrations
  QString defaultStore = QString();  // empty: the user's own
  bool desktopDark = false;          // what theme "system" means; found at the start, not kept
  bool operator==(const Preferences&) const = default;
};

// The first start takes the language of the desktop.
Preferences readPreferences();
void writePreferences(const Preferences& preferences);
// "light" or "dark".
QString themeOf(const Preferences& preferences);
QLocale localeOf(const Preferences& preferences);
// Only the scale, for before there is an application: it is Qt's own to apply.
int readScale();

// The folder whose files are loaded into this store; empty: none.
QString readWatchedFolder(const QString& store);
void writeWatchedFolder(const QString& store, const QString& folder);

// Paths opened lately, newest first.
enum class Recent { Stores, Files };
QStringList readRecent(Recent kind);
void addRecent(Recent kind, const QString& path);
void clearRecent();

}  // namespace leadlight
