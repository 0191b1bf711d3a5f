#pragma once

#include <memory>
#include <vector>

#include "app/gui/filter_history.h"
#include "app/gui/snapshot.h"
#include "model/frame/cross_filter.h"

namespace leadlight {

// What one view is asked to keep, so that the cross-filter can move it incrementally.
struct ViewCondition {
  enum class Kind { None, Groups, Range };
  Kind kind = Kind::None;
  std::vector<std::size_t> groups;  // Groups: never empty
  double low = 0, high = 0;         // Range: NaN = no bound
  bool operator==(const ViewCondition&) const = default;
};

// `filter`, a condition on the one column `column`, as groups or a range of `binning`; nullopt when it cannot be said
// exactly that way (a value without a group, a condition that splits a group).
std::optional<ViewCondition> viewCondition(const Filter& filter, const Column& column, const Binning& binning);

// The snapshot's frame with what charts add to it: days to convert.
Frame chartFrame(const Snapshot& snapshot);
// The columns of a frame without a row: what a filter can be tried on at once.
Frame emptyLike(const Frame& frame);

// Computes linked states, each from the one before: only what changed is moved. Used from one worker at a time.
class Linker {
 public:
  // `conditions` must fit the snapshot's frame; one that does not (an unknown column after an undone load) is left out
  // of the rows, and stays among Linked::conditions. Never null.
  LinkedPtr link(const SnapshotPtr& snapshot, const std::vector<ViewSpec>& views,
                 const FilterHistory::Conditions& conditions);

 private:
  struct View {
    ViewSpec spec;
    std::optional<std::size_t> number;  // in the cross-filter; absent: the frame has no such column
    ViewCondition kept;
    CrossTable table;  // of a view on two columns
  };
  void build(const SnapshotPtr& snapshot);
  void arrange(const std::vector<ViewSpec>& specs);
  void addView(const ViewSpec& spec, CrossTable binnings);
  void tieTogether(std::size_t added);
  std::optional<std::size_t> viewOf(const ViewSpec& spec) const;
  LinkedView shown(const View& view) const;
  void move(const FilterHistory::Conditions& conditions);

  SnapshotPtr snapshot_;
  std::shared_ptr<const Frame> frame_;  // the snapshot's, and columns made of it
  std::vector<ViewSpec> specs_;
  std::vector<View> views_;          // all that were asked for since the snapshot came
  std::vector<std::size_t> wanted_;  // of each spec, the number among views_
  std::unique_ptr<CrossFilter> cross_;
  Frame empty_;  // the frame's columns without a row: to try conditions on
  Filter rest_;  // what keepFilter holds
};

}  // namespace leadlight
