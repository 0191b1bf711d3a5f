#pragma once

#include <QMetaObject>
#include <QObject>
#include <QThread>
#include <algorithm>
#include <atomic>
#include <chrono>
#include <thread>

namespace leadlight::testing {

// Watches the thread it was made on: another thread asks for a sign of life every few milliseconds, and the longest
// wait for one is the longest stall. For tests of what the window's thread must never do: wait, read or loop.
class StallWatch {
 public:
  // Enough for a busy machine with two cores; the design wants 50 ms on an idle one.
  static constexpr std::chrono::milliseconds budget{400};

  StallWatch() : thread_([this] { watch(); }) {}
  ~StallWatch() {
    ended_ = true;
    thread_.join();
  }
  StallWatch(const StallWatch&) = delete;
  StallWatch& operator=(const StallWatch&) = delete;

  // Since the last reset, the stall that lasts among them.
  std::chrono::milliseconds longest() const {
    const std::int64_t asked = asked_;
    return std::chrono::milliseconds(std::max<std::int64_t>(longest_, asked == 0 ? 0 : now() - asked));
  }
  void reset() {
    longest_ = 0;
    if (asked_ != 0) asked_ = now();
  }

 private:
  static std::int64_t now() {
    using namespace std::chrono;
    return duration_cast<milliseconds>(steady_clock::now().time_since_epoch()).count();
  }
  void watch() {
    while (!ended_) {
      std::this_thread::sleep_for(std::chrono::milliseconds(5));
      if (asked_ != 0) continue;
      asked_ = now();
      QMetaObject::invokeMethod(
          &life_,
          [this] {
            longest_ = std::max<std::int64_t>(longest_, now() - asked_);
            asked_ = 0;
          },
          Qt::QueuedConnection);
    }
  }

  QObject life_;  // on the watched thread; what is still on its way to it is dropped with it
  std::atomic<bool> ended_ = false;
  std::atomic<std::int64_t> asked_ = 0, longest_ = 0;  // ms; asked_: 0 while no sign of life is awaited
  std::thread thread_;
};

}  // namespace leadlight::testing
