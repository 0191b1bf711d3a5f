#pragma once

#include <array>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace leadlight {

// Bytes within a cache file, with their hash.
struct FilePart {
  std::uint64_t offset = 0;
  std::uint64_t bytes = 0;
  std::uint64_t hash = 0;
};

// A file of parts with a directory at its end (frame_cache.h says how it is laid out), read with every byte checked.
// Reading is safe from several threads at once.
class CacheFileReader {
 public:
  // nullopt when there is none that is whole and the user's own.
  static std::optional<CacheFileReader> open(const std::filesystem::path& file);
  CacheFileReader(CacheFileReader&& other) noexcept;
  ~CacheFileReader();

  const std::string& directory() const { return directory_; }
  // Fills `out` with the part. False when its size is another, or its bytes are damaged.
  bool read(const FilePart& part, std::span<char> out) const;
  // Is the part inside the file? Asked before memory for it is set aside.
  bool holds(const FilePart& part) const { return part.bytes <= size_ && part.offset <= size_ - part.bytes; }

 private:
  CacheFileReader(int descriptor, std::uint64_t size) : descriptor_(descriptor), size_(size) {}
  bool readAt(std::uint64_t offset, std::span<char> out) const;
  bool readDirectory();

  int descriptor_;
  std::uint64_t size_;
  std::string directory_;
};

// Writes such a file beside its final place and moves it there at the end. One process writes at a time.
class CacheFileWriter {
 public:
  // nullopt when it cannot be written, or another process is at it.
  static std::optional<CacheFileWriter> begin(const std::filesystem::path& file);
  CacheFileWriter(CacheFileWriter&& other) noexcept;
  ~CacheFileWriter();

  FilePart add(std::string_view bytes);
  bool finish(std::string_view directory);

 private:
  CacheFileWriter(int descriptor, std::filesystem::path file);
  void write(std::string_view bytes);

  int descriptor_;
  std::filesystem::path file_;
  std::uint64_t size_ = 0;
  bool failed_ = false;
};

}  // namespace leadlight
