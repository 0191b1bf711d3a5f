#include "model/frame/aggregate.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <unordered_map>

#include "model/frame/parallel.h"

namespace leadlight {

namespace {

std::vector<std::uint16_t> groupOfTexts(const Column& column, const Binning& binning) {
  std::unordered_map<std::string_view, std::uint16_t> groupOf;
  const std::size_t values = std::min<std::size_t>(binning.values.size(), 65534);
  for (std::size_t i = 0; i < values; ++i) groupOf.emplace(binning.values[i], static_cast<std::uint16_t>(i));
  const auto missing = static_cast<std::uint16_t>(values);
  // Only a full binning leaves values out; they share its last group.
  const auto other = static_cast<std::uint16_t>(values == 65534 ? values - 1 : values);
  std::vector<std::uint16_t> groups(column.rows());
  if (column.type() != ColumnType::Text) {
    for (std::size_t row = 0; row < groups.size(); ++row) {
      const auto at = groupOf.find(column.textAt(row));
      groups[row] = at != groupOf.end() ? at->second : column.isMissing(row) ? missing : other;
    }
    return groups;
  }
  const std::vector<std::string>& dictionary = column.dictionary();
  std::vector<std::uint16_t> ofCode(dictionary.size(), missing);
  for (std::uint32_t code = 0; code < dictionary.size(); ++code) {
    if (column.isMissingCode(code)) continue;
    const auto at = groupOf.find(dictionary[code]);
    ofCode[code] = at != groupOf.end() ? at->second : other;
  }
  std::visit(
      [&](const auto& codes) {
        inHalves(groups.size(), parallelRows, [&](std::size_t, std::size_t begin, std::size_t end) {
          for (std::size_t row = begin; row < end; ++row) groups[row] = ofCode[codes[row]];
        });
      },
      column.codes());
  return groups;
}

// Finds the bin of a value: a table over equal cells gives the first bin it can be in, and a short walk the right one.
class BinFinder {
 public:
  explicit BinFinder(const std::vector<double>& edges)
      : edges_(edges), last_(edges.size() - 2), scale_(cells / (edges.back() - edges.front())) {
    std::size_t bin = 0;
    for (std::size_t cell = 0; cell < cells; ++cell) {
      const double start = edges.front() + static_cast<double>(cell) / scale_;
      while (bin < last_ && edges[bin + 1] < start) ++bin;
      // One bin back, should rounding have put the cell's first value just below an edge.
      firstBin_[cell] = static_cast<std::uint16_t>(bin > 0 ? bin - 1 : 0);
    }
  }

  std::size_t operator()(double value) const {
    const double at = (value - edges_.front()) * scale_;
    if (!(at > 0)) return 0;
    std::size_t bin = firstBin_[at < cells ? static_cast<std::size_t>(at) : cells - 1];
    while (bin < last_ && value >= edges_[bin + 1]) ++bin;
    return bin;
  }

 private:
  static constexpr std::size_t cells = 1024;
  const std::vector<double>& edges_;
  std::size_t last_;
  double scale_;
  std::array<std::uint16_t, cells> firstBin_{};
};

std::vector<std::uint16_t> groupOfNumbers(const Column& column, const Binning& binning) {
  const auto missing = static_cast<std::uint16_t>(binning.missingGroup());
  std::vector<std::uint16_t> groups(column.rows(), missing);
  if (binning.edges.size() < 2 || column.type() == ColumnType::Text) return groups;
  const BinFinder binOf(binning.edges);
  inHalves(groups.size(), parallelRows, [&](std::size_t, std::size_t begin, std::size_t end) {
    if (column.type() == ColumnType::Decimal) {
      const std::vector<double>& values = column.decimals();
      for (std::size_t row = begin; row < end; ++row)
        if (!std::isnan(values[row])) groups[row] = static_cast<std::uint16_t>(binOf(values[row]));
    } else {
      const std::vector<std::int64_t>& values = column.integers();
      for (std::size_t row = begin; row < end; ++row)
        if (values[row] != Column::missingInteger)
          groups[row] = static_cast<std::uint16_t>(binOf(static_cast<double>(values[row])));
    }
  });
  return groups;
}

struct Inputs {
  const std::uint16_t* groupOfRow;
  const std::uint64_t* members;
  const std::uint64_t* converted;  // nullptr: none
  const Column* score;             // nullptr: none
};

void count(const Inputs& in, std::size_t begin, std::size_t end, std::vector<Group>& out) {
  const double* scores =
      in.score != nullptr && in.score->type() == ColumnType::Decimal ? in.score->decimals().data() : nullptr;
  for (std::size_t w = begin / 64; w * 64 < end; ++w) {
    const std::uint64_t converted = in.converted != nullptr ? in.converted[w] : 0;
    for (std::uint64_t left = in.members[w]; left != 0; left &= left - 1) {
      const auto bit = static_cast<std::size_t>(std::countr_zero(left));
      const std::size_t row = w * 64 + bit;
      Group& group = out[in.groupOfRow[row]];
      ++group.leads;
      group.converted += converted >> bit & 1;
      if (in.score == nullptr) continue;
      const double score = scores != nullptr ? scores[row] : in.score->number(row);
      if (std::isnan(score)) continue;
      group.scoreSum += score;
      ++group.scored;
    }
  }
}

}  // namespace

Rate wilson(std::uint64_t positives, std::uint64_t n) {
  constexpr double z = 1.959963984540054;
  if (n == 0) return {std::numeric_limits<double>::quiet_NaN(), 0, 1};
  const auto total = static_cast<double>(n);
  const double p = static_cast<double>(positives) / total;
  const double scale = 1 + z * z / total;
  const double centre = (p + z * z / (2 * total)) / scale;
  const double half = z / scale * std::sqrt(p * (1 - p) / total + z * z / (4 * total * total));
  return {p, positives == 0 ? 0 : std::max(0.0, centre - half), positives == n ? 1 : std::min(1.0, centre + half)};
}

std::vector<std::uint16_t> groupOfRows(const Column& column, const Binning& binning) {
  return binning.kind == Binning::Kind::Category ? groupOfTexts(column, binning) : groupOfNumbers(column, binning);
}

std::vector<Group> aggregate(const std::vector<std::uint16_t>& groupOfRow, std::size_t groups, const RowSet& rows,
                             const std::vector<std::uint64_t>& converted, const Column* score) {
  const Inputs in{groupOfRow.data(), rows.words().data(), converted.empty() ? nullptr : converted.data(), score};
  std::array<std::vector<Group>, 2> parts{std::vector<Group>(groups), std::vector<Group>(groups)};
  inHalves(rows.rows(), parallelRows,
           [&](std::size_t part, std::size_t begin, std::size_t end) { count(in, begin, end, parts[part]); });
  for (std::size_t i = 0; i < groups; ++i) {
    parts[0][i].leads += parts[1][i].leads;
    parts[0][i].converted += parts[1][i].converted;
    parts[0][i].scoreSum += parts[1][i].scoreSum;
    parts[0][i].scored += parts[1][i].scored;
  }
  return std::move(parts[0]);
}

}  // namespace leadlight
