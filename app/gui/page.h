#pragma once

#include <QJsonObject>
#include <QVariant>
#include <QWidget>

#include "app/gui/palette/action.h"
#include "app/gui/session.h"
#include "widgets/icons.h"
#include "widgets/theme.h"

class QHBoxLayout;
class QLabel;
class QVBoxLayout;

namespace leadlight {

// The names under which pages are reached: navigate(), the side panel, and the files that --screenshots writes.
namespace pages {
inline constexpr const char* files = "files";
inline constexpr const char* charts = "charts";
inline constexpr const char* leads = "leads";
inline constexpr const char* calls = "calls";
inline constexpr const char* scoring = "scoring";
inline constexpr const char* scoreLead = "score-lead";
}  // namespace pages

// One page of the window: a head of 56 px (title, subtitle, actions at the right) over a body with 20 px margins.
//
// Data: the base class listens to the session. While the page is visible each new snapshot and linked state is handed
// on at once; a hidden page is handed only the latest when it is next shown, snapshot first. A test shows the page
// (`page.show()`) or calls showSnapshot/showLinked itself.
// Theme: palette and style sheet change by themselves; applyTheme() is for what paints itself. The base class keeps the
// theme and reaches every Themed child. Widgets made later are themed by whoever makes them: `applyTheme(theme())`.
// Language: set before a page is built; changing it builds all pages anew, so texts are set once, in the constructor.
class Page : public QWidget {
  Q_OBJECT

 public:
  Page(Session& session, const QString& id, Icon icon, const QString& title, QWidget* parent = nullptr);

  const QString& id() const { return id_; }
  Icon icon() const { return icon_; }
  const QString& title() const { return title_; }  // also its word in the side panel
  // Pages fill the window whatever their texts: a changed word lays out its page, not every page several times.
  bool hasHeightForWidth() const override { return false; }

  virtual void applyTheme(const Theme& theme);  // overrides call Page::applyTheme first
  // What navigate() carried to this page, e.g. a lead's id.
  virtual void receive(const QVariant& what);
  // True once everything asked for by the last showSnapshot/showLinked is on screen; else settledChanged() follows.
  virtual bool settled() const { return true; }
  // The views that the page has beside its first, by the names that go to the files of --screenshots.
  virtual QStringList views() const { return {}; }
  // Shows a view by its name; the first one for an empty name.
  virtual void showView(const QString& name) { Q_UNUSED(name); }
  // The right end of the status line: this page's keys, e.g. "Ctrl Z undo filter".
  virtual QString keys() const { return {}; }
  // What the palette and the shortcuts sheet list for this page beside the window's own actions. The page handles its
  // keys itself.
  virtual Actions possibleActions() { return {}; }
  // How the page shows its leads (sort, columns …), for a saved view; and the way back.
  virtual QJsonObject viewState() const { return {}; }
  virtual void restoreViewState(const QJsonObject& state) { Q_UNUSED(state); }
  // Ctrl+F: gives the focus to the page's search field.
  virtual void find() {}

 signals:
  void navigate(const QString& pageId, const QVariant& what = {});
  void actionWanted(const QString& id);    // runs that action of the window
  void notified(const QString& sentence);  // a toast
  void settledChanged();
  void keysChanged();
  void countChanged(const QString& count);  // the number at the right of its word in the side panel

 protected:
  // Never called with a null pointer.
  virtual void showSnapshot(const SnapshotPtr& snapshot) = 0;
  virtual void showLinked(const LinkedPtr& linked);

  Session& session() { return session_; }
  const Theme& theme() const { return theme_; }
  void setSubtitle(const QString& text);
  QHBoxLayout* actions() { return actions_; }  // right end of the head
  QHBoxLayout* head() { return head_; }
  QVBoxLayout* body() { return body_; }  // spacing 12

  void showEvent(QShowEvent* event) override;

 private:
  void deliver();
  Session& session_;
  QString id_, title_;
  Icon icon_;
  Theme theme_ = lightTheme();
  QHBoxLayout* head_;
  QHBoxLayout* actions_;
  QVBoxLayout* body_;
  QLabel* subtitle_;
  bool snapshotStale_ = true;
  bool linkedStale_ = true;
};

}  // namespace leadlight
