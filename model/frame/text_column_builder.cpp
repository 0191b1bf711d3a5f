#include <utility>

#include "model/base/hash.h"
#include "model/frame/column.h"

namespace leadlight {

// A hash table with open addressing; each slot holds a code and the upper half of its value's hash.
struct TextColumnBuilder::State {
  struct Slot {
    std::uint32_t tag = 0;
    std::uint32_t code = empty;
  };
  static constexpr std::uint32_t empty = ~std::uint32_t{0};

  std::vector<std::string> dictionary{std::string()};
  std::vector<Slot> slots = std::vector<Slot>(64);
  Codes codes;
  std::uint32_t last = 0;

  std::uint32_t codeOf(std::string_view value) {
    if (value.empty()) return 0;
    if (value == dictionary[last]) return last;
    const std::uint64_t hash = hash64(value);
    const auto tag = static_cast<std::uint32_t>(hash >> 32);
    const std::size_t mask = slots.size() - 1;
    std::size_t at = hash & mask;
    for (; slots[at].code != empty; at = (at + 1) & mask)
      if (slots[at].tag == tag && dictionary[slots[at].code] == value) return slots[at].code;
    const auto code = static_cast<std::uint32_t>(dictionary.size());
    slots[at] = {tag, code};
    dictionary.emplace_back(value);
    if (dictionary.size() * 2 > slots.size()) grow();
    return code;
  }

  void grow() {
    slots.assign(slots.size() * 4, Slot{});
    const std::size_t mask = slots.size() - 1;
    for (std::size_t code = 1; code < dictionary.size(); ++code) {
      const std::uint64_t hash = hash64(dictionary[code]);
      std::size_t at = hash & mask;
      while (slots[at].code != empty) at = (at + 1) & mask;
      slots[at] = {static_cast<std::uint32_t>(hash >> 32), static_cast<std::uint32_t>(code)};
    }
  }

  template <class Narrow, class Wide>
  void widen() {
    const auto& narrow = std::get<std::vector<Narrow>>(codes);
    std::vector<Wide> wide;
    wide.reserve(narrow.capacity());
    wide.assign(narrow.begin(), narrow.end());
    codes = std::move(wide);
  }

  void append(std::uint32_t code) {
    if (codes.index() == 0) {
      if (code <= 0xFF) return std::get<0>(codes).push_back(static_cast<std::uint8_t>(code));
      widen<std::uint8_t, std::uint16_t>();
    }
    if (codes.index() == 1) {
      if (code <= 0xFFFF) return std::get<1>(codes).push_back(static_cast<std::uint16_t>(code));
      widen<std::uint16_t, std::uint32_t>();
    }
    std::get<2>(codes).push_back(code);
  }
};

TextColumnBuilder::TextColumnBuilder() : state_(std::make_unique<State>()) {}
TextColumnBuilder::~TextColumnBuilder() = default;
TextColumnBuilder::TextColumnBuilder(TextColumnBuilder&&) noexcept = default;

void TextColumnBuilder::append(std::string_view value) {
  state_->last = state_->codeOf(value);
  state_->append(state_->last);
}

void TextColumnBuilder::append(const TextColumnBuilder& other) {
  std::vector<std::uint32_t> codeHere;
  codeHere.reserve(other.state_->dictionary.size());
  for (const std::string& value : other.state_->dictionary) codeHere.push_back(state_->codeOf(value));
  std::visit(
      [&](const auto& codes) {
        for (const auto code : codes) state_->append(codeHere[code]);
      },
      other.state_->codes);
}

std::size_t TextColumnBuilder::distinct() const { return state_->dictionary.size() - 1; }

Column TextColumnBuilder::finish(std::string name, std::string label, const std::vector<std::string>& placeholders) && {
  return Column::text(std::move(name), std::move(label), std::move(state_->dictionary), std::move(state_->codes),
                      placeholders);
}

}  // namespace leadlight
