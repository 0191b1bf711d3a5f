#include "model/source/zip_file.h"

#include <unistd.h>
#include <zlib.h>

#include <algorithm>
#include <array>
#include <cerrno>

#include "model/base/text.h"

namespace leadlight {
namespace {

constexpr std::uint32_t kEnd = 0x06054b50;
constexpr std::uint32_t kEnd64 = 0x06064b50;
constexpr std::uint32_t kLocator64 = 0x07064b50;
constexpr std::uint32_t kEntry = 0x02014b50;
constexpr std::uint32_t kLocal = 0x04034b50;
constexpr std::size_t kEndSize = 22;
constexpr std::size_t kEntrySize = 46;
constexpr std::size_t kLocalSize = 30;
constexpr std::uint64_t kMaxDirectory = std::uint64_t{16} << 20;

// A little-endian number of `bytes` bytes. REQUIRES: they are there
std::uint64_t number(std::string_view text, std::size_t at, std::size_t bytes) {
  std::uint64_t value = 0;
  for (std::size_t i = bytes; i-- > 0;) value = value << 8 | static_cast<unsigned char>(text[at + i]);
  return value;
}
std::uint32_t u32(std::string_view text, std::size_t at) { return static_cast<std::uint32_t>(number(text, at, 4)); }
std::uint16_t u16(std::string_view text, std::size_t at) { return static_cast<std::uint16_t>(number(text, at, 2)); }

// Up to `size` bytes from `offset` on; fewer at the end of the file.
Result<std::size_t> readAt(int descriptor, std::uint64_t offset, char* to, std::size_t size, const std::string& name) {
  std::size_t done = 0;
  while (done < size) {
    const ssize_t got = ::pread(descriptor, to + done, size - done, static_cast<off_t>(offset + done));
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) return Error{Errc::Io, "Reading \"" + name + "\" failed.", name, {name}};
    if (got == 0) break;
    done += static_cast<std::size_t>(got);
  }
  return done;
}

class EntryStream final : public ByteStream {
 public:
  EntryStream(int descriptor, std::uint64_t at, const ZipFile::Entry& entry, const ZipFile& archive, std::string name,
              const ReadLimits& limits)
      : descriptor_(descriptor),
        at_(at),
        entry_(entry),
        damaged_(archive.damaged({})),
        name_(std::move(name)),
        limits_(limits) {
    if (entry_.method != 0) ready_ = ::inflateInit2(&zip_, -MAX_WBITS) == Z_OK;
  }
  ~EntryStream() override {
    if (entry_.method != 0) ::inflateEnd(&zip_);
  }
  EntryStream(const EntryStream&) = delete;
  EntryStream& operator=(const EntryStream&) = delete;

  Result<std::size_t> read(char* to, std::size_t capacity) override {
    if (!ready_ || ended_) return ready_ ? Result<std::size_t>(std::size_t{0}) : Result<std::size_t>(damaged_);
    const Result<std::size_t> got = entry_.method == 0 ? readStored(to, capacity) : readDeflated(to, capacity);
    if (!got) return got;
    crc_ = static_cast<std::uint32_t>(::crc32_z(crc_, reinterpret_cast<const Bytef*>(to), *got));
    given_ += *got;
    const bool tooMuch = given_ > limits_.inflatedBytes ||
                         (given_ > limits_.inflatedFree && given_ / limits_.inflatedRatio > entry_.packed);
    if (tooMuch || given_ > entry_.size) return damaged_;
    if (*got > 0) return got;
    ended_ = true;
    if (given_ != entry_.size || crc_ != entry_.crc) return damaged_;
    return got;
  }

 private:
  Result<std::size_t> readStored(char* to, std::size_t capacity) {
    const std::uint64_t left = entry_.packed - taken_;
    const auto wanted = static_cast<std::size_t>(std::min<std::uint64_t>(left, capacity));
    const Result<std::size_t> got = readAt(descriptor_, at_ + taken_, to, wanted, name_);
    if (got) taken_ += *got;
    return got;
  }

  Result<std::size_t> readDeflated(char* to, std::size_t capacity) {
    if (finished_) return std::size_t{0};
    const auto room = static_cast<uInt>(std::min<std::size_t>(capacity, std::size_t{1} << 30));
    zip_.next_out = reinterpret_cast<Bytef*>(to);
    zip_.avail_out = room;
    while (zip_.avail_out == room) {
      if (zip_.avail_in == 0) {
        const Result<std::size_t> got = readStored(packed_.data(), packed_.size());
        if (!got) return got;
        if (*got == 0) return damaged_;
        zip_.next_in = reinterpret_cast<Bytef*>(packed_.data());
        zip_.avail_in = static_cast<uInt>(*got);
      }
      const int state = ::inflate(&zip_, Z_NO_FLUSH);
      finished_ = state == Z_STREAM_END;
      if (finished_) break;
      if (state != Z_OK) return damaged_;
    }
    return static_cast<std::size_t>(room - zip_.avail_out);
  }

  int descriptor_;
  std::uint64_t at_;
  ZipFile::Entry entry_;
  Error damaged_;
  std::string name_;
  ReadLimits limits_;
  z_stream zip_{};
  std::array<char, std::size_t{64} << 10> packed_{};
  std::uint64_t taken_ = 0;
  std::uint64_t given_ = 0;
  std::uint32_t crc_ = 0;
  bool ready_ = true;
  bool finished_ = false;
  bool ended_ = false;
};

}  // namespace

Error ZipFile::damaged(std::string_view what) const {
  std::string text = "\"" + name_ + "\" is damaged";
  text += what.empty() ? std::string(": its content does not agree with its checksum or is far too large")
                       : ": " + std::string(what);
  return {Errc::Damaged,
          text + ". Nothing of it was taken; open it in a spreadsheet program and save it again.",
          name_,
          {name_}};
}

