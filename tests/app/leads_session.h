#pragma once

#include <QFile>
#include <QTemporaryDir>
#include <QTest>
#include <functional>
#include <memory>

#include "app/gui/page.h"
#include "app/gui/session.h"
#include "tests/support/patience.h"

namespace leadlight::testing {

// A session on a store of its own with one lead file loaded and scored, its numbers written the American way.
class LoadedSession {
 public:
  explicit LoadedSession(const QString& file)
      : session_(std::make_unique<Session>(folder_.filePath(QStringLiteral("leads.db")).toStdString())) {
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    session_->load({file});
    ready_ = QTest::qWaitFor(
        [this] {
          return !session_->busy() && session_->snapshot()->champion && session_->snapshot()->frame.find(scoreColumn);
        },
        patience);
  }
  bool ready() const { return ready_; }
  Session& operator*() { return *session_; }
  Session* operator->() { return session_.get(); }

 private:
  QTemporaryDir folder_;
  std::unique_ptr<Session> session_;
  bool ready_ = false;
};

// A new page on the session, at a size that shows all its parts.
template <class P>
std::unique_ptr<P> shown(Session& session) {
  auto page = std::make_unique<P>(session);
  page->resize(1100, 700);
  page->show();
  return page;
}

// Waits until the page has shown everything it was handed.
inline bool settles(Page& page) {
  return QTest::qWaitFor([&] { return page.settled(); }, patience);
}

// A real lead file, or a small one in the same shape where it is absent.
QString leadFile();

}  // namespace leadlight::testing
