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

ColumnVote::Votes ColumnVote::votesOf(std::string_view value) const {
  Votes votes{};
  if (isDigit(value.front()) || value.front() == '-') {
    if (parseInteger(value)) {
      votes[integerBit] = votes[pointBit] = votes[groupedPointBit] = votes[commaBit] = 1;
    } else {
      const bool hasComma = value.find(',') != std::string_view::npos;
      votes[pointBit] = !hasComma && parseDecimal(value);
      votes[groupedPointBit] = votes[pointBit] != 0 || (hasComma && parseGroupedDecimal(value, '.'));
      // Without a comma, points part groups only if three digits follow the last one.
      const bool mayBeGroups = hasComma || (value.size() > 4 && value[value.size() - 4] == '.');
      votes[commaBit] = mayBeGroups && parseGroupedDecimal(value, ',');
      votes[onlyPointBit] = votes[groupedPointBit] > votes[commaBit];
      votes[onlyCommaBit] = votes[commaBit] > votes[groupedPointBit];
    }
    if (mayBeDate(value)) {
      votes[yearFirstBit] = parseDate(value, DateOrder::YearMonthDay).has_value();
      votes[dayFirstBit] = parseDate(value, DateOrder::DayMonthYear).has_value();
      votes[monthFirstBit] = parseDate(value, DateOrder::MonthDayYear).has_value();
    }
  }
  votes[placeholderBit] = std::find(placeholders_->begin(), placeholders_->end(), value) != placeholders_->end();
  return votes;
}

void ColumnVote::see(std::string_view value, bool typed) {
  if (value.empty()) {
    ++absent_;
    return;
  }
  if (value != last_ || typed != lastTyped_) {
    last_.assign(value);
    lastTyped_ = typed;
    lastVotes_ = votesOf(value);
    if (typed && lastVotes_[pointBit] > lastVotes_[integerBit]) {
      lastVotes_[commaBit] = 0;
      lastVotes_[onlyPointBit] = 1;
    }
    if (either_.empty() && lastVotes_[commaBit] && lastVotes_[groupedPointBit] && !lastVotes_[integerBit])
      either_ = value;
    if (lastVotes_[placeholderBit] == 0) distinct_.add(hash64(value));
  }
  ++seen_;
  for (std::size_t i = 0; i < bits; ++i) counts_[i] += lastVotes_[i];
}

ColumnVote::Bit ColumnVote::bitOf(DateOrder order) {
  if (order == DateOrder::YearMonthDay) return yearFirstBit;
  return order == DateOrder::DayMonthYear ? dayFirstBit : monthFirstBit;
}

DateOrder ColumnVote::dateOrder(const ReadingHints& hints) const {
  DateOrder best = hints.dates;
  for (const DateOrder order : {DateOrder::YearMonthDay, DateOrder::DayMonthYear, DateOrder::MonthDayYear})
    if (dates(order) > dates(best)) best = order;
  return best;
}

bool ColumnVote::hasAmbiguousDates() const {
  return counts_[dayFirstBit] > counts_[yearFirstBit] && counts_[dayFirstBit] == counts_[monthFirstBit];
}

std::string ColumnVote::eitherMark() const {
  const bool open = provesComma() + provesPoint() == 0 && counts_[groupedPointBit] == values();
  return open ? either_ : std::string();
}

DecimalForm ColumnVote::decimals(const ReadingHints& hints) const {
  if (provesComma() > 0 && provesPoint() == 0) return {',', true};
  if (provesPoint() > 0) return {'.', true};
  return {hints.decimalMark.value_or('.'), hints.decimalMark.has_value()};
}

std::uint64_t ColumnVote::fitting(ColumnType type, const ReadingHints& hints) const {
  const DecimalForm form = decimals(hints);
  switch (type) {
    case ColumnType::Integer:
      return counts_[integerBit];
    case ColumnType::Decimal:
      return counts_[form.mark == ',' ? commaBit : form.grouped ? groupedPointBit : pointBit];
    case ColumnType::Date:
      return dates(dateOrder(hints));
    case ColumnType::Text:
      break;
  }
  return values();
}

ColumnType ColumnVote::verdict(const ReadingHints& hints) const {
  if (values() == 0) return ColumnType::Text;
  for (const ColumnType type : {ColumnType::Integer, ColumnType::Decimal, ColumnType::Date})
    if (fitting(type, hints) == values()) return type;
  return ColumnType::Text;
}

std::optional<double> decimalOf(std::string_view text, DecimalForm form) {
  return form.grouped ? parseGroupedDecimal(text, form.mark) : parseDecimal(text, form.mark);
}

}  // namespace leadlight
