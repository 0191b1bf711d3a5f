#include "model/frame/cross_state.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "model/frame/key_sort.h"
#include "model/frame/parallel.h"

namespace leadlight {

namespace {

void showSum(const CrossView& view, const CrossSum& sum, Group& group) {
  group.measureSum = static_cast<double>(sum.sum) / view.measureScale;
  group.measured = static_cast<std::uint64_t>(sum.rows);
}

}  // namespace

CrossFilter::State::State(std::shared_ptr<const Frame> shared, const Target& target)
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
      CrossRecords::setMask(records.at(row),
                            (scored ? CrossRecords::scoredFlag : 0) | (isConverted ? CrossRecords::convertedFlag : 0));
      if (scored) CrossRecords::setScore(records.at(row), static_cast<std::int32_t>(std::lround(scores[row] * scale)));
      total.add(CrossCounter<std::uint8_t>::cellOf(records.at(row)));
    }
    totals[part] = total;
  });
  counts.total = totals[0];
  counts.total.add(totals[1]);
  all = shown(counts.total);
  kept = all;
}

Group CrossFilter::State::shown(const CrossCell& cell) const {
  return {static_cast<std::uint64_t>(cell.leads), static_cast<std::uint64_t>(cell.converted),
          static_cast<double>(cell.score) / scale, static_cast<std::uint64_t>(cell.scored)};
}

void CrossFilter::State::addView(CrossView view) {
  const std::vector<std::uint16_t> groupOfRow = groupOfRows(*view.column, view.binning);
  addView(std::move(view), groupOfRow);
}

void CrossFilter::State::addView(CrossView view, const std::vector<std::uint16_t>& groupOfRow) {
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
  if (anyFails()) recount();
}

void CrossFilter::State::addMeasure(std::size_t number, const Column& column) {
  CrossView& view = views[number];
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
  recount();
}

Group CrossFilter::State::groupShown(std::size_t number, std::size_t g, bool withOnly) const {
  const CrossView& view = views[number];
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

const std::vector<std::uint32_t>& CrossFilter::State::orderOf(CrossView& view, std::size_t number) {
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

}  // namespace leadlight
