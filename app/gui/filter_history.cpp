#include "app/gui/filter_history.h"

#include <algorithm>

namespace leadlight {

namespace {

constexpr std::size_t mostSteps = 200;

auto find(auto& conditions, const std::string& column) {
  return std::find_if(conditions.begin(), conditions.end(), [&](const auto& one) { return one.first == column; });
}

}  // namespace

FilterHistory::FilterHistory(std::vector<Conditions> steps, std::size_t at) : steps_(std::move(steps)) {
  if (steps_.empty()) steps_.emplace_back();
  at_ = std::min(at, steps_.size() - 1);
}

void FilterHistory::forget(const std::vector<std::string>& columns) {
  const auto concerns = [&](const Condition& condition) {
    const std::vector<std::string> needed = condition.second.columns();
    return std::find_first_of(needed.begin(), needed.end(), columns.begin(), columns.end()) != needed.end();
  };
  for (Conditions& step : steps_) std::erase_if(step, concerns);
}

std::vector<Filter> FilterHistory::filters() const {
  std::vector<Filter> result;
  for (const auto& [column, filter] : now()) result.push_back(filter);
  return result;
}

std::optional<Filter> FilterHistory::condition(const std::string& column) const {
  const auto found = find(now(), column);
  return found == now().end() ? std::nullopt : std::optional(found->second);
}

bool FilterHistory::set(const std::string& column, std::optional<Filter> filter) {
  return setAll({{column, std::move(filter)}});
}

bool FilterHistory::setAll(std::vector<std::pair<std::string, std::optional<Filter>>> changes) {
  Conditions next = now();
  for (auto& [column, filter] : changes) {
    const auto found = find(next, column);
    const bool removes = !filter || filter->empty();
    if (found != next.end() && removes)
      next.erase(found);
    else if (found != next.end())
      found->second = *std::move(filter);
    else if (!removes)
      next.emplace_back(column, *std::move(filter));
  }
  return push(std::move(next));
}

bool FilterHistory::clear() { return push({}); }

bool FilterHistory::undo() {
  if (!canUndo()) return false;
  --at_;
  return true;
}

bool FilterHistory::redo() {
  if (!canRedo()) return false;
  ++at_;
  return true;
}

bool FilterHistory::push(Conditions next) {
  if (next == now()) return false;
  steps_.resize(at_ + 1);
  steps_.push_back(std::move(next));
  if (steps_.size() > mostSteps) steps_.erase(steps_.begin());
  at_ = steps_.size() - 1;
  return true;
}

}  // namespace leadlight
