#include "model/frame/lead_dates.h"

#include <initializer_list>

#include "model/base/text.h"
#include "model/frame/parallel.h"

namespace leadlight {

namespace {

// The first date column that has one of the names, else the first with one of the words in its name.
const Column* dateOf(const Frame& frame, std::initializer_list<std::string_view> names,
                     std::initializer_list<std::string_view> words) {
  for (const std::string_view name : names)
    for (const Frame::ColumnPtr& column : frame.columns())
      if (column->type() == ColumnType::Date && equalsIgnoringCase(column->name(), name)) return column.get();
  for (const std::string_view word : words)
    for (const Frame::ColumnPtr& column : frame.columns())
      if (column->type() == ColumnType::Date && containsIgnoringCase(column->name(), word)) return column.get();
  return nullptr;
}

}  // namespace

LeadDates leadDates(const Frame& frame) {
  LeadDates dates;
  dates.created = dateOf(frame, {"created_on", "created", "created_date", "date_created", "engage_date"}, {"created"});
  dates.modified = dateOf(frame, {"modified_on", "modified", "last_modified"}, {"modified", "updated"});
  dates.converted =
      dateOf(frame, {"converted_on", "conversion_date", "close_date", "closed_on"}, {"conversion", "converted"});
  return dates;
}

std::optional<Column> daysToConvert(const Frame& frame, const Target& target) {
  const LeadDates dates = leadDates(frame);
  const Column* to = dates.converted != nullptr ? dates.converted : dates.modified;
  const std::vector<std::uint64_t> converted = frame.converted(target);
  if (dates.created == nullptr || to == nullptr || to == dates.created || converted.empty()) return std::nullopt;
  const std::vector<std::int64_t>& begin = dates.created->integers();
  const std::vector<std::int64_t>& end = to->integers();
  std::vector<std::int64_t> days(frame.rows(), Column::missingInteger);
  inHalves(days.size(), parallelRows, [&](std::size_t, std::size_t first, std::size_t last) {
    for (std::size_t row = first; row < last; ++row) {
      const bool known = begin[row] != Column::missingInteger && end[row] != Column::missingInteger;
      if (known && (converted[row >> 6] >> (row & 63) & 1) != 0 && end[row] >= begin[row])
        days[row] = (end[row] - begin[row]) / 86400;
    }
  });
  return Column::integers(std::string(daysToConvertColumn), std::string(daysToConvertColumn), std::move(days));
}

}  // namespace leadlight
