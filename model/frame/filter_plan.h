#pragma once

#include <cstdint>
#include <limits>
#include <string>
#include <vector>

#include "model/base/result.h"
#include "model/frame/filter.h"
#include "model/frame/frame.h"

namespace leadlight {

// A filter made ready for one frame: columns looked up, values turned into what the columns hold.
struct FilterPlan {
  enum class Test {
    All,
    And,
    Or,
    Not,
    Entries,       // passes[code]
    IntegerRange,  // low <= v <= high
    IntegerNot,    // present and not in that range
    IntegerIn,     // one of `integers`
    DecimalRange,  // least <= v <= most
    DecimalNot,    // present and not in that range
    DecimalIn,     // one of `decimals`
    Texts          // the value's text contains `text`
  };
  Test test = Test::All;
  std::vector<FilterPlan> operands;
  const Column* column = nullptr;
  std::vector<std::uint8_t> passes;  // Entries: per dictionary entry
  std::int64_t low = Column::missingInteger + 1, high = std::numeric_limits<std::int64_t>::max();
  double least = -std::numeric_limits<double>::infinity(), most = std::numeric_limits<double>::infinity();
  std::vector<std::int64_t> integers;  // IntegerIn, ascending
  std::vector<double> decimals;        // DecimalIn, ascending
  std::string text;                    // Texts: what the value's text must contain
};

// The plan points into `frame`. Errors: see apply().
Result<FilterPlan> planFilter(const Filter& filter, const Frame& frame);

}  // namespace leadlight
