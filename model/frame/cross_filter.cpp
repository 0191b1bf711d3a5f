#include "model/frame/cross_filter.h"

#include <cmath>

#include "model/frame/cross_state.h"

namespace leadlight {

CrossFilter::CrossFilter(std::shared_ptr<const Frame> frame, Target target)
    : state_(std::make_unique<State>(std::move(frame), target)) {}
CrossFilter::~CrossFilter() = default;
CrossFilter::CrossFilter(CrossFilter&&) noexcept = default;

Result<std::size_t> CrossFilter::addView(std::string_view column, const Binning& binning) {
  CrossView view{};
  view.column = state_->frame->find(column);
  const std::string name(column);
  if (view.column == nullptr) return Error{Errc::UnknownColumn, "There is no column " + name + ".", name, {name}};
  if (state_->views.size() == State::maxViews) return Error{Errc::Usage, "At most 29 views can be linked.", name, {}};
  view.binning = binning;
  state_->addView(std::move(view));
  return state_->views.size() - 1;
}

Result<std::size_t> CrossFilter::addTable(std::string_view rowColumn, std::string_view columnColumn,
                                          const CrossTable& table) {
  const Column* down = state_->frame->find(rowColumn);
  const Column* over = state_->frame->find(columnColumn);
  if (down == nullptr || over == nullptr) {
    const std::string name(down == nullptr ? rowColumn : columnColumn);
    return Error{Errc::UnknownColumn, "There is no column " + name + ".", name, {name}};
  }
  if (state_->views.size() == State::maxViews) return Error{Errc::Usage, "At most 29 views can be linked.", {}, {}};
  const std::size_t wide = CrossTable::sizeOf(table.columns, table.top);
  std::vector<std::uint16_t> groups = groupOfRows(*down, table.rows);
  const std::vector<std::uint16_t> columns = groupOfRows(*over, table.columns);
  for (std::size_t row = 0; row < groups.size(); ++row)
    groups[row] = static_cast<std::uint16_t>(tableGroup(groups[row], table.rows, table.top) * wide +
                                             tableGroup(columns[row], table.columns, table.top));
  CrossView view{};
  view.column = down;
  // As many groups as the table has cells.
  view.binning.values.resize(CrossTable::sizeOf(table.rows, table.top) * wide - 1);
  state_->addView(std::move(view), groups);
  return state_->views.size() - 1;
}

void CrossFilter::ignore(std::size_t view, std::size_t other) {
  state_->shape.ignore(view, other);
  if (state_->anyFails()) state_->recount();
}

Status CrossFilter::addMeasure(std::size_t view, std::string_view column) {
  const Column* values = state_->frame->find(column);
  const std::string name(column);
  if (values == nullptr) return Error{Errc::UnknownColumn, "There is no column " + name + ".", name, {name}};
  state_->addMeasure(view, *values);
  return {};
}

const Binning& CrossFilter::binning(std::size_t view) const { return state_->views[view].binning; }

void CrossFilter::prepare(std::size_t view) { state_->orderOf(state_->views[view], view); }

void CrossFilter::keepGroups(std::size_t view, const std::vector<std::size_t>& groups) {
  std::vector<std::uint8_t> keep(binning(view).groups(), groups.empty() ? 1 : 0);
  for (const std::size_t group : groups)
    if (group < keep.size()) keep[group] = 1;
  state_->keepGroups(view, keep);
}

void CrossFilter::keepRange(std::size_t view, double low, double high) {
  if (std::isnan(low) && std::isnan(high)) return clear(view);
  if (state_->views[view].ordered()) state_->keepRange(view, low, high);
}

void CrossFilter::clear(std::size_t view) { keepGroups(view, {}); }

Status CrossFilter::keepFilter(const Filter& filter) {
  Result<RowSet> rows = apply(filter, *state_->frame);
  if (!rows) return rows.error();
  state_->keepRows(std::move(*rows));
  return {};
}

const std::vector<Group>& CrossFilter::groups(std::size_t number) const {
  CrossView& view = state_->views[number];
  if (!view.groupsFresh) {
    view.groups.resize(view.leads.size());
    for (std::size_t g = 0; g < view.groups.size(); ++g) view.groups[g] = state_->groupShown(number, g, true);
    view.groupsFresh = true;
  }
  return view.groups;
}

const std::vector<Group>& CrossFilter::keptGroups(std::size_t number) const {
  CrossView& view = state_->views[number];
  if (!view.keptFresh) {
    view.kept.resize(view.leads.size());
    for (std::size_t g = 0; g < view.kept.size(); ++g) view.kept[g] = state_->groupShown(number, g, false);
    view.keptFresh = true;
  }
  return view.kept;
}

const std::vector<Group>& CrossFilter::allGroups(std::size_t view) const { return state_->views[view].all; }
const Group& CrossFilter::kept() const { return state_->kept; }
const Group& CrossFilter::all() const { return state_->all; }

RowSet CrossFilter::rows() const {
  const CrossRecords& records = state_->records;
  std::vector<std::uint64_t> words((records.rows() + 63) / 64);
  for (std::size_t row = 0; row < records.rows(); ++row) {
    const bool passes = (CrossRecords::mask(records.at(row)) & CrossRecords::conditionBits) == 0;
    words[row >> 6] |= std::uint64_t{passes ? 1U : 0U} << (row & 63);
  }
  return RowSet(records.rows(), std::move(words));
}

}  // namespace leadlight
