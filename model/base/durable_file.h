#pragma once

#include <filesystem>
#include <string_view>
#include <utility>

#include "model/base/result.h"

namespace leadlight {

// Files and folders that are their owner's alone (0600, 0700) and that a crash leaves whole. Errors of all:
// NoPermission, DiskFull, Io.

// Also its parents that are missing; one that is there keeps its mode.
Status createPrivateFolder(const std::filesystem::path& folder);
// An empty file; one that is there is left as it is.
Status createPrivateFile(const std::filesystem::path& file);
// Writes a file that appears, or replaces another, whole or not at all.
Status writePrivateFile(const std::filesystem::path& file, std::string_view content);
// What was written is on the disk.
Status syncFile(const std::filesystem::path& file);
// Renames within one file system, replacing what is there, and makes the folder remember it.
Status moveInPlace(const std::filesystem::path& from, const std::filesystem::path& to);

// A path whose file, and SQLite's files beside it, are gone at the end.
class TemporaryFile {
 public:
  explicit TemporaryFile(std::filesystem::path path) : path_(std::move(path)) {}
  ~TemporaryFile();
  TemporaryFile(const TemporaryFile&) = delete;
  TemporaryFile& operator=(const TemporaryFile&) = delete;

  const std::filesystem::path& path() const { return path_; }

 private:
  std::filesystem::path path_;
};

}  // namespace leadlight
