#pragma once

#include <cstdint>
#include <vector>

namespace leadlight {

// Where the counters of linked views lie, and whose conditions each view ignores. A view ignores its own condition;
// a second view on the same column, or a table of two columns, ignores those of the others too. Conditions have the
// numbers of their views.
struct CrossShape {
  struct Measured {
    std::size_t view = 0;
    std::size_t slot = 0;      // of the record
    std::size_t firstSum = 0;  // where its sums begin
  };
  std::vector<std::size_t> firstCell;          // per view
  std::vector<std::uint32_t> ignores;          // per view: bits of the conditions
  std::vector<std::vector<std::uint32_t>> by;  // per condition: the views that ignore it
  std::vector<Measured> measured;              // views with a measure
  bool pairs = false;                          // does some view ignore two conditions that can hold at once?

  void addView(std::size_t first) {
    const auto view = static_cast<std::uint32_t>(firstCell.size());
    firstCell.push_back(first);
    ignores.push_back(std::uint32_t{1} << view);
    by.push_back({view});
  }
  void ignore(std::size_t view, std::size_t condition) {
    if ((ignores[view] >> condition & 1) != 0) return;
    ignores[view] |= std::uint32_t{1} << condition;
    by[condition].push_back(static_cast<std::uint32_t>(view));
    pairs = true;
  }
  // May a row that fails these conditions (not 0) count in any view?
  bool isFew(std::uint32_t failed) const {
    failed &= failed - 1;
    if (pairs) failed &= failed - 1;
    return failed == 0;
  }
};

}  // namespace leadlight
