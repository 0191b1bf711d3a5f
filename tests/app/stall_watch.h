#pragma once

#include <unistd.h>

#include <QMetaObject>
#include <QObject>
#include <QThread>
#include <algorithm>
#include <atomic>
#include <chrono>
#include <fstream>
#include <string>
#include <thread>

namespace leadlight::testing {

// Watches the thread it was made on: another thread asks for a sign of life every few milliseconds, and the longest
// wait for one is the longest stall. For tests of what the window's thread must never do: wait, read or loop. Time in
// which that thread could have run but other programs had the processors is not counted, where the kernel tells it.
class StallWatch {
 public:
  // The design wants 50 ms on an idle machine.
  static constexpr std::chrono::milliseconds budget{150};

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
  // ms, less those in which the watched thread waited for a processor: the second field of its schedstat, in ns.
  std::int64_t now() const {
    using namespace std::chrono;
    std::int64_t ran = 0, queued = 0;
    std::ifstream(schedstat_) >> ran >> queued;
    return (duration_cast<nanoseconds>(steady_clock::now().time_since_epoch()).count() - queued) / 1'000'000;
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
  const std::string schedstat_ = "/proc/self/task/" + std::to_string(::gettid()) + "/schedstat";
  std::atomic<bool> ended_ = false;
  std::atomic<std::int64_t> asked_ = 0, longest_ = 0;  // ms; asked_: 0 while no sign of life is awaited
  std::thread thread_;
};

}  // namespace leadlight::testing
