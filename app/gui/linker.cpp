#include "app/gui/linker.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <limits>

#include "app/gui/score_bins.h"
#include "model/base/calendar.h"
#include "model/frame/lead_dates.h"
#include "model/frame/parallel.h"

namespace leadlight {

namespace {

constexpr double noBound = std::numeric_limits<double>::quiet_NaN();

// Does `filter` hold for each of the binning's values? Evaluated on a frame of one row per value, so that every kind of
// condition means here what it means there.
std::optional<ViewCondition> chosenGroups(const Filter& filter, const Column& column, const Binning& binning) {
  const auto mentioned = [&](const auto& self, const Filter& f) -> bool {  // every value named is a group of its own
    const bool names = f.kind == Filter::Kind::In || f.kind == Filter::Kind::Compare;
    return (!names || std::all_of(f.values.begin(), f.values.end(),
                                  [&](const std::string& value) {
                                    return std::find(binning.values.begin(), binning.values.end(), value) !=
                                           binning.values.end();
                                  })) &&
           std::all_of(f.operands.begin(), f.operands.end(),
                       [&](const Filter& operand) { return self(self, operand); });
  };
  if (!mentioned(mentioned, filter)) return std::nullopt;
  TextColumnBuilder builder;
  for (const std::string& value : binning.values) builder.append(value);
  builder.append("");
  std::vector<std::int64_t> ids(binning.groups());
  for (std::size_t i = 0; i < ids.size(); ++i) ids[i] = static_cast<std::int64_t>(i);
  const Frame values(std::move(ids),
                     {std::make_shared<const Column>(std::move(builder).finish(column.name(), column.label(), {}))});
  const Result<RowSet> passing = apply(filter, values);
  if (!passing) return std::nullopt;
  ViewCondition result{ViewCondition::Kind::Groups, {}, noBound, noBound};
  passing->forEach([&](std::size_t group) { result.groups.push_back(group); });
  if (result.groups.empty()) return std::nullopt;
  return result;
}

std::optional<double> boundOf(const std::string& value, ColumnType type) {
  if (type == ColumnType::Date) {
    const auto date = parseDate(value, DateOrder::YearMonthDay);
    return date ? std::optional(static_cast<double>(date->seconds)) : std::nullopt;
  }
  double number = 0;
  const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), number);
  return error == std::errc() && end == value.data() + value.size() ? std::optional(number) : std::nullopt;
}

// A conjunction of bounds, or one value, as a closed range.
std::optional<ViewCondition> chosenRange(const Filter& filter, ColumnType type) {
  const std::vector<Filter> parts = filter.kind == Filter::Kind::And ? filter.operands : std::vector<Filter>{filter};
  ViewCondition range{ViewCondition::Kind::Range, {}, noBound, noBound};
  constexpr double infinity = std::numeric_limits<double>::infinity();
  for (const Filter& part : parts) {
    if (part.kind != Filter::Kind::Compare || part.values.empty()) return std::nullopt;
    const auto bound = boundOf(part.values[0], type);
    if (!bound) return std::nullopt;
    const auto raise = [&](double to) { range.low = std::isnan(range.low) ? to : std::max(range.low, to); };
    const auto lower = [&](double to) { range.high = std::isnan(range.high) ? to : std::min(range.high, to); };
    switch (part.compare) {
      case Filter::Compare::Equal:
        raise(*bound);
        lower(*bound);
        break;
      case Filter::Compare::GreaterOrEqual:
        raise(*bound);
        break;
      case Filter::Compare::Greater:
        raise(std::nextafter(*bound, infinity));
        break;
      case Filter::Compare::LessOrEqual:
        lower(*bound);
        break;
      case Filter::Compare::Less:
        lower(std::nextafter(*bound, -infinity));
        break;
      case Filter::Compare::NotEqual:
        return std::nullopt;
    }
  }
  return range;
}

// Views on values that no chart shows any more cost time at each step, yet making all anew costs more.
constexpr std::size_t mostUnused = 6;

bool isTable(const ViewSpec& spec) { return !spec.across.empty(); }