Result<ZipFile> ZipFile::open(int descriptor, std::uint64_t bytes, std::string name, const ReadLimits& limits) {
  ZipFile archive(descriptor, std::move(name), limits);
  if (const Status read = archive.readDirectory(bytes); !read) return read.error();
  return archive;
}

Status ZipFile::readDirectory(std::uint64_t bytes) {
  const auto tailSize = static_cast<std::size_t>(std::min<std::uint64_t>(bytes, 65535 + kEndSize + 20));
  std::string tail(tailSize, '\0');
  const std::uint64_t tailAt = bytes - tailSize;
  const Result<std::size_t> got = readAt(descriptor_, tailAt, tail.data(), tailSize, name_);
  if (!got) return got.error();
  const std::size_t end = tail.rfind("PK\x05\x06");
  if (*got != tailSize || end == std::string::npos || tailSize - end < kEndSize) return damaged("it is cut off");
  std::uint64_t count = u16(tail, end + 10);
  std::uint64_t size = u32(tail, end + 12);
  std::uint64_t at = u32(tail, end + 16);
  if (end >= 20 && u32(tail, end - 20) == kLocator64) {
    std::string big(56, '\0');
    const Result<std::size_t> read = readAt(descriptor_, number(tail, end - 12, 8), big.data(), big.size(), name_);
    if (!read) return read.error();
    if (*read != big.size() || u32(big, 0) != kEnd64) return damaged("its table of contents cannot be found");
    count = number(big, 32, 8);
    size = number(big, 40, 8);
    at = number(big, 48, 8);
  }
  if (size > kMaxDirectory || size > bytes || at > bytes - size || u32(tail, end) != kEnd)
    return damaged("its table of contents cannot be found");
  std::string directory(static_cast<std::size_t>(size), '\0');
  const Result<std::size_t> read = readAt(descriptor_, at, directory.data(), directory.size(), name_);
  if (!read) return read.error();
  return readEntries(directory, count);
}

Status ZipFile::readEntries(std::string_view directory, std::uint64_t count) {
  std::size_t at = 0;
  for (std::uint64_t i = 0; i < count; ++i) {
    if (directory.size() - at < kEntrySize || u32(directory, at) != kEntry)
      return damaged("its table of contents cannot be read");
    Entry entry{.name = {},
                .flags = u16(directory, at + 8),
                .method = u16(directory, at + 10),
                .crc = u32(directory, at + 16),
                .packed = u32(directory, at + 20),
                .size = u32(directory, at + 24),
                .header = u32(directory, at + 42)};
    const std::size_t nameSize = u16(directory, at + 28);
    const std::size_t extraSize = u16(directory, at + 30);
    const std::size_t whole = kEntrySize + nameSize + extraSize + u16(directory, at + 32);
    if (directory.size() - at < whole) return damaged("its table of contents cannot be read");
    entry.name = directory.substr(at + kEntrySize, nameSize);
    std::string_view extra = directory.substr(at + kEntrySize + nameSize, extraSize);
    while (extra.size() >= 4) {
      const std::size_t length = std::min<std::size_t>(u16(extra, 2), extra.size() - 4);
      std::string_view big = extra.substr(4, length);
      if (u16(extra, 0) == 1)
        for (std::uint64_t* value : {&entry.size, &entry.packed, &entry.header})
          if (*value == 0xFFFFFFFF && big.size() >= 8) {
            *value = number(big, 0, 8);
            big.remove_prefix(8);
          }
      extra.remove_prefix(4 + length);
    }
    entries_.push_back(std::move(entry));
    at += whole;
  }
  return {};
}

const ZipFile::Entry* ZipFile::find(std::string_view entry) const {
  if (entry.starts_with('/')) entry.remove_prefix(1);
  const auto found = std::find_if(entries_.begin(), entries_.end(),
                                  [&](const Entry& known) { return equalsIgnoringCase(known.name, entry); });
  return found == entries_.end() ? nullptr : &*found;
}

Result<std::unique_ptr<ByteStream>> ZipFile::stream(const Entry& entry) const {
  if ((entry.flags & 1) != 0)
    return Error{Errc::NotALeadFile,
                 "\"" + name_ + "\" is protected by a password. Save it without one.",
                 name_,
                 {name_, "a protected file"}};
  if (entry.method != 0 && entry.method != 8) return damaged("it is packed in a way that spreadsheets do not use");
  std::array<char, kLocalSize> local{};
  const Result<std::size_t> got = readAt(descriptor_, entry.header, local.data(), local.size(), name_);
  if (!got) return got.error();
  const std::string_view header(local.data(), local.size());
  if (*got != local.size() || u32(header, 0) != kLocal) return damaged("a part of it is missing");
  const std::uint64_t data = entry.header + kLocalSize + u16(header, 26) + u16(header, 28);
  return std::unique_ptr<ByteStream>(new EntryStream(descriptor_, data, entry, *this, name_, limits_));
}

Result<std::string> ZipFile::text(const Entry& entry, std::size_t most) const {
  Result<std::unique_ptr<ByteStream>> opened = stream(entry);
  if (!opened) return opened.error();
  std::string text;
  std::array<char, std::size_t{16} << 10> piece{};
  while (true) {
    const Result<std::size_t> got = (*opened)->read(piece.data(), piece.size());
    if (!got) return got.error();
    if (*got == 0) return text;
    text.append(piece.data(), *got);
    if (text.size() > most) return damaged("a part of it is far too large");
  }
}

}  // namespace leadlight
