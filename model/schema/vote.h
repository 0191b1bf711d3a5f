#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/base/calendar.h"
#include "model/base/hash.h"
#include "model/schema/distinct.h"
#include "model/schema/types.h"

namespace leadlight {

// What is known beforehand about how values are written.
struct ReadingHints {
  DateOrder dates = DateOrder::DayMonthYear;  // of dates that can be read both ways
  std::optional<char> decimalMark;            // of the numbers of the file
};

struct DecimalForm {
  char mark = '.';
  bool grouped = false;  // the other mark may stand between groups of three digits
};

// `text` as a decimal number of this form.
std::optional<double> decimalOf(std::string_view text, DecimalForm form);

// What every value of one column says about the column's type.
class ColumnVote {
 public:
  // REQUIRES: `placeholders` outlives the vote
  explicit ColumnVote(const std::vector<std::string>& placeholders) : placeholders_(&placeholders) {}

  // "" is an absent value. `typed`: the file says that it is a number, whose mark is then a point.
  void see(std::string_view value, bool typed = false);
  void seeAbsent(std::uint64_t times = 1) { absent_ += times; }

  std::uint64_t absent() const { return absent_; }
  std::uint64_t placeholderCells() const { return count(placeholderBit); }
  std::uint64_t values() const { return seen_ - count(placeholderBit); }  // neither absent nor placeholder
  // Of values(). An estimate above the exact limit; never more than there are.
  std::uint64_t distinct() const { return std::min(distinct_.count(), values()); }
  // Is it one of values()? Only known up to the exact limit of distinct ones.
  bool holds(std::string_view value) const { return distinct_.has(hash64(value)); }

  // The narrowest type that every value fits without losing a digit; Text when there are none.
  ColumnType verdict(const ReadingHints& hints) const;
  // How many of values() fit the type.
  std::uint64_t fitting(ColumnType type, const ReadingHints& hints) const;
  // Is each of values() an integer or a decimal, though perhaps an integer of more digits than a decimal keeps?
  bool allNumbers(const ReadingHints& hints) const;

  // The order under which most values are dates; the hinted one where that is a tie.
  DateOrder dateOrder(const ReadingHints& hints) const;
  std::uint64_t dates(DateOrder order) const { return count(bitOf(order)); }
  // Are there dates by day and month of which none has a day above 12?
  bool hasAmbiguousDates() const;

  // The values that prove a mark: numbers with it that are none with the other one, such as "1,5" or "1.234,56".
  std::uint64_t provesComma() const { return count(onlyCommaBit); }
  std::uint64_t provesPoint() const { return count(onlyPointBit); }
  // A value such as "1.234", which a decimal point and a decimal comma make different numbers, where every value is a
  // number and none proves a mark; empty otherwise.
  std::string eitherMark() const;
  // How decimals are read: by the mark that the values prove, else the hinted one, else '.'. Groups of three digits
  // count only where the mark is proven or hinted.
  DecimalForm decimals(const ReadingHints& hints) const;

 private:
  enum Bit {
    integerBit,
    pointBit,         // "1.5"
    groupedPointBit,  // the same, or "1,234.5"
    commaBit,         // "1,5", "1.234,5"
    onlyPointBit,
    onlyCommaBit,
    yearFirstBit,
    dayFirstBit,
    monthFirstBit,
    placeholderBit,
    bits
  };
  static Bit bitOf(DateOrder order);
  Bit decimalBit(const ReadingHints& hints) const;
  using Votes = std::uint32_t;  // one bit each
  Votes votesOf(std::string_view value) const;
  static bool has(Votes votes, Bit bit) { return (votes >> bit & 1) != 0; }
  std::uint64_t count(Bit bit) const;

  const std::vector<std::string>* placeholders_;
  std::uint64_t absent_ = 0;
  std::uint64_t seen_ = 0;
  std::array<std::uint64_t, 1U << bits> seenWith_{};  // values by their votes
  std::string last_;                                  // the previous value and its votes: columns repeat themselves
  Votes lastVotes_ = 0;
  bool lastTyped_ = false;
  std::string either_;  // the first value that is a number by either mark
  DistinctCounter distinct_;
};

}  // namespace leadlight
