#pragma once

#include <filesystem>
#include <fstream>
#include <string>

#include "model/base/result.h"

namespace leadlight {

// Where a result that is asked for at `asked` goes: what symbolic links point to, and never a SQLite database or one of
// its files, so that nobody loses a store by a slip of the keyboard. Errors: Usage (no name), IsDirectory, IsDatabase.
Result<std::filesystem::path> outputTarget(const std::filesystem::path& asked);

// A result file that appears whole or not at all: written beside its place under another name and renamed by commit().
// Something that is no regular file (a pipe, a device, what a path below /dev or /proc stands for) is written straight.
class OutputFile {
 public:
  // Errors: those of outputTarget, NoPermission, DiskFull, Io.
  static Result<OutputFile> create(const std::filesystem::path& asked);
  ~OutputFile();
  OutputFile(OutputFile&& other) noexcept;
  OutputFile& operator=(OutputFile&&) = delete;

  // Where to write: for writers that open files themselves.
  const std::filesystem::path& path() const { return partial_; }
  std::ostream& stream() { return stream_; }
  // What a writer to it failed with, told of the file itself: which one, and whether the disk is full.
  Error because(const Error& error) const;
  // Errors: Io, DiskFull.
  Status commit();

 private:
  OutputFile(std::filesystem::path target, std::filesystem::path partial);
  std::filesystem::path target_, partial_;  // the same one when written straight
  std::ofstream stream_;
  bool pending_ = true;
};

}  // namespace leadlight
