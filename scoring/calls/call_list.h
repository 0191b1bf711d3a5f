#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/base/progress.h"
#include "model/base/result.h"
#include "model/frame/frame.h"
#include "model/frame/row_set.h"

namespace leadlight {

// Columns by which leads say that they do not want to be called or written to.
struct ContactBars {
  std::vector<std::string> call, email;  // names in the frame
  bool operator==(const ContactBars&) const = default;
};
// Does a column of this name say so? "Do_Not_Call", "Do Not Email", "HasOptedOutOfEmail", "Do_Not_Contact" (both), …
bool isCallBar(std::string_view column);
bool isEmailBar(std::string_view column);
ContactBars contactBarsOf(const Frame& frame);
// Columns that a caller needs besides the key: names, telephone numbers, addresses, by their names, in that order.
std::vector<std::string> contactColumns(const std::vector<std::string>& columns);

// Which refusals count.
enum class CallChannel { Any, Call, Email };
std::optional<CallChannel> callChannelFromName(std::string_view name);  // "any", "call", "email"

// Limits of a wish.
inline constexpr std::size_t mostPerDay = 10000, mostCallDays = 366, mostCallers = 1000;

struct CallWish {
  std::vector<std::string> people;  // at least one
  std::size_t perDay = 40;          // calls of one person on one day
  std::size_t days = 1;
  CallChannel channel = CallChannel::Any;
};

// One call: who, on which day (from 0), as which of that person's day (from 0).
struct PlannedCall {
  std::uint32_t row = 0;  // of the frame
  std::size_t person = 0, day = 0, place = 0;
  bool operator==(const PlannedCall&) const = default;
};

// asked = doNotCall + doNotEmail + converted + unscored + calls.size() + later
struct DealtCalls {
  std::vector<PlannedCall> calls;  // best score first
  std::uint64_t asked = 0;         // leads that were to choose from
  std::uint64_t doNotCall = 0;     // left out for that
  std::uint64_t doNotEmail = 0;    // of the others
  std::uint64_t converted = 0;     // of the others
  std::uint64_t unscored = 0;      // of the others
  std::uint64_t later = 0;         // could be called, but not within the capacity
  ContactBars bars;                // that counted
  bool outcomeKnown = false;       // without an outcome column nobody is left out as converted
};

// Deals the leads of `rows` out: left out are those that refuse contact, then those that have converted, then those
// without a score; of the others the best come first, in frame order where scores are equal. Day after day each person
// gets one lead in turn, so that everyone's leads are as good as the others'. Errors: Usage (nobody who calls, or a
// capacity of 0 or beyond the limits), UnknownColumn (no score), Interrupted.
Result<DealtCalls> dealCalls(const Frame& frame, const RowSet& rows, const std::optional<Target>& target,
                             const CallWish& wish, const Progress& progress);

}  // namespace leadlight
