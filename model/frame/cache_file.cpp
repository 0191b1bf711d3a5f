#include "model/frame/cache_file.h"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <utility>

#include "model/base/hash.h"

namespace leadlight {

namespace {

constexpr std::string_view magic = "LLFRAME1";
constexpr std::size_t tailBytes = 8 + 8 + magic.size();

// Where a file grows until it is whole.
std::filesystem::path partOf(std::filesystem::path file) { return file += ".part"; }

std::string_view bytesOf(const std::uint64_t& number) {
  return {reinterpret_cast<const char*>(&number), sizeof(number)};
}

}  // namespace

std::optional<CacheFileReader> CacheFileReader::open(const std::filesystem::path& file) {
  const int descriptor = ::open(file.c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK);
  if (descriptor < 0) return std::nullopt;
  CacheFileReader reader(descriptor, 0);
  struct stat facts {};
  if (::fstat(descriptor, &facts) != 0 || !S_ISREG(facts.st_mode) || facts.st_uid != ::geteuid()) return std::nullopt;
  reader.size_ = static_cast<std::uint64_t>(facts.st_size);
  if (!reader.readDirectory()) return std::nullopt;
  return reader;
}

CacheFileReader::CacheFileReader(CacheFileReader&& other) noexcept
    : descriptor_(std::exchange(other.descriptor_, -1)), size_(other.size_), directory_(std::move(other.directory_)) {}

CacheFileReader::~CacheFileReader() {
  if (descriptor_ >= 0) ::close(descriptor_);
}

bool CacheFileReader::readAt(std::uint64_t offset, std::span<char> out) const {
  while (!out.empty()) {
    const ssize_t got = ::pread(descriptor_, out.data(), out.size(), static_cast<off_t>(offset));
    if (got < 0 && errno == EINTR) continue;
    if (got <= 0) return false;
    out = out.subspan(static_cast<std::size_t>(got));
    offset += static_cast<std::uint64_t>(got);
  }
  return true;
}

bool CacheFileReader::readDirectory() {
  std::array<char, tailBytes> tail;
  if (size_ < magic.size() + tailBytes || !readAt(size_ - tailBytes, tail)) return false;
  FilePart part;
  std::memcpy(&part.bytes, tail.data(), 8);
  std::memcpy(&part.hash, tail.data() + 8, 8);
  if (std::string_view(tail.data() + 16, magic.size()) != magic) return false;
  if (part.bytes > size_ - tailBytes) return false;
  part.offset = size_ - tailBytes - part.bytes;
  directory_.resize(part.bytes);
  return read(part, directory_);
}

bool CacheFileReader::read(const FilePart& part, std::span<char> out) const {
  return out.size() == part.bytes && holds(part) && readAt(part.offset, out) &&
         hash64({out.data(), out.size()}) == part.hash;
}

std::optional<CacheFileWriter> CacheFileWriter::begin(const std::filesystem::path& file) {
  const std::filesystem::path part = partOf(file);
  const int descriptor = ::open(part.c_str(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, S_IRUSR | S_IWUSR);
  if (descriptor < 0) return std::nullopt;
  CacheFileWriter writer(descriptor, file);
  // Whoever has the lock may write, as long as the name still means this file: its last writer may have moved it to its
  // place while this one waited for its turn.
  struct stat held {
  }, named{};
  if (::flock(descriptor, LOCK_EX | LOCK_NB) != 0) return std::nullopt;
  if (::fstat(descriptor, &held) != 0 || ::lstat(part.c_str(), &named) != 0 || held.st_ino != named.st_ino)
    return std::nullopt;
  if (!S_ISREG(held.st_mode) || held.st_uid != ::geteuid() || ::ftruncate(descriptor, 0) != 0) return std::nullopt;
  writer.write(magic);
  return writer;
}

CacheFileWriter::CacheFileWriter(int descriptor, std::filesystem::path file)
    : descriptor_(descriptor), file_(std::move(file)) {}

CacheFileWriter::CacheFileWriter(CacheFileWriter&& other) noexcept
    : descriptor_(std::exchange(other.descriptor_, -1)),
      file_(std::move(other.file_)),
      size_(other.size_),
      failed_(other.failed_) {}

CacheFileWriter::~CacheFileWriter() {
  if (descriptor_ >= 0) ::close(descriptor_);
}

void CacheFileWriter::write(std::string_view bytes) {
  size_ += bytes.size();
  while (!bytes.empty() && !failed_) {
    const ssize_t put = ::write(descriptor_, bytes.data(), bytes.size());
    if (put < 0 && errno == EINTR) continue;
    if (put < 0) failed_ = true;
    if (put > 0) bytes.remove_prefix(static_cast<std::size_t>(put));
  }
}

FilePart CacheFileWriter::add(std::string_view bytes) {
  static constexpr std::string_view zeros("\0\0\0\0\0\0\0", 7);
  write(zeros.substr(0, (8 - size_ % 8) % 8));
  const FilePart part{size_, bytes.size(), hash64(bytes)};
  write(bytes);
  return part;
}

bool CacheFileWriter::finish(std::string_view directory) {
  write(directory);
  write(bytesOf(directory.size()));
  write(bytesOf(hash64(directory)));
  write(magic);
  const std::filesystem::path part = partOf(file_);
  if (!failed_ && ::rename(part.c_str(), file_.c_str()) == 0) return true;
  ::unlink(part.c_str());
  return false;
}

}  // namespace leadlight
