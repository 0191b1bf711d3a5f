#pragma once

#include <bit>
#include <cstdint>
#include <vector>

#include "model/frame/cross_records.h"
#include "model/frame/cross_shape.h"

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

// The sum of a view's measure in one group.
struct CrossSum {
  std::int64_t sum = 0;  // fixed point
  std::int64_t rows = 0;

  void add(const CrossSum& other) {
    sum += other.sum;
    rows += other.rows;
  }
  CrossSum negative() const { return {-sum, -rows}; }
};

// The counters of all views one after the other: of the rows that pass every condition (`kept`), and of the rows that
// fail only their own view's condition (`only`). A view shows the sum of the two.
struct CrossCounts {
  std::vector<CrossCell> kept;
  std::vector<CrossCell> only;
  std::vector<CrossSum> keptSums;  // of the views with a measure
  std::vector<CrossSum> onlySums;
  CrossCell total;  // of the rows that pass every condition

  explicit CrossCounts(std::size_t cells = 0, std::size_t sums = 0)
      : kept(cells), only(cells), keptSums(sums), onlySums(sums) {}
  CrossCounts empty() const { return CrossCounts(kept.size(), keptSums.size()); }
  void add(const CrossCounts& other) {
    for (std::size_t i = 0; i < kept.size(); ++i) kept[i].add(other.kept[i]);
    for (std::size_t i = 0; i < only.size(); ++i) only[i].add(other.only[i]);
    for (std::size_t i = 0; i < keptSums.size(); ++i) keptSums[i].add(other.keptSums[i]);
    for (std::size_t i = 0; i < onlySums.size(); ++i) onlySums[i].add(other.onlySums[i]);
    total.add(other.total);
  }
};

// Puts rows into counters. Number is the width of the group numbers.
template <class Number>
class CrossCounter {
 public:
  CrossCounter(const CrossRecords& records, const CrossShape& shape, CrossCounts& counts)
      : records_(records),
        shape_(shape),
        firstCell_(shape.firstCell.data()),
        views_(shape.firstCell.size()),
        counts_(counts) {}

  static CrossCell cellOf(const std::uint8_t* record) {
    const std::uint32_t mask = CrossRecords::mask(record);
    return {1, mask >> 31, CrossRecords::score(record), mask >> 30 & 1};
  }

  // Counts a row that was not counted before.
  void count(const std::uint8_t* record, std::uint32_t failed) {
    if (failed == 0)
      addKept(record, cellOf(record), false);
    else if (shape_.isFew(failed))
      addOnly(record, failed, cellOf(record), false);
  }

  // Moves a row from where it was counted under `before` to where it belongs under `after`, which differs by one bit.
  void move(const std::uint8_t* record, std::uint32_t before, std::uint32_t after) {
    if (before == 0) {
      const CrossCell cell = cellOf(record);
      addKept(record, cell.negative(), true);
      addOnly(record, after, cell, false);
    } else if (after == 0) {
      const CrossCell cell = cellOf(record);
      addKept(record, cell, false);
      addOnly(record, before, cell.negative(), true);
    } else {
      if (shape_.isFew(before)) addOnly(record, before, cellOf(record).negative(), true);
      if (shape_.isFew(after)) addOnly(record, after, cellOf(record), false);
    }
  }

 private:
  void addKept(const std::uint8_t* record, const CrossCell& cell, bool away) {
    counts_.total.add(cell);
    CrossCell* kept = counts_.kept.data();
    for (std::size_t view = 0; view < views_; ++view)
      kept[firstCell_[view] + CrossRecords::group<Number>(record, view)].add(cell);
    for (const CrossShape::Measured& measured : shape_.measured) addSum(record, measured, counts_.keptSums, away);
  }
  // To the views that ignore all conditions that the row fails.
  void addOnly(const std::uint8_t* record, std::uint32_t failed, const CrossCell& cell, bool away) {
    const auto condition = static_cast<std::size_t>(std::countr_zero(failed));
    if (condition >= views_) return;
    for (const std::uint32_t view : shape_.by[condition])
      if ((failed & ~shape_.ignores[view]) == 0)
        counts_.only[firstCell_[view] + CrossRecords::group<Number>(record, view)].add(cell);
    for (const CrossShape::Measured& measured : shape_.measured)
      if ((failed & ~shape_.ignores[measured.view]) == 0) addSum(record, measured, counts_.onlySums, away);
  }
  void addSum(const std::uint8_t* record, const CrossShape::Measured& measured, std::vector<CrossSum>& sums,
              bool away) {
    const std::int64_t value = records_.measure(record, measured.slot);
    if (value == CrossRecords::noMeasure) return;
    const CrossSum sum{value, 1};
    sums[measured.firstSum + CrossRecords::group<Number>(record, measured.view)].add(away ? sum.negative() : sum);
  }

  const CrossRecords& records_;
  const CrossShape& shape_;
  const std::size_t* firstCell_;
  std::size_t views_;
  CrossCounts& counts_;
};

}  // namespace leadlight
