#pragma once

#include <optional>
#include <string_view>

#include "model/frame/frame.h"

namespace leadlight {

// The dates of a lead's life, found by the names that lead files give them; nullptr where there is none.
struct LeadDates {
  const Column* created = nullptr;
  const Column* modified = nullptr;
  const Column* converted = nullptr;  // a date of its own for the conversion
};
LeadDates leadDates(const Frame& frame);

// The name of the column that daysToConvert makes.
inline constexpr std::string_view daysToConvertColumn = "Days_to_convert";

// Whole days from the creation of each converted lead to its conversion, or to its last change when no column tells the
// conversion; missing for all other leads and where the dates run backwards. nullopt without the two dates or an
// outcome.
std::optional<Column> daysToConvert(const Frame& frame, const Target& target);

}  // namespace leadlight
