#pragma once

#include <algorithm>
#include <cstring>
#include <memory>
#include <string>

#include "model/source/byte_stream.h"

namespace leadlight {

// A stream whose bytes are made from another one's, piece by piece.
class DecodingStream : public ByteStream {
 public:
  Result<std::size_t> read(char* to, std::size_t capacity) final {
    while (at_ == text_.size() && !ended_) {
      text_.clear();
      at_ = 0;
      if (const Status filled = fill(); !filled) return filled.error();
    }
    const std::size_t size = std::min(capacity, text_.size() - at_);
    std::memcpy(to, text_.data() + at_, size);
    at_ += size;
    return size;
  }

 protected:
  explicit DecodingStream(std::unique_ptr<ByteStream> source) : source_(std::move(source)) {}
  // Reads a piece of source_ and appends what it stands for to text_; at the source's end sets ended_.
  virtual Status fill() = 0;

  std::unique_ptr<ByteStream> source_;
  std::string text_;
  bool ended_ = false;

 private:
  std::size_t at_ = 0;
};

}  // namespace leadlight
