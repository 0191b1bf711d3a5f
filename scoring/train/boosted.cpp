#include "scoring/train/boosted.h"

#include <algorithm>
#include <cmath>

#include "scoring/train/calibration.h"
#include "scoring/train/ensemble.h"
#include "scoring/train/training_data.h"

namespace leadlight {

namespace {

std::vector<std::uint16_t> trainingSlots(const BinnedColumn& column, const TrainingData& data) {
  std::vector<std::uint16_t> slots;
  slots.reserve(data.rows.size());
  for (const std::uint32_t row : data.rows) slots.push_back(column.codes[row]);
  return slots;
}

}  // namespace

Result<Trained> trainBoosted(const Frame& frame, const Target& target, std::span<const std::uint32_t> rows,
                             const TrainOptions& options, Crew& crew) {
  const Error cancelled{Errc::Interrupted, "Training was cancelled.", "", {}};
  BinOptions bins;
  bins.maxBins = 64;
  bins.minRows = 4;
  Result<TrainingData> data = trainingData(frame, target, rows, options, bins, crew);
  if (!data) return data.error();

  EnsembleOptions settings;
  Ensemble ensemble(data->converted, settings, options.seed);
  for (const BinnedColumn& column : data->columns)
    ensemble.addTerm({{column.slots(), column.ordered()}, {}, {}}, trainingSlots(column, *data));
  ensemble.boost(crew);
  if (crew.stopped()) return cancelled;

  const Calibration calibration = calibrated(ensemble.scoresLeftOut(), data->converted);
  Trained trained;
  trained.method = Method::Boosted;
  trained.rows = data->rows.size();
  trained.positives = data->positives;
  trained.leftOut = data->leftOut;
  Scorecard& card = trained.scorecard;
  card.link = Link::Logistic;
  card.base = calibration.offset + calibration.slope * ensemble.base();
  for (std::size_t i = 0; i < data->columns.size(); ++i) {
    std::vector<double> points = ensemble.points(i);
    const BinnedColumn& column = data->columns[i];
    double mean = 0;
    for (std::size_t slot = 0; slot < points.size(); ++slot) {
      points[slot] *= calibration.slope;
      mean += points[slot] * static_cast<double>(column.rows[slot]) / static_cast<double>(trained.rows);
    }
    for (double& p : points) p -= mean;
    card.base += mean;
    card.terms.push_back(termOf(column, points));
  }
  return trained;
}

}  // namespace leadlight
