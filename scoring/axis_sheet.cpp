#include "scoring/axis_sheet.h"

#include <algorithm>

#include "scoring/vector_clones.h"

namespace leadlight {

namespace {

constexpr std::size_t narrowSlots = 256;

LEADLIGHT_VECTOR_CLONES void toBytes(std::span<const std::uint32_t> slots, std::uint8_t* bytes) {
  for (std::size_t i = 0; i < slots.size(); ++i) bytes[i] = static_cast<std::uint8_t>(slots[i]);
}

}  // namespace

std::size_t AxisBook::add(const GridAxis& axis, const Column* column) {
  const auto found = std::find_if(entries_.begin(), entries_.end(), [&](const Entry& entry) {
    return entry.column == column && entry.edges == axis.edges && entry.groups == axis.groups;
  });
  if (found != entries_.end()) return static_cast<std::size_t>(found - entries_.begin());
  entries_.push_back({column, axis.edges, axis.groups, bindAxis(axis, column), axis.slotCount() <= narrowSlots});
  return entries_.size() - 1;
}

AxisSheet::AxisSheet(const AxisBook& book)
    : book_(book), filled_(book.size()), narrow_(book.size()), wide_(book.size()), scratch_(blockRows) {
  for (std::size_t axis = 0; axis < book.size(); ++axis) {
    if (book.isNarrow(axis))
      narrow_[axis].resize(blockRows);
    else
      wide_[axis].resize(blockRows);
  }
}

void AxisSheet::turnTo(std::size_t first, std::size_t rows) {
  first_ = first;
  rows_ = rows;
  std::fill(filled_.begin(), filled_.end(), std::uint8_t{0});
}

const std::uint8_t* AxisSheet::narrow(std::size_t axis) {
  std::uint8_t* bytes = narrow_[axis].data();
  if (filled_[axis] == 0) {
    const std::span<std::uint32_t> slots(scratch_.data(), rows_);
    book_.slots(axis).fill(first_, slots);
    toBytes(slots, bytes);
    filled_[axis] = 1;
  }
  return bytes;
}

const std::uint32_t* AxisSheet::wide(std::size_t axis) {
  std::uint32_t* slots = wide_[axis].data();
  if (filled_[axis] == 0) book_.slots(axis).fill(first_, std::span(slots, rows_));
  filled_[axis] = 1;
  return slots;
}

}  // namespace leadlight
