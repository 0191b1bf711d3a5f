#include "scoring/train/additive.h"

namespace leadlight {

namespace {

Scorecard cardOf(const TrainingData& data, Additive additive, const Calibration& calibration) {
  Scorecard scorecard;
  scorecard.link = Link::Logistic;
  for (std::size_t c = 0; c < data.columns.size(); ++c) {
    const BinnedColumn& column = data.columns[c];
    additive.base += centred(additive.points[c], column.rows);
    for (double& points : additive.points[c]) points *= calibration.slope;
    Term term = termOf(column, additive.points[c]);
    term.support = supportOf(data, column.slotCount(), [&](std::uint32_t row) { return column.codes[row]; });
    if (!additive.errors.empty()) term.support.errors = std::move(additive.errors[c]);
    for (double& error : term.support.errors) error *= calibration.slope;
    scorecard.terms.push_back(std::move(term));
  }
  scorecard.base = calibration.slope * additive.base + calibration.offset;
  return scorecard;
}

}  // namespace

double centred(std::vector<double>& points, const std::vector<std::uint64_t>& rows) {
  double sum = 0, all = 0;
  for (std::size_t slot = 0; slot < points.size(); ++slot) {
    sum += points[slot] * static_cast<double>(rows[slot]);
    all += static_cast<double>(rows[slot]);
  }
  for (std::size_t slot = 0; slot < points.size(); ++slot)
    points[slot] = rows[slot] == 0 ? 0 : points[slot] - sum / all;
  return sum / all;
}

Trained trainedFrom(TrainingData data, Method method, Additive additive, const Calibration& calibration,
                    std::optional<Additive> uncalibrated) {
  Trained trained;
  trained.method = method;
  trained.rows = data.rows.size();
  trained.positives = data.positives;
  if (uncalibrated) trained.uncalibrated = cardOf(data, *std::move(uncalibrated), {});
  trained.scorecard = cardOf(data, std::move(additive), calibration);
  trained.leftOut = std::move(data.leftOut);
  return trained;
}

}  // namespace leadlight
