#include "model/source/byte_stream.h"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <system_error>

namespace leadlight {
namespace {

Error fileError(int code, const std::string& name) {
  if (code == ENOENT || code == ENOTDIR) return {Errc::NotFound, "There is no file \"" + name + "\".", name, {name}};
  if (code == EACCES || code == EPERM)
    return {Errc::NoPermission,
            "You may not read \"" + name + "\". Ask its owner or copy it to a folder of yours.",
            name,
            {name}};
  const std::string reason = std::generic_category().message(code);
  return {Errc::Io, "Reading \"" + name + "\" failed: " + reason + ".", name, {name, reason}};
}

}  // namespace

Result<std::unique_ptr<FileStream>> FileStream::open(const std::filesystem::path& file) {
  namespace fs = std::filesystem;
  std::string name = file.filename().string();
  if (name.empty()) name = file.string();
  std::error_code failure;
  const fs::file_status status = fs::status(file, failure);
  if (failure && status.type() != fs::file_type::not_found) return fileError(failure.value(), name);
  if (status.type() == fs::file_type::not_found) return fileError(ENOENT, name);
  if (status.type() == fs::file_type::directory)
    return Error{Errc::IsDirectory, "\"" + name + "\" is a folder. Choose a file in it.", name, {name}};
  if (status.type() != fs::file_type::regular)
    return Error{Errc::NotALeadFile,
                 "\"" + name + "\" is a pipe or a device, not a file. Save its content to a file first.",
                 name,
                 {name}};
  const std::uint64_t size = fs::file_size(file, failure);
  if (failure) return fileError(failure.value(), name);
  // Should a pipe have taken the file's place by now, opening it does not wait for a writer.
  const int descriptor = ::open(file.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK);
  if (descriptor < 0) return fileError(errno, name);
  if (size == 0) {
    ::close(descriptor);
    return Error{Errc::EmptyFile, "\"" + name + "\" is empty.", name, {name}};
  }
#ifdef POSIX_FADV_SEQUENTIAL
  (void)::posix_fadvise(descriptor, 0, 0, POSIX_FADV_SEQUENTIAL);  // a hint; reading works without it
#endif
  return std::unique_ptr<FileStream>(new FileStream(descriptor, size, std::move(name)));
}

FileStream::FileStream(int descriptor, std::uint64_t total, std::string name)
    : descriptor_(descriptor), total_(total), name_(std::move(name)) {}

FileStream::~FileStream() { ::close(descriptor_); }

Result<std::size_t> FileStream::read(char* to, std::size_t capacity) {
  for (;;) {
    const ssize_t got = ::read(descriptor_, to, capacity);
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) return fileError(errno, name_);
    const auto size = static_cast<std::size_t>(got);
    fingerprint_.update({to, size});
    if (sha256_) sha256_->update({to, size});
    read_ += size;
    total_ = std::max(total_, read_);
    return size;
  }
}

Status FileStream::rewind() {
  if (::lseek(descriptor_, 0, SEEK_SET) != 0) return fileError(errno, name_);
  fingerprint_ = Hash128Stream();
  if (sha256_) sha256_.emplace();
  digest_.clear();
  read_ = 0;
  return {};
}

std::string FileStream::sha256() {
  if (digest_.empty() && sha256_) digest_ = sha256_->hex();
  return digest_;
}

Result<std::size_t> PushbackStream::read(char* to, std::size_t capacity) {
  if (at_ == given_.size()) return source_->read(to, capacity);
  const std::size_t size = std::min(capacity, given_.size() - at_);
  std::memcpy(to, given_.data() + at_, size);
  at_ += size;
  if (at_ == given_.size()) {
    // A long run of bytes given back must not stay allocated.
    if (given_.capacity() > (std::size_t{4} << 20)) given_ = std::string();
    given_.clear();
    at_ = 0;
  }
  return size;
}

Result<std::size_t> PushbackStream::readFully(char* to, std::size_t capacity) {
  std::size_t size = 0;
  while (size < capacity) {
    const Result<std::size_t> got = read(to + size, capacity - size);
    if (!got) return got.error();
    if (*got == 0) break;
    size += *got;
  }
  return size;
}

void PushbackStream::giveBack(std::string_view bytes) {
  if (at_ >= bytes.size()) {
    at_ -= bytes.size();
    if (!bytes.empty()) std::memcpy(given_.data() + at_, bytes.data(), bytes.size());
    return;
  }
  given_.replace(0, at_, bytes);
  at_ = 0;
}

Result<Block> readBlock(PushbackStream& stream, std::size_t bytes) {
  Block block;
  block.text = std::make_unique_for_overwrite<char[]>(bytes + kBlockPadding);
  const Result<std::size_t> size = stream.readFully(block.text.get(), bytes);
  if (!size) return size.error();
  block.size = *size;
  block.last = block.size < bytes;
  std::memset(block.text.get() + block.size, 0, kBlockPadding);
  return block;
}

}  // namespace leadlight
