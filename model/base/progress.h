#pragma once

#include <cstdint>
#include <functional>
#include <string_view>

namespace leadlight {

// How a long task talks to whoever started it. Both callbacks may be empty. They are called from the task's own thread,
// often; the receiver thins them out.
struct Progress {
  // stage: a fixed word such as "profile", "load", "index", "score". total is 0 when unknown.
  std::function<void(std::string_view stage, std::uint64_t done, std::uint64_t total)> onReport;
  std::function<bool()> isCancelled;

  void report(std::string_view stage, std::uint64_t done, std::uint64_t total) const {
    if (onReport) onReport(stage, done, total);
  }
  bool cancelled() const { return isCancelled && isCancelled(); }
};

}  // namespace leadlight
