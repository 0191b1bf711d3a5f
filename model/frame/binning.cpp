#include <algorithm>
#include <cmath>

#include "model/base/calendar.h"
#include "model/base/text.h"
#include "model/frame/aggregate.h"
#include "model/frame/common_step.h"

namespace leadlight {

namespace {

constexpr std::size_t maxCategories = 65534;
constexpr std::size_t maxSample = 100000;
constexpr std::int64_t secondsOfDay = 86400;

// The codes that stand for a value in some row, most frequent first; ties by text.
std::vector<std::uint32_t> presentCodes(const Column& column, std::vector<std::uint64_t>& counts) {
  const std::vector<std::string>& dictionary = column.dictionary();
  counts.assign(dictionary.size(), 0);
  std::visit(
      [&](const auto& codes) {
        for (const auto code : codes) ++counts[code];
      },
      column.codes());
  std::vector<std::uint32_t> present;
  for (std::uint32_t code = 0; code < dictionary.size(); ++code)
    if (counts[code] > 0 && !column.isMissingCode(code)) present.push_back(code);
  std::sort(present.begin(), present.end(), [&](std::uint32_t a, std::uint32_t b) {
    return counts[a] != counts[b] ? counts[a] > counts[b] : dictionary[a] < dictionary[b];
  });
  return present;
}

Binning categories(const Column& column) {
  std::vector<std::uint64_t> counts;
  std::vector<std::uint32_t> present = presentCodes(column, counts);
  if (present.size() > maxCategories) present.resize(maxCategories);
  Binning binning;
  for (const std::uint32_t code : present) binning.values.push_back(column.dictionary()[code]);
  return binning;
}

// A round step: mantissa / 10 * 10^exponent with mantissa 10, 20, 25 or 50, times a whole unit. Multiples of it are
// rounded only once, so that 3 * 0.1 is 0.3.
struct Step {
  int mantissa = 10;
  int exponent = 0;
  double unit = 1;
  double multiple(double k) const {
    const int shift = exponent - 1;
    return unit * (shift >= 0 ? k * mantissa * std::pow(10.0, shift) : k * mantissa / std::pow(10.0, -shift));
  }
  double width() const { return multiple(1); }
};

// The smallest round step of at least `least`, a whole number if asked.
Step roundStep(double least, bool whole) {
  Step step;
  step.exponent = static_cast<int>(std::floor(std::log10(least))) - 1;
  for (;; ++step.exponent)
    for (const int mantissa : {10, 20, 25, 50}) {
      step.mantissa = mantissa;
      if (step.width() >= least && (!whole || step.width() == std::floor(step.width()))) return step;
    }
}

// The same as a multiple of `unit`; any when that is 0.
Step roundStep(double least, bool whole, double unit) {
  if (unit == 0) return roundStep(least, whole);
  Step step = roundStep(std::max(least / unit, 1.0), true);
  step.unit = unit;
  return step;
}

struct Spread {
  double least = 0, most = 0;  // of all values
  double low = 0, high = 0;    // between which about 98 % lie
  double step = 0;             // all values are multiples of it; 0: of none
  std::size_t present = 0;
};

Spread spreadOf(const Column& column) {
  Spread spread;
  const std::size_t rows = column.rows(), stride = std::max<std::size_t>(1, rows / maxSample);
  std::vector<double> sample;
  sample.reserve(rows / stride + 1);
  CommonStep common;
  for (std::size_t row = 0; row < rows; ++row) {
    const double value = column.number(row);
    if (std::isnan(value)) continue;
    if (spread.present++ == 0) spread.least = spread.most = value;
    spread.least = std::min(spread.least, value);
    spread.most = std::max(spread.most, value);
    common.add(value);
    if (spread.present % stride == 0) sample.push_back(value);
  }
  spread.low = spread.least;
  spread.high = spread.most;
  spread.step = common.step();
  if (sample.empty()) return spread;
  const auto quantile = [&](double share) {
    const auto at = sample.begin() + static_cast<std::ptrdiff_t>(share * static_cast<double>(sample.size() - 1));
    std::nth_element(sample.begin(), at, sample.end());
    return *at;
  };
  const double low = quantile(0.01), high = quantile(0.99);
  // Only a long tail is worth a bin of another width.
  if (high > low && (spread.most - spread.least) > 1.5 * (high - low)) spread.low = low, spread.high = high;
  return spread;
}

// The distinct values, ascending, or nothing when there are more than `most`.
std::vector<std::int64_t> fewValues(const std::vector<std::int64_t>& values, std::size_t most) {
  std::vector<std::int64_t> distinct;
  std::int64_t last = Column::missingInteger;
  for (const std::int64_t value : values) {
    if (value == Column::missingInteger || value == last) continue;
    last = value;
    const auto at = std::lower_bound(distinct.begin(), distinct.end(), value);
    if (at != distinct.end() && *at == value) continue;
    if (distinct.size() == most) return {};
    distinct.insert(at, value);
  }
  return distinct;
}

Binning numbers(const Column& column, std::size_t bins) {
  Binning binning;
  binning.kind = Binning::Kind::Number;
  const bool whole = column.type() == ColumnType::Integer;
  if (whole) {
    constexpr double exact = 9007199254740992.0;  // whole numbers up to 2^53 are doubles, too
    for (const std::int64_t value : fewValues(column.integers(), bins))
      binning.edges.push_back(static_cast<double>(value));
    if (!binning.edges.empty() && binning.edges.front() > -exact && binning.edges.back() < exact) {
      binning.edges.push_back(binning.edges.back() + 1);
      binning.singleValues = true;
      return binning;
    }
    binning.edges.clear();
  }
  const Spread spread = spreadOf(column);
  if (spread.present == 0) return binning;
  const double range = spread.high - spread.low;
  const double size = std::max(std::fabs(spread.low), std::fabs(spread.high));
  // Below about 1e-12 of the values themselves, edges could no longer be told apart.
  double least = std::max({range / static_cast<double>(bins), size * 1e-12, 1e-300});
  if (range == 0) least = std::max(size / 10, 1e-9);
  if (whole) least = std::max(least, 1.0);
  const double unit = range > 0 ? spread.step : 0;
  const Step step = roundStep(least, whole, unit);
  const double first = std::floor(spread.low / step.width());
  double last = std::ceil(spread.high / step.width());
  // With one value in each bin, the greatest does not share its bin with the one before.
  const bool single = unit > 0 && step.width() == unit && (unit > 1 || !whole);
  if (last <= first || (single && last * unit == spread.high)) ++last;
  for (double k = first; k <= last; ++k) binning.edges.push_back(step.multiple(k));
  if (spread.least < binning.edges.front()) binning.edges.insert(binning.edges.begin(), spread.least);
  if (spread.most > binning.edges.back()) binning.edges.push_back(spread.most);
  return binning;
}

std::int64_t dayOf(std::int64_t seconds) {
  return seconds >= 0 ? seconds / secondsOfDay : -((-seconds + secondsOfDay - 1) / secondsOfDay);
}

// The first moment of the period that holds `seconds`. Weeks begin on Monday; 1970-01-01 was a Thursday.
std::int64_t periodStart(std::int64_t seconds, Binning::Period period) {
  const std::int64_t day = dayOf(seconds);
  if (period == Binning::Period::Day) return day * secondsOfDay;
  if (period == Binning::Period::Week) return (day - ((day + 3) % 7 + 7) % 7) * secondsOfDay;
  CivilDate date = civilDate(day * secondsOfDay);
  date.day = 1;
  if (period == Binning::Period::Year) date.month = 1;
  return secondsOf(date);
}

std::int64_t nextPeriod(std::int64_t start, Binning::Period period) {
  if (period == Binning::Period::Day) return start + secondsOfDay;
  if (period == Binning::Period::Week) return start + 7 * secondsOfDay;
  CivilDate date = civilDate(start);
  if (period == Binning::Period::Year || date.month == 12) {
    ++date.year;
    date.month = 1;
  } else {
    ++date.month;
  }
  return secondsOf(date);
}

Binning dates(const Column& column, std::size_t bins, std::optional<Binning::Period> wanted) {
  Binning binning;
  binning.kind = Binning::Kind::Date;
  std::int64_t least = std::numeric_limits<std::int64_t>::max(), most = Column::missingInteger;
  for (const std::int64_t value : column.integers()) {
    if (value == Column::missingInteger) continue;
    least = std::min(least, value);
    most = std::max(most, value);
  }
  if (most == Column::missingInteger) return binning;
  const double days = static_cast<double>(dayOf(most) - dayOf(least)) + 1;
  const double room = static_cast<double>(std::max<std::size_t>(bins, 1)) * 1.25;
  using Period = Binning::Period;
  binning.period = days <= room          ? Period::Day
                   : days / 7 <= room    ? Period::Week
                   : days / 30.4 <= room ? Period::Month
                                         : Period::Year;
  if (wanted) {
    const double lengths[] = {1, 7, 30.4, 365.2};
    auto at = static_cast<std::size_t>(*wanted);
    while (at < 3 && days / lengths[at] > 250) ++at;
    binning.period = static_cast<Period>(at);
  }
  std::int64_t edge = periodStart(least, binning.period);
  while (edge <= most) {
    binning.edges.push_back(static_cast<double>(edge));
    edge = nextPeriod(edge, binning.period);
  }
  binning.edges.push_back(static_cast<double>(edge));
  return binning;
}

}  // namespace

Binning binningOf(const Column& column, std::size_t bins) { return binningOf(column, bins, std::nullopt); }

Binning binningOf(const Column& column, std::size_t bins, std::optional<Binning::Period> period) {
  bins = std::clamp<std::size_t>(bins, 1, 10000);
  switch (column.type()) {
    case ColumnType::Text:
      return categories(column);
    case ColumnType::Date:
      return dates(column, bins, period);
    case ColumnType::Integer:
    case ColumnType::Decimal:
      break;
  }
  return numbers(column, bins);
}

double roundWidth(double least, double unit) { return roundStep(least, false, unit).width(); }

Binning withEdges(Binning binning, const std::vector<double>& values) {
  if (binning.kind != Binning::Kind::Number || binning.singleValues || binning.edges.size() < 2) return binning;
  const std::vector<double> round = binning.edges;
  std::vector<double>& edges = binning.edges;
  for (const double value : values) {
    if (!(value > round.front() && value < round.back())) continue;
    const auto above = std::upper_bound(round.begin(), round.end(), value);
    const double near = (*above - *(above - 1)) / 4;
    for (const auto neighbour : {above - 1, above}) {
      const bool inner = neighbour != round.begin() && neighbour + 1 != round.end();
      const bool wanted = std::find(values.begin(), values.end(), *neighbour) != values.end();
      if (inner && !wanted && std::fabs(*neighbour - value) < near) std::erase(edges, *neighbour);
    }
    const auto place = std::lower_bound(edges.begin(), edges.end(), value);
    if (*place != value) edges.insert(place, value);
  }
  return binning;
}

std::vector<std::pair<std::string, std::uint64_t>> valueCounts(const Column& column) {
  std::vector<std::pair<std::string, std::uint64_t>> values;
  if (column.type() != ColumnType::Text) return values;
  std::vector<std::uint64_t> counts;
  for (const std::uint32_t code : presentCodes(column, counts))
    values.emplace_back(column.dictionary()[code], counts[code]);
  return values;
}

std::string groupName(const Binning& binning, std::size_t group) {
  if (group >= binning.missingGroup()) return {};
  if (binning.kind == Binning::Kind::Category) return binning.values[group];
  const double low = binning.edges[group];
  if (binning.kind == Binning::Kind::Number)
    return binning.singleValues ? formatNumber(low)
                                : formatNumber(low) + " to " + formatNumber(binning.edges[group + 1]);
  const std::string day = isoDate(static_cast<std::int64_t>(low));
  switch (binning.period) {
    case Binning::Period::Month:
      return day.substr(0, 7);
    case Binning::Period::Year:
      return day.substr(0, 4);
    default:
      return day;
  }
}

}  // namespace leadlight
