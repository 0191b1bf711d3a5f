#include "model/frame/key_sort.h"

#include <array>

#include "model/frame/parallel.h"

namespace leadlight {

namespace {

constexpr int digitBits = 11;
constexpr std::size_t digits = std::size_t{1} << digitBits;
using Histogram = std::array<std::size_t, digits>;

void pass(const std::vector<KeyedRow>& from, std::vector<KeyedRow>& to, int shift) {
  const auto digit = [shift](std::uint64_t key) { return key >> shift & (digits - 1); };
  std::array<Histogram, 2> next{};
  inHalves(from.size(), parallelRows, [&](std::size_t part, std::size_t begin, std::size_t end) {
    for (std::size_t i = begin; i < end; ++i) ++next[part][digit(from[i].key)];
  });
  std::size_t start = 0;
  for (std::size_t d = 0; d < digits; ++d)
    for (Histogram& counts : next) {
      const std::size_t count = counts[d];
      counts[d] = start;
      start += count;
    }
  inHalves(from.size(), parallelRows, [&](std::size_t part, std::size_t begin, std::size_t end) {
    Histogram& at = next[part];
    const KeyedRow* source = from.data();
    KeyedRow* target = to.data();
    for (std::size_t i = begin; i < end; ++i) target[at[digit(source[i].key)]++] = source[i];
  });
}

}  // namespace

bool sortByKey(std::vector<KeyedRow>& items, const Progress& progress) {
  std::uint64_t any = 0, all = ~std::uint64_t{0};
  bool sorted = true;
  std::uint64_t last = 0;
  for (const KeyedRow& item : items) {
    any |= item.key;
    all &= item.key;
    sorted = sorted && last <= item.key;
    last = item.key;
  }
  if (sorted) return !progress.cancelled();
  std::uint64_t differing = any & ~all;
  std::vector<KeyedRow> other(items.size());
  while (differing != 0) {
    if (progress.cancelled()) return false;
    const int shift = std::countr_zero(differing);
    pass(items, other, shift);
    items.swap(other);
    differing = shift + digitBits >= 64 ? 0 : differing >> (shift + digitBits) << (shift + digitBits);
  }
  return true;
}

}  // namespace leadlight
