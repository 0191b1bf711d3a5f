#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "model/base/calendar.h"
#include "model/schema/distinct.h"
#include "model/schema/types.h"

namespace leadlight {

// What every value of one column says about the column's type.
class ColumnVote {
 public:
  // REQUIRES: `placeholders` outlives the vote
  ColumnVote(const std::vector<std::string>& placeholders, char decimalMark);

  void see(std::string_view value);  // "" is an absent value
  void seeAbsent(std::uint64_t times = 1) { absent_ += times; }

  std::uint64_t absent() const { return absent_; }
  std::uint64_t placeholderCells() const { return counts_[placeholderBit]; }
  std::uint64_t values() const { return seen_ - counts_[placeholderBit]; }  // neither absent nor placeholder
  std::uint64_t distinct() const { return distinct_.count(); }              // of values()

  // The narrowest type that every value fits without losing a digit; Text when there are none.
  ColumnType verdict(DateOrder preferred) const;
  // The order under which most values are dates; `preferred` where that is a tie.
  DateOrder dateOrder(DateOrder preferred) const;
  // How many of values() fit the type.
  std::uint64_t fitting(ColumnType type, DateOrder preferred) const;

 private:
  enum Bit { integerBit, decimalBit, yearFirstBit, dayFirstBit, monthFirstBit, placeholderBit, bits };
  using Votes = std::array<std::uint8_t, bits>;
  Votes votesOf(std::string_view value) const;

  const std::vector<std::string>* placeholders_;
  char decimalMark_;
  std::uint64_t absent_ = 0;
  std::uint64_t seen_ = 0;
  std::array<std::uint64_t, bits> counts_{};
  std::string last_;  // the previous value and its votes: columns repeat themselves
  Votes lastVotes_{};
  DistinctCounter distinct_;
};

}  // namespace leadlight
