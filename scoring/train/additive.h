#pragma once

#include <optional>
#include <vector>

#include "scoring/train/calibration.h"
#include "scoring/train/training_data.h"

namespace leadlight {

// Points per column and slot of some training data.
struct Additive {
  double base = 0;
  std::vector<std::vector<double>> points;
  std::vector<std::vector<double>> errors;  // standard errors of the points; may be empty
};

// The scorecard of these points, calibrated. The mean points of each term over the training rows go into the base, so
// that points tell how a lead differs from the average one; a slot without rows gets 0. Terms carry their support.
// `uncalibrated`: becomes the scorecard of that name.
Trained trainedFrom(TrainingData data, Method method, Additive additive, const Calibration& calibration,
                    std::optional<Additive> uncalibrated);

// Takes the mean over the training rows off the points and returns it; a slot without rows gets 0, the average.
double centred(std::vector<double>& points, const std::vector<std::uint64_t>& rows);

// Training rows and converted ones of each slot, given the slot of a frame's row.
template <class SlotOf>
Support supportOf(const TrainingData& data, std::size_t slots, const SlotOf& slotOf) {
  Support support;
  support.rows.assign(slots, 0);
  support.positives.assign(slots, 0);
  for (std::size_t i = 0; i < data.rows.size(); ++i) {
    const std::size_t slot = slotOf(data.rows[i]);
    ++support.rows[slot];
    support.positives[slot] += data.converted[i];
  }
  return support;
}

}  // namespace leadlight
