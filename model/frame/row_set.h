#pragma once

#include <bit>
#include <cstdint>
#include <utility>
#include <vector>

namespace leadlight {

// A set of row numbers of one frame, one bit each.
class RowSet {
 public:
  RowSet() = default;
  explicit RowSet(std::size_t rows, bool all = false) : rows_(rows), words_((rows + 63) / 64, all ? ~0ULL : 0ULL) {
    trim();
  }
  // REQUIRES: words.size() == (rows + 63) / 64
  RowSet(std::size_t rows, std::vector<std::uint64_t> words) : rows_(rows), words_(std::move(words)) { trim(); }

  std::size_t rows() const { return rows_; }
  bool contains(std::size_t row) const { return (words_[row >> 6] >> (row & 63) & 1) != 0; }
  void insert(std::size_t row) { words_[row >> 6] |= 1ULL << (row & 63); }
  void erase(std::size_t row) { words_[row >> 6] &= ~(1ULL << (row & 63)); }
  std::size_t count() const {
    std::size_t n = 0;
    for (const std::uint64_t word : words_) n += static_cast<std::size_t>(std::popcount(word));
    return n;
  }
  // REQUIRES: same rows()
  RowSet& operator&=(const RowSet& other) {
    for (std::size_t i = 0; i < words_.size(); ++i) words_[i] &= other.words_[i];
    return *this;
  }
  RowSet& operator|=(const RowSet& other) {
    for (std::size_t i = 0; i < words_.size(); ++i) words_[i] |= other.words_[i];
    return *this;
  }
  void invert() {
    for (std::uint64_t& word : words_) word = ~word;
    trim();
  }
  // Calls f(row) for every member in ascending order.
  template <class F>
  void forEach(F&& f) const {
    for (std::size_t i = 0; i < words_.size(); ++i)
      for (std::uint64_t word = words_[i]; word != 0; word &= word - 1)
        f(i * 64 + static_cast<std::size_t>(std::countr_zero(word)));
  }
  const std::vector<std::uint64_t>& words() const { return words_; }
  bool operator==(const RowSet&) const = default;

 private:
  void trim() {
    if (rows_ % 64 != 0) words_.back() &= (1ULL << (rows_ % 64)) - 1;
  }
  std::size_t rows_ = 0;
  std::vector<std::uint64_t> words_;
};

}  // namespace leadlight
