#pragma once

#include <string>

#include "app/cli/command.h"
#include "scoring/evaluate/evidence.h"
#include "scoring/evaluate/insight.h"
#include "scoring/ledger.h"
#include "scoring/registry.h"

namespace leadlight {

// A frame without rows whose columns have the dataset's types: what frameOfOne needs to read a lead's texts.
Frame emptyFrame(const Dataset& dataset);

// What the leads at hand say of one lead.
struct LeadBackground {
  struct Past {
    std::string key;
    double score = 0;
  };
  std::vector<SlotEvidence> terms;  // the leads that share a term's slot with it; parallel to the scorecard's terms
  LeadInsight insight;
  std::vector<Past> nearest;  // parallel to insight.similar->nearest
};

// Prints why a lead has its score: JSON with the ledger by size of points, or a table that ends with the sum. `lead`
// says which one it is; `background` may be nullptr.
void printLedger(const Call& call, const RegisteredScorecard& scorecard, const Ledger& ledger, const std::string& lead,
                 const LeadBackground* background = nullptr);

}  // namespace leadlight
