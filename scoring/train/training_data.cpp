#include "scoring/train/training_data.h"

#include <algorithm>
#include <numeric>

#include "model/base/grouped.h"

namespace leadlight {

namespace {

// With fewer leads of one outcome nothing that is learned could be told from chance.
constexpr std::uint64_t leastOfEach = 10;
// Slots of all columns together, about: with what supports them they stay within what a scorecard file may hold.
constexpr std::size_t mostSlots = 60'000;
constexpr std::size_t fewestBins = 8;

Error notTrainable(std::string what, const Target& target, std::vector<std::string> args) {
  return {Errc::NotTrainable, std::move(what), target.column, std::move(args)};
}

Status checkOutcomes(const TrainingData& data, const Target& target) {
  const std::uint64_t rows = data.rows.size(), negatives = rows - data.positives;
  const std::string of = grouped(rows);
  if (rows == 0) return notTrainable("There are no leads to learn from; load a file first.", target, {});
  if (data.positives == 0 || negatives == 0)
    return notTrainable((data.positives == 0 ? "None" : "All") + (" of the " + of + " leads converted by ") +
                            target.column + "; leads of both outcomes are needed. Check which value means converted.",
                        target, {of, target.column});
  if (data.positives < leastOfEach || negatives < leastOfEach) {
    const std::string few = grouped(std::min(data.positives, negatives));
    return notTrainable("Only " + few + " of the " + of + " leads " +
                            (data.positives < leastOfEach ? "converted" : "did not convert") + "; at least " +
                            std::to_string(leastOfEach) + " of either outcome are needed to learn from.",
                        target, {few, of});
  }
  return {};
}

Status checkMonotone(const Frame& frame, const TrainOptions& options) {
  for (const auto& [name, direction] : options.monotone) {
    const Column* column = frame.find(name);
    if (column == nullptr)
      return Error{
          Errc::UnknownColumn, "There is no column " + name + " whose points could rise or fall.", name, {name}};
    if (column->type() == ColumnType::Text)
      return Error{Errc::UnknownColumn,
                   "The points of " + name + " cannot rise or fall with its value: it holds text.",
                   name,
                   {name}};
  }
  return {};
}

// The columns of the frame that may be learned from; the others join data.leftOut.
std::vector<const Column*> candidates(const Frame& frame, const Column* target, const TrainOptions& options,
                                      TrainingData& data) {
  std::vector<const Column*> excluded;
  for (const std::string& name : options.exclude) excluded.push_back(frame.find(name));
  std::vector<const Column*> columns;
  for (const Frame::ColumnPtr& column : frame.columns()) {
    const std::string& name = column->name();
    if (name == scoreColumn || name == probabilityColumn || name == bandColumn) continue;
    if (column.get() == target)
      data.leftOut.push_back({LeftOut::Why::Target, name});
    else if (std::find(excluded.begin(), excluded.end(), column.get()) != excluded.end())
      data.leftOut.push_back({LeftOut::Why::Excluded, name});
    else
      columns.push_back(column.get());
  }
  return columns;
}

// Many columns are cut more coarsely.
BinOptions forSoMany(std::size_t columns, BinOptions bins) {
  const std::size_t most = std::max(fewestBins, mostSlots / std::max<std::size_t>(1, columns));
  bins.maxBins = std::min(bins.maxBins, most);
  bins.maxCategories = std::min(bins.maxCategories, most);
  return bins;
}

}  // namespace

Result<TrainingData> trainingData(const Frame& frame, const Target& target, std::span<const std::uint32_t> rows,
                                  const TrainOptions& options, const BinOptions& bins, Crew& crew) {
  const Column* outcome = frame.find(target.column);
  if (outcome == nullptr)
    return Error{Errc::UnknownColumn,
                 "There is no column " + target.column + " to tell who converted.",
                 target.column,
                 {target.column}};
  if (const Status fits = checkMonotone(frame, options); !fits) return fits.error();

  TrainingData data;
  data.rows.assign(rows.begin(), rows.end());
  if (rows.empty()) {
    data.rows.resize(frame.rows());
    std::iota(data.rows.begin(), data.rows.end(), 0U);
  }
  const std::vector<std::uint64_t> bits = frame.converted(target);
  for (const std::uint32_t row : data.rows)
    data.converted.push_back(static_cast<std::uint8_t>(bits[row >> 6] >> (row & 63) & 1));
  data.positives = std::accumulate(data.converted.begin(), data.converted.end(), std::uint64_t{0});
  if (const Status enough = checkOutcomes(data, target); !enough) return enough.error();

  const std::vector<const Column*> columns = candidates(frame, outcome, options, data);
  const BinOptions cut = forSoMany(columns.size(), bins);
  std::vector<BinOutcome> binned(columns.size());
  if (!crew.run(columns.size(), [&](std::size_t i) { binned[i] = binColumn(*columns[i], data.rows, cut); }))
    return Error{Errc::Interrupted, "Training was cancelled.", "", {}};
  for (std::size_t i = 0; i < columns.size(); ++i) {
    if (binned[i].binned)
      data.columns.push_back(*std::move(binned[i].binned));
    else
      data.leftOut.push_back({binned[i].why, columns[i]->name()});
  }
  if (data.columns.empty())
    return notTrainable("No column is left to learn from: all are excluded, constant, empty or tell each lead apart.",
                        target, {});
  return data;
}

}  // namespace leadlight
