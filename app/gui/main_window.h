#pragma once

#include <QMainWindow>
#include <functional>
#include <vector>

#include "app/gui/palette/action.h"
#include "app/gui/preferences.h"
#include "app/gui/session.h"
#include "widgets/theme.h"

class QStackedWidget;

namespace leadlight {

class CommandPalette;
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

  // Everything that can be done now: the window's own, what was added, and the pages'.
  Actions possibleActions();
  // Lists more actions; their keys are taken as they are now.
  using ActionSource = std::function<Actions()>;
  void addActionSource(ActionSource source);
  // False when there is no such action, or it is not possible now.
  bool runAction(const QString& id);
  CommandPalette* commands() { return commands_; }
  SidePanel* sidePanel() { return panel_; }
  void say(const QString& sentence);

 signals:
  void themeChosen(const QString& name);
  void languageChosen(const QString& code);
  void panelCollapsed(bool collapsed);
  void placeChanged();  // another page, size or position
  void closing();

 protected:
  void resizeEvent(QResizeEvent* event) override;
  void moveEvent(QMoveEvent* event) override;
  void dragEnterEvent(QDragEnterEvent* event) override;
  void dragLeaveEvent(QDragLeaveEvent* event) override;
  void dropEvent(QDropEvent* event) override;
  void closeEvent(QCloseEvent* event) override;

 private:
  QWidget* makePast();
  void addPages();
  void addPalette();
  void addShortcuts(const Actions& actions);
  Actions pageActions();
  Actions leadActions();
  Actions filterActions();
  Actions frameActions();
  Actions windowActions();
  void addSettings(const Preferences& preferences);
  void listen();
  void listenToPanel();
  void showIndex(int index);
  void showStatus();
  void showPast();
  void showLead(qint64 leadId, quint32 row);
  void findLeads(const QString& text);
  void chooseStore();

  Session& session_;
  Theme theme_ = lightTheme();
  SidePanel* panel_;
  QStackedWidget* stack_;
  QWidget* past_;
  Notice* pastNotice_;
  StatusLine* status_;
  Toast* toast_;
  CommandPalette* commands_ = nullptr;
  std::vector<Page*> pages_;
  std::vector<ActionSource> sources_;
  FilesPage* files_ = nullptr;
};

}  // namespace leadlight
