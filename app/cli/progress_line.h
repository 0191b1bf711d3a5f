#pragma once

#include <chrono>
#include <string>
#include <string_view>

#include "app/cli/io.h"
#include "model/base/progress.h"

namespace leadlight {

// Joins a long task to the terminal: one line of standard error, rewritten at most ten times a second and wiped at the
// end. Draws nothing when standard error is no terminal or `quiet`.
class ProgressLine {
 public:
  ProgressLine(Io& io, bool quiet) : io_(io), draws_(io.errIsTerminal && !quiet) {}
  ~ProgressLine() { clear(); }
  ProgressLine(const ProgressLine&) = delete;
  ProgressLine& operator=(const ProgressLine&) = delete;

  // What to hand to the task. `cancellable` false: the task runs to its end whatever the user asks.
  Progress progress(bool cancellable = true);
  void clear();

 private:
  using Clock = std::chrono::steady_clock;
  void report(std::string_view stage, std::uint64_t done, std::uint64_t total);
  std::string line(double seconds, std::uint64_t done, std::uint64_t total) const;

  Io& io_;
  bool draws_;
  bool drawn_ = false;
  std::string stage_;
  Clock::time_point stageStart_, lastDrawn_;
};

}  // namespace leadlight
