#include "scoring/train/additive.h"

namespace leadlight {

namespace {

// Takes the mean over the training rows off the points and returns it.
double centre(std::vector<double>& points, const std::vector<std::uint64_t>& rows) {
  double sum = 0, all = 0;
  for (std::size_t slot = 0; slot < points.size(); ++slot) {
    sum += points[slot] * static_cast<double>(rows[slot]);
    all += static_cast<double>(rows[slot]);
  }
  for (std::size_t slot = 0; slot < points.size(); ++slot)
    points[slot] = rows[slot] == 0 ? 0 : points[slot] - sum / all;
  return sum / all;
}

Support supportOf(const TrainingData& data, const BinnedColumn& column) {
  Support support;
  support.rows = column.rows;
  support.positives.assign(column.slotCount(), 0);
  for (std::size_t i = 0; i < data.rows.size(); ++i) support.positives[column.codes[data.rows[i]]] += data.converted[i];
  return support;
}

}  // namespace

Trained trainedFrom(TrainingData data, Method method, Additive additive, const Calibration& calibration) {
  Trained trained;
  trained.method = method;
  trained.rows = data.rows.size();
  trained.positives = data.positives;
  Scorecard& scorecard = trained.scorecard;
  for (std::size_t c = 0; c < data.columns.size(); ++c) {
    const BinnedColumn& column = data.columns[c];
    additive.base += centre(additive.points[c], column.rows);
    for (double& points : additive.points[c]) points *= calibration.slope;
    Term term = termOf(column, additive.points[c]);
    term.support = supportOf(data, column);
    if (!additive.errors.empty()) term.support.errors = std::move(additive.errors[c]);
    for (double& error : term.support.errors) error *= calibration.slope;
    scorecard.terms.push_back(std::move(term));
  }
  scorecard.base = calibration.slope * additive.base + calibration.offset;
  trained.leftOut = std::move(data.leftOut);
  return trained;
}

}  // namespace leadlight
