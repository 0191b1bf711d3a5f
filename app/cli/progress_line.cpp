#include "app/cli/progress_line.h"

#include <cmath>

#include "app/cli/text_table.h"

namespace leadlight {

namespace {

std::string timeLeft(double seconds) {
  const auto whole = static_cast<std::uint64_t>(std::ceil(seconds));
  if (whole < 60) return std::to_string(whole) + " s left";
  return std::to_string(whole / 60) + " min " + std::to_string(whole % 60) + " s left";
}

}  // namespace

Progress ProgressLine::progress(bool cancellable) {
  Progress result;
  if (draws_)
    result.onReport = [this](std::string_view stage, std::uint64_t done, std::uint64_t total) {
      report(stage, done, total);
    };
  if (cancellable) result.isCancelled = [this] { return io_.interrupted(); };
  return result;
}

void ProgressLine::clear() {
  if (!drawn_) return;
  io_.err << "\r\033[K" << std::flush;
  drawn_ = false;
}

void ProgressLine::report(std::string_view stage, std::uint64_t done, std::uint64_t total) {
  const Clock::time_point now = Clock::now();
  if (stage != stage_) {
    stage_ = stage;
    stageStart_ = now;
  } else if (now - lastDrawn_ < std::chrono::milliseconds(100)) {
    return;
  }
  lastDrawn_ = now;
  drawn_ = true;
  io_.err << "\r\033[K" << line(std::chrono::duration<double>(now - stageStart_).count(), done, total) << std::flush;
}

std::string ProgressLine::line(double seconds, std::uint64_t done, std::uint64_t total) const {
  std::string text = stage_ + ": " + grouped(done);
  if (total != 0) text += " of " + grouped(total);
  if (seconds < 0.2 || done == 0) return text;
  const double perSecond = static_cast<double>(done) / seconds;
  text += "  " + grouped(static_cast<std::uint64_t>(perSecond)) + "/s";
  if (total > done) text += "  " + timeLeft(static_cast<double>(total - done) / perSecond);
  return text;
}

}  // namespace leadlight
