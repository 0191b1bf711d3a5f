#include "app/gui/files/preview.h"

#include <algorithm>

#include "model/base/text.h"
#include "model/load/date_orders.h"
#include "model/load/schemas.h"
#include "model/source/sheet_cache.h"

namespace leadlight {

namespace {

bool sameReading(const ReadOptions& a, const ReadOptions& b) {
  return a.encoding == b.encoding && a.delimiter == b.delimiter && a.header == b.header && a.sheet == b.sheet;
}

// "Leads (2).csv.gz" -> "Leads_2"
std::string nameFor(const std::filesystem::path& file) {
  std::filesystem::path name = file.filename();
  if (name.extension() == ".gz") name = name.stem();
  const std::string canonical = canonicalName(name.stem().string());
  return canonical.empty() ? "leads" : canonical;
}

bool fits(const FileProfile& profile, const Dataset& dataset) {
  if (dataset.key) return profile.find(*dataset.key) != nullptr;
  return dataset.columns.empty() ||
         std::any_of(dataset.columns.begin(), dataset.columns.end(),
                     [&](const auto& column) { return profile.find(column.name) != nullptr; });
}

// Is the column named like one that tells records apart?
bool namedLikeKey(const std::string& column) {
  const std::string name = lowered(column);
  for (const std::string_view ending : {"id", "key", "code", "number", "no", "email", "uuid"})
    if (name == ending || name.ends_with("_" + std::string(ending))) return true;
  return name.ends_with("id");
}

// The choices with what is proposed where nothing was chosen.
SchemaChoices withProposals(SchemaChoices choices, const FileProfile& profile, const std::string& name) {
  choices.name = name;
  if (!choices.placeholders) {
    std::vector<std::string> all = profile.schema.placeholders;
    for (const ColumnProfile::Placeholder& one : proposedPlaceholders(profile)) all.push_back(one.value);
    choices.placeholders = std::move(all);
  }
  if (!choices.key && !profile.schema.key && !profile.keys.empty() && namedLikeKey(profile.keys.front()))
    choices.key = profile.keys.front();
  return choices;
}

std::optional<std::int64_t> loadOfContent(Store& store, const std::string& dataset, const std::string& sha256) {
  const auto loads = store.loads();
  if (!loads) return std::nullopt;
  for (const LoadReport& load : *loads)
    if (load.status == LoadReport::Status::Loaded && load.dataset == dataset && load.sha256 == sha256) return load.id;
  return std::nullopt;
}

// Dates that nobody was asked about and the file does not prove are read as earlier files of the dataset prove them.
void followEarlierFiles(Schema& schema, const FileProfile& profile, Store& store, const std::string& dataset) {
  const auto loads = store.loads();
  if (!loads) return;
  const KnownDateOrders known = knownDateOrders(*loads, dataset);
  for (const ColumnProfile& column : profile.columns)
    if (const auto found = known.find(column.name);
        column.ambiguousDates && found != known.end() && !found->second.contested)
      schema.dates = found->second.order;
}

}  // namespace

bool isPlaceholder(const ColumnProfile::Placeholder& value) { return value.known || value.count > 1; }

std::vector<ColumnProfile::Placeholder> proposedPlaceholders(const FileProfile& profile) {
  std::vector<ColumnProfile::Placeholder> found;
  for (const ColumnProfile& column : profile.columns)
    for (const ColumnProfile::Placeholder& one : column.placeholders) {
      if (one.known || !isPlaceholder(one)) continue;
      const auto same =
          std::find_if(found.begin(), found.end(), [&](const auto& other) { return other.value == one.value; });
      if (same == found.end())
        found.push_back(one);
      else
        same->count += one.count;
    }
  std::stable_sort(found.begin(), found.end(), [](const auto& a, const auto& b) { return a.count > b.count; });
  return found;
}

LoadOptions FilePreview::loadOptions() const {
  LoadOptions options;
  options.dataset = dataset;
  options.given = schema;
  options.read = choices.read;
  options.dates = choices.schema.dates;
  return options;
}

std::optional<std::string> FilePreview::key() const { return stored ? stored->key : schema.key; }

// Read-only: others may go on writing. A store that is not there yet is looked at as an empty one.
Result<Store> PreviewWork::store() const {
  std::error_code unknown;
  if (std::filesystem::exists(storeFile_, unknown)) return Store::open(storeFile_, Store::Mode::ReadOnly);
  return Store::open(":memory:", Store::Mode::ReadWrite);
}

Result<PreviewWork::Proposed> PreviewWork::proposed(const std::filesystem::path& file, const FileChoices& choices,
                                                    const Progress& progress) {
  std::error_code unknown;
  const auto time = std::filesystem::last_write_time(file, unknown);
  const std::optional<char> mark = choices.schema.decimalMark;
  if (last_ && last_->file == file && last_->time == time && sameReading(last_->read, choices.read) &&
      last_->decimalMark == mark)
    return *last_;
  last_.reset();
  std::vector<Error> leftOut;
  auto schema = schemaForFile(file, choices.read, "auto", schemaFolder(storeFile_), &leftOut);
  if (!schema) return schema.error();
  // It decides which columns are numbers at all.
  if (mark) schema->decimalMark = mark;
  auto profile = profileFile(file, choices.read, *schema, progress);
  if (!profile) return profile.error();
  last_ = Proposed{file, time, choices.read, mark, *std::move(profile), {}};
  for (const Error& error : leftOut) last_->unreadableSchemas.push_back(error.where);
  last_->read.sheets.reset();
  return *last_;
}

Result<PreviewPtr> PreviewWork::preview(const std::filesystem::path& file, const FileChoices& choices,
                                        const std::string& shown, const Progress& progress) {
  auto open = store();
  if (!open) return open.error();
  auto result = std::make_shared<FilePreview>();
  result->file = file;
  result->choices = choices;
  // A workbook is parsed once for everything that its preview and its load ask of it.
  if (!choices.read.sheets) result->choices.read.sheets = std::make_shared<SheetCache>();
  result->datasets = open->datasets();
  auto base = proposed(file, result->choices, progress);
  if (!base) return base.error();
  result->proposed = std::move(base->profile);
  result->unreadableSchemas = std::move(base->unreadableSchemas);

  const auto storedAs = [&](const std::string& name) {
    auto found = open->dataset(name);
    return found ? std::optional(*std::move(found)) : std::nullopt;
  };
  result->dataset = choices.dataset.value_or(shown);
  result->stored = storedAs(result->dataset);
  if (!choices.dataset && result->stored && !fits(result->proposed, *result->stored)) {
    result->dataset = nameFor(file);
    result->stored = storedAs(result->dataset);
  }
  auto schema = schemaFrom(result->proposed, withProposals(choices.schema, result->proposed, nameFor(file)));
  if (!schema) return schema.error();
  result->schema = *std::move(schema);
  if (!choices.schema.dates) followEarlierFiles(result->schema, result->proposed, *open, result->dataset);
  auto profile = profileFile(file, result->choices.read, result->schema, progress);
  if (!profile) return profile.error();
  result->profile = *std::move(profile);
  result->sameAs = loadOfContent(*open, result->dataset, result->profile.sha256);
  return PreviewPtr(result);
}

Result<LoadReport> PreviewWork::check(const FilePreview& preview, const Progress& progress) {
  auto open = store();
  if (!open) return open.error();
  LoadOptions options = preview.loadOptions();
  options.validateOnly = true;
  return loadFile(*open, preview.file, options, progress);
}

}  // namespace leadlight
