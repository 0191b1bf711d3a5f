#include "model/load/plan.h"

#include <fmt/format.h>

#include <algorithm>

#include "model/base/hash.h"
#include "model/base/text.h"
#include "model/load/column_names.h"
#include "model/load/outcome.h"
#include "model/store/dataset_tables.h"

namespace leadlight {

namespace {

// A type that is known beforehand gives way only when more than one value in twenty does not fit it.
constexpr double fitShare = 0.95;

bool taken(const std::vector<PlannedColumn>& columns, std::string_view name) {
  return std::any_of(columns.begin(), columns.end(),
                     [&](const PlannedColumn& column) { return equalsIgnoringCase(column.name, name); });
}

ColumnType typeOf(const ColumnVote& vote, std::optional<ColumnType> known, const ReadingHints& hints) {
  const ColumnType verdict = vote.verdict(hints);
  if (!known) return verdict;
  const bool fits = static_cast<double>(vote.fitting(*known, hints)) >= fitShare * static_cast<double>(vote.values());
  // A decimal among integers is no mistake of the file.
  if (*known == ColumnType::Integer && verdict == ColumnType::Decimal) return verdict;
  return fits ? *known : commonType(*known, verdict);
}

// An outcome column of a file without a schema: named like one and holding two opposite answers.
std::optional<std::pair<std::string, std::vector<std::string>>> guessedTarget(
    const Profile& profile, const std::vector<PlannedColumn>& columns) {
  for (const std::string& name : outcomeNames())
    for (std::size_t i = 0; i < columns.size(); ++i)
      if (equalsIgnoringCase(columns[i].name, name) && profile.votes[i].distinct() == 2)
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
  std::vector<std::string> names = columnNames(profile.labels, schema, existing, retried);
  std::vector<PlannedColumn> columns;
  for (std::size_t i = 0; i < profile.labels.size(); ++i) {
    const LoadReport::ColumnFacts* before = foundBefore(retried, i);
    PlannedColumn column;
    column.label = before != nullptr ? before->label : profile.labels[i];
    column.name = before != nullptr ? before->name : std::move(names[i]);
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

Result<LoadPlan> planLoad(const Profile& profile, const Schema& schema, const std::optional<Dataset>& existing,
                          const LoadOptions& options, const std::string& file, const KnownDateOrders& knownOrders) {
  LoadPlan plan;
  plan.columns = planColumns(profile, schema, existing, options.retried ? &*options.retried : nullptr,
                             {options.dates, knownOrders});
  plan.emptyIsAbsent = options.retried && options.retried->ofJson;
  plan.dataset = existing ? *existing : newDataset(schema, options, plan.columns);
  if (const Status shared = checkShared(plan, existing, file); !shared) return shared.error();
  if (const Status chosen = chooseKey(plan, schema, existing, options, file); !chosen) return chosen.error();
  // The key is compared as text, so that 00123 and 123 stay two leads.
  if (plan.key) plan.columns[*plan.key].type = ColumnType::Text;
  for (PlannedColumn& column : plan.columns) column.nameSeed = hash64(lowered(column.name));
  if (existing)
    plan.coversDataset = std::all_of(existing->columns.begin(), existing->columns.end(),
                                     [&](const DatasetColumn& column) { return taken(plan.columns, column.name); });
  extendDataset(plan, schema);
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
