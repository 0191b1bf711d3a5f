#include "model/export/output_file.h"

#include <unistd.h>

#include <cerrno>
#include <system_error>
#include <utility>

namespace leadlight {

namespace fs = std::filesystem;

namespace {

Error cannotWrite(const fs::path& target) {
  if (errno == EACCES || errno == EPERM || errno == EROFS)
    return {Errc::NoPermission, "This file may not be written here.", target.string(), {}};
  if (errno == ENOSPC) return {Errc::DiskFull, "The disk is full; the file was not written.", target.string(), {}};
  if (errno == ENOENT)
    return {Errc::Io, "There is no such folder to write into; make it first, or name another.", target.string(), {}};
  return {Errc::Io, "The file could not be written.", target.string(), {}};
}

}  // namespace

OutputFile::OutputFile(fs::path target, fs::path partial) : target_(std::move(target)), partial_(std::move(partial)) {}

OutputFile::OutputFile(OutputFile&& other) noexcept
    : target_(std::move(other.target_)),
      partial_(std::move(other.partial_)),
      stream_(std::move(other.stream_)),
      pending_(std::exchange(other.pending_, false)) {}

OutputFile::~OutputFile() {
  if (!pending_) return;
  stream_.close();
  std::error_code ignored;
  if (partial_ != target_) fs::remove(partial_, ignored);
}

Result<OutputFile> OutputFile::create(const fs::path& target) {
  std::error_code unknown;
  const fs::file_status status = fs::status(target, unknown);
  if (fs::is_directory(status)) return Error{Errc::IsDirectory, "This is a folder; name a file.", target.string(), {}};
  const bool straight = fs::exists(status) && !fs::is_regular_file(status);
  fs::path partial = target;
  if (!straight) partial += ".part-" + std::to_string(getpid());
  OutputFile file(target, partial);
  errno = 0;
  file.stream_.open(partial, std::ios::binary | std::ios::trunc);
  if (!file.stream_) return cannotWrite(target);
  return file;
}

Status OutputFile::commit() {
  errno = 0;
  stream_.close();
  if (!stream_) return cannotWrite(target_);
  if (partial_ != target_) {
    std::error_code failed;
    fs::rename(partial_, target_, failed);
    if (failed) {
      errno = failed.value();
      return cannotWrite(target_);
    }
  }
  pending_ = false;
  return {};
}

}  // namespace leadlight
