#include <algorithm>
#include <array>
#include <bit>
#include <cmath>

#include "model/frame/cross_state.h"
#include "model/frame/parallel.h"

namespace leadlight {

namespace {

// Below so many changed rows a second thread costs more than it saves.
constexpr std::size_t parallelChanges = 32768;

RowRanges rangesOf(const CrossView& view, const std::vector<std::uint8_t>& keep) {
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
void withWidth(const CrossRecords& records, const Body& body) {
  records.wide() ? body(std::uint16_t{}) : body(std::uint8_t{});
}

template <class Counter>
void toggleRun(CrossRecords& records, Counter& counter, const std::uint32_t* rows, std::size_t n, std::uint32_t bit) {
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

}  // namespace

void CrossFilter::State::toggle(const std::uint32_t* order, const RowRanges& changes, std::size_t condition) {
  const std::size_t length = lengthOf(changes);
  const std::size_t least = std::max(parallelChanges, counts.kept.size() * 4);
  CrossCounts other = length >= least ? counts.empty() : CrossCounts();
  withWidth(records, [&](auto width) {
    inHalves(length, least, [&](std::size_t part, std::size_t begin, std::size_t end) {
      CrossCounter<decltype(width)> counting(records, shape, part == 0 ? counts : other);
      std::size_t skipped = 0;
      for (const auto& [first, last] : changes) {
        const std::size_t from = std::max(begin, skipped), to = std::min(end, skipped + (last - first));
        if (from < to)
          toggleRun(records, counting, order + first + (from - skipped), to - from, std::uint32_t{1} << condition);
        skipped += last - first;
      }
    });
  });
  if (!other.kept.empty()) counts.add(other);
  changed();
}

// Gives every row the mask newMask(row, mask) and counts all of them afresh.
template <class NewMask>
void CrossFilter::State::recountWith(const NewMask& newMask) {
  std::array<CrossCounts, 2> fresh{counts.empty(), counts.empty()};
  withWidth(records, [&](auto width) {
    inHalves(records.rows(), parallelRows, [&](std::size_t part, std::size_t begin, std::size_t end) {
      CrossCounter<decltype(width)> counting(records, shape, fresh[part]);
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

void CrossFilter::State::recount() {
  recountWith([](std::size_t, std::uint32_t mask) { return mask; });
}

// Is it cheaper to count all rows anew, in order, than to visit so many here and there?
bool CrossFilter::State::isMuch(std::size_t changedRows) const { return changedRows > records.rows() / 4; }

template <class Fails>
void CrossFilter::State::recountCondition(std::size_t condition, const Fails& fails) {
  const std::uint32_t bit = std::uint32_t{1} << condition;
  recountWith([&](std::size_t row, std::uint32_t mask) { return fails(row) ? mask | bit : mask & ~bit; });
}

void CrossFilter::State::changed() {
  for (CrossView& view : views) view.groupsFresh = view.keptFresh = false;
  kept = shown(counts.total);
}

void CrossFilter::State::keepGroups(std::size_t number, const std::vector<std::uint8_t>& keep) {
  CrossView& view = views[number];
  RowRanges passing = rangesOf(view, keep);
  const RowRanges changes = difference(view.passing, passing);
  const std::size_t length = lengthOf(changes);
  if (isMuch(length))
    recountCondition(number, [&](std::size_t row) { return keep[groupOf(row, number)] == 0; });
  else if (length > 0)
    toggle(orderOf(view, number).data(), changes, number);
  view.passing = std::move(passing);
}

void CrossFilter::State::keepRange(std::size_t number, double low, double high) {
  CrossView& view = views[number];
  const Column& column = *view.column;
  const std::vector<std::uint32_t>& order = orderOf(view, number);
  const auto present = static_cast<std::ptrdiff_t>(records.rows() - view.leads.back());
  const auto first = order.begin(), last = order.begin() + present;
  const auto from =
      std::isnan(low) ? first
                      : std::partition_point(first, last, [&](std::uint32_t row) { return column.number(row) < low; });
  const auto to = std::isnan(high)
                      ? last
                      : std::partition_point(from, last, [&](std::uint32_t row) { return column.number(row) <= high; });
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

void CrossFilter::State::keepRows(RowSet rows) {
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

}  // namespace leadlight
