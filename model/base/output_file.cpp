#include "model/base/output_file.h"

#include <unistd.h>

#include <cerrno>
#include <string_view>
#include <system_error>
#include <utility>

namespace leadlight {

namespace fs = std::filesystem;

namespace {

constexpr std::uintmax_t hardlyAnySpace = 64 * 1024;

Error cannotWrite(const fs::path& target) {
  const int why = errno;
  if (why == EACCES || why == EPERM || why == EROFS)
    return {Errc::NoPermission, "This file may not be written here.", target.string(), {}};
  if (why == ENOENT)
    return {Errc::Io, "There is no such folder to write into; make it first, or name another.", target.string(), {}};
  std::error_code unknown;
  const fs::path folder = target.has_parent_path() ? target.parent_path() : fs::path(".");
  const fs::space_info space = fs::space(folder, unknown);
  if (why == ENOSPC || (!unknown && space.available < hardlyAnySpace))
    return {Errc::DiskFull, "The disk is full; the file was not written.", target.string(), {}};
  return {Errc::Io, "The file could not be written.", target.string(), {}};
}

// Its files are other things than they look: a descriptor, a terminal.
bool isSystemPath(const fs::path& path) {
  const std::string text = path.lexically_normal().string();
  return text.starts_with("/dev/") || text.starts_with("/proc/");
}

// What the links at the end of `path` point to, whether it is there or not.
fs::path throughLinks(fs::path path) {
  constexpr int mostLinks = 40;
  std::error_code failed;
  for (int i = 0; i < mostLinks && !isSystemPath(path) && fs::is_symlink(path, failed); ++i) {
    const fs::path next = fs::read_symlink(path, failed);
    if (failed) break;
    path = path.parent_path() / next;
  }
  return path;
}

bool isDatabase(const fs::path& file) {
  using namespace std::string_view_literals;
  constexpr auto magic = "SQLite format 3\0"sv;
  std::error_code unknown;
  if (!fs::is_regular_file(file, unknown)) return false;
  char start[magic.size()] = {};
  std::ifstream(file, std::ios::binary).read(start, sizeof start);
  return std::string_view(start, sizeof start) == magic;
}

bool belongsToDatabase(const fs::path& file) {
  const std::string name = file.string();
  for (const std::string_view ending : {"-wal", "-shm", "-journal"})
    if (name.ends_with(ending) && isDatabase(name.substr(0, name.size() - ending.size()))) return true;
  return isDatabase(file);
}

}  // namespace

Result<fs::path> outputTarget(const fs::path& asked) {
  if (asked.empty()) return Error{Errc::Usage, "No name is no file; name one.", "", {}};
  fs::path target = throughLinks(asked);
  std::error_code unknown;
  if (fs::is_directory(target, unknown))
    return Error{Errc::IsDirectory, "This is a folder; name a file.", asked.string(), {}};
  if (belongsToDatabase(target))
    return Error{
        Errc::IsDatabase, "This is a database, which is not written over; name another file.", asked.string(), {}};
  return target;
}

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

Result<OutputFile> OutputFile::create(const fs::path& asked) {
  const Result<fs::path> target = outputTarget(asked);
  if (!target) return target.error();
  std::error_code unknown;
  const fs::file_status status = fs::status(*target, unknown);
  const bool straight = isSystemPath(*target) || (fs::exists(status) && !fs::is_regular_file(status));
  fs::path partial = *target;
  if (!straight) partial += ".part-" + std::to_string(getpid());
  OutputFile file(*target, partial);
  errno = 0;
  // What was written to a descriptor before stays.
  file.stream_.open(partial, std::ios::binary | (straight ? std::ios::app : std::ios::trunc));
  if (!file.stream_) return cannotWrite(*target);
  return file;
}

Error OutputFile::because(const Error& error) const {
  const bool ofThisFile = error.where.empty() || error.where == partial_.string();
  return error.code == Errc::Io && ofThisFile ? cannotWrite(target_) : error;
}

Status OutputFile::commit() {
  const bool whole = static_cast<bool>(stream_);
  if (whole) errno = 0;
  stream_.close();
  if (!stream_ || !whole) return cannotWrite(target_);
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
