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

// Goes from page to page and from view to view; each waits for the session and the page to settle, told by their
// signals.
class Walk : public QObject {
 public:
  Walk(MainWindow& window, Session& session, QDir folder)
      : window_(window), session_(session), folder_(std::move(folder)) {
    for (Page* page : window_.pages()) {
      connect(page, &Page::settledChanged, this, &Walk::look);
      stops_.push_back({page, {}});
      for (const QString& view : page->views()) stops_.push_back({page, view});
    }
    connect(&session_, &Session::linkedChanged, this, &Walk::look);
    connect(&session_, &Session::busyChanged, this, &Walk::look);
    connect(&session_, &Session::failed, this, [this](const Error& error) { fail(sentenceOf(error)); });
    QTimer::singleShot(patience, this, [this] { fail(QStringLiteral("The pages did not settle in time.")); });
    goTo(0);
  }

 private:
  struct Stop {
    Page* page;
    QString view;  // empty: the page's first
  };

  void goTo(std::size_t stop) {
    at_ = stop;
    if (stop == stops_.size()) {
      QApplication::exit(0);
      return;
    }
    window_.showPage(stops_[stop].page->id());
    stops_[stop].page->showView(stops_[stop].view);
    look();
  }

  bool ready() const { return session_.settled() && stops_[at_].page->settled(); }

  // Looks again once the events that are under way have been handled, layout and paint among them.
  void look() {
    if (waiting_ || at_ >= stops_.size() || !ready()) return;
    waiting_ = true;
    QTimer::singleShot(0, this, [this] {
      waiting_ = false;
      if (ready()) take();
    });
  }

  void take() {
    // A line that wraps anew makes room level by level, one with each round.
    for (int level = 0; level < 8; ++level) QCoreApplication::sendPostedEvents(nullptr, QEvent::LayoutRequest);
    const auto& [page, view] = stops_[at_];
    const QString name = page->id() + (view.isEmpty() ? QString() : '-' + view) + QStringLiteral(".png");
    if (!window_.grab().save(folder_.filePath(name))) {
      fail(name + QStringLiteral(" could not be written."));
      return;
    }
    goTo(at_ + 1);
  }

  void fail(const QString& sentence) {
    QTextStream(stderr) << sentence << '\n';
    QApplication::exit(1);
  }

  MainWindow& window_;
  Session& session_;
  QDir folder_;
  std::vector<Stop> stops_;
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
