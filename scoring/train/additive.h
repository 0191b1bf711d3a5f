#pragma once

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
Trained trainedFrom(TrainingData data, Method method, Additive additive, const Calibration& calibration);

}  // namespace leadlight
