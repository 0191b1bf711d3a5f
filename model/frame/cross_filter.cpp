#include "model/frame/cross_filter.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "model/frame/cross_counts.h"
#include "model/frame/cross_values.h"
#include "model/frame/key_sort.h"
#include "model/frame/parallel.h"

namespace leadlight {

namespace {

struct View {
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

constexpr std::size_t filterCondition = 29;
constexpr std::size_t maxViews = filterCondition;
// Below so many changed rows a second thread costs more than it saves.
constexpr std::size_t parallelChanges = 32768;

}  // namespace

struct CrossFilter::State {
  State(std::shared_ptr<const Frame> shared, const Target& target)
      : frame(std::move(shared)), records(frame->rows()), keptRows(frame->rows(), true) {
    const std::vector<std::uint64_t> converted = frame->converted(target);
    std::vector<double> room;
    const std::vector<double>& scores = scoresOf(frame->find(scoreColumn), room);
    scale = scoreScale(scores);
    std::array<CrossCell, 2> totals;
    inHalves(records.rows(), parallelRows, [&](std::size_t part, std::size_t begin, std::size_t end) {
      CrossCell total;
      for (std::size_t row = begin; row < end; ++row) {
        const bool scored = !scores.empty() && std::isfinite(scores[row]);
        const bool isConverted = !converted.empty() && (converted[row >> 6] >> (row & 63) & 1) != 0;
        CrossRecords::setMask(
            records.at(row), (scored ? CrossRecords::scoredFlag : 0) | (isConverted ? CrossRecords::convertedFlag : 0));
        if (scored)
          CrossRecords::setScore(records.at(row), static_cast<std::int32_t>(std::lround(scores[row] * scale)));
        total.add(CrossCounter<std::uint8_t>::cellOf(records.at(row)));
      }
      totals[part] = total;
    });
    counts.total = totals[0];
    counts.total.add(totals[1]);
    all = shown(counts.total);
    kept = all;
  }

  Group shown(const CrossCell& cell) const {
    return {static_cast<std::uint64_t>(cell.leads), static_cast<std::uint64_t>(cell.converted),
            static_cast<double>(cell.score) / scale, static_cast<std::uint64_t>(cell.scored)};
  }

  // What counts rows into `into`.
  template <class Number>
  CrossCounter<Number> counter(CrossCounts& into) const {
    return CrossCounter<Number>(records, shape, into);
  }

  void addView(View view) {
    const std::vector<std::uint16_t> groupOfRow = groupOfRows(*view.column, view.binning);
    addView(std::move(view), groupOfRow);
  }

  void addView(View view, const std::vector<std::uint16_t>& groupOfRow) {
    const std::size_t groups = view.binning.groups();
    const std::size_t number = records.addView(groups);
    std::array<std::vector<CrossCell>, 2> halves{std::vector<CrossCell>(groups), std::vector<CrossCell>(groups)};
    inHalves(groupOfRow.size(), parallelRows, [&](std::size_t part, std::size_t begin, std::size_t end) {
      for (std::size_t row = begin; row < end; ++row) {
        records.setGroup(row, number, groupOfRow[row]);
        halves[part][groupOfRow[row]].add(CrossCounter<std::uint8_t>::cellOf(records.at(row)));
      }
    });
    std::vector<CrossCell>& cells = halves[0];
    for (std::size_t g = 0; g < groups; ++g) cells[g].add(halves[1][g]);
    for (const CrossCell& cell : cells) {
      view.leads.push_back(static_cast<std::uint64_t>(cell.leads));
      view.all.push_back(shown(cell));
    }
    view.passing = {{0, records.rows()}};
    shape.addView(counts.kept.size());
    views.push_back(std::move(view));
    counts.kept.insert(counts.kept.end(), cells.begin(), cells.end());
    counts.only.resize(counts.kept.size());
    if (anyFails()) recount([](std::size_t, std::uint32_t mask) { return mask; });
  }

  bool anyFails() const { return static_cast<std::size_t>(counts.total.leads) != records.rows(); }

