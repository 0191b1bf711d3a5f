#pragma once

#include <QStringList>
#include <vector>

#include "app/gui/scoring/scoring_evidence.h"

namespace leadlight {

// What is odd about the terms of a scorecard on these leads: a term or value that no lead has, a rule that always
// holds, two rules that hold for the same leads.
struct TermWarning {
  enum class Kind {
    DeadRule,    // holds for no lead
    AlwaysRule,  // holds for every lead, so it belongs into the base
    Overlap,     // `share` of the leads of the smaller rule have the other rule, too
    DeadValues,  // `count` listed values that no lead has
    NoColumn,    // the leads do not have its column
    NoEffect,    // all its points are 0
  } kind;
  std::string term, other;
  double share = 0;
  std::uint64_t count = 0;
};

// For a worker.
std::vector<TermWarning> termWarnings(const Scorecard& scorecard, const Frame& frame, const ScoringEvidence& evidence);
QString warningText(const TermWarning& warning, const std::string& scorecard);

}  // namespace leadlight
