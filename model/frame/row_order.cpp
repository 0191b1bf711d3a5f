#include "model/frame/row_order.h"

#include <algorithm>

#include "model/frame/key_sort.h"
#include "model/frame/parallel.h"

namespace leadlight {

namespace {

unsigned char lowerByte(char c) { return static_cast<unsigned char>(c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c); }

bool before(const std::string& a, const std::string& b) {
  const auto [i, j] = std::mismatch(a.begin(), a.end(), b.begin(), b.end(),
                                    [](char x, char y) { return lowerByte(x) == lowerByte(y); });
  if (i != a.end() && j != b.end()) return lowerByte(*i) < lowerByte(*j);
  if (a.size() != b.size()) return a.size() < b.size();
  return a < b;
}

std::uint64_t prefixKey(const std::string& text) {
  std::uint64_t key = 0;
  for (std::size_t i = 0; i < 8; ++i) key = key << 8 | (i < text.size() ? lowerByte(text[i]) : 0);
  return key;
}

// The place of every dictionary entry among the entries in order; missing ones have missingKey.
std::vector<std::uint64_t> ranksOf(const Column& column, const Progress& progress) {
  const std::vector<std::string>& dictionary = column.dictionary();
  std::vector<KeyedRow> entries;
  entries.reserve(dictionary.size());
  for (std::uint32_t code = 0; code < dictionary.size(); ++code)
    if (!column.isMissingCode(code)) entries.push_back({prefixKey(dictionary[code]), code});
  std::vector<std::uint64_t> ranks(dictionary.size(), missingKey);
  if (!sortByKey(entries, progress)) return ranks;
  for (auto run = entries.begin(); run != entries.end();) {
    const auto end = std::find_if(run, entries.end(), [&](const KeyedRow& e) { return e.key != run->key; });
    if (end - run > 1)
      std::sort(run, end,
                [&](const KeyedRow& a, const KeyedRow& b) { return before(dictionary[a.row], dictionary[b.row]); });
    if (progress.cancelled()) return ranks;
    run = end;
  }
  for (std::size_t i = 0; i < entries.size(); ++i) ranks[entries[i].row] = i;
  return ranks;
}

void setKeys(std::vector<KeyedRow>& items, const Column& column, bool descending, const Progress& progress) {
  const auto fill = [&](const auto& keyOf) {
    inHalves(items.size(), parallelRows, [&](std::size_t, std::size_t begin, std::size_t end) {
      for (std::size_t i = begin; i < end; ++i) {
        const std::uint64_t key = keyOf(items[i].row);
        items[i].key = descending && key != missingKey ? missingKey - 1 - key : key;
      }
    });
  };
  switch (column.type()) {
    case ColumnType::Text: {
      const std::vector<std::uint64_t> ranks = ranksOf(column, progress);
      std::visit([&](const auto& codes) { fill([&](std::uint32_t row) { return ranks[codes[row]]; }); },
                 column.codes());
      return;
    }
    case ColumnType::Decimal:
      return fill([&](std::uint32_t row) { return sortKey(column.decimals()[row]); });
    case ColumnType::Integer:
    case ColumnType::Date:
      return fill([&](std::uint32_t row) { return sortKey(column.integers()[row]); });
  }
}

}  // namespace

Result<std::vector<std::uint32_t>> rowOrder(const Frame& frame, const RowSet& rows, const std::vector<SortKey>& keys,
                                            const Progress& progress) {
  std::vector<const Column*> columns;
  for (const SortKey& key : keys) {
    columns.push_back(frame.find(key.column));
    if (columns.back() == nullptr)
      return Error{Errc::UnknownColumn, "There is no column " + key.column + " to sort by.", key.column, {key.column}};
  }
  std::vector<KeyedRow> items;
  items.reserve(rows.count());
  rows.forEach([&](std::size_t row) { items.push_back({0, static_cast<std::uint32_t>(row)}); });
  // The sort keeps the order of equal rows, so the first key comes last.
  for (std::size_t i = keys.size(); i-- > 0;) {
    progress.report("sort", keys.size() - 1 - i, keys.size());
    setKeys(items, *columns[i], keys[i].descending, progress);
    if (!sortByKey(items, progress)) return std::vector<std::uint32_t>{};
  }
  std::vector<std::uint32_t> order(items.size());
  std::transform(items.begin(), items.end(), order.begin(), [](const KeyedRow& item) { return item.row; });
  return order;
}

}  // namespace leadlight
