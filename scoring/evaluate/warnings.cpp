#include "scoring/evaluate/warnings.h"

#include <fmt/format.h>

#include <algorithm>

#include "model/base/grouped.h"

namespace leadlight {

namespace {

// With fewer leads of an outcome, figures and points swing by chance.
constexpr std::uint64_t few = 100;

}  // namespace

const char* nameOf(Warning::Kind kind) {
  static constexpr const char* names[] = {
      "few_positives",         "few_negatives", "target",         "suspect_used", "bands_not_monotonic", "holdout",
      "no_better_than_chance", "in_sample",     "unknown_column", "column_type",  "unknown_dataset"};
  return names[static_cast<std::size_t>(kind)];
}

std::vector<Warning> warningsOnTarget(const Target& target, const TargetReport& report) {
  std::vector<Warning> warnings;
  const std::uint64_t negatives = report.rows - report.positives;
  if (report.positives < few)
    warnings.push_back({Warning::Kind::FewPositives, target.column,
                        fmt::format("Only {} of {} leads converted: points and figures may be off by chance; more "
                                    "leads would help.",
                                    grouped(report.positives), grouped(report.rows))});
  if (negatives < few)
    warnings.push_back({Warning::Kind::FewNegatives, target.column,
                        fmt::format("Only {} of {} leads did not convert: points and figures may be off by chance; "
                                    "more leads would help.",
                                    grouped(negatives), grouped(report.rows))});
  for (const TargetFault fault : report.faults)
    warnings.push_back({Warning::Kind::Target, target.column, sentenceOf(target, report, fault)});
  return warnings;
}

std::vector<Warning> warningsOnColumns(const std::vector<std::string>& read, const std::vector<ColumnReport>& reports) {
  std::vector<Warning> warnings;
  for (const ColumnReport& report : reports) {
    if (!report.isSuspect() || std::find(read.begin(), read.end(), report.column) == read.end()) continue;
    warnings.push_back(
        {Warning::Kind::SuspectUsed, report.column,
         sentenceOf(report, report.signs.front()) + " If it is not known when a lead comes in, exclude it."});
  }
  return warnings;
}

std::vector<Warning> warningsOnLearned(const RegisteredScorecard& judged, const std::string& dataset) {
  if (!isLearned(judged.scorecard) || judged.scorecard.dataset != dataset) return {};
  return {{Warning::Kind::InSample, "",
           fmt::format("{} (version {}) was learned from leads of a dataset of this name, and leads that taught it "
                       "flatter it; 'evaluate --relearn' judges its way of learning on leads it has not seen.",
                       judged.stored.name, judged.stored.version)}};
}

std::vector<Warning> warningsOnFigures(const Evaluation& evaluation, const std::vector<BandConversion>& bands,
                                       const Partition& partition) {
  std::vector<Warning> warnings;
  if (evaluation.auc.low <= 0.5)
    warnings.push_back({Warning::Kind::NoBetterThanChance, "",
                        "The scores rank these leads no better than chance: the columns that were read do not tell who "
                        "converts."});
  else if (!isMonotonic(bands))
    warnings.push_back({Warning::Kind::BandsNotMonotonic, "",
                        "The bands do not convert in their order: a lower band converts as well as a higher one."});
  if (partition.kind == Partition::Kind::Holdout)
    warnings.push_back({Warning::Kind::Holdout, "",
                        "There are so many leads that one part was judged by a model of the others, not every part in "
                        "turn."});
  return warnings;
}

}  // namespace leadlight
