#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/frame/frame.h"

namespace leadlight {

// A copy of a frame in a file beside the store, so that a big store opens at once. It holds nothing that the store does
// not, is the owner's alone (0600) and may be deleted at any time. Whoever finds it missing or damaged makes it anew; a
// stale one is brought up to date by the leads that changed since (frame_update), or made anew. Only frame_reader and
// the registry of scorecards decide what it is a copy of.
//
// The file: "LLFRAME1", parts, directory, then size and hash of the directory (8 bytes each) and "LLFRAME1" again.
// Every part begins on a multiple of 8 bytes; numbers are little-endian. The directory is JSON:
//   {"key", "rows", "leads": numbers, "left_out": {name: distinct}, "columns": [{"name", "label", "type", ...}]}
//   the rest of a column by type:
//   numbers    {"width": 1|2|4|8, "base", "values": part}   value = base + code - 1, code 0 = missing; 8: as it is.
//              Lead ids are kept as what they exceed their row number by.
//   decimals   {"values": part}
//   texts      {"width": 1|2|4, "values": part, "dictionary": part, "texts"}   the dictionary: the size of each of its
//              texts in 4 bytes, then their bytes
//   part       [offset, bytes, XXH3 of the bytes]

// The file beside `store` that holds one kind of frame ("frame", "scores") of a dataset. Empty for a store in memory.
std::filesystem::path frameCacheFile(const std::filesystem::path& store, std::string_view kind,
                                     std::string_view dataset);

// A text column of too many different values for a frame, and how many it has at least.
struct LeftOutColumn {
  std::string name;
  std::uint64_t distinct = 0;
};

// What the file is a copy of, be that the store's present state or not.
struct FrameCopyFacts {
  std::string key;
  std::vector<LeftOutColumn> leftOut;
};
std::optional<FrameCopyFacts> frameCopyFacts(const std::filesystem::path& file);

// The frame with these columns, in this order (none: with all that the file holds), if the file holds them, was made
// from `key` and is whole. A key stands for exactly one content.
std::optional<Frame> readCachedFrame(const std::filesystem::path& file, std::string_view key,
                                     const std::vector<std::string>& columns,
                                     const std::vector<std::string>& placeholders);

// Replaces the file at once. False when it cannot be written (a read-only folder, a full disk) or another process is
// writing it right now; the earlier file then stays.
bool writeCachedFrame(const std::filesystem::path& file, std::string_view key, const Frame& frame,
                      const std::vector<LeftOutColumn>& leftOut = {});

}  // namespace leadlight
