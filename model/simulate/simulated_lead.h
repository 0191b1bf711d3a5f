#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

#include "model/simulate/dice.h"

namespace leadlight {

// One lead that never was. Everything about it follows from (seed, number), so that a later file can speak of it again
// without reading the first one.
struct SimulatedLead {
  std::uint64_t number = 0;
  std::string id, firstName, lastName;
  std::string_view origin, source, lastActivity, country, specialization, occupation, city, grade, stage, tags;
  bool noEmail = false, noCall = false, freeCopy = false, converted = false;
  std::int64_t visits = 0;
  std::int64_t secondsOnSite = 0;
  std::int64_t pagesPerHundredVisits = 0;
  std::int64_t activityScore = 0;
  std::int64_t created = 0, modified = 0;  // seconds since 1970, whole minutes
};

struct Period {
  std::int64_t start = 0;  // midnight, seconds since 1970
  std::int64_t days = 90;
};

// The lead as it first comes. `position` in [0, 1) places it within the period. `placeholders` is the share of form
// fields left at "Select".
SimulatedLead simulatedLead(std::uint64_t seed, std::uint64_t number, double position, Period period,
                            double placeholders);

// The same lead some days later: more visits, another stage, perhaps converted. `revision` counts from 1.
SimulatedLead evolved(SimulatedLead lead, std::uint64_t seed, std::uint64_t revision);

// Log-odds of conversion, in hundredths, by the columns of the lead (the table is in README.md).
std::int64_t conversionLogOdds(const SimulatedLead& lead);

}  // namespace leadlight
