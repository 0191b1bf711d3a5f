#pragma once

#include <algorithm>
#include <cstddef>
#include <cstring>
#include <memory>
#include <vector>

namespace leadlight {

// Memory for values that do not stand in the file as such, in pieces kept by a batch (RecordBatch::extra).
class Arena {
 public:
  explicit Arena(std::vector<std::unique_ptr<char[]>>& pieces) : pieces_(pieces) {}

  // `size` bytes that stay in place for the life of the batch, `padding` zeros behind them.
  char* allocate(std::size_t size, std::size_t padding = 0) {
    const std::size_t needed = size + padding;
    if (needed > left_) {
      const std::size_t piece = std::max(needed, kPiece);
      pieces_.push_back(std::make_unique_for_overwrite<char[]>(piece));
      next_ = pieces_.back().get();
      left_ = piece;
    }
    char* const result = next_;
    next_ += needed;
    left_ -= needed;
    std::memset(result + size, 0, padding);
    return result;
  }

 private:
  static constexpr std::size_t kPiece = std::size_t{16} << 10;
  std::vector<std::unique_ptr<char[]>>& pieces_;
  char* next_ = nullptr;
  std::size_t left_ = 0;
};

}  // namespace leadlight
