#include "model/schema/vote.h"

#include <algorithm>

#include "model/base/hash.h"
#include "model/base/text.h"

namespace leadlight {

namespace {

bool isDigit(char c) { return c >= '0' && c <= '9'; }

bool mayBeDate(std::string_view value) {
  if (value.size() < 8 || value.size() > 40) return false;
  const auto separates = [&](std::size_t i) { return value[i] == '-' || value[i] == '/' || value[i] == '.'; };
  return separates(1) || separates(2) || separates(4);
}

}  // namespace

ColumnVote::ColumnVote(const std::vector<std::string>& placeholders, char decimalMark)
    : placeholders_(&placeholders), decimalMark_(decimalMark) {}

ColumnVote::Votes ColumnVote::votesOf(std::string_view value) const {
  Votes votes{};
  if (isDigit(value.front()) || value.front() == '-') {
    if (parseInteger(value))
      votes[integerBit] = votes[decimalBit] = 1;
    else if (parseDecimal(value, decimalMark_))
      votes[decimalBit] = 1;
    if (mayBeDate(value)) {
      votes[yearFirstBit] = parseDate(value, DateOrder::YearMonthDay).has_value();
      votes[dayFirstBit] = parseDate(value, DateOrder::DayMonthYear).has_value();
      votes[monthFirstBit] = parseDate(value, DateOrder::MonthDayYear).has_value();
    }
  }
  votes[placeholderBit] = std::find(placeholders_->begin(), placeholders_->end(), value) != placeholders_->end();
  return votes;
}

void ColumnVote::see(std::string_view value) {
  if (value.empty()) {
    ++absent_;
    return;
  }
  if (value != last_) {
    last_.assign(value);
    lastVotes_ = votesOf(value);
    if (lastVotes_[placeholderBit] == 0) distinct_.add(hash64(value));
  }
  ++seen_;
  for (std::size_t i = 0; i < bits; ++i) counts_[i] += lastVotes_[i];
}

DateOrder ColumnVote::dateOrder(DateOrder preferred) const {
  const auto count = [&](DateOrder order) {
    return counts_[order == DateOrder::YearMonthDay   ? yearFirstBit
                   : order == DateOrder::DayMonthYear ? dayFirstBit
                                                      : monthFirstBit];
  };
  DateOrder best = preferred;
  for (const DateOrder order : {DateOrder::YearMonthDay, DateOrder::DayMonthYear, DateOrder::MonthDayYear})
    if (count(order) > count(best)) best = order;
  return best;
}

std::uint64_t ColumnVote::fitting(ColumnType type, DateOrder preferred) const {
  switch (type) {
    case ColumnType::Integer:
      return counts_[integerBit];
    case ColumnType::Decimal:
      return counts_[decimalBit];
    case ColumnType::Date: {
      const DateOrder order = dateOrder(preferred);
      return counts_[order == DateOrder::YearMonthDay   ? yearFirstBit
                     : order == DateOrder::DayMonthYear ? dayFirstBit
                                                        : monthFirstBit];
    }
    case ColumnType::Text:
      break;
  }
  return values();
}

ColumnType ColumnVote::verdict(DateOrder preferred) const {
  if (values() == 0) return ColumnType::Text;
  for (const ColumnType type : {ColumnType::Integer, ColumnType::Decimal, ColumnType::Date})
    if (fitting(type, preferred) == values()) return type;
  return ColumnType::Text;
}

}  // namespace leadlight
