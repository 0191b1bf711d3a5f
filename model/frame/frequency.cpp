#include "model/frame/frequency.h"

#include <algorithm>

#include "model/frame/key_sort.h"

namespace leadlight {

namespace {

// Counts before values are written out: `row` is any row that has the value.
struct Tally {
  std::uint32_t row = 0;
  bool missing = false;
  std::uint64_t leads = 0, converted = 0;
};

class Outcome {
 public:
  explicit Outcome(const std::vector<std::uint64_t>& words) : words_(words) {}
  std::uint64_t of(std::size_t row) const { return words_.empty() ? 0 : words_[row >> 6] >> (row & 63) & 1; }

 private:
  const std::vector<std::uint64_t>& words_;
};

std::vector<Tally> tallyTexts(const Column& column, const RowSet& rows, const Outcome& outcome) {
  std::vector<Tally> byCode(column.dictionary().size());
  std::visit(
      [&](const auto& codes) {
        rows.forEach([&](std::size_t row) {
          Tally& tally = byCode[codes[row]];
          tally.row = static_cast<std::uint32_t>(row);
          ++tally.leads;
          tally.converted += outcome.of(row);
        });
      },
      column.codes());
  std::vector<Tally> tallies;
  Tally missing;
  missing.missing = true;
  for (std::size_t code = 0; code < byCode.size(); ++code) {
    if (column.isMissingCode(static_cast<std::uint32_t>(code))) {
      missing.leads += byCode[code].leads;
      missing.converted += byCode[code].converted;
    } else if (byCode[code].leads > 0) {
      tallies.push_back(byCode[code]);
    }
  }
  if (missing.leads > 0) tallies.push_back(missing);
  return tallies;
}

// Equal numbers lie side by side once they are sorted.
std::vector<Tally> tallyNumbers(const Column& column, const RowSet& rows, const Outcome& outcome,
                                const Progress& progress) {
  const bool decimals = column.type() == ColumnType::Decimal;
  std::vector<KeyedRow> items;
  items.reserve(rows.count());
  rows.forEach([&](std::size_t row) {
    items.push_back({decimals ? sortKey(column.decimals()[row]) : sortKey(column.integers()[row]),
                     static_cast<std::uint32_t>(row)});
  });
  std::vector<Tally> tallies;
  if (!sortByKey(items, progress)) return tallies;
  for (std::size_t i = 0; i < items.size(); ++i) {
    if (i == 0 || items[i].key != items[i - 1].key) tallies.push_back({items[i].row, items[i].key == missingKey, 0, 0});
    ++tallies.back().leads;
    tallies.back().converted += outcome.of(items[i].row);
  }
  return tallies;
}

}  // namespace

Frequencies frequenciesOf(const Column& column, const RowSet& rows, const std::vector<std::uint64_t>& converted,
                          std::size_t most, const Progress& progress) {
  Frequencies result;
  result.outcome = !converted.empty();
  const Outcome outcome(converted);
  std::vector<Tally> tallies = column.type() == ColumnType::Text ? tallyTexts(column, rows, outcome)
                                                                 : tallyNumbers(column, rows, outcome, progress);
  if (progress.cancelled()) return {};
  result.distinct = tallies.size();
  for (const Tally& tally : tallies) {
    result.leads += tally.leads;
    if (tally.missing) --result.distinct;
  }
  std::stable_sort(tallies.begin(), tallies.end(), [](const Tally& a, const Tally& b) { return a.leads > b.leads; });
  for (std::size_t i = 0; i < tallies.size(); ++i) {
    const Tally& tally = tallies[i];
    if (i >= most) {
      result.beyond += tally.leads;
      continue;
    }
    result.values.push_back(
        {tally.missing ? std::string() : column.textAt(tally.row), tally.missing, tally.leads, tally.converted});
  }
  return result;
}

}  // namespace leadlight
