#pragma once

#include <cstdint>
#include <span>

namespace leadlight {

// P(converted) = 1 / (1 + exp(-(offset + slope * points))).
struct Calibration {
  double slope = 1;
  double offset = 0;
};

// The slope and offset that fit outcomes best to log-odds of rows that the model did not learn from (J. Platt, 1999,
// with Newton steps that are halved until the log-loss falls). A small pull towards slope 1, offset 0 decides where the
// rows say nothing. The slope is never negative.
Calibration calibrated(std::span<const double> points, std::span<const std::uint8_t> converted);

}  // namespace leadlight
