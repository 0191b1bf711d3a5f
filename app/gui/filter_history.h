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

  FilterHistory() = default;
  // From what steps() and at() gave; `at` beyond the last step is the last step.
  FilterHistory(std::vector<Conditions> steps, std::size_t at);

  const Conditions& now() const { return steps_[at_]; }
  const std::vector<Conditions>& steps() const { return steps_; }
  std::size_t at() const { return at_; }
  std::vector<Filter> filters() const;
  std::optional<Filter> condition(const std::string& column) const;

  // Each returns whether now() changed.
  bool set(const std::string& column, std::optional<Filter> filter);
  // Several at once, as one step.
  bool setAll(std::vector<std::pair<std::string, std::optional<Filter>>> changes);
  bool clear();
  bool replace(Conditions next) { return push(std::move(next)); }
  bool undo();
  bool redo();
  // Forgets every condition on these columns, in all steps.
  void forget(const std::vector<std::string>& columns);
  bool canUndo() const { return at_ > 0; }
  bool canRedo() const { return at_ + 1 < steps_.size(); }

 private:
  bool push(Conditions next);
  std::vector<Conditions> steps_{Conditions{}};
  std::size_t at_ = 0;
};

}  // namespace leadlight