  void addMeasure(std::size_t number, const Column& column) {
    View& view = views[number];
    view.measureScale = measureScaleOf(column);
    view.firstSum = counts.keptSums.size();
    const std::size_t slot = records.addMeasure();
    for (std::size_t row = 0; row < records.rows(); ++row) {
      const double value = column.number(row);
      records.setMeasure(row, slot,
                         std::isfinite(value) ? std::llround(value * view.measureScale) : CrossRecords::noMeasure);
    }
    shape.measured.push_back({number, slot, *view.firstSum});
    counts.keptSums.resize(*view.firstSum + view.leads.size());
    counts.onlySums.resize(counts.keptSums.size());
    std::vector<CrossSum> sums(view.leads.size());
    for (std::size_t row = 0; row < records.rows(); ++row)
      if (const std::int64_t value = records.measure(records.at(row), slot); value != CrossRecords::noMeasure)
        sums[groupOf(row, number)].add({value, 1});
    for (std::size_t g = 0; g < sums.size(); ++g) showSum(view, sums[g], view.all[g]);
    recount([](std::size_t, std::uint32_t mask) { return mask; });
  }

  static void showSum(const View& view, const CrossSum& sum, Group& group) {
    group.measureSum = static_cast<double>(sum.sum) / view.measureScale;
    group.measured = static_cast<std::uint64_t>(sum.rows);
  }

  // What a view shows of a group: `kept`, and with it those that fail only what the view ignores.
  Group groupShown(std::size_t number, std::size_t g, bool withOnly) const {
    const View& view = views[number];
    const std::size_t cell = shape.firstCell[number] + g;
    CrossCell sum = counts.kept[cell];
    if (withOnly) sum.add(counts.only[cell]);
    Group group = shown(sum);
    if (!view.firstSum) return group;
    CrossSum measure = counts.keptSums[*view.firstSum + g];
    if (withOnly) measure.add(counts.onlySums[*view.firstSum + g]);
    showSum(view, measure, group);
    return group;
  }

  // Rows by group; number and date views by value, which is the same order, only finer.
  const std::vector<std::uint32_t>& orderOf(View& view, std::size_t number) {
    if (!view.order.empty() || records.rows() == 0) return view.order;
    std::vector<std::uint32_t> order(records.rows());
    if (view.ordered()) {
      std::vector<KeyedRow> items(records.rows());
      const bool decimal = view.column->type() == ColumnType::Decimal;
      for (std::size_t row = 0; row < items.size(); ++row)
        items[row] = {decimal ? sortKey(view.column->decimals()[row]) : sortKey(view.column->integers()[row]),
                      static_cast<std::uint32_t>(row)};
      sortByKey(items, Progress{});
      std::transform(items.begin(), items.end(), order.begin(), [](const KeyedRow& item) { return item.row; });
    } else {
      std::vector<std::size_t> next(view.leads.size());
      for (std::size_t g = 1; g < next.size(); ++g) next[g] = next[g - 1] + view.leads[g - 1];
      for (std::size_t row = 0; row < order.size(); ++row)
        order[next[groupOf(row, number)]++] = static_cast<std::uint32_t>(row);
    }
    view.order = std::move(order);
    return view.order;
  }

  std::size_t groupOf(std::size_t row, std::size_t view) const {
    return records.wide() ? CrossRecords::group<std::uint16_t>(records.at(row), view)
                          : CrossRecords::group<std::uint8_t>(records.at(row), view);
  }

  RowRanges rangesOf(const View& view, const std::vector<std::uint8_t>& keep) const {
    RowRanges ranges;
    std::size_t begin = 0;
    for (std::size_t g = 0; g < keep.size(); ++g) {
      const std::size_t end = begin + view.leads[g];
      if (keep[g] != 0 && !ranges.empty() && ranges.back().second == begin)
        ranges.back().second = end;
      else if (keep[g] != 0)
        ranges.emplace_back(begin, end);
      begin = end;
    }
    return ranges;
  }

