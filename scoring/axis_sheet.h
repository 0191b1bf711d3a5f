#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "scoring/axis_slots.h"

namespace leadlight {

// The axes that the terms of a scorecard read: each once, however many terms share it.
class AxisBook {
 public:
  // The number of an axis. REQUIRES: as bindAxis; the column outlives the book
  std::size_t add(const GridAxis& axis, const Column* column);

  std::size_t size() const { return entries_.size(); }
  const AxisSlots& slots(std::size_t axis) const { return *entries_[axis].slots; }
  bool isNarrow(std::size_t axis) const { return entries_[axis].narrow; }  // a byte holds any of its slots

 private:
  struct Entry {
    const Column* column;
    std::vector<double> edges;
    std::vector<std::vector<std::string>> groups;
    std::unique_ptr<AxisSlots> slots;
    bool narrow;
  };
  std::vector<Entry> entries_;
};

// The slots of a block of rows on the axes of a book, worked out when a term first asks. One per thread.
class AxisSheet {
 public:
  // Rows per block: a run of points and what a term reads of it stay in the nearest cache.
  static constexpr std::size_t blockRows = 2048;

  explicit AxisSheet(const AxisBook& book);
  // REQUIRES: first is a multiple of blockRows, rows <= blockRows
  void turnTo(std::size_t first, std::size_t rows);
  std::size_t first() const { return first_; }

  // The slots of the rows first(), first() + 1, …
  const std::uint8_t* narrow(std::size_t axis);  // REQUIRES: book.isNarrow(axis)
  const std::uint32_t* wide(std::size_t axis);   // REQUIRES: not so

 private:
  const AxisBook& book_;
  std::size_t first_ = 0, rows_ = 0;
  std::vector<std::uint8_t> filled_;  // per axis: are these the slots of the block?
  std::vector<std::vector<std::uint8_t>> narrow_;
  std::vector<std::vector<std::uint32_t>> wide_;
  std::vector<std::uint32_t> scratch_;
};

}  // namespace leadlight
