#include "app/gui/long_task_notice.h"

#include <QApplication>
#include <QSystemTrayIcon>
#include <algorithm>

#include "app/gui/main_window.h"
#include "app/gui/page.h"

namespace leadlight {

namespace {
constexpr int lookEvery = 1000, trayFor = 15'000;  // ms
}

LongTaskNotice::LongTaskNotice(std::function<MainWindow&()> window, Session& session, int atLeast)
    : window_(std::move(window)), session_(session), atLeast_(atLeast) {
  // A page tells when it has settled, not when it begins to work.
  timer_.setInterval(std::min(lookEvery, std::max(20, atLeast / 4)));
  connect(&timer_, &QTimer::timeout, this, &LongTaskNotice::look);
  connect(&session_, &Session::progressed, this, [this](const TaskProgress& progress) { task_ = progress.task; });
  connect(&session_, &Session::busyChanged, this, &LongTaskNotice::look);
  timer_.start();
}

LongTaskNotice::~LongTaskNotice() = default;

void LongTaskNotice::look() {
  const auto& pages = window_().pages();
  // A hidden page waits for what it is told when it is shown; training goes on.
  const auto works = [](const Page* page) {
    return !page->settled() && (page->isVisible() || page->id() == QLatin1String(pages::scoring));
  };
  const bool working = session_.busy() || std::any_of(pages.begin(), pages.end(), works);
  if (working == working_) return;
  working_ = working;
  if (working) {
    since_.start();
    task_.clear();
  } else if (since_.elapsed() >= atLeast_ && !window_().isActiveWindow()) {
    tell();
  }
}

void LongTaskNotice::tell() {
  const QString sentence = task_.isEmpty() ? tr("What you started has ended.") : tr("%1: ended.").arg(task_);
  QApplication::alert(&window_());
  if (QSystemTrayIcon::isSystemTrayAvailable() && QSystemTrayIcon::supportsMessages()) {
    tray_ = std::make_unique<QSystemTrayIcon>(window_().windowIcon());
    tray_->show();
    tray_->showMessage(QStringLiteral("Leadlight"), sentence, QSystemTrayIcon::Information, trayFor);
    QTimer::singleShot(trayFor, this, [this] { tray_.reset(); });
  }
  emit told(sentence);
}

}  // namespace leadlight
