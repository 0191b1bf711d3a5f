#pragma once

#include <QMetaObject>
#include <QObject>
#include <QString>
#include <QThreadPool>
#include <atomic>
#include <chrono>
#include <functional>
#include <memory>
#include <optional>
#include <utility>

#include "model/base/progress.h"

namespace leadlight {

// One report of a running task on its way to the window.
struct Tick {
  QString stage;
  quint64 done = 0, total = 0;
  double seconds = 0;  // since the stage began
};

// Joins a long task of the core to the window's thread. The work runs in the pool; `done` and `ticked` are called on
// the owner's thread. A new run cancels the old one and drops its result; cancel() asks the work to stop, and `done`
// then gets whatever it returns. Ticks come at most 30 times a second. REQUIRES: the pool is drained (waitForDone)
// before the owner goes; the work captures values, never the owner.
template <class T>
class Job {
 public:
  Job(QObject* owner, QThreadPool& pool) : owner_(owner), pool_(pool) {}
  ~Job() { cancel(); }
  Job(const Job&) = delete;
  Job& operator=(const Job&) = delete;

  bool running() const { return run_ != nullptr; }
  void cancel() {
    if (run_) run_->cancelled = true;
  }

  void run(std::function<T(const Progress&)> work, std::function<void(T)> done, std::function<void(Tick)> ticked = {}) {
    cancel();
    auto run = std::make_shared<Run>();
    run_ = run;
    pool_.start([this, owner = owner_, run, work = std::move(work), done = std::move(done),
                 ticked = std::move(ticked)] {
      Progress progress;
      progress.isCancelled = [run] { return run->cancelled.load(std::memory_order_relaxed); };
      if (ticked) {
        progress.onReport = [this, owner, run, ticked](std::string_view stage, std::uint64_t at, std::uint64_t total) {
          std::optional<Tick> tick = run->next(stage, at, total);
          if (!tick) return;
          const auto hand = [this, run, ticked, tick = *std::move(tick)] {
            if (run_ == run) ticked(tick);
          };
          QMetaObject::invokeMethod(owner, hand, Qt::QueuedConnection);
        };
      }
      auto value = std::make_shared<T>(work(progress));
      const auto finish = [this, run, value, done] {
        if (run_ != run) return;
        run_ = nullptr;
        done(std::move(*value));
      };
      QMetaObject::invokeMethod(owner, finish, Qt::QueuedConnection);
    });
  }

 private:
  using Clock = std::chrono::steady_clock;
  struct Run {
    std::atomic<bool> cancelled = false;
    // Used by the worker only.
    std::string stage;
    Clock::time_point stageBegan, last;

    std::optional<Tick> next(std::string_view now, std::uint64_t at, std::uint64_t total) {
      const Clock::time_point moment = Clock::now();
      const bool begins = stage != now;
      if (begins) {
        stage = now;
        stageBegan = moment;
      } else if (moment - last < std::chrono::milliseconds(34)) {
        return std::nullopt;
      }
      last = moment;
      return Tick{QString::fromStdString(stage), at, total, std::chrono::duration<double>(moment - stageBegan).count()};
    }
  };

  QObject* owner_;
  QThreadPool& pool_;
  std::shared_ptr<Run> run_;
};

}  // namespace leadlight
