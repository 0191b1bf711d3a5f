#include "scoring/train/time_split.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "model/base/text.h"

namespace leadlight {

namespace {

// The moments of the rows that have one, ascending.
std::vector<std::int64_t> momentsOf(const Column& dates, std::span<const std::uint32_t> rows) {
  std::vector<std::int64_t> moments;
  const auto add = [&](std::size_t row) {
    if (!dates.isMissing(row)) moments.push_back(dates.integers()[row]);
  };
  if (rows.empty())
    for (std::size_t row = 0; row < dates.rows(); ++row) add(row);
  for (const std::uint32_t row : rows) add(row);
  std::sort(moments.begin(), moments.end());
  return moments;
}

// Smaller is better.
int unlikeness(const Column& column) {
  static constexpr std::array<std::string_view, 5> births = {"created", "registered", "received", "signup", "entered"};
  const auto holds = [&](std::string_view word) { return containsIgnoringCase(column.name(), word); };
  if (std::any_of(births.begin(), births.end(), holds)) return 0;
  static constexpr std::array<std::string_view, 6> later = {"modif", "updat", "last", "clos", "conver", "next"};
  return std::any_of(later.begin(), later.end(), holds) ? 2 : 1;
}

}  // namespace

std::optional<std::int64_t> newestFrom(const Column& dates, std::span<const std::uint32_t> rows, double share) {
  const std::vector<std::int64_t> moments = momentsOf(dates, rows);
  if (moments.empty()) return std::nullopt;
  const auto n = static_cast<double>(moments.size());
  const auto shareFrom = [&](std::vector<std::int64_t>::const_iterator at) {
    return static_cast<double>(moments.end() - at) / n;
  };
  const auto cut = moments.begin() + static_cast<std::ptrdiff_t>(n * (1 - share));
  if (cut == moments.end()) return std::nullopt;
  const auto first = std::lower_bound(moments.begin(), moments.end(), *cut);
  const auto next = std::upper_bound(moments.begin(), moments.end(), *cut);
  const bool nextIsNearer = next != moments.end() && share - shareFrom(next) < shareFrom(first) - share;
  const auto chosen = nextIsNearer ? next : first;
  if (shareFrom(chosen) < share / 2 || shareFrom(chosen) > share * 2) return std::nullopt;
  return *chosen;
}

const Column* timeColumn(const Frame& frame, std::span<const std::uint32_t> rows,
                         const std::vector<std::string>& exclude) {
  const Column* best = nullptr;
  const std::size_t all = rows.empty() ? frame.rows() : rows.size();
  for (const Frame::ColumnPtr& column : frame.columns()) {
    if (column->type() != ColumnType::Date) continue;
    if (std::any_of(exclude.begin(), exclude.end(), [&](const auto& name) { return frame.find(name) == column.get(); }))
      continue;
    if (best != nullptr && unlikeness(*best) <= unlikeness(*column)) continue;
    if (static_cast<double>(momentsOf(*column, rows).size()) < 0.95 * static_cast<double>(all)) continue;
    if (newestFrom(*column, rows, 0.2)) best = column.get();
  }
  return best;
}

}  // namespace leadlight
