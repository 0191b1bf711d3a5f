#pragma once

#include <cstdint>

#include "model/base/result.h"
#include "model/store/database.h"

namespace leadlight {

// Leads that a load left as they were, in the table `held`, so that undoing the load which brought them leaves them to
// this one. They are kept in runs of leads and raw rows that follow each other.
class HeldLeads {
 public:
  // What the row said. Same: all that the lead holds. Part: nothing else, but not of every column. Older: an earlier
  // state.
  enum class Kind : std::uint8_t { Same, Part, Older };

  Status prepare(Database& database, std::int64_t loadId);
  // REQUIRES: leadId ascends
  Status add(Kind kind, std::int64_t leadId, std::int64_t rawId);
  // Writes the last run.
  Status finish();

 private:
  Statement insert_;
  Kind kind_ = Kind::Same;
  std::int64_t leadId_ = 0, rawId_ = 0, leads_ = 0;  // the run in hand
};

}  // namespace leadlight
