#include "model/base/memory_file.h"

#include <sys/mman.h>
#include <unistd.h>

#include <cerrno>
#include <string>

namespace leadlight {

Result<MemoryFile> MemoryFile::holding(std::string_view text) {
  MemoryFile file(::memfd_create("leadlight", MFD_CLOEXEC));
  while (file.descriptor_ >= 0 && !text.empty()) {
    const ssize_t written = ::write(file.descriptor_, text.data(), text.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) return Error{Errc::DiskFull, "There is not enough memory for these rows.", "", {}};
    text.remove_prefix(static_cast<std::size_t>(written));
  }
  if (file.descriptor_ < 0) return Error{Errc::Io, "The system gave no memory file.", "", {}};
  return file;
}

MemoryFile::~MemoryFile() {
  if (descriptor_ >= 0) ::close(descriptor_);
}

std::filesystem::path MemoryFile::path() const { return "/proc/self/fd/" + std::to_string(descriptor_); }

}  // namespace leadlight
