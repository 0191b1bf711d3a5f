#pragma once

#include <cstdint>
#include <optional>
#include <span>
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

// The scores of many leads, side by side. leadIds ascend.
struct LeadScores {
  std::span<const std::int64_t> leadIds;
  std::span<const double> score, probability;  // probability may be empty
  std::span<const std::uint8_t> band;          // indices into bandNames; may be empty
  std::span<const std::string> bandNames;

  StoredScore at(std::size_t i) const {
    return {leadIds[i], score[i], probability.empty() ? std::nullopt : std::optional(probability[i]),
            band.empty() ? std::string() : bandNames[band[i]]};
  }
};

// What a copy holds of the scores that the store had at a revision.
struct CopiedScores {
  std::string revision;
  LeadScores scores;
};

}  // namespace leadlight
