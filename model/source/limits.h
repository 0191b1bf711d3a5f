#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <memory>

#include "model/source/reader.h"

namespace leadlight {

// Sizes at which reading is cut. The defaults are what users get; tests choose tiny blocks so that every record crosses
// one.
struct ReadLimits {
  std::size_t blockBytes = std::size_t{1} << 20;    // decoded text per batch
  std::size_t sampleBytes = std::size_t{1} << 18;   // text looked at to find format and dialect
  std::size_t recordBytes = std::size_t{64} << 20;  // a longer record is no record (TooLong)
  // A compressed file may not grow beyond `inflatedRatio` times its size once it gave `inflatedFree` bytes, nor beyond
  // `inflatedBytes` at all.
  std::uint64_t inflatedRatio = 200;
  std::uint64_t inflatedFree = std::uint64_t{64} << 20;
  std::uint64_t inflatedBytes = std::uint64_t{256} << 30;

  // How much to read when a record of which `carried` bytes are known had no end: twice as much, but not far beyond the
  // longest record.
  std::size_t nextBlock(std::size_t carried) const {
    const std::size_t toLimit = recordBytes > carried ? recordBytes - carried : 0;
    return carried + std::max(blockBytes, std::min(carried, toLimit));
  }
};

Result<std::unique_ptr<RecordReader>> openRecords(const std::filesystem::path& file, const ReadOptions& options,
                                                  const ReadLimits& limits);

}  // namespace leadlight
