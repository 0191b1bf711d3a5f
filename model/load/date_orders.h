#pragma once

#include <map>
#include <string>
#include <vector>

#include "model/store/load_report.h"

namespace leadlight {

// The order of day and month that earlier loads of a dataset are sure of, by column.
struct KnownDateOrder {
  DateOrder order = DateOrder::DayMonthYear;  // of the latest of them
  bool contested = false;                     // they differ
};
using KnownDateOrders = std::map<std::string, KnownDateOrder>;

// `newestFirst`: loads of any datasets; those that were undone or failed say nothing.
KnownDateOrders knownDateOrders(const std::vector<LoadReport>& newestFirst, const std::string& dataset);

// Sentences about columns of `report` whose dates may be read wrongly: nothing tells day from month, or the file and
// earlier ones prove different orders.
std::vector<LoadReport::Warning> dateWarnings(const LoadReport& report, const KnownDateOrders& known);

}  // namespace leadlight