  // Runs body with a type of the width of the group numbers.
  template <class Body>
  void withWidth(const Body& body) {
    records.wide() ? body(std::uint16_t{}) : body(std::uint8_t{});
  }

  // Turns one condition's bit of the rows order[p], p in `changes`.
  void toggle(const std::uint32_t* order, const RowRanges& changes, std::size_t condition) {
    const std::size_t length = lengthOf(changes);
    const std::size_t least = std::max(parallelChanges, counts.kept.size() * 4);
    CrossCounts other = length >= least ? counts.empty() : CrossCounts();
    withWidth([&](auto width) {
      inHalves(length, least, [&](std::size_t part, std::size_t begin, std::size_t end) {
        auto counting = counter<decltype(width)>(part == 0 ? counts : other);
        std::size_t skipped = 0;
        for (const auto& [first, last] : changes) {
          const std::size_t from = std::max(begin, skipped), to = std::min(end, skipped + (last - first));
          if (from < to)
            toggleRun(counting, order + first + (from - skipped), to - from, std::uint32_t{1} << condition);
          skipped += last - first;
        }
      });
    });
    if (!other.kept.empty()) counts.add(other);
    changed();
  }

  template <class Counter>
  void toggleRun(Counter& counter, const std::uint32_t* rows, std::size_t n, std::uint32_t bit) {
    constexpr std::size_t ahead = 16;  // rows whose records are on their way from memory
    for (std::size_t i = 0; i < n; ++i) {
      if (i + ahead < n) __builtin_prefetch(records.at(rows[i + ahead]), 1);
      std::uint8_t* record = records.at(rows[i]);
      const std::uint32_t mask = CrossRecords::mask(record);
      CrossRecords::setMask(record, mask ^ bit);
      const std::uint32_t before = mask & CrossRecords::conditionBits;
      counter.move(record, before, before ^ bit);
    }
  }

  // Gives every row the mask newMask(row, mask) and counts all of them afresh.
  template <class NewMask>
  void recount(const NewMask& newMask) {
    std::array<CrossCounts, 2> fresh{counts.empty(), counts.empty()};
    withWidth([&](auto width) {
      inHalves(records.rows(), parallelRows, [&](std::size_t part, std::size_t begin, std::size_t end) {
        auto counting = counter<decltype(width)>(fresh[part]);
        for (std::size_t row = begin; row < end; ++row) {
          std::uint8_t* record = records.at(row);
          const std::uint32_t mask = newMask(row, CrossRecords::mask(record));
          CrossRecords::setMask(record, mask);
          counting.count(record, mask & CrossRecords::conditionBits);
        }
      });
    });
    fresh[0].add(fresh[1]);
    counts = std::move(fresh[0]);
    changed();
  }

  // Is it cheaper to count all rows anew, in order, than to visit so many here and there?
  bool isMuch(std::size_t changedRows) const { return changedRows > records.rows() / 4; }

  template <class Fails>
  void recountCondition(std::size_t condition, const Fails& fails) {
    const std::uint32_t bit = std::uint32_t{1} << condition;
    recount([&](std::size_t row, std::uint32_t mask) { return fails(row) ? mask | bit : mask & ~bit; });
  }

  void changed() {
    for (View& view : views) view.groupsFresh = view.keptFresh = false;
    kept = shown(counts.total);
  }

  void keepGroups(std::size_t number, const std::vector<std::uint8_t>& keep) {
    View& view = views[number];
    RowRanges passing = rangesOf(view, keep);
    const RowRanges changes = difference(view.passing, passing);
    const std::size_t length = lengthOf(changes);
    if (isMuch(length))
      recountCondition(number, [&](std::size_t row) { return keep[groupOf(row, number)] == 0; });
    else if (length > 0)
      toggle(orderOf(view, number).data(), changes, number);
    view.passing = std::move(passing);
  }

