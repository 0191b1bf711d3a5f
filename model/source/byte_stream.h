#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "model/base/hash.h"
#include "model/base/result.h"
#include "model/source/background_hash.h"

namespace leadlight {

// A stream of bytes that is read once, front to back.
class ByteStream {
 public:
  virtual ~ByteStream() = default;
  // Reads up to `capacity` bytes to `to`; 0 means the end, for good. REQUIRES: capacity > 0
  virtual Result<std::size_t> read(char* to, std::size_t capacity) = 0;
};

// A file's bytes as stored, hashed while they pass.
class FileStream final : public ByteStream {
 public:
  // Errors: NotFound, IsDirectory, NoPermission, EmptyFile, NotALeadFile (a pipe or device), Io.
  static Result<std::unique_ptr<FileStream>> open(const std::filesystem::path& file);
  ~FileStream() override;
  FileStream(const FileStream&) = delete;
  FileStream& operator=(const FileStream&) = delete;

  Result<std::size_t> read(char* to, std::size_t capacity) override;
  std::uint64_t bytesRead() const { return read_; }
  std::uint64_t bytesTotal() const { return total_; }
  const std::string& name() const { return name_; }  // without the folder
  int descriptor() const { return descriptor_; }     // for reading out of order; not hashed
  // Starts again at the first byte, the hash too.
  Status rewind();
  void leaveOutSha256() { sha256_.reset(); }
  // XXH3 of the bytes read, and their SHA-256, "" when it is left out. REQUIRES: read() returned 0
  Hash128 fingerprint() const { return fingerprint_.value(); }
  std::string sha256();

 private:
  FileStream(int descriptor, std::uint64_t total, std::string name);

  int descriptor_;
  std::uint64_t read_ = 0;
  std::uint64_t total_;
  std::string name_;
  Hash128Stream fingerprint_;
  std::optional<BackgroundSha256> sha256_{std::in_place};
  std::string digest_;
};

// A stream to which bytes can be given back: they are read again first.
class PushbackStream final : public ByteStream {
 public:
  explicit PushbackStream(std::unique_ptr<ByteStream> source) : source_(std::move(source)) {}

  Result<std::size_t> read(char* to, std::size_t capacity) override;
  // Reads until `capacity` bytes or the end of the stream.
  Result<std::size_t> readFully(char* to, std::size_t capacity);
  void giveBack(std::string_view bytes);

 private:
  std::unique_ptr<ByteStream> source_;
  std::string given_;
  std::size_t at_ = 0;  // given_ before it is used up
};

// Bytes readable after a block's text, so that it may be examined 64 bytes at a time.
inline constexpr std::size_t kBlockPadding = 64;

struct Block {
  std::unique_ptr<char[]> text;  // `size` bytes and kBlockPadding zeros
  std::size_t size = 0;
  bool last = false;  // nothing follows
};
Result<Block> readBlock(PushbackStream& stream, std::size_t bytes);

}  // namespace leadlight
