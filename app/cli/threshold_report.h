#pragma once

#include <optional>
#include <vector>

#include "app/cli/options.h"
#include "model/base/json_writer.h"
#include "scoring/evaluate/evaluate.h"
#include "scoring/evaluate/threshold.h"

namespace leadlight {

// How a threshold of the score is chosen: --threshold, --capacity, --precision, or by money alone.
struct ThresholdWish {
  std::optional<double> threshold;
  std::vector<std::uint64_t> capacity;  // leads to call, band by band
  std::vector<double> precision;        // shares that convert, band by band
  std::optional<Economics> economics;   // --value-of-win, --cost-of-call
};
std::vector<OptionSpec> thresholdOptions();
// nullopt when none of the options is given. Errors: Usage.
Result<std::optional<ThresholdWish>> thresholdWishOf(const Arguments& args);

// What calling from a threshold upwards would have done with the leads of an evaluation.
struct ThresholdReport {
  ThresholdWish wish;
  std::optional<CallList> list;       // absent when no list converts as well as is wished
  std::optional<CallList> mostMoney;  // absent without money, or when every call loses some
  std::vector<BandConversion> bands;  // of --capacity and --precision
};
ThresholdReport thresholdReport(const Evaluation& evaluation, const ThresholdWish& wish);

// Fields of an open object: "threshold": {"threshold","by","calls",…,"money","most_money"} or null, "proposed_bands".
void writeThreshold(JsonWriter& json, const ThresholdReport& report);
void printThreshold(std::ostream& out, const ThresholdReport& report);

}  // namespace leadlight
