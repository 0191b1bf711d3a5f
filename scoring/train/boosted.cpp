#include "scoring/train/boosted.h"

#include <algorithm>

#include "model/base/hash.h"
#include "scoring/train/assembly.h"

namespace leadlight {

namespace {

constexpr std::size_t gridSlots = 16;
constexpr std::size_t gridCuts = 4;  // of these slots, at most so many begin where the columns begin to act otherwise

// How much work so many rows and columns are worth.
struct Effort {
  EnsembleOptions ensemble;
  std::size_t pairs = 40;
};

Effort effortFor(std::size_t rows, std::size_t columns) {
  Effort effort;
  // Far more rounds than early stopping takes, but where rows repeat it might never come.
  effort.ensemble.most = std::clamp<std::size_t>(60'000'000 / rows, 150, 2000);
  effort.pairs = std::clamp<std::size_t>(rows / 25, 3, effort.pairs);  // few leads cannot tell many pairs
  if (rows <= 20000 && rows * columns <= 1'000'000) effort.ensemble.repeats = 2;
  if (rows <= 1000) {  // where few leads are told apart altogether, ever more rounds would help
    effort.ensemble.most = 400;
    effort.ensemble.step.rate = 0.1;
  } else if (rows > 250000) {  // each repeat sees other rows; a sum of a few thousand points needs no more of them
    effort.ensemble.rows = 120000;
    effort.ensemble.parts = 4;
    effort.ensemble.repeats = 2;
    effort.ensemble.step.rate = 0.1;
    effort.pairs = 20;
  }
  return effort;
}

std::optional<Direction> directionOf(const Frame& frame, const Column* column, const TrainOptions& options) {
  for (const auto& [name, direction] : options.monotone)
    if (frame.find(name) == column) return direction;
  return std::nullopt;
}

void addColumns(const Frame& frame, const TrainingData& data, const TrainOptions& options, Ensemble& ensemble) {
  std::vector<std::uint16_t> slots(data.rows.size());
  for (const BinnedColumn& column : data.columns) {
    for (std::size_t i = 0; i < slots.size(); ++i) slots[i] = column.codes[data.rows[i]];
    ensemble.addTerm({{column.slotCount(), column.ordered()}, {}, directionOf(frame, column.column, options)}, slots);
  }
}

LearnedGrid addGrid(const TrainingData& data, const LeftOutScores& left, const ColumnPair& pair, Ensemble& ensemble) {
  const BinnedColumn &rows = data.columns[pair.rows], &columns = data.columns[pair.columns];
  const auto axisOf = [&](std::size_t cut, std::size_t by) {
    return coarseAxis(data.columns[cut], gridSlots, tellingCuts(data, left, cut, by, gridCuts));
  };
  LearnedGrid grid{pair.rows, pair.columns, axisOf(pair.rows, pair.columns), axisOf(pair.columns, pair.rows)};
  std::vector<std::uint16_t> cells(data.rows.size());
  for (std::size_t i = 0; i < cells.size(); ++i)
    cells[i] = static_cast<std::uint16_t>(grid.rowAxis.pooled[rows.codes[data.rows[i]]] * grid.columnAxis.axis.slots +
                                          grid.columnAxis.pooled[columns.codes[data.rows[i]]]);
  ensemble.addTerm({grid.rowAxis.axis, grid.columnAxis.axis, {}}, cells);
  return grid;
}

// The columns that a grid may join: a grid would break a direction asked for, and needs values or bins to tell apart.
std::vector<std::size_t> pairable(const Frame& frame, const TrainingData& data, const TrainOptions& options) {
  std::vector<std::size_t> columns;
  for (std::size_t c = 0; c < data.columns.size(); ++c)
    if (!directionOf(frame, data.columns[c].column, options) &&
        (data.columns[c].ordered() || !data.columns[c].values.empty()))
      columns.push_back(c);
  return columns;
}

// SHA-256 of what was learned from: names, slots and outcomes of the training rows.
std::string digestOf(const TrainingData& data) {
  Sha256 sha;
  const auto take = [&](const auto& values) {
    sha.update({reinterpret_cast<const char*>(values.data()), values.size() * sizeof(values[0])});
  };
  take(data.rows);
  take(data.converted);
  std::vector<std::uint16_t> slots(data.rows.size());
  for (const BinnedColumn& column : data.columns) {
    for (std::size_t i = 0; i < slots.size(); ++i) slots[i] = column.codes[data.rows[i]];
    take(column.column->name());
    take(slots);
  }
  return sha.hex();
}

std::optional<Stacking> stackedOf(const TrainingData& data, const Ensemble& ensemble, std::size_t terms,
                                  std::uint64_t seed, Crew& crew) {
  const LeftOutScores left = ensemble.leftOut();
  std::vector<std::vector<float>> points(terms);
  if (!crew.run(terms, [&](std::size_t term) { points[term] = ensemble.leftOutPoints(term); })) return std::nullopt;
  std::vector<std::uint32_t> rows;
  for (const std::uint32_t row : left.rows) rows.push_back(data.rows[row]);
  return stacked(ensemble.base(), points, left.converted, rows, seed, crew);
}

Result<Trained> trainedOf(const TrainingData& data, const Ensemble& ensemble, std::span<const LearnedGrid> grids,
                          const TrainOptions& options, Crew& crew) {
  const Error cancelled{Errc::Interrupted, "Training was cancelled.", "", {}};
  const auto stacking = stackedOf(data, ensemble, data.columns.size() + grids.size(), options.seed, crew);
  if (!stacking) return cancelled;
  Trained trained;
  trained.scorecard = assembled(data, ensemble, grids, *stacking, crew);
  if (options.keepUncalibrated) {
    const Stacking plain{0, std::vector<double>(stacking->weights.size(), 1.0)};
    trained.uncalibrated = assembled(data, ensemble, grids, plain, crew);
  }
  trained.scorecard.provenance.dataDigest = digestOf(data);
  trained.method = Method::Boosted;
  trained.rows = data.rows.size();
  trained.positives = data.positives;
  trained.leftOut = data.leftOut;
  if (crew.stopped()) return cancelled;
  return trained;
}

}  // namespace

Result<Trained> trainBoosted(const Frame& frame, const Target& target, std::span<const std::uint32_t> rows,
                             const TrainOptions& options, Crew& crew) {
  const Error cancelled{Errc::Interrupted, "Training was cancelled.", "", {}};
  const BinOptions bins{255, 500, 4};
  const Result<TrainingData> data = trainingData(frame, target, rows, options, bins, crew);
  if (!data) return data.error();
  const Effort effort = effortFor(data->rows.size(), data->columns.size());
  const std::size_t bags = effort.ensemble.parts * effort.ensemble.repeats;
  crew.expect(60 * bags);  // looks; the number of rounds is not known before

  Ensemble alone(data->converted, effort.ensemble, options.seed);
  addColumns(frame, *data, options, alone);
  if (!alone.boost(crew)) return cancelled;
  const LeftOutScores left = alone.leftOut();
  const std::vector<std::size_t> candidates = pairable(frame, *data, options);
  const std::vector<ColumnPair> pairs = strongestPairs(*data, candidates, left, effort.pairs, options.seed, crew);
  if (crew.stopped()) return cancelled;

  // With its grids the model is learned anew, so that columns and grids share what both could explain.
  Ensemble together(data->converted, effort.ensemble, options.seed);
  addColumns(frame, *data, options, together);
  std::vector<LearnedGrid> grids;
  for (const ColumnPair& pair : pairs) grids.push_back(addGrid(*data, left, pair, together));
  if (!grids.empty() && !together.boost(crew)) return cancelled;
  // Chance picks the pairs, and columns that were too weak alone come along with them.
  const std::size_t choices = candidates.size() * candidates.size() / 2 * data->columns.size();
  const double gained = grids.empty() ? 0 : left.loss() - together.leftOut().loss();
  const bool better = gained * static_cast<double>(left.rows.size()) > gainByChoice(choices);
  if (!better) grids.clear();
  return trainedOf(*data, better ? together : alone, grids, options, crew);
}

}  // namespace leadlight
