#include "app/gui/linker.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <limits>

#include "model/base/calendar.h"
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

}  // namespace

std::optional<ViewCondition> viewCondition(const Filter& filter, const Column& column, const Binning& binning) {
  if (binning.kind == Binning::Kind::Category) return chosenGroups(filter, column, binning);
  if (filter.kind == Filter::Kind::IsNull)
    return ViewCondition{ViewCondition::Kind::Groups, {binning.missingGroup()}, 0, 0};
  return chosenRange(filter, column.type());
}

LinkedPtr Linker::link(const SnapshotPtr& snapshot, const std::vector<ViewSpec>& views,
                       const FilterHistory::Conditions& conditions) {
  if (snapshot != snapshot_ || views != specs_ || !cross_) build(snapshot, views);
  move(conditions);
  auto linked = std::make_shared<Linked>();
  linked->snapshot = snapshot;
  for (const auto& [column, filter] : conditions) linked->conditions.push_back(filter);
  for (const View& view : views_) {
    LinkedView& out = linked->views.emplace_back();
    out.spec = view.spec;
    if (!view.number) continue;
    out.binning = cross_->binning(*view.number);
    out.all = cross_->allGroups(*view.number);
    out.groups = cross_->groups(*view.number);
    out.kept = cross_->keptGroups(*view.number);
  }
  linked->kept = cross_->kept();
  linked->all = cross_->all();
  linked->rows = cross_->rows();
  return linked;
}

void Linker::build(const SnapshotPtr& snapshot, const std::vector<ViewSpec>& views) {
  snapshot_ = snapshot;
  specs_ = views;
  views_.clear();
  rest_ = {};
  empty_ = emptyLike(snapshot->frame);
  // The frame lives as long as its snapshot, which the pointer keeps.
  cross_ = std::make_unique<CrossFilter>(std::shared_ptr<const Frame>(snapshot, &snapshot->frame),
                                         snapshot->target.value_or(Target{}));
  std::vector<Binning> binnings(views.size());
  onTwoThreads(views.size(), [&](std::size_t i) {
    if (const Column* column = snapshot->frame.find(views[i].column)) binnings[i] = binningOf(*column, views[i].bins);
  });
  for (std::size_t i = 0; i < views.size(); ++i) {
    View& view = views_.emplace_back(View{views[i], {}, {}});
    if (const auto number = cross_->addView(views[i].column, binnings[i])) view.number = *number;
  }
}

void Linker::move(const FilterHistory::Conditions& conditions) {
  std::vector<ViewCondition> wanted(views_.size());
  Filter rest;
  for (const auto& [name, filter] : conditions) {
    const Column* column = name.empty() ? nullptr : snapshot_->frame.find(name);
    bool placed = false;
    for (std::size_t i = 0; column && i < views_.size() && !placed; ++i) {
      if (!views_[i].number || views_[i].spec.column != name || wanted[i].kind != ViewCondition::Kind::None) continue;
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
