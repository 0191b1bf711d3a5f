#include "app/gui/screenshots.h"

#include <QApplication>
#include <QDir>
#include <QTextStream>
#include <QTimer>

#include "app/gui/application.h"
#include "app/gui/page.h"
#include "app/gui/sentences.h"

namespace leadlight {

namespace {

constexpr int patience = 120000;  // ms for everything

// Goes from page to page; each waits for the session and the page to settle, told by their signals.
class Walk : public QObject {
 public:
  Walk(MainWindow& window, Session& session, QDir folder)
      : window_(window), session_(session), folder_(std::move(folder)) {
    connect(&session_, &Session::linkedChanged, this, &Walk::look);
    connect(&session_, &Session::busyChanged, this, &Walk::look);
    connect(&session_, &Session::failed, this, [this](const Error& error) { fail(sentenceOf(error)); });
    for (Page* page : window_.pages()) connect(page, &Page::settledChanged, this, &Walk::look);
    QTimer::singleShot(patience, this, [this] { fail(QStringLiteral("The pages did not settle in time.")); });
    turnTo(0);
  }

 private:
  void turnTo(std::size_t page) {
    at_ = page;
    if (page == window_.pages().size()) {
      QApplication::exit(0);
      return;
    }
    window_.showPage(window_.pages()[page]->id());
    look();
  }

  bool ready() const { return session_.settled() && window_.pages()[at_]->settled(); }

  // Looks again once the events that are under way have been handled, layout and paint among them.
  void look() {
    if (waiting_ || at_ >= window_.pages().size() || !ready()) return;
    waiting_ = true;
    QTimer::singleShot(0, this, [this] {
      waiting_ = false;
      if (ready()) take();
    });
  }

  void take() {
    const QString name = window_.pages()[at_]->id() + QStringLiteral(".png");
    if (!window_.grab().save(folder_.filePath(name))) {
      fail(name + QStringLiteral(" could not be written."));
      return;
    }
    turnTo(at_ + 1);
  }

  void fail(const QString& sentence) {
    QTextStream(stderr) << sentence << '\n';
    QApplication::exit(1);
  }

  MainWindow& window_;
  Session& session_;
  QDir folder_;
  std::size_t at_ = 0;
  bool waiting_ = false;
};

}  // namespace

int writeScreenshots(QApplication& app, Application& application, const QString& folder, QSize size) {
  if (!QDir().mkpath(folder)) {
    QTextStream(stderr) << folder << " cannot be made.\n";
    return 1;
  }
  MainWindow& window = application.window();
  window.resize(size);
  window.show();
  const Walk walk(window, application.session(), QDir(folder));
  return app.exec();
}

}  // namespace leadlight
