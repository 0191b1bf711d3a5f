#pragma once

#include <cstdint>
#include <optional>
#include <string>

namespace leadlight {

// One version of a scorecard as the registry keeps it; parsing it is scoring's business.
struct StoredScorecard {
  std::int64_t id = 0;
  std::string name;
  std::int64_t version = 1;  // counts up per name
  std::string dataset;
  std::string json;
  bool champion = false;  // at most one per dataset
  std::string createdAt;
};

struct StoredScore {
  std::int64_t leadId = 0;
  double score = 0;
  std::optional<double> probability;
  std::string band;

  bool operator==(const StoredScore&) const = default;
};

}  // namespace leadlight
