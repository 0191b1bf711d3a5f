#include "model/load/plan.h"

#include <fmt/format.h>

#include <algorithm>

#include "model/base/text.h"
#include "model/load/column_names.h"
#include "model/load/outcome.h"
#include "model/store/dataset_tables.h"
#include "model/store/row_hash.h"

namespace leadlight {

namespace {

// A type that is known beforehand gives way only when more than one value in twenty does not fit it.
constexpr double fitShare = 0.95;

bool taken(const std::vector<PlannedColumn>& columns, std::string_view name) {
  return std::any_of(columns.begin(), columns.end(),
                     [&](const PlannedColumn& column) { return equalsIgnoringCase(column.name, name); });
}

// What an earlier file of another program brought under this name goes on, unless this file has that column as well.
bool mayBeOwn(const std::string& name, const Profile& profile, const Schema& schema,
              const std::optional<Dataset>& existing) {
  const std::string kept = "file_" + name;
  const bool both = std::find(profile.labels.begin(), profile.labels.end(), kept) != profile.labels.end();
  return schema.find(name) == nullptr && (both || !existing || existing->find(kept) == nullptr);
}

// The places of "score", "band" and "probability" where they are what an export of this program adds; see
// planColumns().
std::vector<std::size_t> ownColumns(const Profile& profile, const Schema& schema,
                                    const std::optional<Dataset>& existing) {
  constexpr std::uint64_t mostBands = 26;
  const std::vector<std::string>& labels = profile.labels;
  const auto own = [&](const char* name) { return mayBeOwn(name, profile, schema, existing); };
  const auto isNumbers = [](const ColumnVote& vote) {
    return vote.provesComma() == 0 && vote.fitting(ColumnType::Decimal, {}) == vote.values();
  };
  if (!own("score") || !own("band")) return {};
  for (std::size_t i = 0; i + 1 < labels.size(); ++i) {
    const std::size_t next = i + (labels[i + 1] == "probability" && i + 2 < labels.size() ? 2 : 1);
    if (labels[i] != "score" || labels[next] != "band") continue;
    const ColumnVote &score = profile.votes[i], &band = profile.votes[next];
    if (!isNumbers(score) || score.absent() != band.absent() || band.distinct() > mostBands) continue;
    std::vector<std::size_t> places{i, next};
    const auto probability = std::find(labels.begin(), labels.end(), "probability");
    const auto at = static_cast<std::size_t>(probability - labels.begin());
    if (probability != labels.end() && own("probability") && isNumbers(profile.votes[at]) &&
        profile.votes[at].absent() >= score.absent())
      places.push_back(at);
    return places;
  }
  return {};
}

ColumnType typeOf(const ColumnVote& vote, std::optional<ColumnType> known, const ReadingHints& hints) {
  const ColumnType verdict = vote.verdict(hints);
  if (!known) return verdict;
  const std::uint64_t fitting = vote.fitting(*known, hints);
  if (fitting == vote.values()) return *known;
  // A decimal among integers is no mistake of the file, nor is a number longer than a decimal can be.
  const bool numeric = *known == ColumnType::Integer || *known == ColumnType::Decimal;
  if (numeric && vote.allNumbers(hints))
    return vote.fitting(ColumnType::Decimal, hints) == vote.values() ? ColumnType::Decimal : ColumnType::Text;
  const bool fits = static_cast<double>(fitting) >= fitShare * static_cast<double>(vote.values());
  return fits ? *known : commonType(*known, verdict);
}

// Does the column hold two values, one of which means that a lead converted?
bool isOutcome(const ColumnVote& vote) {
  const std::vector<std::string>& answers = positiveAnswers();
  return vote.distinct() == 2 &&
         std::count_if(answers.begin(), answers.end(), [&](const auto& answer) { return vote.holds(answer); }) == 1;
}

// An outcome column of a file without a schema: named like one and holding two opposite answers.
std::optional<std::pair<std::string, std::vector<std::string>>> guessedTarget(
    const Profile& profile, const std::vector<PlannedColumn>& columns) {
  for (const std::string& name : outcomeNames())
    for (std::size_t i = 0; i < columns.size(); ++i)
      if (equalsIgnoringCase(columns[i].name, name) && isOutcome(profile.votes[columns[i].position]))
        return std::pair(columns[i].name, positiveAnswers());
  return std::nullopt;
}

// What the load that refused these rows found column `position` to be; null where none are sent again.
const LoadReport::ColumnFacts* foundBefore(const RetriedRows* retried, std::size_t position) {
  return retried != nullptr && position < retried->columns.size() ? &retried->columns[position] : nullptr;
}

using Reading = LoadReport::ColumnFacts::Reading;

// Dates that fit several orders are read as asked, else as the dataset knows, else as the schema says.
Reading readingOf(const ColumnVote& vote, ReadingHints hints, const std::string& name, const DateEvidence& evidence) {
  Reading reading{hints.dates, vote.decimals(hints), Reading::By::Default};
  const auto known = evidence.known.find(name);
  if (evidence.asked) {
    hints.dates = *evidence.asked;
    reading.by = Reading::By::Asked;
  } else if (known != evidence.known.end()) {
    hints.dates = known->second.order;
    if (!known->second.contested) reading.by = Reading::By::Dataset;
  }
  reading.dates = vote.dateOrder(hints);
  if (!vote.hasAmbiguousDates())
    reading.by = vote.dates(reading.dates) > 0 ? Reading::By::Values : Reading::By::Default;
  return reading;
}

Dataset newDataset(const Schema& schema, const LoadOptions& options, const std::vector<PlannedColumn>& columns) {
  Dataset dataset;
  dataset.name = options.dataset;
  dataset.placeholders = schema.placeholders;
  const auto has = [&](const std::optional<std::string>& name) { return name && taken(columns, *name); };
  if (has(schema.key)) dataset.key = schema.key;
  dataset.modified = schema.modified;
  return dataset;
}

std::optional<std::size_t> indexOf(const std::vector<PlannedColumn>& columns, const std::optional<std::string>& name) {
  for (std::size_t i = 0; name && i < columns.size(); ++i)
    if (equalsIgnoringCase(columns[i].name, *name)) return i;
  return std::nullopt;
}

// The column with this label, else the one of this name.
std::optional<std::size_t> columnAsked(const std::vector<PlannedColumn>& columns, const std::string& asked,
                                       const Schema& schema) {
  for (std::size_t i = 0; i < columns.size(); ++i)
    if (columns[i].label == asked) return i;
  const ColumnSpec* known = schema.find(asked);
  return indexOf(columns, known != nullptr ? known->name : canonicalName(asked));
}

Status chooseKey(LoadPlan& plan, const Schema& schema, const std::optional<Dataset>& existing,
                 const LoadOptions& options, const std::string& file) {
  std::optional<std::string> wanted;
  if (options.key && *options.key != "none") {
    const auto index = columnAsked(plan.columns, *options.key, schema);
    if (!index)
      return Error{Errc::UnknownColumn,
                   fmt::format("The file has no column {}, so it cannot be the key.", *options.key),
                   file,
                   {*options.key}};
    wanted = plan.columns[*index].name;
  }
  if (!existing) {
    if (options.key) plan.dataset.key = wanted;
  } else if (options.key && wanted != existing->key) {
    return Error{
        Errc::Usage,
        fmt::format("Leads of {} are told apart by {}; the key cannot change. Name another dataset with --dataset.",
                    existing->name, existing->key.value_or("their rows")),
        file,
        {existing->name, existing->key.value_or("")}};
  }
  plan.key = indexOf(plan.columns, plan.dataset.key);
  if (plan.dataset.key && !plan.key)
    return Error{
        Errc::NoSharedColumn,
        fmt::format("The file has no column {}, by which the leads of {} are told apart. Name another dataset with "
                    "--dataset.",
                    *plan.dataset.key, plan.dataset.name),
        file,
        {*plan.dataset.key, plan.dataset.name}};
  plan.modified = indexOf(plan.columns, plan.dataset.modified);
  return {};
}

Status checkShared(const LoadPlan& plan, const std::optional<Dataset>& existing, const std::string& file) {
  if (!existing || existing->columns.empty()) return {};
  for (const PlannedColumn& column : plan.columns)
    if (existing->find(column.name) != nullptr) return {};
  return Error{Errc::NoSharedColumn,
               fmt::format("The file shares no column with {}. Name another dataset with --dataset.", existing->name),
               file,
               {existing->name}};
}

// Integers may be longer than a decimal keeps; where they meet decimals, their column becomes text.
Status keepLongIntegers(LoadPlan& plan, const std::optional<Dataset>& existing, const StoredLeads& leads) {
  for (PlannedColumn& column : plan.columns) {
    const DatasetColumn* stored = existing ? existing->find(column.name) : nullptr;
    if (stored == nullptr || stored->type != ColumnType::Integer || column.type != ColumnType::Decimal) continue;
    const Result<bool> found = leads.holdsLong(stored->name);
    if (!found) return found.error();
    if (*found) column.type = ColumnType::Text;
  }
  return {};
}

void extendDataset(LoadPlan& plan, const Schema& schema) {
  for (const PlannedColumn& column : plan.columns) {
    const auto stored = std::find_if(plan.dataset.columns.begin(), plan.dataset.columns.end(),
                                     [&](const DatasetColumn& known) { return known.name == column.name; });
    if (stored != plan.dataset.columns.end()) {
      stored->type = column.type;
      continue;
    }
    const ColumnSpec* spec = schema.find(column.name);
    plan.dataset.columns.push_back({column.name, spec != nullptr ? spec->label : column.label, column.type,
                                    spec != nullptr && spec->afterContact});
  }
}

}  // namespace

std::vector<PlannedColumn> planColumns(const Profile& profile, const Schema& schema,
                                       const std::optional<Dataset>& existing, const RetriedRows* retried,
                                       const DateEvidence& dates) {
  const ReadingHints hints = readingHints(profile, schema);
  // What is sent again was no score of ours when it was refused.
  const std::vector<std::size_t> own =
      retried == nullptr ? ownColumns(profile, schema, existing) : std::vector<std::size_t>();
  const auto isOwn = [&](std::size_t i) { return std::find(own.begin(), own.end(), i) != own.end(); };
  std::vector<std::string> theirs;
  for (std::size_t i = 0; i < profile.labels.size(); ++i)
    if (!isOwn(i)) theirs.push_back(profile.labels[i]);
  std::vector<std::string> names = columnNames(theirs, schema, existing, retried);
  auto name = names.begin();
  std::vector<PlannedColumn> columns;
  for (std::size_t i = 0; i < profile.labels.size(); ++i) {
    const LoadReport::ColumnFacts* before = foundBefore(retried, i);
    PlannedColumn column;
    column.position = i;
    column.own = isOwn(i);
    column.label = before != nullptr ? before->label : profile.labels[i];
    column.name = column.own ? column.label : std::move(*name++);
    if (before != nullptr) column.name = before->name;
    column.reading = before != nullptr && before->reading ? *before->reading
                                                          : readingOf(profile.votes[i], hints, column.name, dates);
    const DatasetColumn* stored = existing ? existing->find(column.name) : nullptr;
    const ColumnSpec* spec = schema.find(column.name);
    std::optional<ColumnType> known;
    if (stored != nullptr)
      known = stored->type;
    else if (spec != nullptr)
      known = spec->type;
    column.type = retried != nullptr && stored != nullptr ? stored->type : typeOf(profile.votes[i], known, hints);
    columns.push_back(std::move(column));
  }
  return columns;
}

namespace {

// Leaves this program's own columns out of what becomes of the file; its raw rows keep them.
void keepOwnColumnsRaw(LoadPlan& plan) {
  for (PlannedColumn& column : plan.columns) {
    if (column.own) plan.leftOut.push_back(column.label);
    plan.rawNames.push_back(column.name);
    plan.labelsAreNames = plan.labelsAreNames && plan.rawNames.back() == column.label;
  }
  std::erase_if(plan.columns, [](const PlannedColumn& column) { return column.own; });
}

// What was chosen for a dataset that has no leads any more holds for the next file, as far as that has the columns.
void keepChoices(LoadPlan& plan, const Dataset& former, const Schema& schema, const LoadOptions& options) {
  Dataset& dataset = plan.dataset;
  const auto has = [&](const std::optional<std::string>& name) { return indexOf(plan.columns, name).has_value(); };
  if (!dataset.key && !options.key && has(former.key))
    dataset.key = plan.columns[*indexOf(plan.columns, former.key)].name;
  if (!has(dataset.modified) && has(former.modified)) dataset.modified = former.modified;
  if (has(schema.target) || !has(former.target)) return;
  dataset.target = former.target;
  dataset.positives = former.positives;
}

// A file that would have gone with the leads of before leaves the dataset its other columns.
void keepColumns(LoadPlan& plan, const Dataset& former) {
  const std::optional<std::string>& key = plan.dataset.key;
  const bool sameKey = key && former.key ? equalsIgnoringCase(*key, *former.key) : key == former.key;
  const auto isTaken = [&](const DatasetColumn& column) { return taken(plan.columns, column.name); };
  if (!sameKey || std::none_of(former.columns.begin(), former.columns.end(), isTaken)) return;
  for (const DatasetColumn& column : former.columns)
    if (!isTaken(column)) plan.dataset.columns.push_back(column);
}

}  // namespace

Result<LoadPlan> planLoad(const Profile& profile, const Schema& schema, const std::optional<Dataset>& stored,
                          const LoadOptions& options, const std::string& file, const KnownDateOrders& knownOrders,
                          const StoredLeads& leads) {
  // Rows that are sent again belong to the columns of the load that refused them.
  const bool binds = stored && (!leads.none || options.retried);
  const std::optional<Dataset> existing = binds ? stored : std::nullopt;
  LoadPlan plan;
  plan.columns = planColumns(profile, schema, existing, options.retried ? &*options.retried : nullptr,
                             {options.dates, knownOrders});
  plan.emptyIsAbsent = options.retried && options.retried->ofJson;
  keepOwnColumnsRaw(plan);
  plan.dataset = existing ? *existing : newDataset(schema, options, plan.columns);
  if (stored && !binds) keepChoices(plan, *stored, schema, options);
  if (const Status shared = checkShared(plan, existing, file); !shared) return shared.error();
  if (const Status chosen = chooseKey(plan, schema, existing, options, file); !chosen) return chosen.error();
  // The key is compared as text, so that 00123 and 123 stay two leads.
  if (plan.key) plan.columns[*plan.key].type = ColumnType::Text;
  if (const Status kept = keepLongIntegers(plan, existing, leads); !kept) return kept.error();
  for (PlannedColumn& column : plan.columns) column.nameSeed = nameSeedOf(column.name);
  if (existing)
    plan.coversDataset = std::all_of(existing->columns.begin(), existing->columns.end(),
                                     [&](const DatasetColumn& column) { return taken(plan.columns, column.name); });
  extendDataset(plan, schema);
  if (stored && !binds) keepColumns(plan, *stored);
  if (plan.dataset.columns.size() > maxColumns)
    return Error{
        Errc::Malformed,
        fmt::format("With this file {} would have {} columns; it can hold {}. Take the columns that matter into a "
                    "file of their own.",
                    plan.dataset.name, plan.dataset.columns.size(), maxColumns),
        file,
        {}};
  if (!plan.dataset.target) {
    if (schema.target && indexOf(plan.columns, schema.target)) {
      plan.dataset.target = schema.target;
      plan.dataset.positives = schema.positives;
    } else if (const auto guess = schema.columns.empty() ? guessedTarget(profile, plan.columns) : std::nullopt) {
      plan.dataset.target = guess->first;
      plan.dataset.positives = guess->second;
    }
  }
  return plan;
}

}  // namespace leadlight
