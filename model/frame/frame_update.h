#pragma once

#include <cstdint>
#include <optional>
#include <span>

#include "model/base/progress.h"
#include "model/frame/table_frame.h"
#include "model/store/store.h"

namespace leadlight {

// Brings a frame of before up to date by reading only the leads that changed since `event`; equal to one read anew, to
// the order of its dictionaries. nullopt when too much changed for that to pay, or when a column that was left out
// could have become worth having. The caller sees to it that nobody changes the store meanwhile.
// Errors: store errors, Interrupted. Stage: "frame".
Result<std::optional<TableFrame>> updatedFrame(Store& store, const Dataset& dataset, const TableFrame& earlier,
                                               std::int64_t event, std::size_t maxDistinct, const Progress& progress);
// The same where it is known which leads changed, came or went (ascending, each once).
Result<std::optional<TableFrame>> updatedFrame(Store& store, const Dataset& dataset, const TableFrame& earlier,
                                               std::span<const std::int64_t> touched, std::size_t maxDistinct,
                                               const Progress& progress);

}  // namespace leadlight