  void keepRange(std::size_t number, double low, double high) {
    View& view = views[number];
    const Column& column = *view.column;
    const std::vector<std::uint32_t>& order = orderOf(view, number);
    const auto present = static_cast<std::ptrdiff_t>(records.rows() - view.leads.back());
    const auto first = order.begin(), last = order.begin() + present;
    const auto from = std::isnan(low) ? first : std::partition_point(first, last, [&](std::uint32_t row) {
      return column.number(row) < low;
    });
    const auto to = std::isnan(high) ? last : std::partition_point(from, last, [&](std::uint32_t row) {
      return column.number(row) <= high;
    });
    RowRanges passing{{static_cast<std::size_t>(from - first), static_cast<std::size_t>(to - first)}};
    const RowRanges changes = difference(view.passing, passing);
    if (isMuch(lengthOf(changes)))
      recountCondition(number, [&](std::size_t row) {
        const double value = column.number(row);
        return std::isnan(value) || value < low || value > high;
      });
    else if (!changes.empty())
      toggle(order.data(), changes, number);
    view.passing = std::move(passing);
  }

  void keepRows(RowSet rows) {
    std::vector<std::uint32_t> changes;
    for (std::size_t w = 0; w < rows.words().size(); ++w)
      for (std::uint64_t left = rows.words()[w] ^ keptRows.words()[w]; left != 0; left &= left - 1)
        changes.push_back(static_cast<std::uint32_t>(w * 64 + static_cast<std::size_t>(std::countr_zero(left))));
    if (isMuch(changes.size()))
      recountCondition(filterCondition, [&](std::size_t row) { return !rows.contains(row); });
    else if (!changes.empty())
      toggle(changes.data(), {{0, changes.size()}}, filterCondition);
    keptRows = std::move(rows);
  }

  std::shared_ptr<const Frame> frame;
  CrossRecords records;
  double scale = 1;
  std::vector<View> views;
  CrossShape shape;
  CrossCounts counts;
  RowSet keptRows;  // by keepFilter
  Group all, kept;
};

CrossFilter::CrossFilter(std::shared_ptr<const Frame> frame, Target target)
    : state_(std::make_unique<State>(std::move(frame), target)) {}
CrossFilter::~CrossFilter() = default;
CrossFilter::CrossFilter(CrossFilter&&) noexcept = default;

Result<std::size_t> CrossFilter::addView(std::string_view column, const Binning& binning) {
  View view{};
  view.column = state_->frame->find(column);
  const std::string name(column);
  if (view.column == nullptr) return Error{Errc::UnknownColumn, "There is no column " + name + ".", name, {name}};
  if (state_->views.size() == maxViews) return Error{Errc::Usage, "At most 29 views can be linked.", name, {}};
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
  if (state_->views.size() == maxViews) return Error{Errc::Usage, "At most 29 views can be linked.", {}, {}};
  const std::size_t wide = CrossTable::sizeOf(table.columns, table.top);
  std::vector<std::uint16_t> groups = groupOfRows(*down, table.rows);
  const std::vector<std::uint16_t> columns = groupOfRows(*over, table.columns);
  for (std::size_t row = 0; row < groups.size(); ++row)
    groups[row] = static_cast<std::uint16_t>(tableGroup(groups[row], table.rows, table.top) * wide +
                                             tableGroup(columns[row], table.columns, table.top));
  View view{};
  view.column = down;
  // As many groups as the table has cells.
  view.binning.values.resize(CrossTable::sizeOf(table.rows, table.top) * wide - 1);
  state_->addView(std::move(view), groups);
  return state_->views.size() - 1;
}

void CrossFilter::ignore(std::size_t view, std::size_t other) {
  state_->shape.ignore(view, other);
  if (state_->anyFails()) state_->recount([](std::size_t, std::uint32_t mask) { return mask; });
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
  View& view = state_->views[number];
  if (!view.groupsFresh) {
    view.groups.resize(view.leads.size());
    for (std::size_t g = 0; g < view.groups.size(); ++g) view.groups[g] = state_->groupShown(number, g, true);
    view.groupsFresh = true;
  }
  return view.groups;
}

const std::vector<Group>& CrossFilter::keptGroups(std::size_t number) const {
  View& view = state_->views[number];
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
