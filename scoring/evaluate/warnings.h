#pragma once

#include <string>
#include <vector>

#include "scoring/evaluate/evaluate.h"
#include "scoring/evaluate/leakage.h"
#include "scoring/registry.h"

namespace leadlight {

// Something that a reader of figures should know, as a fixed code and an English sentence.
struct Warning {
  enum class Kind {
    FewPositives,
    FewNegatives,
    Target,
    SuspectUsed,
    BandsNotMonotonic,
    Holdout,
    NoBetterThanChance,
    InSample,
    UnknownColumn,
    ColumnType,
    UnknownDataset
  };
  Kind kind = Kind::Target;
  std::string column;  // SuspectUsed, Target, UnknownColumn: the column
  std::string sentence;
};
const char* nameOf(Warning::Kind kind);  // "few_positives", …

// Few leads of either outcome, and what checkTarget finds.
std::vector<Warning> warningsOnTarget(const Target& target, const TargetReport& report);
// Columns that the scorecard reads and that look written after the outcome. REQUIRES: `reports` are of one frame
std::vector<Warning> warningsOnColumns(const std::vector<std::string>& read, const std::vector<ColumnReport>& reports);
// A scorecard that was learned from the dataset, or one of its name in another store, that judges it as it stands.
std::vector<Warning> warningsOnLearned(const RegisteredScorecard& judged, const std::string& dataset);
// A ranking no better than chance, or else bands that do not convert in their order; a judgement on one part only.
std::vector<Warning> warningsOnFigures(const Evaluation& evaluation, const std::vector<BandConversion>& bands,
                                       const Partition& partition);

}  // namespace leadlight
