#pragma once

#include <sqlite3.h>

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <mutex>
#include <thread>

#include "tests/support/patience.h"

namespace leadlight::testing {

// Sees each statement that SQLite runs in this program, and on which thread, and can hold the next thread that runs
// one. For tests of what the window's thread must never do: ask the store, or wait for who does. There is one at a
// time, made on the window's thread before any store is opened and gone after the last one.
class StoreGate {
 public:
  StoreGate() {
    current_ = this;
    sqlite3_auto_extension(reinterpret_cast<void (*)()>(&opened));
  }
  ~StoreGate() {
    sqlite3_cancel_auto_extension(reinterpret_cast<void (*)()>(&opened));
    current_ = nullptr;
  }
  StoreGate(const StoreGate&) = delete;
  StoreGate& operator=(const StoreGate&) = delete;

  int statementsHere() const { return here_; }
  int statementsElsewhere() const { return elsewhere_; }

  // As long as it lives, the first thread but the window's that runs a statement waits.
  class Closed {
   public:
    explicit Closed(StoreGate& gate) : gate_(gate) { gate_.set(true); }
    ~Closed() { gate_.set(false); }
    Closed(const Closed&) = delete;
    Closed& operator=(const Closed&) = delete;

   private:
    StoreGate& gate_;
  };
  // Whether a thread waits at the gate now.
  bool holds() const { return waiting_; }

 private:
  void set(bool closed) {
    {
      const std::lock_guard lock(mutex_);
      closed_ = closed;
    }
    changed_.notify_all();
  }
  static int opened(sqlite3* database, char**, const sqlite3_api_routines*) {
    return sqlite3_trace_v2(database, SQLITE_TRACE_STMT, &ran, nullptr);
  }
  static int ran(unsigned, void*, void*, void*) {
    if (StoreGate* gate = current_) gate->pass();
    return 0;
  }
  void pass() {
    if (std::this_thread::get_id() == window_) {
      ++here_;
      return;
    }
    ++elsewhere_;
    std::unique_lock lock(mutex_);
    if (!closed_ || waiting_) return;
    waiting_ = true;
    changed_.wait_for(lock, std::chrono::milliseconds(patience), [this] { return !closed_; });
    waiting_ = false;
  }

  static inline std::atomic<StoreGate*> current_ = nullptr;
  const std::thread::id window_ = std::this_thread::get_id();
  std::atomic<int> here_ = 0, elsewhere_ = 0;
  std::atomic<bool> waiting_ = false;
  std::mutex mutex_;
  std::condition_variable changed_;
  bool closed_ = false;
};

}  // namespace leadlight::testing
