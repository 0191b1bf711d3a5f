#pragma once

#include <QMainWindow>
#include <vector>

#include "app/gui/preferences.h"
#include "app/gui/session.h"
#include "widgets/theme.h"

class QStackedWidget;

namespace leadlight {

class FilesPage;
class Notice;
class Page;
class SidePanel;
class StatusLine;
class Toast;

// Side panel, pages, status line and toasts. Owns no data: everything comes from the session, every wish goes to it.
// Built for one language; the application builds a new one when the language changes.
class MainWindow : public QMainWindow {
  Q_OBJECT

 public:
  MainWindow(Session& session, const Preferences& preferences);

  const std::vector<Page*>& pages() const { return pages_; }
  Page* currentPage() const;
  void showPage(const QString& id, const QVariant& what = {});
  // On the Files page.
  void preview(const QStringList& files);
  void applyTheme(const Theme& theme);

 signals:
  void themeChosen(const QString& name);
  void languageChosen(const QString& code);
  void panelCollapsed(bool collapsed);

 protected:
  void resizeEvent(QResizeEvent* event) override;
  void dragEnterEvent(QDragEnterEvent* event) override;
  void dragLeaveEvent(QDragLeaveEvent* event) override;
  void dropEvent(QDropEvent* event) override;
  void closeEvent(QCloseEvent* event) override;

 private:
  QWidget* makePast();
  void addPages();
  void addShortcuts();
  void addSettings(const Preferences& preferences);
  void listen();
  void showIndex(int index);
  void showStatus();
  void showPast();
  void chooseStore();

  Session& session_;
  Theme theme_ = lightTheme();
  SidePanel* panel_;
  QStackedWidget* stack_;
  QWidget* past_;
  Notice* pastNotice_;
  StatusLine* status_;
  Toast* toast_;
  std::vector<Page*> pages_;
  FilesPage* files_ = nullptr;
};

}  // namespace leadlight
