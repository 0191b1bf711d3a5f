#pragma once

#include <atomic>
#include <cstdint>
#include <functional>
#include <thread>

#include "model/base/progress.h"

namespace leadlight {

// A few threads for one long task that reports and can be cancelled. Only the thread that made the crew talks to
// `progress`.
class Crew {
 public:
  // threads 0: all cores
  Crew(unsigned threads, const Progress& progress);
  Crew(unsigned threads, const Progress&&) = delete;  // the crew keeps a reference

  unsigned threads() const { return threads_; }
  // How much there is to do altogether, in steps of any size.
  void expect(std::uint64_t steps) { total_ = steps; }
  void advance(std::uint64_t steps = 1) { done_.fetch_add(steps, std::memory_order_relaxed); }
  // Has the user cancelled? Long bodies ask every few milliseconds, from whatever thread they run on.
  bool stopped();
  // Calls body(i) once for every i below `count`, which must not depend on each other, on all threads; body must not
  // throw. False when cancelled: then some calls were left out or ended early.
  bool run(std::size_t count, const std::function<void(std::size_t)>& body);

 private:
  const Progress& progress_;
  unsigned threads_;
  std::thread::id owner_ = std::this_thread::get_id();
  std::atomic<bool> stop_{false};
  std::atomic<std::uint64_t> done_{0};
  std::atomic<std::uint64_t> total_{0};
};

}  // namespace leadlight
