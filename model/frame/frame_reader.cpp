#include "model/frame/frame_reader.h"

#include <fmt/format.h>

#include <algorithm>
#include <future>
#include <utility>

#include "model/frame/column_grower.h"
#include "model/frame/frame_cache.h"
#include "model/frame/frame_key.h"
#include "model/frame/frame_update.h"

namespace leadlight {

namespace {

// From this many rows on a second connection reads half of them.
constexpr std::uint64_t worthTwoThreads = 100'000;

Result<std::vector<DatasetColumn>> namedColumns(const Dataset& dataset, const FrameOptions& options) {
  std::vector<DatasetColumn> chosen;
  for (const std::string& name : options.columns) {
    const DatasetColumn* column = dataset.find(name);
    if (column == nullptr)
      return Error{
          Errc::UnknownColumn, fmt::format("{} has no column {}.", dataset.name, name), "", {dataset.name, name}};
    chosen.push_back(*column);
  }
  return chosen;
}

Error interrupted() { return {Errc::Interrupted, "Stopped. Everything is as it was.", "", {}}; }

// A run of leads, read by one connection.
struct Part {
  std::vector<std::int64_t> leadIds;
  std::vector<ColumnGrower> growers;

  std::vector<Column> takeColumns(const std::vector<std::string>& placeholders) {
    std::vector<Column> finished;
    for (ColumnGrower& grower : growers) finished.push_back(std::move(grower).finish(placeholders));
    return finished;
  }
};

Result<Part> readPart(Store& store, std::string_view dataset, const std::vector<DatasetColumn>& columns,
                      LeadRange range, std::uint64_t rows, const Progress& progress) {
  Part part;
  std::vector<std::string> names;
  for (const DatasetColumn& column : columns) {
    part.growers.emplace_back(column, rows);
    names.push_back(column.name);
  }
  part.leadIds.reserve(rows);
  bool cancelled = false;
  const auto take = [&](std::int64_t leadId, std::span<const StoredValue> values) {
    part.leadIds.push_back(leadId);
    for (std::size_t i = 0; i < values.size(); ++i) part.growers[i].append(values[i]);
    if (part.leadIds.size() % 4096 != 0) return true;
    progress.report("frame", part.leadIds.size(), rows);
    cancelled = progress.cancelled();
    return !cancelled;
  };
  if (const Status scanned = store.scan(dataset, names, take, range); !scanned) return scanned.error();
  if (cancelled) return interrupted();
  return part;
}

// Both halves of the leads at once; nullopt when a second connection cannot be had or the store changed meanwhile.
Result<std::optional<Part>> readHalves(Store& store, std::string_view dataset,
                                       const std::vector<DatasetColumn>& columns, std::uint64_t rows,
                                       const Progress& progress) {
  Result<Store> second = Store::open(store.file(), Store::Mode::ReadOnly);
  if (!second) return std::optional<Part>{};
  const Result<std::int64_t> event = store.lastEvent(), greatest = store.greatestLeadId(dataset);
  if (!event) return event.error();
  if (!greatest) return greatest.error();
  const std::int64_t middle = *greatest / 2;
  const Progress quiet{.onReport = {}, .isCancelled = progress.isCancelled};
  auto upper = std::async(std::launch::async,
                          [&] { return readPart(*second, dataset, columns, {.first = middle + 1}, rows / 2, quiet); });
  Result<Part> lower = readPart(store, dataset, columns, {.first = 0, .last = middle}, rows, progress);
  const Result<Part> rest = upper.get();
  if (!lower) return lower.error();
  if (!rest) return rest.error();
  if (const Result<std::int64_t> after = store.lastEvent(); !after || *after != *event) return std::optional<Part>{};
  lower->leadIds.insert(lower->leadIds.end(), rest->leadIds.begin(), rest->leadIds.end());
  for (std::size_t i = 0; i < columns.size(); ++i) lower->growers[i].append(rest->growers[i]);
  return std::optional(*std::move(lower));
}

Result<Part> readLeads(Store& store, const Dataset& dataset, const std::vector<DatasetColumn>& columns,
                       std::uint64_t rows, const Progress& progress) {
  if (rows >= worthTwoThreads && !store.asOf()) {
    Result<std::optional<Part>> halves = readHalves(store, dataset.name, columns, rows, progress);
    if (!halves) return halves.error();
    if (*halves) return **std::move(halves);
  }
  return readPart(store, dataset.name, columns, {}, rows, progress);
}

Result<Frame> readNamed(Store& store, const Dataset& dataset, const std::vector<DatasetColumn>& columns,
                        const Progress& progress) {
  const Result<std::uint64_t> rows = store.leadCount(dataset.name);
  if (!rows) return rows.error();
  Result<Part> part = readLeads(store, dataset, columns, *rows, progress);
  if (!part) return part.error();
  std::vector<Frame::ColumnPtr> finished;
  for (Column& column : part->takeColumns(dataset.placeholders))
    finished.push_back(std::make_shared<const Column>(std::move(column)));
  return Frame(std::move(part->leadIds), std::move(finished));
}

Result<TableFrame> readTable(Store& store, const Dataset& dataset, const FrameOptions& options,
                             const Progress& progress) {
  const Result<std::uint64_t> rows = store.leadCount(dataset.name);
  if (!rows) return rows.error();
  const std::vector<DatasetColumn> chosen = columnsWorthReading(dataset, *rows, options.maxDistinct);
  Result<Part> part = readLeads(store, dataset, chosen, *rows, progress);
  if (!part) return part.error();
  return tableFrame(std::move(part->leadIds), part->takeColumns(dataset.placeholders), options.maxDistinct);
}

// The copy beside the store, if it is of a state from which the present one came, brought up to date.
Result<std::optional<Frame>> updatedCopy(Store& store, const Dataset& dataset, const std::filesystem::path& file,
                                         const std::string& key, const FrameOptions& options,
                                         const Progress& progress) {
  const std::optional<FrameCopyFacts> facts = frameCopyFacts(file);
  const std::size_t revision = key.find(' ');
  if (!facts || facts->key.find(' ') != revision ||
      facts->key.compare(revision, key.npos, key, revision, key.npos) != 0)
    return std::optional<Frame>{};
  const auto event = store.eventOfRevision(dataset.name, std::string_view(facts->key).substr(0, revision));
  if (!event) return event.error();
  if (!*event) return std::optional<Frame>{};
  std::optional<Frame> earlier = readCachedFrame(file, facts->key, {}, dataset.placeholders);
  if (!earlier) return std::optional<Frame>{};
  const Result<std::optional<TableFrame>> now =
      updatedFrame(store, dataset, {*std::move(earlier), facts->leftOut}, **event, options.maxDistinct, progress);
  if (!now) return now.error();
  if (!*now || frameKey(store, dataset, options.maxDistinct) != key) return std::optional<Frame>{};
  writeCachedFrame(file, key, (*now)->frame, (*now)->leftOut);
  return std::optional((*now)->frame);
}

// nullopt when the frame lacks one of them.
std::optional<Frame> withOnly(const Frame& frame, const std::vector<std::string>& names) {
  std::vector<Frame::ColumnPtr> columns;
  for (const std::string& name : names) {
    const auto& all = frame.columns();
    const auto at = std::find_if(all.begin(), all.end(), [&](const auto& column) { return column->name() == name; });
    if (at == all.end()) return std::nullopt;
    columns.push_back(*at);
  }
  return Frame(frame.leadIds(), std::move(columns));
}

}  // namespace

Result<Frame> readFrame(Store& store, std::string_view name, const FrameOptions& options, const Progress& progress) {
  const Result<Dataset> dataset = store.dataset(name);
  if (!dataset) return dataset.error();
  const Result<std::vector<DatasetColumn>> named = namedColumns(*dataset, options);
  if (!named) return named.error();
  std::vector<std::string> names;
  for (const DatasetColumn& column : *named) names.push_back(column.name);
  const std::filesystem::path file = frameCacheFile(store.file(), "frame", name);
  const std::string key = file.empty() ? std::string() : frameKey(store, *dataset, options.maxDistinct);
  if (!key.empty()) {
    if (std::optional<Frame> cached = readCachedFrame(file, key, names, dataset->placeholders))
      return *std::move(cached);
    const Result<std::optional<Frame>> updated = updatedCopy(store, *dataset, file, key, options, progress);
    if (!updated) return updated.error();
    if (*updated && names.empty()) return **updated;
    if (*updated)
      if (std::optional<Frame> some = withOnly(**updated, names)) return *std::move(some);
  }
  if (!names.empty()) return readNamed(store, *dataset, *named, progress);
  const Result<TableFrame> table = readTable(store, *dataset, options, progress);
  if (!table) return table.error();
  // Only what nobody changed while it was read is kept.
  const std::size_t rows = table->frame.rows();
  const bool keep = !key.empty() && rows >= options.cachedRows && rows <= options.mostCachedRows;
  if (keep && frameKey(store, *dataset, options.maxDistinct) == key)
    writeCachedFrame(file, key, table->frame, table->leftOut);
  return table->frame;
}

Result<std::vector<std::string>> readKeys(Store& store, std::string_view name, const Frame& frame,
                                          const Progress& progress) {
  const Result<Dataset> dataset = store.dataset(name);
  if (!dataset) return dataset.error();
  const std::vector<std::int64_t>& leads = frame.leadIds();
  std::vector<std::string> keys(leads.size());
  if (!dataset->key) {
    for (std::size_t row = 0; row < keys.size(); ++row) keys[row] = std::to_string(row);
    return keys;
  }
  std::size_t row = 0;
  const auto take = [&](std::int64_t leadId, std::span<const StoredValue> values) {
    while (row < leads.size() && leads[row] < leadId) ++row;
    if (row < leads.size() && leads[row] == leadId) keys[row] = textOf(values[0]);
    if (row % 4096 != 0) return true;
    progress.report("keys", row, leads.size());
    return !progress.cancelled();
  };
  if (const Status scanned = store.scan(name, {*dataset->key}, take); !scanned) return scanned.error();
  if (progress.cancelled()) return interrupted();
  return keys;
}

std::optional<Target> targetOf(const Dataset& dataset) {
  if (!dataset.target || dataset.find(*dataset.target) == nullptr) return std::nullopt;
  return Target{*dataset.target, dataset.positives};
}

}  // namespace leadlight
