#pragma once

#include <algorithm>
#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "model/frame/frame.h"
#include "model/frame/row_set.h"

namespace leadlight {

// A share with its Wilson score interval at 95 % (E. B. Wilson, JASA 22, 1927; z = 1.959963984540054).
struct Rate {
  double rate = 0;  // positives / n; NaN when n = 0, with the interval 0 to 1
  double low = 0;
  double high = 0;
};
Rate wilson(std::uint64_t positives, std::uint64_t n);

// How the values of a column are put into groups; group numbers are 0-based. A Binning is cheap to copy.
// The last group of every binning is "missing" (absent or placeholder).
struct Binning {
  enum class Kind { Category, Number, Date };
  enum class Period { Day, Week, Month, Year };
  Kind kind = Kind::Category;
  std::vector<std::string> values;  // Category: the group's value, most frequent first; ties by text
  // Number, Date: ascending; group i holds edges[i] <= v < edges[i+1], the last also its upper edge
  std::vector<double> edges;
  Period period = Period::Month;  // Date
  bool singleValues = false;      // Number: group i holds only the whole number edges[i]

  std::size_t groups() const {
    return (kind == Kind::Category ? std::min<std::size_t>(values.size(), 65534)
            : edges.empty()        ? 0
                                   : edges.size() - 1) +
           1;
  }
  std::size_t missingGroup() const { return groups() - 1; }
};

// By category: one group per value. Numbers: about `bins` groups with round edges (1, 2, 2.5 or 5 times a power of ten)
// over all rows; of whole numbers that are all multiples of five, say, such multiples. Integer columns with at most
// `bins` distinct values get one group per value. When a few values lie far out, the 1st to 99th percentile decides the
// width, and the first or last group reaches out to the least or greatest value, so that a long tail does not flatten
// the chart. Dates: day, week (from Monday), month or year by span, so that no more than about `bins` groups come out
// (years always as many as there are).
Binning binningOf(const Column& column, std::size_t bins);
// The same with a date column's period given; a longer one when there would be more than 250 groups.
Binning binningOf(const Column& column, std::size_t bins, std::optional<Binning::Period> period);
// The smallest round width of at least `least`, a multiple of `unit` unless that is 0. REQUIRES: least > 0
double roundWidth(double least, double unit);
// Numbers in bins: the same, yet with edges at those of `values` that lie inside, too. A round edge nearer to one of
// them than a quarter of a bin gives way.
Binning withEdges(Binning binning, const std::vector<double>& values);
// Each value of a text column with its rows, most frequent first, missing ones left out.
std::vector<std::pair<std::string, std::uint64_t>> valueCounts(const Column& column);

// What one group of a chart shows.
struct Group {
  std::uint64_t leads = 0;
  std::uint64_t converted = 0;
  double scoreSum = 0;
  std::uint64_t scored = 0;    // leads with a score
  double measureSum = 0;       // of the view's measure, if it has one
  std::uint64_t measured = 0;  // leads with a value of it
  Rate rate() const { return wilson(converted, leads); }
  double meanScore() const {
    return scored == 0 ? std::numeric_limits<double>::quiet_NaN() : scoreSum / static_cast<double>(scored);
  }
  double meanMeasure() const {
    return measured == 0 ? std::numeric_limits<double>::quiet_NaN() : measureSum / static_cast<double>(measured);
  }
};

// Group number of every row under a binning; 16 bit, since charts have few groups. A category beyond 65,534 values
// shares the last value's group. Numbers beyond the first or last edge join the group next to them; texts that the
// binning does not know are missing.
std::vector<std::uint16_t> groupOfRows(const Column& column, const Binning& binning);

// One Group per group of `binning`, over the rows of `rows`. `converted` comes from Frame::converted (may be empty);
// `score` may be nullptr.
std::vector<Group> aggregate(const std::vector<std::uint16_t>& groupOfRow, std::size_t groups, const RowSet& rows,
                             const std::vector<std::uint64_t>& converted, const Column* score);

// The text that names group i: the category, or "3" or "0 to 5", or "2016-07" (a week by its Monday); "" for missing.
std::string groupName(const Binning& binning, std::size_t group);

}  // namespace leadlight
