#include "model/load/evidence.h"

#include <algorithm>
#include <array>

#include "model/base/hash.h"
#include "model/base/text.h"

namespace leadlight {
namespace {

constexpr std::size_t kExamples = 5;
constexpr std::size_t kLongestCounted = 200;  // bytes; longer values are hardly answers

bool isDigit(char c) { return c >= '0' && c <= '9'; }

bool isBoolean(std::string_view value) {
  static constexpr std::array<std::string_view, 4> words = {"true", "false", "yes", "no"};
  return value.size() <= 5 && std::any_of(words.begin(), words.end(),
                                          [&](std::string_view word) { return equalsIgnoringCase(word, value); });
}

// Digits, perhaps with one mark, that begin with a zero before another digit, or with "+".
bool hasLeadingZero(std::string_view value) {
  if (value.size() < 2 || (value[0] != '0' && value[0] != '+') || !isDigit(value[1])) return false;
  return value.find_first_not_of("0123456789", 1) == std::string_view::npos;
}

bool isLongNumber(std::string_view value) {
  const std::string_view digits = value.substr(value.starts_with('-') ? 1 : 0);
  return digits.size() >= 17 && std::all_of(digits.begin(), digits.end(), isDigit);
}

std::uint64_t charactersOf(std::string_view value) {
  return static_cast<std::uint64_t>(
      std::count_if(value.begin(), value.end(), [](char c) { return (c & 0xC0) != 0x80; }));
}

}  // namespace

void ColumnEvidence::see(std::string_view value, bool placeholder) {
  ++values_;
  booleans_ += isBoolean(value) ? 1U : 0U;
  if (placeholder) {
    ++counts_[std::string(value)];
    return;
  }
  leadingZeros_ += hasLeadingZero(value) ? 1U : 0U;
  longNumbers_ += isLongNumber(value) ? 1U : 0U;
  if (unique_) hashes_.push_back(hash64(value));
  if (value.size() <= kLongestCounted) {
    if (const auto known = counts_.find(std::string(value)); known != counts_.end()) {
      ++known->second;
      unique_ = false;
      hashes_ = {};
      return;
    }
    if (counts_.size() < kCounted)
      counts_.emplace(value, 1);
    else
      all_ = false;
  } else {
    all_ = false;
  }
  examine(value);
}

// A value that is new, or that may have come before.
void ColumnEvidence::examine(std::string_view value) {
  longest_ = std::max(longest_, charactersOf(value));
  if (examples_.size() < kExamples && std::find(examples_.begin(), examples_.end(), value) == examples_.end())
    examples_.emplace_back(value);
  bool word = true;
  if (const auto number = parseGroupedDecimal(value, '.')) {
    points_.see(*number, value);
    word = false;
  }
  if (const auto number = parseGroupedDecimal(value, ',')) {
    commas_.see(*number, value);
    word = false;
  }
  if (value.size() >= 8)
    for (const DateOrder order : {DateOrder::YearMonthDay, DateOrder::DayMonthYear, DateOrder::MonthDayYear})
      if (const auto date = parseDate(value, order)) {
        dates_[static_cast<std::size_t>(order)].see(date->seconds, value);
        word = false;
      }
  if (word && firstWord_.empty()) firstWord_ = value;
  if (texts_.least && value >= *texts_.least && value <= *texts_.greatest) return;
  texts_.see(std::string(value), value);
}

std::vector<ColumnEvidence::Counted> ColumnEvidence::frequent(std::size_t most) const {
  std::vector<Counted> all;
  for (const auto& [value, count] : counts_) all.push_back({value, count});
  const auto more = [](const Counted& a, const Counted& b) {
    return a.count != b.count ? a.count > b.count : a.value < b.value;
  };
  const std::size_t kept = std::min(most, all.size());
  std::partial_sort(all.begin(), all.begin() + static_cast<std::ptrdiff_t>(kept), all.end(), more);
  all.resize(kept);
  return all;
}

bool ColumnEvidence::isUnique() {
  if (!unique_ || hashes_.empty()) return false;
  std::sort(hashes_.begin(), hashes_.end());
  unique_ = std::adjacent_find(hashes_.begin(), hashes_.end()) == hashes_.end();
  return unique_;
}

void FileEvidence::see(const RecordBatch& batch) {
  for (const Record& record : batch.records) {
    const Cell* const cells = batch.cellsOf(record);
    if (columns_.size() < record.cellCount) columns_.resize(record.cellCount);
    const bool previewed = preview_.size() < kPreviewRows;
    if (previewed) preview_.emplace_back();
    for (std::size_t i = 0; i < record.cellCount; ++i) {
      const std::string_view value = cells[i].empty() ? std::string_view() : cells[i].text();
      if (previewed) preview_.back().emplace_back(value);
      if (value.empty()) continue;
      const bool placeholder = std::find(placeholders_->begin(), placeholders_->end(), value) != placeholders_->end();
      columns_[i].see(value, placeholder);
    }
  }
}

}  // namespace leadlight
