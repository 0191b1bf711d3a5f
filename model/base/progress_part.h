#pragma once

#include <algorithm>
#include <string_view>

#include "model/base/progress.h"

namespace leadlight {

// For the part-th of `parts` equal parts of a stage: what it reports becomes progress of the whole. REQUIRES: `whole`
// outlives it
inline Progress partOf(const Progress& whole, std::string_view stage, std::uint64_t part, std::uint64_t parts) {
  Progress one{.onReport = {}, .isCancelled = whole.isCancelled};
  one.onReport = [&whole, stage, part, parts](std::string_view, std::uint64_t done, std::uint64_t total) {
    constexpr std::uint64_t fine = 1000;
    const std::uint64_t within = total == 0 ? 0 : std::min<std::uint64_t>(fine, done * fine / total);
    whole.report(stage, part * fine + within, parts * fine);
  };
  return one;
}

// The same task without reports: it can still be cancelled.
inline Progress quietly(const Progress& progress) { return {.onReport = {}, .isCancelled = progress.isCancelled}; }

}  // namespace leadlight
