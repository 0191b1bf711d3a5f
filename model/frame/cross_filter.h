#pragma once

#include <algorithm>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "model/frame/aggregate.h"
#include "model/frame/filter.h"
#include "model/frame/frame.h"

namespace leadlight {

// Two categories at once: of each the `top` most frequent values, one group for all others and one for the missing.
struct CrossTable {
  Binning rows, columns;
  std::size_t top = 8;
  static std::size_t sizeOf(const Binning& binning, std::size_t top) {
    return std::min(top, binning.values.size()) + 2;
  }
};

// Linked views over one frame. Each view groups the rows by one column; each may hold a condition on its own column. A
// view counts the rows that pass every condition but its own, so a click narrows the others, not itself. Moving a
// condition touches only the rows that it changes (a bit per row and condition), or counts all anew when they are
// many. Scores are summed in fixed point, rounded to 2^-30 of the largest, so that any sequence of steps gives exactly
// the sums of a fresh count. Used from one thread at a time.
class CrossFilter {
 public:
  CrossFilter(std::shared_ptr<const Frame> frame, Target target);
  ~CrossFilter();
  CrossFilter(CrossFilter&&) noexcept;

  // Adds a view and returns its number. Errors: UnknownColumn; Usage beyond 29 views.
  Result<std::size_t> addView(std::string_view column, const Binning& binning);
  // Adds a view on two columns. Group r * CrossTable::sizeOf(columns, top) + c holds row r and column c of the table.
  // It has no condition of its own; ignore() tells whose it ignores.
  Result<std::size_t> addTable(std::string_view rowColumn, std::string_view columnColumn, const CrossTable& table);
  // The view also counts rows that only fail the condition of `other`, a view on one of its columns.
  void ignore(std::size_t view, std::size_t other);
  // Sums a number over the leads of each of the view's groups: Group::measureSum and measured. Once per view.
  Status addMeasure(std::size_t view, std::string_view column);
  const Binning& binning(std::size_t view) const;
  // Sorts the view's rows now; otherwise its first condition does. About 0.1 s for a million rows.
  void prepare(std::size_t view);

  // The view's own condition: keep these groups (empty = no condition). Group numbers of its binning.
  void keepGroups(std::size_t view, const std::vector<std::size_t>& groups);
  // The view's own condition on a numeric or date column: low <= value <= high (NaN = no bound). Replaces keepGroups.
  // REQUIRES: a Number or Date binning
  void keepRange(std::size_t view, double low, double high);
  void clear(std::size_t view);
  // A further condition on any columns, shared by all views (filter text, chips of columns without a view).
  Status keepFilter(const Filter& filter);

  // Per group of the view: counts over rows that pass all conditions but the view's own.
  const std::vector<Group>& groups(std::size_t view) const;
  // Per group: counts over rows that pass every condition, its own too.
  const std::vector<Group>& keptGroups(std::size_t view) const;
  // Per group: counts over all rows.
  const std::vector<Group>& allGroups(std::size_t view) const;
  // Over the rows that pass every condition.
  const Group& kept() const;
  const Group& all() const;
  RowSet rows() const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace leadlight
