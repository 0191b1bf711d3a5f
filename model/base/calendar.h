#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace leadlight {

// The order of day, month and year in a date written with digits.
enum class DateOrder { YearMonthDay, DayMonthYear, MonthDayYear };

// A moment as a file gives it. ISO text in the store keeps what was written (date only, fractions, offset); seconds are
// what the frame compares.
struct DateTime {
  std::int64_t seconds = 0;  // since 1970-01-01T00:00:00; a text without offset is taken as UTC
  std::string iso;           // "2016-07-31", "2016-07-31T17:11:00", "2025-09-18T09:33:57.112536Z"
};

// Reads one whole date or date with time. Year: four digits; day and month: one or two; parts separated by '-', '/' or
// '.', the same one twice; time "H:MM[:SS[.fraction]]" after a space or 'T', optionally "AM"/"PM", optionally 'Z' or
// an offset "+hh:mm". Two-digit years, 2024-02-30 and the like are nullopt.
std::optional<DateTime> parseDate(std::string_view text, DateOrder order);

// "2016-07-31T17:11:00" for seconds since 1970.
std::string isoDateTime(std::int64_t seconds);
// "2016-07-31"
std::string isoDate(std::int64_t seconds);

struct CivilDate {
  int year;
  int month;  // 1..12
  int day;    // 1..31
};
CivilDate civilDate(std::int64_t seconds);
std::int64_t secondsOf(CivilDate date);  // at midnight

// The current moment, in seconds since 1970.
std::int64_t secondsNow();
// The current moment as "2016-07-31T17:11:00Z".
std::string isoNow();

}  // namespace leadlight
