#pragma once

#include <cstdint>
#include <optional>
#include <span>

#include "model/frame/frame.h"
#include "scoring/train/train.h"

namespace leadlight {

// The first moment of the newest part: at least half of `share` and at most twice `share` of the rows with a date have
// it or a later one, as near to `share` as whole moments allow. nullopt when no moment does. `rows` empty: all.
// REQUIRES: a Date column
std::optional<std::int64_t> newestFrom(const Column& dates, std::span<const std::uint32_t> rows, double share);

// The date by which leads are best parted into older and newer ones: at least 95 % of the rows have it, it is not
// excluded, and newestFrom finds a moment. A name that tells of coming into being ("created", "registered", "date")
// goes before another. nullptr when no column will do.
const Column* timeColumn(const Frame& frame, std::span<const std::uint32_t> rows,
                         const std::vector<std::string>& exclude);

}  // namespace leadlight
