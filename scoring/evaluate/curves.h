#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "model/frame/aggregate.h"
#include "scoring/evaluate/ranking.h"

namespace leadlight {

struct CurvePoint {
  double x = 0;
  double y = 0;
  double threshold = 0;  // the leads counted are those with at least this score
};

// Each has at most `most` points: all thresholds when they are few, else evenly chosen ones, first and last included.
// Empty when the leads have one outcome only. REQUIRES: most >= 2
std::vector<CurvePoint> rocCurve(const Ranking& ranking, std::size_t most = 400);   // false alarms -> wins found
std::vector<CurvePoint> prCurve(const Ranking& ranking, std::size_t most = 400);    // recall -> precision
std::vector<CurvePoint> gainCurve(const Ranking& ranking, std::size_t most = 400);  // share of leads -> share of wins
std::vector<CurvePoint> liftCurve(const Ranking& ranking, std::size_t most = 400);  // share of leads -> times the mean

// The leads of one range of probabilities: what was foretold and what came.
struct CalibrationBin {
  double low = 0, high = 0;  // the range
  double foretold = 0;       // mean probability; NaN without leads
  std::uint64_t leads = 0;
  std::uint64_t converted = 0;
  Rate rate() const { return wilson(converted, leads); }
};
// `bins` ranges of equal width over 0 to 1, as the calibration error uses them (10).
std::vector<CalibrationBin> calibrationCurve(std::span<const double> probability, std::span<const std::uint8_t> won,
                                             std::size_t bins = 10);

}  // namespace leadlight
