#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <set>

#include "model/base/grouped.h"
#include "model/base/text.h"
#include "scoring/evaluate/leakage.h"
#include "scoring/train/outcomes.h"

namespace leadlight {

namespace {

constexpr std::size_t manyValues = 50;

// The different values of a column; at most one more than `most`.
std::set<std::string> valuesOf(const Column& column, std::size_t most) {
  std::set<std::string> values;
  for (std::size_t row = 0; row < column.rows() && values.size() <= most; ++row)
    if (!column.isMissing(row)) values.insert(column.textAt(row));
  return values;
}

}  // namespace

Result<TargetReport> checkTarget(const Frame& frame, const Target& target) {
  const Result<Outcomes> outcomes = outcomesOf(frame, target);
  if (!outcomes) return outcomes.error();
  TargetReport report;
  for (const std::uint8_t outcome : outcomes->of) {
    if (outcome == Outcomes::unknown) ++report.unknown;
    if (outcome == 1) ++report.positives;
  }
  report.rows = outcomes->of.size() - report.unknown;
  report.distinct = valuesOf(*frame.find(target.column), manyValues).size();
  const std::uint64_t rarer = std::min(report.positives, report.rows - report.positives);
  if (report.distinct > manyValues) report.faults.push_back(TargetFault::ManyValues);
  if (report.positives == 0)
    report.faults.push_back(TargetFault::NoPositives);
  else if (report.positives == report.rows)
    report.faults.push_back(TargetFault::OnlyPositives);
  else if (rarer * 200 < report.rows)
    report.faults.push_back(TargetFault::NearlyOneValue);
  return report;
}

std::string sentenceOf(const Target& target, const TargetReport& report, TargetFault fault) {
  switch (fault) {
    case TargetFault::ManyValues:
      return fmt::format(
          "{} has more than {} different values, which looks like a measurement or a text and not like "
          "an outcome.",
          target.column, manyValues);
    case TargetFault::NoPositives:
      return fmt::format("No lead has {} at {}; check which value means converted.", target.column,
                         joined(target.positives, " or "));
    case TargetFault::OnlyPositives:
      return fmt::format("Every lead with a known outcome has {} at {}; leads that did not convert are needed too.",
                         target.column, joined(target.positives, " or "));
    case TargetFault::NearlyOneValue:
      return fmt::format("Only {} of {} leads have the rarer outcome of {}; figures will be rough.",
                         grouped(std::min(report.positives, report.rows - report.positives)), grouped(report.rows),
                         target.column);
  }
  return "";
}

std::optional<std::string> obviousPositive(const Column& column) {
  static constexpr std::array<std::string_view, 12> words = {"1", "yes", "true",    "won",  "converted",  "y",
                                                             "t", "win", "success", "sold", "closed won", "positive"};
  const std::set<std::string> values = valuesOf(column, 2);
  if (values.size() != 2) return std::nullopt;
  std::optional<std::string> positive;
  for (const std::string& value : values) {
    if (std::find(words.begin(), words.end(), lowered(trimmed(value))) == words.end()) continue;
    if (positive) return std::nullopt;
    positive = value;
  }
  return positive;
}

}  // namespace leadlight
