#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "model/base/progress.h"
#include "model/frame/column.h"
#include "model/frame/row_set.h"

namespace leadlight {

// One value of a column with the leads that have it.
struct ValueCount {
  std::string value;     // as Column::textAt has it; empty when missing
  bool missing = false;  // absent, or a placeholder such as "Select": one entry for all of them
  std::uint64_t leads = 0, converted = 0;
  bool operator==(const ValueCount&) const = default;
};

struct Frequencies {
  std::vector<ValueCount> values;  // most frequent first; of equally frequent ones the column's own order
  std::uint64_t leads = 0;         // all that were counted
  std::uint64_t distinct = 0;      // values other than missing, the ones that are not listed among them
  std::uint64_t beyond = 0;        // leads whose values are not listed
  bool outcome = false;            // `converted` is known
};

// Counts the values of a column over some rows. converted: Frame::converted(), or empty without an outcome. Lists the
// `most` most frequent values. Returns what it has, nothing, when cancelled.
Frequencies frequenciesOf(const Column& column, const RowSet& rows, const std::vector<std::uint64_t>& converted,
                          std::size_t most, const Progress& progress);

}  // namespace leadlight
