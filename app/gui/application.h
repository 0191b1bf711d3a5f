#pragma once

#include <QObject>
#include <QTranslator>
#include <memory>

#include "app/gui/main_window.h"
#include "app/gui/preferences.h"
#include "app/gui/session.h"

class QApplication;

namespace leadlight {

// Joins session, preferences and window: applies theme and language, and builds the window anew for a new language.
class Application : public QObject {
  Q_OBJECT

 public:
  // `keep`: whether choices made in the window are written to the user's settings.
  Application(QApplication& app, std::filesystem::path store, const Preferences& preferences, bool keep);
  ~Application() override;

  Session& session() { return session_; }
  MainWindow& window() { return *window_; }
  void setTheme(const QString& name);
  void setLanguage(const QString& code);

 private:
  void build();
  void installLanguage();
  void keep() const;
  QString storeName() const;
  void watchAgain();

  QApplication& app_;
  Preferences preferences_;
  bool keep_;
  QTranslator translator_, qtTranslator_;
  Session session_;
  std::unique_ptr<MainWindow> window_;
};

}  // namespace leadlight
