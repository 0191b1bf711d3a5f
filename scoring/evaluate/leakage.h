#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "model/base/progress.h"
#include "model/base/result.h"
#include "model/frame/frame.h"

namespace leadlight {

// A reason to look at a column before learning from it.
enum class Sign {
  RanksTooWell,        // alone it ranks leads with an AUC of 0.88 or more
  StandsOut,           // 0.75 or more, and more than twice as far from chance as the next best column
  NameTells,           // 0.70 or more, and a name like "closed", "outcome", "duration"
  FillTellsOutcome,    // whether it is filled ranks leads with 0.75 or more, or hardly a lead with it is lost
  MarkedAfterContact,  // the schema says that it is written after contact
  Identifier,          // tells leads apart
  NearlyConstant,      // one value in 99.5 % of the leads or more
};
const char* nameOf(Sign sign);  // "ranks_too_well", …

// What a column alone says about the outcome.
struct ColumnReport {
  std::string column;
  double auc = 0.5;             // out of fold (5 folds), of the smoothed conversion of its bins; 0.5: nothing
  double fillAuc = 0.5;         // of being filled or being empty, whichever ranks better
  std::uint64_t filled = 0;     // leads with a value
  std::uint64_t filledWon = 0;  // of those
  std::vector<Sign> signs;      // in the order above

  // Does it look as if written after the outcome was known? Identifier and NearlyConstant alone do not.
  bool isSuspect() const;
};

// One report per column of the frame but the target and scoring's own, most telling first. Leads of unknown outcome are
// left out. Stage: "leakage". Errors: UnknownColumn, NotTrainable with one outcome only, Interrupted.
Result<std::vector<ColumnReport>> findLeakage(const Frame& frame, const Target& target,
                                              const std::vector<std::string>& afterContact, const Progress& progress);
// One English sentence for a sign of a column.
std::string sentenceOf(const ColumnReport& report, Sign sign);

// What may be wrong with a target.
enum class TargetFault {
  ManyValues,      // more than 50 different values, which looks like a measurement or a text and not like an outcome
  NoPositives,     // no lead has a positive value
  OnlyPositives,   // every lead has
  NearlyOneValue,  // fewer than 1 in 200 leads have the rarer outcome
};
struct TargetReport {
  std::uint64_t rows = 0;  // with a known outcome
  std::uint64_t positives = 0;
  std::uint64_t unknown = 0;
  std::uint64_t distinct = 0;  // different values that are not missing
  std::vector<TargetFault> faults;
};
// Errors: UnknownColumn.
Result<TargetReport> checkTarget(const Frame& frame, const Target& target);
std::string sentenceOf(const Target& target, const TargetReport& report, TargetFault fault);

// The positive value of a column with two values, one of which is 1, yes, true, won, converted or the like; as the
// column's text has it. nullopt when it is not obvious.
std::optional<std::string> obviousPositive(const Column& column);

}  // namespace leadlight
