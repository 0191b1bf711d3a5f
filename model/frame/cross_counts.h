#pragma once

#include <bit>
#include <cstdint>
#include <vector>

#include "model/frame/cross_records.h"

namespace leadlight {

// Whole numbers only, so that adding a row and taking it away again leaves nothing behind.
struct CrossCell {
  std::int64_t leads = 0;
  std::int64_t converted = 0;
  std::int64_t score = 0;  // fixed point
  std::int64_t scored = 0;

  void add(const CrossCell& other) {
    leads += other.leads;
    converted += other.converted;
    score += other.score;
    scored += other.scored;
  }
  CrossCell negative() const { return {-leads, -converted, -score, -scored}; }
};

// The counters of all views one after the other: of the rows that pass every condition (`kept`), and of the rows that
// fail only their own view's condition (`only`). A view shows the sum of the two.
struct CrossCounts {
  std::vector<CrossCell> kept;
  std::vector<CrossCell> only;
  CrossCell total;  // of the rows that pass every condition

  explicit CrossCounts(std::size_t cells = 0) : kept(cells), only(cells) {}
  void add(const CrossCounts& other) {
    for (std::size_t i = 0; i < kept.size(); ++i) kept[i].add(other.kept[i]);
    for (std::size_t i = 0; i < only.size(); ++i) only[i].add(other.only[i]);
    total.add(other.total);
  }
};

// Puts rows into counters. Number is the width of the group numbers; firstCell[v] is where view v begins.
template <class Number>
class CrossCounter {
 public:
  CrossCounter(const std::vector<std::size_t>& firstCell, CrossCounts& counts)
      : firstCell_(firstCell.data()), views_(firstCell.size()), counts_(counts) {}

  static CrossCell cellOf(const std::uint8_t* record) {
    const std::uint32_t mask = CrossRecords::mask(record);
    return {1, mask >> 31, CrossRecords::score(record), mask >> 30 & 1};
  }

  // Counts a row that was not counted before.
  void count(const std::uint8_t* record, std::uint32_t failed) {
    if (failed == 0)
      addKept(record, cellOf(record));
    else if (isSingle(failed))
      addOnly(record, failed, cellOf(record));
  }

  // Moves a row from where it was counted under `before` to where it belongs under `after`, which differs by one bit.
  void move(const std::uint8_t* record, std::uint32_t before, std::uint32_t after) {
    if (before == 0) {
      const CrossCell cell = cellOf(record);
      addKept(record, cell.negative());
      addOnly(record, after, cell);
    } else if (after == 0) {
      const CrossCell cell = cellOf(record);
      addKept(record, cell);
      addOnly(record, before, cell.negative());
    } else if (isSingle(before)) {
      addOnly(record, before, cellOf(record).negative());
    } else if (isSingle(after)) {
      addOnly(record, after, cellOf(record));
    }
  }

 private:
  // Of a number that is not 0. (std::has_single_bit counts bits, by a call on plain x86-64.)
  static bool isSingle(std::uint32_t failed) { return (failed & (failed - 1)) == 0; }

  void addKept(const std::uint8_t* record, const CrossCell& cell) {
    counts_.total.add(cell);
    CrossCell* kept = counts_.kept.data();
    for (std::size_t view = 0; view < views_; ++view)
      kept[firstCell_[view] + CrossRecords::group<Number>(record, view)].add(cell);
  }
  void addOnly(const std::uint8_t* record, std::uint32_t failed, const CrossCell& cell) {
    const auto view = static_cast<std::size_t>(std::countr_zero(failed));
    if (view < views_) counts_.only[firstCell_[view] + CrossRecords::group<Number>(record, view)].add(cell);
  }

  const std::size_t* firstCell_;
  std::size_t views_;
  CrossCounts& counts_;
};

}  // namespace leadlight
