#include "scoring/train/inner_folds.h"

#include <algorithm>

#include "model/base/hash.h"

namespace leadlight {

std::vector<std::uint8_t> innerFolds(std::span<const std::uint32_t> rows, std::span<const std::uint8_t> won,
                                     unsigned folds, std::uint64_t seed) {
  struct Card {
    std::uint8_t won;
    std::uint64_t order;
    std::uint32_t at;
    auto operator<=>(const Card&) const = default;
  };
  std::vector<Card> deck;
  deck.reserve(rows.size());
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const std::string_view bytes(reinterpret_cast<const char*>(&rows[i]), sizeof rows[i]);
    deck.push_back({won[i], hash64(bytes, seed), static_cast<std::uint32_t>(i)});
  }
  std::sort(deck.begin(), deck.end());
  std::vector<std::uint8_t> fold(rows.size());
  for (std::size_t i = 0; i < deck.size(); ++i) fold[deck[i].at] = static_cast<std::uint8_t>(i % folds);
  return fold;
}

}  // namespace leadlight
