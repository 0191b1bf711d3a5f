#pragma once

#include <optional>

#include "model/frame/cross_counts.h"
#include "model/frame/cross_filter.h"
#include "model/frame/cross_values.h"

namespace leadlight {

struct CrossView {
  const Column* column;
  Binning binning;
  std::vector<std::uint64_t> leads;  // all rows of each group
  std::vector<Group> all;
  std::vector<std::uint32_t> order;  // rows by group, and by value where values have an order; empty until needed
  RowRanges passing;                 // positions that pass the view's condition
  std::vector<Group> groups, kept;   // what groups() and keptGroups() show
  bool groupsFresh = false, keptFresh = false;
  double measureScale = 1;
  std::optional<std::size_t> firstSum;  // with a measure

  bool ordered() const { return binning.kind != Binning::Kind::Category && column->type() != ColumnType::Text; }
};

// What is behind a CrossFilter. `cross_state.cpp` takes views in and tells what they show; `cross_conditions.cpp` moves
// conditions.
struct CrossFilter::State {
  static constexpr std::size_t filterCondition = 29;  // of keepRows
  static constexpr std::size_t maxViews = filterCondition;

  State(std::shared_ptr<const Frame> shared, const Target& target);

  void addView(CrossView view);
  void addView(CrossView view, const std::vector<std::uint16_t>& groupOfRow);
  void addMeasure(std::size_t number, const Column& column);
  // Rows by group; number and date views by value, which is the same order, only finer.
  const std::vector<std::uint32_t>& orderOf(CrossView& view, std::size_t number);
  // What a view shows of a group: `kept`, and with it those that fail only what the view ignores.
  Group groupShown(std::size_t number, std::size_t g, bool withOnly) const;

  void keepGroups(std::size_t number, const std::vector<std::uint8_t>& keep);
  void keepRange(std::size_t number, double low, double high);
  void keepRows(RowSet rows);
  // Counts all rows anew: what views ignore or measure has changed.
  void recount();
  bool anyFails() const { return static_cast<std::size_t>(counts.total.leads) != records.rows(); }

  std::shared_ptr<const Frame> frame;
  CrossRecords records;
  double scale = 1;
  std::vector<CrossView> views;
  CrossShape shape;
  CrossCounts counts;
  RowSet keptRows;  // by keepRows
  Group all, kept;

 private:
  std::size_t groupOf(std::size_t row, std::size_t view) const {
    return records.wide() ? CrossRecords::group<std::uint16_t>(records.at(row), view)
                          : CrossRecords::group<std::uint8_t>(records.at(row), view);
  }
  Group shown(const CrossCell& cell) const;
  // Turns one condition's bit of the rows order[p], p in `changes`.
  void toggle(const std::uint32_t* order, const RowRanges& changes, std::size_t condition);
  template <class NewMask>
  void recountWith(const NewMask& newMask);
  template <class Fails>
  void recountCondition(std::size_t condition, const Fails& fails);
  bool isMuch(std::size_t changedRows) const;
  void changed();
};

}  // namespace leadlight
