#pragma once

#include <filesystem>
#include <string_view>
#include <utility>

#include "model/base/result.h"

namespace leadlight {

// A file without a place on any disk, for text that must not be left behind. It lasts as long as the object.
class MemoryFile {
 public:
  // Errors: Io, DiskFull.
  static Result<MemoryFile> holding(std::string_view text);
  ~MemoryFile();
  MemoryFile(MemoryFile&& other) noexcept : descriptor_(std::exchange(other.descriptor_, -1)) {}
  MemoryFile& operator=(MemoryFile&&) = delete;

  // Any part of this process may open it.
  std::filesystem::path path() const;

 private:
  explicit MemoryFile(int descriptor) : descriptor_(descriptor) {}
  int descriptor_;
};

}  // namespace leadlight
