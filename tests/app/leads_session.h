#pragma once

#include <QElapsedTimer>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>
#include <functional>
#include <memory>

#include "app/gui/page.h"
#include "app/gui/session.h"

namespace leadlight::testing {

// A session on a store of its own with one lead file loaded and scored.
class LoadedSession {
 public:
  explicit LoadedSession(const QString& file)
      : session_(std::make_unique<Session>(folder_.filePath(QStringLiteral("leads.db")).toStdString())) {
    session_->load({file});
    ready_ = QTest::qWaitFor(
        [this] {
          return !session_->busy() && session_->snapshot()->champion && session_->snapshot()->frame.find(scoreColumn);
        },
        60'000);
  }
  bool ready() const { return ready_; }
  Session& operator*() { return *session_; }
  Session* operator->() { return session_.get(); }

 private:
  QTemporaryDir folder_;
  std::unique_ptr<Session> session_;
  bool ready_ = false;
};

// Waits until the page has shown everything it was handed.
inline bool settles(Page& page) {
  return QTest::qWaitFor([&] { return page.settled(); }, 20'000) &&
         QTest::qWaitFor([&] { return page.settled(); }, 1000);
}

// A real lead file, or a small one in the same shape where it is absent.
QString leadFile();

}  // namespace leadlight::testing
