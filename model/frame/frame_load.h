#pragma once

#include "model/frame/frame_reader.h"
#include "model/load/loader.h"

namespace leadlight {

// loadFile(), which also leaves the copy that readFrame() with `frame` opens from, if these are the first leads of
// their dataset: it grows out of the rows on their way into the store, so that nothing is read back. Where that does
// not come about, nothing is left and nothing is amiss.
Result<LoadReport> loadWithFrame(Store& store, const std::filesystem::path& file, const LoadOptions& options,
                                 const FrameOptions& frame, const Progress& progress);

}  // namespace leadlight