Binning binsOf(const Column& column, const ViewSpec& spec, const Snapshot& snapshot) {
  if (spec.column == scoreColumn && snapshot.champion)
    return scoreBins(column, spec.bins, snapshot.champion->scorecard);
  return binningOf(column, spec.bins, spec.period);
}

}  // namespace

std::optional<ViewCondition> viewCondition(const Filter& filter, const Column& column, const Binning& binning) {
  if (binning.kind == Binning::Kind::Category) return chosenGroups(filter, column, binning);
  if (filter.kind == Filter::Kind::IsNull)
    return ViewCondition{ViewCondition::Kind::Groups, {binning.missingGroup()}, 0, 0};
  return chosenRange(filter, column.type());
}

Frame emptyLike(const Frame& frame) {
  std::vector<Frame::ColumnPtr> columns;
  for (const Frame::ColumnPtr& column : frame.columns()) {
    switch (column->type()) {
      case ColumnType::Text:
        columns.push_back(std::make_shared<const Column>(TextColumnBuilder().finish(column->name(), {}, {})));
        break;
      case ColumnType::Integer:
        columns.push_back(std::make_shared<const Column>(Column::integers(column->name(), {}, {})));
        break;
      case ColumnType::Decimal:
        columns.push_back(std::make_shared<const Column>(Column::decimals(column->name(), {}, {})));
        break;
      case ColumnType::Date:
        columns.push_back(std::make_shared<const Column>(Column::dates(column->name(), {}, {})));
        break;
    }
  }
  return Frame({}, std::move(columns));
}

Frame chartFrame(const Snapshot& snapshot) {
  if (!snapshot.target) return snapshot.frame;
  std::optional<Column> days = daysToConvert(snapshot.frame, *snapshot.target);
  if (!days) return snapshot.frame;
  return snapshot.frame.with({std::make_shared<const Column>(*std::move(days))});
}

LinkedPtr Linker::link(const SnapshotPtr& snapshot, const std::vector<ViewSpec>& views,
                       const FilterHistory::Conditions& conditions) {
  if (snapshot != snapshot_ || !cross_) build(snapshot);
  if (views != specs_ || wanted_.size() != views.size()) arrange(views);
  move(conditions);
  auto linked = std::make_shared<Linked>();
  linked->snapshot = snapshot;
  for (const auto& [column, filter] : conditions) linked->conditions.push_back(filter);
  for (const std::size_t view : wanted_) linked->views.push_back(shown(views_[view]));
  linked->kept = cross_->kept();
  linked->all = cross_->all();
  linked->rows = cross_->rows();
  return linked;
}

LinkedView Linker::shown(const View& view) const {
  LinkedView out;
  out.spec = view.spec;
  if (!view.number) return out;
  if (isTable(view.spec)) {
    out.binning = view.table.rows;
    out.across = view.table.columns;
  } else {
    out.binning = cross_->binning(*view.number);
  }
  out.all = cross_->allGroups(*view.number);
  out.groups = cross_->groups(*view.number);
  out.kept = cross_->keptGroups(*view.number);
  return out;
}

void Linker::build(const SnapshotPtr& snapshot) {
  snapshot_ = snapshot;
  specs_.clear();
  views_.clear();
  wanted_.clear();
  rest_ = {};
  frame_ = std::make_shared<const Frame>(chartFrame(*snapshot));
  empty_ = emptyLike(*frame_);
  cross_ = std::make_unique<CrossFilter>(frame_, snapshot->target.value_or(Target{}));
}

std::optional<std::size_t> Linker::viewOf(const ViewSpec& spec) const {
  for (std::size_t i = 0; i < views_.size(); ++i)
    if (views_[i].spec == spec) return i;
  return std::nullopt;
}

