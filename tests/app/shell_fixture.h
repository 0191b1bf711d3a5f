#pragma once

#include <memory>

#include "app/gui/page.h"
#include "app/gui/palette/command_palette.h"
#include "app/gui/windows.h"
#include "gui_support.h"
#include "leads_session.h"

namespace leadlight::testing {

// What QAccessible finds below without a name, of all that a keyboard or a mouse can operate: class, object name and
// where it sits.
QStringList nameless(QWidget& root);
QStringList wordsOf(const CommandPalette& palette);

// The program with its windows, on a store and settings of its own for each test.
class ShellFixture : public QObject {
  Q_OBJECT

 protected:
  Place& place() { return *place_; }
  Windows& windows() { return *windows_; }
  Application& application(std::size_t i = 0) { return *windows_->all()[i]; }
  MainWindow& window() { return application().window(); }
  Session& session() { return application().session(); }
  CommandPalette& palette() { return *window().commands(); }

  // keep: filters, views and the page come back at the next start.
  void start(bool keep = false, const Preferences& preferences = {"light", "en", false});
  void startWith(const QByteArray& leads, const Preferences& preferences = {"light", "en", false});
  void quit() { windows_.reset(); }
  // Writes into the palette and waits for its answers; enter takes the chosen one.
  void ask(const QString& query);
  void enter();
  // Goes to a page and waits until it shows everything.
  template <class P>
  P& shownPage(const QString& id) {
    window().showPage(id);
    auto& page = dynamic_cast<P&>(*window().currentPage());
    if (!settles(page)) qFatal("the page never settles");
    return page;
  }
  // The window's dialog of a kind, once it is shown.
  template <class T>
  T* dialog() {
    T* found = nullptr;
    (void)QTest::qWaitFor([&] { return (found = window().findChild<T*>()) && found->isVisible(); }, patience);
    return found;
  }

 private Q_SLOTS:
  void initTestCase();
  void init();
  void cleanup();

 private:
  std::unique_ptr<Place> place_;
  std::unique_ptr<Windows> windows_;
};

}  // namespace leadlight::testing
