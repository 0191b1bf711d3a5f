#include "model/load/date_orders.h"

#include <fmt/format.h>

#include "model/schema/schema.h"

namespace leadlight {

namespace {

using By = LoadReport::ColumnFacts::Reading::By;

bool isSure(const LoadReport::ColumnFacts& column) {
  if (column.type != ColumnType::Date || !column.reading || column.reading->dates == DateOrder::YearMonthDay)
    return false;
  return column.reading->by == By::Values || column.reading->by == By::Asked;
}

const char* firstOf(DateOrder order) { return order == DateOrder::MonthDayYear ? "month first" : "day first"; }

DateOrder otherOf(DateOrder order) {
  return order == DateOrder::MonthDayYear ? DateOrder::DayMonthYear : DateOrder::MonthDayYear;
}

}  // namespace

KnownDateOrders knownDateOrders(const std::vector<LoadReport>& newestFirst, const std::string& dataset) {
  KnownDateOrders known;
  for (const LoadReport& load : newestFirst) {
    if (load.status != LoadReport::Status::Loaded || load.dataset != dataset) continue;
    for (const LoadReport::ColumnFacts& column : load.columns) {
      if (!isSure(column)) continue;
      const auto [found, isNew] = known.try_emplace(column.name, KnownDateOrder{column.reading->dates, false});
      found->second.contested |= found->second.order != column.reading->dates;
    }
  }
  return known;
}

std::vector<LoadReport::Warning> dateWarnings(const LoadReport& report, const KnownDateOrders& known) {
  std::vector<LoadReport::Warning> warnings;
  for (const LoadReport::ColumnFacts& column : report.columns) {
    if (column.type != ColumnType::Date || !column.reading) continue;
    const DateOrder order = column.reading->dates;
    const auto earlier = known.find(column.name);
    if (column.ambiguous && column.reading->by == By::Default)
      warnings.push_back(
          {"date_order_unknown", column.name,
           fmt::format("No value of {} tells day from month, so it is read {}. If it is {}, load it "
                       "with --dates {}.",
                       column.name, firstOf(order), firstOf(otherOf(order)), dateOrderName(otherOf(order)))});
    else if (column.reading->by == By::Values && order != DateOrder::YearMonthDay && earlier != known.end() &&
             earlier->second.order != order)
      warnings.push_back({"date_order_differs", column.name,
                          fmt::format("{} is {} here, as its values prove, and was {} in an earlier file.", column.name,
                                      firstOf(order), firstOf(earlier->second.order))});
  }
  return warnings;
}

}  // namespace leadlight
