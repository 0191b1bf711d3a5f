#pragma once

#include <filesystem>
#include <fstream>
#include <string>

#include "model/base/result.h"

namespace leadlight {

// A result file that appears whole or not at all: written beside its place under another name and renamed by commit().
// Something that is no regular file (a pipe, a device) is written straight.
class OutputFile {
 public:
  // Errors: IsDirectory, NoPermission, Io.
  static Result<OutputFile> create(const std::filesystem::path& target);
  ~OutputFile();
  OutputFile(OutputFile&& other) noexcept;
  OutputFile& operator=(OutputFile&&) = delete;

  // Where to write: for writers that open files themselves.
  const std::filesystem::path& path() const { return partial_; }
  std::ostream& stream() { return stream_; }
  // Errors: Io, DiskFull.
  Status commit();

 private:
  OutputFile(std::filesystem::path target, std::filesystem::path partial);
  std::filesystem::path target_, partial_;  // the same one when written straight
  std::ofstream stream_;
  bool pending_ = true;
};

}  // namespace leadlight
