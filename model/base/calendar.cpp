#include "model/base/calendar.h"

#include <array>
#include <chrono>
#include <cstdio>

namespace leadlight {

namespace {

constexpr std::int64_t daySeconds = 86400;

struct Scanner {
  std::string_view rest;

  bool take(char c) {
    if (rest.empty() || rest.front() != c) return false;
    rest.remove_prefix(1);
    return true;
  }
  // Between `least` and `most` digits.
  std::optional<int> number(std::size_t least, std::size_t most) {
    std::size_t n = 0;
    int value = 0;
    while (n < most && n < rest.size() && rest[n] >= '0' && rest[n] <= '9') value = value * 10 + (rest[n++] - '0');
    if (n < least) return std::nullopt;
    rest.remove_prefix(n);
    return value;
  }
};

std::int64_t daysOf(int year, int month, int day) {
  using namespace std::chrono;
  const year_month_day date{std::chrono::year{year}, std::chrono::month{static_cast<unsigned>(month)},
                            std::chrono::day{static_cast<unsigned>(day)}};
  return sys_days{date}.time_since_epoch().count();
}

bool isValidDate(int year, int month, int day) {
  using namespace std::chrono;
  return month >= 1 && day >= 1 && year >= 1 &&
         year_month_day{std::chrono::year{year}, std::chrono::month{static_cast<unsigned>(month)},
                        std::chrono::day{static_cast<unsigned>(day)}}
             .ok();
}

void appendPadded(std::string& out, int value, int width) {
  std::array<char, 16> buffer;
  const int n = std::snprintf(buffer.data(), buffer.size(), "%0*d", width, value);
  out.append(buffer.data(), static_cast<std::size_t>(n));
}

bool parseDay(Scanner& in, DateOrder order, CivilDate& date) {
  const bool yearFirst = order == DateOrder::YearMonthDay;
  const auto first = in.number(yearFirst ? 4 : 1, yearFirst ? 4 : 2);
  if (!first || in.rest.empty()) return false;
  const char separator = in.rest.front();
  if (separator != '-' && separator != '/' && separator != '.') return false;
  in.take(separator);
  const auto second = in.number(1, 2);
  if (!second || !in.take(separator)) return false;
  const auto third = in.number(yearFirst ? 1 : 4, yearFirst ? 2 : 4);
  if (!third) return false;
  switch (order) {
    case DateOrder::YearMonthDay:
      date = {*first, *second, *third};
      break;
    case DateOrder::DayMonthYear:
      date = {*third, *second, *first};
      break;
    case DateOrder::MonthDayYear:
      date = {*third, *first, *second};
      break;
  }
  return isValidDate(date.year, date.month, date.day);
}

struct TimeOfDay {
  int seconds = 0;            // since midnight
  std::string_view fraction;  // digits after the seconds
  int offset = 0;             // seconds east of UTC
  std::string_view zone;      // "Z" or "+02:00", as written
};

bool parseZone(Scanner& in, TimeOfDay& time) {
  const std::string_view start = in.rest;
  if (in.take('Z')) {
    time.zone = start.substr(0, 1);
    return true;
  }
  const int sign = in.take('+') ? 1 : in.take('-') ? -1 : 0;
  if (sign == 0) return true;
  const auto hours = in.number(2, 2);
  in.take(':');
  const auto minutes = in.number(2, 2);
  if (!hours || !minutes || *hours > 14 || *minutes > 59) return false;
  time.offset = sign * (*hours * 3600 + *minutes * 60);
  time.zone = start.substr(0, start.size() - in.rest.size());
  return true;
}

bool parseTime(Scanner& in, TimeOfDay& time) {
  auto hour = in.number(1, 2);
  if (!hour || !in.take(':')) return false;
  const auto minute = in.number(2, 2);
  if (!minute) return false;
  int second = 0;
  if (in.take(':')) {
    const auto value = in.number(2, 2);
    if (!value) return false;
    second = *value;
    if (in.take('.')) {
      const std::string_view start = in.rest;
      if (!in.number(1, 9)) return false;
      time.fraction = start.substr(0, start.size() - in.rest.size());
    }
  }
  in.take(' ');
  if (in.rest == "AM" || in.rest == "PM" || in.rest == "am" || in.rest == "pm") {
    if (*hour < 1 || *hour > 12) return false;
    hour = *hour % 12 + (in.rest.front() == 'P' || in.rest.front() == 'p' ? 12 : 0);
    in.rest = {};
  }
  if (*hour > 23 || *minute > 59 || second > 59) return false;
  time.seconds = *hour * 3600 + *minute * 60 + second;
  return parseZone(in, time);
}

}  // namespace

std::optional<DateTime> parseDate(std::string_view text, DateOrder order) {
  if (text.size() < 8 || text.size() > 40) return std::nullopt;
  Scanner in{text};
  CivilDate date{};
  if (!parseDay(in, order, date)) return std::nullopt;
  DateTime out;
  appendPadded(out.iso, date.year, 4);
  out.iso += '-';
  appendPadded(out.iso, date.month, 2);
  out.iso += '-';
  appendPadded(out.iso, date.day, 2);
  out.seconds = daysOf(date.year, date.month, date.day) * daySeconds;
  if (in.rest.empty()) return out;
  TimeOfDay time;
  if ((!in.take(' ') && !in.take('T')) || !parseTime(in, time) || !in.rest.empty()) return std::nullopt;
  out.iso += 'T';
  appendPadded(out.iso, time.seconds / 3600, 2);
  out.iso += ':';
  appendPadded(out.iso, time.seconds / 60 % 60, 2);
  out.iso += ':';
  appendPadded(out.iso, time.seconds % 60, 2);
  if (!time.fraction.empty()) out.iso.append(".").append(time.fraction);
  out.iso += time.zone;
  out.seconds += time.seconds - time.offset;
  return out;
}

CivilDate civilDate(std::int64_t seconds) {
  using namespace std::chrono;
  const std::int64_t day = seconds >= 0 ? seconds / daySeconds : (seconds - daySeconds + 1) / daySeconds;
  const year_month_day date{sys_days{days{day}}};
  return {static_cast<int>(date.year()), static_cast<int>(static_cast<unsigned>(date.month())),
          static_cast<int>(static_cast<unsigned>(date.day()))};
}

std::int64_t secondsOf(CivilDate date) { return daysOf(date.year, date.month, date.day) * daySeconds; }

std::string isoDate(std::int64_t seconds) { return isoDateTime(seconds).substr(0, 10); }

std::string isoDateTime(std::int64_t seconds) {
  const CivilDate date = civilDate(seconds);
  const int time = static_cast<int>(seconds - secondsOf(date));
  std::array<char, 48> buffer;
  std::snprintf(buffer.data(), buffer.size(), "%04d-%02d-%02dT%02d:%02d:%02d", date.year, date.month, date.day,
                time / 3600, time / 60 % 60, time % 60);
  return buffer.data();
}

std::int64_t secondsNow() {
  const auto now = std::chrono::system_clock::now().time_since_epoch();
  return std::chrono::duration_cast<std::chrono::seconds>(now).count();
}

std::string isoNow() { return isoDateTime(secondsNow()) + "Z"; }

}  // namespace leadlight
