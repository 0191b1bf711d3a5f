#include "model/load/proposals.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "model/base/text.h"
#include "model/load/outcome.h"

namespace leadlight {
namespace {

bool isOneOf(const std::vector<std::string>& texts, std::string_view text) {
  return std::any_of(texts.begin(), texts.end(),
                     [&](const std::string& known) { return equalsIgnoringCase(known, text); });
}

std::string example(std::string_view text) {
  constexpr std::size_t kMost = 24;
  std::string shown(text.substr(0, kMost));
  if (const std::size_t bad = firstInvalidUtf8(shown); bad != std::string::npos) shown.resize(bad);
  return shown.size() < text.size() ? shown + "…" : shown;
}

std::string dateClause(const ColumnProfile& column) {
  if (column.ambiguousDates)
    return fmt::format("every value is a date, and no day is above 12: read {} first",
                       column.dates == DateOrder::MonthDayYear ? "month" : "day");
  if (column.dates == DateOrder::YearMonthDay) return "every value is a date, year first";
  const bool day = column.dates == DateOrder::DayMonthYear;
  return fmt::format("every value is a date, {} first: {} of them can be read in no other order", day ? "day" : "month",
                     day ? column.dayFirst - std::min(column.dayFirst, column.monthFirst)
                         : column.monthFirst - std::min(column.dayFirst, column.monthFirst));
}

}  // namespace

bool seemsPlaceholder(std::string_view value) {
  static const std::vector<std::string> words = {"select",
                                                 "unknown",
                                                 "n/a",
                                                 "na",
                                                 "none",
                                                 "null",
                                                 "nil",
                                                 "nan",
                                                 "-",
                                                 "--",
                                                 "---",
                                                 "?",
                                                 "??",
                                                 ".",
                                                 "tbd",
                                                 "missing",
                                                 "(blank)",
                                                 "(none)",
                                                 "not specified",
                                                 "not set",
                                                 "not provided",
                                                 "not known",
                                                 "undefined",
                                                 "#n/a",
                                                 "#value!",
                                                 "#ref!",
                                                 "#div/0!",
                                                 "#name?",
                                                 "#num!",
                                                 "#null!",
                                                 "\\n",
                                                 "no data",
                                                 "not available",
                                                 "desconocido",
                                                 "sin datos"};
  const std::string_view text = trimmed(value);
  if (isOneOf(words, text)) return true;
  const std::string lower = lowered(text.substr(0, 24));
  return lower.starts_with("select ") || lower.starts_with("-- select") || lower.starts_with("--select") ||
         lower.starts_with("please select") || lower.starts_with("choose ");
}

std::vector<TargetCandidate> targetCandidates(const FileProfile& profile, const Schema& schema) {
  std::vector<TargetCandidate> found;
  for (const ColumnProfile& column : profile.columns) {
    const bool ofSchema = schema.target == column.name;
    const bool named = ofSchema || isOneOf(outcomeNames(), column.name);
    if (column.distinct != 2 || !column.frequentAreExact) continue;
    TargetCandidate candidate{.column = column.name, .positives = {}, .share = 0, .named = named};
    std::uint64_t positives = 0;
    for (const ColumnProfile::Counted& answer : column.frequent) {
      const bool positive =
          ofSchema && !schema.positives.empty()
              ? std::find(schema.positives.begin(), schema.positives.end(), answer.value) != schema.positives.end()
              : isOneOf(positiveAnswers(), answer.value);
      if (!positive) continue;
      candidate.positives.push_back(answer.value);
      positives += answer.count;
    }
    if (candidate.positives.size() != 1) continue;
    candidate.share = static_cast<double>(positives) / static_cast<double>(column.values);
    found.push_back(std::move(candidate));
  }
  const auto rank = [&](const TargetCandidate& candidate) {
    return (schema.target == candidate.column ? 2 : 0) + (candidate.named ? 1 : 0);
  };
  std::stable_sort(found.begin(), found.end(),
                   [&](const TargetCandidate& a, const TargetCandidate& b) { return rank(a) > rank(b); });
  return found;
}

std::string whyOf(const ColumnProfile& column, const std::string& firstWord) {
  if (column.values == 0) return "there are no values";
  switch (column.type) {
    case ColumnType::Integer:
      return column.integers == column.values ? "every value is a whole number" : "the schema says so";
    case ColumnType::Decimal:
      if (column.decimals != column.values) return "the schema says so";
      return column.provenMark ? fmt::format("every value is a number; values prove the decimal {}",
                                             column.decimalMark == ',' ? "comma" : "point")
             : column.eitherMark.empty()
                 ? "every value is a number"
                 : fmt::format("every value is a number; no value proves that the decimal mark is a {}, see {}",
                               column.decimalMark == ',' ? "comma" : "point", column.eitherMark);
    case ColumnType::Date:
      if (std::max({column.yearFirst, column.dayFirst, column.monthFirst}) != column.values)
        return "the schema says so";
      return dateClause(column);
    case ColumnType::Text:
      break;
  }
  if (!column.eitherMark.empty())
    return fmt::format("no value proves whether the mark in numbers such as {} parts decimals or thousands",
                       column.eitherMark);
  if (column.leadingZeros > 0)
    return fmt::format("{} values begin with a zero or plus sign that a number would lose", column.leadingZeros);
  if (column.longNumbers > 0) return fmt::format("{} values have more digits than a number keeps", column.longNumbers);
  const std::uint64_t most = std::max({column.decimals, column.yearFirst, column.dayFirst, column.monthFirst});
  if (most == 0 || firstWord.empty())
    return most == 0 ? "no value is a number or date" : "the values are of several kinds";
  return fmt::format("{} of {} values are no {}, such as \"{}\"", column.values - most, column.values,
                     most == column.decimals ? "number" : "date", example(firstWord));
}

}  // namespace leadlight
