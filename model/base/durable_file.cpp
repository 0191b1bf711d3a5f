#include "model/base/durable_file.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <system_error>

#include "model/base/descriptor.h"

namespace leadlight {

namespace {

namespace fs = std::filesystem;

Error fileError(int code, const fs::path& file) {
  if (code == EACCES || code == EPERM || code == EROFS)
    return {Errc::NoPermission, "This place may not be written.", file.string(), {}};
  if (code == ENOSPC || code == EDQUOT)
    return {Errc::DiskFull, "The disk is full. Nothing was changed. Make room there and try again.", file.string(), {}};
  const std::string reason = std::generic_category().message(code);
  return {Errc::Io, "Writing failed (" + reason + ").", file.string(), {reason}};
}

// Opens for this process alone; what is created is its owner's.
int opened(const fs::path& path, int flags) { return ::open(path.c_str(), flags | O_CLOEXEC, S_IRUSR | S_IWUSR); }

Status sync(const fs::path& path, int flags) {
  const Descriptor file(opened(path, flags));
  if (!file || ::fsync(file.number()) != 0) return fileError(errno, path);
  return {};
}

}  // namespace

Status createPrivateFolder(const fs::path& folder) {
  if (::mkdir(folder.c_str(), S_IRWXU) == 0 || errno == EEXIST) return {};
  if (errno != ENOENT || !folder.has_parent_path() || folder.parent_path() == folder) return fileError(errno, folder);
  if (const Status parent = createPrivateFolder(folder.parent_path()); !parent) return parent;
  return ::mkdir(folder.c_str(), S_IRWXU) == 0 || errno == EEXIST ? Status{} : fileError(errno, folder);
}

Status createPrivateFile(const fs::path& file) {
  const Descriptor created(opened(file, O_CREAT | O_EXCL | O_WRONLY));
  return created || errno == EEXIST ? Status{} : fileError(errno, file);
}

Status writePrivateFile(const fs::path& file, std::string_view content) {
  const TemporaryFile beside(file.parent_path() /
                             ("." + file.filename().string() + ".part-" + std::to_string(::getpid())));
  {
    const Descriptor out(opened(beside.path(), O_CREAT | O_TRUNC | O_WRONLY | O_NOFOLLOW));
    if (!out) return fileError(errno, file);
    while (!content.empty()) {
      const ssize_t written = ::write(out.number(), content.data(), content.size());
      if (written < 0 && errno == EINTR) continue;
      if (written < 0) return fileError(errno, file);
      content.remove_prefix(static_cast<std::size_t>(written));
    }
  }
  if (const Status synced = syncFile(beside.path()); !synced) return synced;
  return moveInPlace(beside.path(), file);
}

Status syncFile(const fs::path& file) { return sync(file, O_RDONLY); }

Status moveInPlace(const fs::path& from, const fs::path& to) {
  if (::rename(from.c_str(), to.c_str()) != 0) return fileError(errno, to);
  return sync(to.parent_path().empty() ? fs::path(".") : to.parent_path(), O_RDONLY | O_DIRECTORY);
}

TemporaryFile::~TemporaryFile() {
  std::error_code ignored;
  for (const char* suffix : {"", "-wal", "-shm", "-journal"}) fs::remove(path_.string() + suffix, ignored);
}

}  // namespace leadlight
