#include "model/load/file_profile.h"

#include <algorithm>

#include "model/base/text.h"
#include "model/load/plan.h"
#include "model/load/proposals.h"

namespace leadlight {
namespace {

constexpr std::size_t kFrequent = 10;

void addCounts(ColumnProfile& column, const ColumnVote& vote, const ColumnEvidence& evidence,
               const ReadingHints& hints) {
  column.values = vote.values();
  column.empty = vote.absent();
  column.integers = vote.fitting(ColumnType::Integer, hints);
  column.decimals = vote.fitting(ColumnType::Decimal, hints);
  column.yearFirst = vote.dates(DateOrder::YearMonthDay);
  column.dayFirst = vote.dates(DateOrder::DayMonthYear);
  column.monthFirst = vote.dates(DateOrder::MonthDayYear);
  column.booleans = evidence.booleans();
  column.leadingZeros = evidence.leadingZeros();
  column.longNumbers = evidence.longNumbers();
  column.longest = evidence.longest();
  column.examples = evidence.examples();
  column.ambiguousDates = column.type == ColumnType::Date && vote.hasAmbiguousDates();
  column.eitherMark = vote.eitherMark();
  column.provenMark = column.type == ColumnType::Decimal && vote.provesComma() + vote.provesPoint() > 0;
}

void addAnswers(ColumnProfile& column, const ColumnEvidence& evidence, const std::vector<std::string>& known) {
  const auto isKnown = [&](const std::string& value) {
    return std::find(known.begin(), known.end(), value) != known.end();
  };
  column.frequentAreExact = evidence.countedAll();
  for (ColumnEvidence::Counted& counted : evidence.frequent(kFrequent + known.size()))
    if (!isKnown(counted.value) && column.frequent.size() < kFrequent)
      column.frequent.push_back({std::move(counted.value), counted.count});
  for (const auto& [value, count] : evidence.counts())
    if (isKnown(value) || seemsPlaceholder(value)) column.placeholders.push_back({value, count, isKnown(value)});
  std::sort(column.placeholders.begin(), column.placeholders.end(),
            [](const auto& a, const auto& b) { return a.count != b.count ? a.count > b.count : a.value < b.value; });
}

void addRange(ColumnProfile& column, const ColumnEvidence& evidence) {
  const auto take = [&](const auto& range) {
    column.least = range.leastText;
    column.greatest = range.greatestText;
  };
  switch (column.type) {
    case ColumnType::Integer:
    case ColumnType::Decimal:
      return take(evidence.numbers(column.decimalMark));
    case ColumnType::Date:
      return take(evidence.dates(column.dates));
    case ColumnType::Text:
      return take(evidence.texts());
  }
}

ColumnProfile profileOf(const PlannedColumn& planned, const ColumnVote& vote, ColumnEvidence& evidence,
                        const ReadingHints& hints, const Schema& schema) {
  ColumnProfile column;
  column.name = planned.name;
  column.label = planned.label;
  column.type = planned.type;
  column.own = planned.own;
  column.dates = planned.reading.dates;
  column.decimalMark = planned.reading.decimals.mark;
  addCounts(column, vote, evidence, hints);
  addAnswers(column, evidence, schema.placeholders);
  addRange(column, evidence);
  column.keyCandidate = vote.absent() == 0 && vote.placeholderCells() == 0 && evidence.isUnique();
  column.distinct = column.keyCandidate ? vote.values() : vote.distinct();
  column.distinctIsExact = column.keyCandidate || vote.distinct() <= DistinctCounter::exactLimit;
  column.why = whyOf(column, evidence.firstWord());
  return column;
}

// The preview's rows, a cell for each column.
std::vector<std::vector<std::string>> previewOf(const FileEvidence& evidence, std::size_t columns) {
  std::vector<std::vector<std::string>> rows = evidence.preview();
  for (std::vector<std::string>& row : rows) row.resize(columns);
  return rows;
}

}  // namespace

const ColumnProfile* FileProfile::find(std::string_view name) const {
  const std::string wanted = canonicalName(name);
  for (const ColumnProfile& column : columns)
    if (equalsIgnoringCase(column.name, wanted)) return &column;
  return nullptr;
}

Result<FileProfile> profileFile(const std::filesystem::path& file, const ReadOptions& options, const Schema& schema,
                                const Progress& progress) {
  FileEvidence evidence(schema.placeholders);
  const ReadOptions asked = readOptions(options, schema);
  const Result<Profile> voted = voteOnFile(file, asked, schema.placeholders, progress, &evidence);
  if (!voted) return voted.error();
  FileProfile profile;
  profile.file = file.filename().string();
  profile.facts = voted->facts;
  profile.asked = asked;
  profile.asked.sheets.reset();
  profile.sha256 = voted->sha256;
  profile.bytes = voted->bytes;
  profile.rows = voted->records;
  profile.rejects = voted->rejects;
  profile.schema = schema;
  profile.preview = previewOf(evidence, voted->labels.size());
  evidence.columns().resize(voted->labels.size());
  const ReadingHints hints = readingHints(*voted, schema);
  const std::vector<PlannedColumn> planned = planColumns(*voted, schema, std::nullopt);
  for (std::size_t i = 0; i < planned.size(); ++i)
    profile.columns.push_back(profileOf(planned[i], voted->votes[i], evidence.columns()[i], hints, schema));
  for (const ColumnProfile& column : profile.columns)
    if (column.keyCandidate) profile.keys.push_back(column.name);
  std::stable_partition(profile.keys.begin(), profile.keys.end(),
                        [&](const std::string& name) { return schema.key == name; });
  profile.targets = targetCandidates(profile, schema);
  return profile;
}

namespace {

// The column that a choice names; nullopt for "none", and `fallback` when nothing is chosen.
Result<std::optional<std::string>> chosenColumn(const FileProfile& profile, const std::optional<std::string>& choice,
                                                const std::optional<std::string>& fallback) {
  if (choice == "none") return std::optional<std::string>();
  const std::optional<std::string>& name = choice ? choice : fallback;
  const ColumnProfile* const column = name ? profile.find(*name) : nullptr;
  if (choice && column == nullptr)
    return Error{Errc::UnknownColumn, "The file has no column " + *choice + ".", profile.file, {*choice}};
  return column != nullptr ? std::optional(column->name) : std::nullopt;
}

std::vector<ColumnSpec> specsOf(const FileProfile& profile) {
  std::vector<ColumnSpec> specs;
  for (const ColumnProfile& column : profile.columns) {
    if (column.own) continue;
    const ColumnSpec* const known = profile.schema.find(column.name);
    ColumnSpec spec = known != nullptr ? *known : ColumnSpec{column.name, column.label, {}, {}, false};
    // A column without values says nothing about the next file's.
    if (column.values > 0) spec.type = column.type;
    if (known == nullptr && canonicalName(column.label) != column.name) spec.aliases.push_back(column.label);
    specs.push_back(std::move(spec));
  }
  return specs;
}

Result<ColumnSpec*> specOf(Schema& schema, const FileProfile& profile, const std::string& name) {
  const auto column = chosenColumn(profile, name, std::nullopt);
  if (!column) return column.error();
  for (ColumnSpec& spec : schema.columns)
    if (spec.name == *column) return &spec;
  return Error{Errc::UnknownColumn, "The file has no column " + name + ".", profile.file, {name}};
}

Status applyToColumns(Schema& schema, const FileProfile& profile, const SchemaChoices& choices) {
  for (const auto& [name, type] : choices.types) {
    const Result<ColumnSpec*> spec = specOf(schema, profile, name);
    if (!spec) return spec.error();
    (*spec)->type = type;
  }
  if (!choices.afterContact) return {};
  for (ColumnSpec& spec : schema.columns) spec.afterContact = false;
  for (const std::string& name : *choices.afterContact) {
    const Result<ColumnSpec*> spec = specOf(schema, profile, name);
    if (!spec) return spec.error();
    (*spec)->afterContact = true;
  }
  return {};
}

}  // namespace

Result<Schema> schemaFrom(const FileProfile& profile, const SchemaChoices& choices) {
  Schema schema = profile.schema;
  schema.name = choices.name;
  schema.columns = specsOf(profile);
  const auto key = chosenColumn(profile, choices.key, profile.schema.key);
  if (!key) return key.error();
  schema.key = *key;
  const bool guess = !profile.targets.empty() && profile.targets.front().named;
  const auto target =
      chosenColumn(profile, choices.target, guess ? std::optional(profile.targets.front().column) : std::nullopt);
  if (!target) return target.error();
  schema.target = *target;
  schema.positives = choices.positives;
  for (const TargetCandidate& candidate : profile.targets)
    if (schema.target == candidate.column && choices.positives.empty()) schema.positives = candidate.positives;
  if (choices.placeholders) schema.placeholders = *choices.placeholders;
  if (choices.dates) schema.dates = *choices.dates;
  if (choices.decimalMark) schema.decimalMark = choices.decimalMark;
  schema.read = {profile.asked.encoding, profile.asked.delimiter,
                 profile.asked.header ? std::nullopt : std::optional(false), profile.asked.sheet};
  if (const Status applied = applyToColumns(schema, profile, choices); !applied) return applied.error();
  return schema;
}

}  // namespace leadlight
