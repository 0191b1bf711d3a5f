#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "model/frame/filter.h"

namespace leadlight {

// The window's filters as a value, with undo and redo. One condition per column, in the order in which the columns were
// first set. A step that changes nothing is no step.
class FilterHistory {
 public:
  using Condition = std::pair<std::string, Filter>;  // column ("" for a filter on several), what must hold
  using Conditions = std::vector<Condition>;

  const Conditions& now() const { return steps_[at_]; }
  std::vector<Filter> filters() const;
  std::optional<Filter> condition(const std::string& column) const;

  // Each returns whether now() changed.
  bool set(const std::string& column, std::optional<Filter> filter);
  // Several at once, as one step.
  bool setAll(std::vector<std::pair<std::string, std::optional<Filter>>> changes);
  bool clear();
  bool undo();
  bool redo();
  bool canUndo() const { return at_ > 0; }
  bool canRedo() const { return at_ + 1 < steps_.size(); }

 private:
  bool push(Conditions next);
  std::vector<Conditions> steps_{Conditions{}};
  std::size_t at_ = 0;
};

}  // namespace leadlight
