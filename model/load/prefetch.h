#pragma once

#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <optional>
#include <stop_token>
#include <thread>

#include "model/base/result.h"
#include "model/source/reader.h"

namespace leadlight {

// Runs a producer on a thread of its own, at most `depth` items ahead of the consumer.
template <class T>
class Prefetch {
 public:
  // Gives the next item, nullopt at the end, or an error, after which it is not called again.
  using Producer = std::function<Result<std::optional<T>>()>;

  explicit Prefetch(Producer produce, std::size_t depth = 4)
      : depth_(depth),
        thread_([this, produce = std::move(produce)](const std::stop_token& stop) { run(produce, stop); }) {}

  // The next item; nullopt at the end.
  Result<std::optional<T>> next() {
    std::unique_lock lock(mutex_);
    filled_.wait(lock, [&] { return !queue_.empty(); });
    Result<std::optional<T>> item = std::move(queue_.front());
    queue_.pop_front();
    lock.unlock();
    taken_.notify_one();
    return item;
  }

 private:
  void run(const Producer& produce, const std::stop_token& stop) {
    while (!stop.stop_requested()) {
      Result<std::optional<T>> item = produce();
      const bool last = !item || !item->has_value();
      std::unique_lock lock(mutex_);
      if (!taken_.wait(lock, stop, [&] { return queue_.size() < depth_; })) return;
      queue_.push_back(std::move(item));
      filled_.notify_one();
      if (last) return;
    }
  }

  std::size_t depth_;
  std::mutex mutex_;
  std::condition_variable filled_;
  std::condition_variable_any taken_;
  std::deque<Result<std::optional<T>>> queue_;
  std::jthread thread_;  // last: joined before the members it uses are gone
};

// What the reader reads, batch by batch.
inline Prefetch<RecordBatch>::Producer batchesOf(RecordReader& reader) {
  return [&reader]() -> Result<std::optional<RecordBatch>> {
    RecordBatch batch;
    const Result<bool> more = reader.next(batch);
    if (!more) return more.error();
    if (!*more) return std::optional<RecordBatch>{};
    return std::optional(std::move(batch));
  };
}

}  // namespace leadlight
