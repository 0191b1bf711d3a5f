#pragma once

#include <limits>
#include <string>
#include <vector>

#include "model/base/progress.h"
#include "model/frame/frame.h"
#include "model/store/store.h"

namespace leadlight {

struct FrameOptions {
  std::vector<std::string> columns;  // empty: all
  // Text columns with more distinct values than this (and than half the rows) stay in the store, unless `columns` names
  // them.
  std::size_t maxDistinct = 65536;
  // From this many leads up to so many a frame of all columns leaves a copy beside the store, which the next one is
  // read from.
  std::size_t cachedRows = 50'000, mostCachedRows = std::numeric_limits<std::size_t>::max();
};

// Reads the current leads of a dataset: from the copy beside the store if it is the store's present state, else from
// the store. Errors: UnknownDataset, UnknownColumn, Interrupted, store errors.
Result<Frame> readFrame(Store& store, std::string_view dataset, const FrameOptions& options, const Progress& progress);

// The text of every lead's key, in the frame's order; without a key in the dataset, the 0-based number of the row.
// Errors: UnknownDataset, Interrupted, store errors. Stage: "keys".
Result<std::vector<std::string>> readKeys(Store& store, std::string_view dataset, const Frame& frame,
                                          const Progress& progress);

// The dataset's target, if it has one.
std::optional<Target> targetOf(const Dataset& dataset);

}  // namespace leadlight