// Adds the views that are new. A table needs a view on each of its columns: what is chosen in it is chosen there.
void Linker::arrange(const std::vector<ViewSpec>& specs) {
  std::vector<ViewSpec> all = specs;
  for (const ViewSpec& spec : specs)
    if (isTable(spec))
      for (const std::string& column : {spec.column, spec.across})
        if (std::none_of(all.begin(), all.end(),
                         [&](const ViewSpec& one) { return one.column == column && !isTable(one); }))
          all.push_back({column, 20});
  const auto used = static_cast<std::size_t>(std::count_if(views_.begin(), views_.end(), [&](const View& view) {
    return std::find(all.begin(), all.end(), view.spec) != all.end();
  }));
  if (views_.size() - used > mostUnused) build(snapshot_);
  std::vector<ViewSpec> fresh;
  for (const ViewSpec& spec : all)
    if (!viewOf(spec) && std::find(fresh.begin(), fresh.end(), spec) == fresh.end()) fresh.push_back(spec);
  std::vector<CrossTable> binnings(fresh.size());
  onTwoThreads(fresh.size(), [&](std::size_t i) {
    const Column* column = frame_->find(fresh[i].column);
    const Column* across = isTable(fresh[i]) ? frame_->find(fresh[i].across) : nullptr;
    if (column) binnings[i].rows = binsOf(*column, fresh[i], *snapshot_);
    if (across) binnings[i].columns = binningOf(*across, fresh[i].bins);
  });
  for (std::size_t i = 0; i < fresh.size(); ++i) addView(fresh[i], std::move(binnings[i]));
  specs_ = specs;
  wanted_.clear();
  for (const ViewSpec& spec : specs) wanted_.push_back(*viewOf(spec));
}

void Linker::addView(const ViewSpec& spec, CrossTable binnings) {
  binnings.top = spec.bins;
  const auto number = isTable(spec) ? cross_->addTable(spec.column, spec.across, binnings)
                                    : cross_->addView(spec.column, binnings.rows);
  View& view = views_.emplace_back(View{spec, {}, {}, std::move(binnings)});
  if (!number) return;
  view.number = *number;
  if (!spec.measure.empty()) static_cast<void>(cross_->addMeasure(*number, spec.measure));
  tieTogether(views_.size() - 1);
}

// Views on the same column ignore each other's condition, and a table those of both its columns.
void Linker::tieTogether(std::size_t added) {
  const View& view = views_[added];
  const auto covers = [](const View& one, const View& other) {
    return !isTable(other.spec) && (one.spec.column == other.spec.column || one.spec.across == other.spec.column);
  };
  for (std::size_t i = 0; i < added; ++i) {
    const View& other = views_[i];
    if (!other.number) continue;
    if (covers(view, other)) cross_->ignore(*view.number, *other.number);
    if (covers(other, view)) cross_->ignore(*other.number, *view.number);
  }
}

void Linker::move(const FilterHistory::Conditions& conditions) {
  std::vector<ViewCondition> wanted(views_.size());
  Filter rest;
  for (const auto& [name, filter] : conditions) {
    const Column* column = name.empty() ? nullptr : frame_->find(name);
    bool placed = false;
    for (std::size_t i = 0; column && i < views_.size() && !placed; ++i) {
      if (!views_[i].number || isTable(views_[i].spec) || views_[i].spec.column != name) continue;
      if (wanted[i].kind != ViewCondition::Kind::None) continue;
      if (auto condition = viewCondition(filter, *column, cross_->binning(*views_[i].number))) {
        wanted[i] = *std::move(condition);
        placed = true;
      }
    }
    if (!placed && apply(filter, empty_)) rest = Filter::both(rest, filter);
  }
  for (std::size_t i = 0; i < views_.size(); ++i) {
    View& view = views_[i];
    if (!view.number || view.kept == wanted[i]) continue;
    switch (wanted[i].kind) {
      case ViewCondition::Kind::None:
        cross_->clear(*view.number);
        break;
      case ViewCondition::Kind::Groups:
        cross_->keepGroups(*view.number, wanted[i].groups);
        break;
      case ViewCondition::Kind::Range:
        cross_->keepRange(*view.number, wanted[i].low, wanted[i].high);
        break;
    }
    view.kept = wanted[i];
  }
  if (rest != rest_ && cross_->keepFilter(rest)) rest_ = rest;
}

}  // namespace leadlight
