#pragma once

#include <QObject>
#include <QTranslator>
#include <memory>

#include "app/gui/kept/kept_state.h"
#include "app/gui/kept/kept_writer.h"
#include "app/gui/main_window.h"
#include "app/gui/preferences.h"
#include "app/gui/session.h"

class QApplication;

namespace leadlight {

class LongTaskNotice;

// One window with its session, joined with the preferences: applies theme and language, builds the window anew for a
// new language, and keeps what the user comes back to.
class Application : public QObject {
  Q_OBJECT

 public:
  // `keep`: whether choices made in the window are written to the user's settings, and those of before are taken up.
  Application(QApplication& app, std::filesystem::path store, const Preferences& preferences, bool keep);
  ~Application() override;

  Session& session() { return session_; }
  MainWindow& window() { return *window_; }
  const Preferences& preferences() const { return preferences_; }
  void setTheme(const QString& name);
  void setLanguage(const QString& code);
  // All at once; builds the window anew if words or numbers are written otherwise.
  void setPreferences(const Preferences& preferences);

  const std::vector<SavedView>& views() const { return views_; }
  // A view of that name in the dataset is replaced; an empty name saves nothing.
  void saveView(const QString& name);
  void openView(const SavedView& view);
  void setViews(std::vector<SavedView> views);
  // As another window of this store left them.
  void adoptViews(std::vector<SavedView> views);

  void openSettings();
  void openShortcuts();
  void openViews();
  void askViewName();
  void startTour();

 signals:
  void preferencesChanged(const leadlight::Preferences& preferences);
  void viewsChanged();
  void newWindowAsked(const std::filesystem::path& store);
  void closed();

 private:
  void build();
  void listen();
  void installLanguage();
  void keep() const;
  void keepPlace();
  KeptState place() const;
  void storeOpened();
  void showViews();
  Actions ownActions();
  Actions viewActions();
  Actions recentActions();
  void askStoreForWindow();
  QString storeName() const;
  void watchAgain();
  void finishView();

  QApplication& app_;
  Preferences preferences_;
  bool keep_;
  QTranslator translator_, qtTranslator_;
  KeptState kept_;
  Session session_;
  KeptWriter keptWriter_;
  std::vector<SavedView> views_;
  std::optional<SavedView> opening_;  // waits for its dataset
  bool fresh_ = true;                 // the store's first leads are still being read
  std::unique_ptr<MainWindow> window_;
  std::unique_ptr<LongTaskNotice> notice_;
};

}  // namespace leadlight
