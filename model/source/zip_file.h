#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "model/source/byte_stream.h"
#include "model/source/limits.h"

namespace leadlight {

// A ZIP archive (APPNOTE 6.3), stored and deflated entries, ZIP64 sizes; read out of order through a descriptor that
// stays open for the life of this object and its streams.
class ZipFile {
 public:
  struct Entry {
    std::string name;
    std::uint16_t flags = 0;
    std::uint16_t method = 0;
    std::uint32_t crc = 0;
    std::uint64_t packed = 0;  // bytes
    std::uint64_t size = 0;    // bytes
    std::uint64_t header = 0;  // where its local header starts
  };

  // Errors: Damaged, Io.
  static Result<ZipFile> open(int descriptor, std::uint64_t bytes, std::string name, const ReadLimits& limits);

  const Entry* find(std::string_view entry) const;  // names are compared without case, as spreadsheets do
  const std::vector<Entry>& entries() const { return entries_; }
  // An entry's content. It is an error (Damaged) of the stream when CRC or size are not as announced, or when the entry
  // grows beyond the limits. Errors: Damaged, Io, NotALeadFile (encrypted or an unknown method).
  Result<std::unique_ptr<ByteStream>> stream(const Entry& entry) const;
  // The whole of a small entry. Errors: those of stream(), and Damaged when it is longer than `most`.
  Result<std::string> text(const Entry& entry, std::size_t most) const;
  Error damaged(std::string_view what) const;

 private:
  ZipFile(int descriptor, std::string name, const ReadLimits& limits)
      : descriptor_(descriptor), name_(std::move(name)), limits_(limits) {}
  Status readDirectory(std::uint64_t bytes);
  Status readEntries(std::string_view directory, std::uint64_t count);

  int descriptor_;
  std::string name_;
  ReadLimits limits_;
  std::vector<Entry> entries_;
};

}  // namespace leadlight
