#include "model/schema/vote.h"

#include <algorithm>

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
  Votes votes = 0;
  const auto vote = [&](Bit bit, bool yes) { votes |= static_cast<Votes>(yes) << bit; };
  if (isDigit(value.front()) || value.front() == '-') {
    if (const auto whole = parseInteger(value)) {
      vote(integerBit, true);
      const bool decimal = *whole <= greatestWholeDecimal && *whole >= -greatestWholeDecimal;
      for (const Bit bit : {pointBit, groupedPointBit, commaBit}) vote(bit, decimal);
    } else {
      const bool hasComma = value.find(',') != std::string_view::npos;
      const bool point = !hasComma && parseDecimal(value);
      const bool groupedPoint = point || (hasComma && parseGroupedDecimal(value, '.'));
      // Without a comma, points part groups only if three digits follow the last one.
      const bool mayBeGroups = hasComma || (value.size() > 4 && value[value.size() - 4] == '.');
      const bool comma = mayBeGroups && parseGroupedDecimal(value, ',');
      vote(pointBit, point);
      vote(groupedPointBit, groupedPoint);
      vote(commaBit, comma);
      vote(onlyPointBit, groupedPoint && !comma);
      vote(onlyCommaBit, comma && !groupedPoint);
    }
    if (mayBeDate(value)) {
      vote(yearFirstBit, parseDate(value, DateOrder::YearMonthDay).has_value());
      vote(dayFirstBit, parseDate(value, DateOrder::DayMonthYear).has_value());
      vote(monthFirstBit, parseDate(value, DateOrder::MonthDayYear).has_value());
    }
  }
  vote(placeholderBit, std::find(placeholders_->begin(), placeholders_->end(), value) != placeholders_->end());
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
    if (typed && has(lastVotes_, pointBit) && !has(lastVotes_, integerBit))
      lastVotes_ = (lastVotes_ & ~(1U << commaBit)) | 1U << onlyPointBit;
    if (either_.empty() && has(lastVotes_, commaBit) && has(lastVotes_, groupedPointBit) &&
        !has(lastVotes_, integerBit))
      either_ = value;
    if (!has(lastVotes_, placeholderBit)) distinct_.add(hash64(value));
  }
  ++seen_;
  ++seenWith_[lastVotes_];
}

std::uint64_t ColumnVote::count(Bit bit) const {
  std::uint64_t sum = 0;
  for (Votes votes = 0; votes < seenWith_.size(); ++votes)
    if (has(votes, bit)) sum += seenWith_[votes];
  return sum;
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
  return count(dayFirstBit) > count(yearFirstBit) && count(dayFirstBit) == count(monthFirstBit);
}

std::string ColumnVote::eitherMark() const {
  const bool open = provesComma() + provesPoint() == 0 && count(groupedPointBit) == values();
  return open ? either_ : std::string();
}

DecimalForm ColumnVote::decimals(const ReadingHints& hints) const {
  if (provesComma() > 0 && provesPoint() == 0) return {',', true};
  if (provesPoint() > 0) return {'.', true};
  return {hints.decimalMark.value_or('.'), hints.decimalMark.has_value()};
}

ColumnVote::Bit ColumnVote::decimalBit(const ReadingHints& hints) const {
  const DecimalForm form = decimals(hints);
  return form.mark == ',' ? commaBit : form.grouped ? groupedPointBit : pointBit;
}

bool ColumnVote::allNumbers(const ReadingHints& hints) const {
  const Bit decimal = decimalBit(hints);
  std::uint64_t sum = 0;
  for (Votes votes = 0; votes < seenWith_.size(); ++votes)
    if (has(votes, integerBit) || has(votes, decimal)) sum += seenWith_[votes];
  return sum == values();
}

std::uint64_t ColumnVote::fitting(ColumnType type, const ReadingHints& hints) const {
  switch (type) {
    case ColumnType::Integer:
      return count(integerBit);
    case ColumnType::Decimal:
      return count(decimalBit(hints));
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
