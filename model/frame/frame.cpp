#include "model/frame/frame.h"

#include <algorithm>
#include <charconv>
#include <functional>

#include "model/base/calendar.h"
#include "model/base/text.h"

namespace leadlight {

namespace {

template <class Test>
std::vector<std::uint64_t> bitsOf(std::size_t rows, const Test& test) {
  std::vector<std::uint64_t> words((rows + 63) / 64);
  for (std::size_t row = 0; row < rows; ++row) words[row >> 6] |= std::uint64_t{test(row) ? 1U : 0U} << (row & 63);
  return words;
}

// The positives as numbers of the column: those that are none cannot occur in it.
std::vector<double> numbersOf(const std::vector<std::string>& texts, ColumnType type) {
  std::vector<double> numbers;
  for (const std::string& text : texts) {
    double number = 0;
    if (type == ColumnType::Date) {
      if (const auto date = parseDate(text, DateOrder::YearMonthDay))
        numbers.push_back(static_cast<double>(date->seconds));
    } else if (const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
               error == std::errc() && end == text.data() + text.size()) {
      numbers.push_back(number);
    }
  }
  return numbers;
}

}  // namespace

Frame::Frame(std::vector<std::int64_t> leadIds, std::vector<ColumnPtr> columns)
    : leadIds_(std::make_shared<const std::vector<std::int64_t>>(std::move(leadIds))), columns_(std::move(columns)) {}

const std::vector<std::int64_t>& Frame::leadIds() const {
  static const std::vector<std::int64_t> none;
  return leadIds_ ? *leadIds_ : none;
}

const Column* Frame::find(std::string_view name) const {
  for (const ColumnPtr& column : columns_)
    if (column->name() == name) return column.get();
  for (const ColumnPtr& column : columns_)
    if (equalsIgnoringCase(column->name(), name)) return column.get();
  const std::string canonical = canonicalName(name);
  for (const ColumnPtr& column : columns_)
    if (!canonical.empty() && equalsIgnoringCase(column->name(), canonical)) return column.get();
  return nullptr;
}

Frame Frame::with(std::vector<ColumnPtr> columns) const {
  Frame frame = *this;
  for (ColumnPtr& column : columns) {
    const auto same = std::find_if(frame.columns_.begin(), frame.columns_.end(),
                                   [&](const ColumnPtr& other) { return other->name() == column->name(); });
    if (same == frame.columns_.end())
      frame.columns_.push_back(std::move(column));
    else
      *same = std::move(column);
  }
  return frame;
}

std::vector<std::uint64_t> Frame::converted(const Target& target) const {
  const Column* column = find(target.column);
  if (column == nullptr) return {};
  if (column->type() == ColumnType::Text) {
    std::vector<std::uint8_t> positive(column->dictionary().size());
    for (std::size_t code = 1; code < positive.size(); ++code)
      positive[code] = std::find(target.positives.begin(), target.positives.end(), column->dictionary()[code]) !=
                       target.positives.end();
    return std::visit(
        [&](const auto& codes) { return bitsOf(rows(), [&](std::size_t row) { return positive[codes[row]] != 0; }); },
        column->codes());
  }
  const std::vector<double> positives = numbersOf(target.positives, column->type());
  return bitsOf(rows(), [&](std::size_t row) {
    return std::find(positives.begin(), positives.end(), column->number(row)) != positives.end();
  });
}

}  // namespace leadlight
