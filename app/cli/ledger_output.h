#pragma once

#include <string>

#include "app/cli/command.h"
#include "scoring/ledger.h"
#include "scoring/registry.h"

namespace leadlight {

// A frame without rows whose columns have the dataset's types: what frameOfOne needs to read a lead's texts.
Frame emptyFrame(const Dataset& dataset);

// Prints why a lead has its score: JSON with the ledger by size of points, or a table that ends with the sum. `lead`
// says which one it is.
void printLedger(const Call& call, const RegisteredScorecard& scorecard, const Ledger& ledger, const std::string& lead);

}  // namespace leadlight
