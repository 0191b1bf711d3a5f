#pragma once

#include <fcntl.h>
#include <sys/mman.h>
#include <unistd.h>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/source/limits.h"
#include "tests/fuzz/harness.h"

namespace leadlight::fuzz {

// A file in memory, since readers take files.
class MemoryFile {
 public:
  explicit MemoryFile(std::string_view bytes) : descriptor_(::memfd_create("input", 0)) {
    promise(descriptor_ >= 0 &&
                ::pwrite(descriptor_, bytes.data(), bytes.size(), 0) == static_cast<::ssize_t>(bytes.size()),
            "the input can be written to memory");
  }
  ~MemoryFile() { ::close(descriptor_); }
  MemoryFile(const MemoryFile&) = delete;
  MemoryFile& operator=(const MemoryFile&) = delete;

  std::string path() const { return "/proc/self/fd/" + std::to_string(descriptor_); }

 private:
  int descriptor_;
};

// Everything that a reader gave.
struct Outcome {
  std::optional<Errc> error;
  std::vector<std::string> labels;
  std::vector<std::string> records;  // line, byte, raw bytes and cells
  std::vector<std::string> rejects;  // line, byte, code, raw bytes

  bool operator==(const Outcome&) const = default;
};

// Do both readings say the same? Up to an error of the whole file, how far reading came depends on the blocks.
inline bool agree(const Outcome& a, const Outcome& b) { return a.error || b.error ? a.error == b.error : a == b; }

inline std::string described(const RecordBatch& batch, const Record& record) {
  std::string text = std::to_string(record.line) + ":" + std::to_string(record.byte) + ":" + std::string(record.raw);
  for (std::uint32_t i = 0; i < record.cellCount; ++i) {
    const Cell& cell = batch.cellsOf(record)[i];
    text += "|" + std::to_string(static_cast<int>(cell.kind)) + std::string(cell.text());
  }
  return text;
}

// Reads the whole input, in blocks of the given size, within limits that keep a run short.
inline Outcome readInput(std::string_view bytes, const ReadOptions& options, std::size_t blockBytes) {
  const MemoryFile file(bytes);
  ReadLimits limits;
  limits.blockBytes = blockBytes;
  limits.recordBytes = std::size_t{1} << 16;
  limits.inflatedFree = std::uint64_t{1} << 20;
  limits.inflatedBytes = std::uint64_t{8} << 20;
  Outcome outcome;
  Result<std::unique_ptr<RecordReader>> reader = openRecords(file.path(), options, limits);
  if (!reader) {
    promise(!reader.error().what.empty(), "an error has a sentence");
    outcome.error = reader.error().code;
    return outcome;
  }
  RecordBatch batch;
  while (true) {
    const Result<bool> more = (*reader)->next(batch);
    if (!more) outcome.error = more.error().code;
    if (!more || !*more) break;
    for (const Record& record : batch.records) {
      promise(record.cellCount <= (*reader)->labels().size(), "a record has no more cells than there are labels");
      outcome.records.push_back(described(batch, record));
    }
    for (const Reject& reject : batch.rejects) {
      promise(!reject.message().empty(), "a reject has a sentence");
      outcome.rejects.push_back(std::to_string(reject.line) + ":" + std::to_string(reject.byte) +
                                rejectName(reject.code) + reject.raw);
    }
  }
  outcome.labels = (*reader)->labels();
  return outcome;
}

}  // namespace leadlight::fuzz
