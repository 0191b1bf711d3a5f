#include "scoring/train/crew.h"

#include <algorithm>
#include <chrono>
#include <condition_variable>
#include <mutex>
#include <system_error>
#include <vector>

namespace leadlight {

Crew::Crew(unsigned threads, const Progress& progress)
    : progress_(progress), threads_(std::max(1U, threads == 0 ? std::thread::hardware_concurrency() : threads)) {}

bool Crew::stopped() {
  if (std::this_thread::get_id() == owner_ && !stop_) {
    progress_.report("train", std::min(done_.load(), total_.load()), total_);
    if (progress_.cancelled()) stop_ = true;
  }
  return stop_.load(std::memory_order_relaxed);
}

bool Crew::run(std::size_t count, const std::function<void(std::size_t)>& body) {
  std::atomic<std::size_t> next{0};
  const auto work = [&] {
    for (std::size_t i = next++; i < count && !stopped(); i = next++) body(i);
  };
  std::mutex mutex;
  std::condition_variable ended;
  std::size_t running = 0;
  std::vector<std::jthread> helpers;
  for (std::size_t i = 1; i < std::min<std::size_t>(threads_, count); ++i) {
    try {
      const std::lock_guard lock(mutex);
      helpers.emplace_back([&] {
        work();
        const std::lock_guard done(mutex);
        --running;
        ended.notify_one();
      });
      ++running;
    } catch (const std::system_error&) {
      break;  // no thread to be had: the ones there do all
    }
  }
  work();
  // The others may take a while yet, and the user may cancel meanwhile.
  for (std::unique_lock lock(mutex); running > 0;) {
    ended.wait_for(lock, std::chrono::milliseconds(20));
    stopped();
  }
  return !stopped();
}

}  // namespace leadlight
