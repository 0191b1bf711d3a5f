#include "model/frame/frame_reader.h"

#include <fmt/format.h>

#include <algorithm>
#include <future>
#include <limits>
#include <utility>

#include "model/base/calendar.h"
#include "model/base/hash.h"
#include "model/base/text.h"
#include "model/frame/frame_cache.h"

namespace leadlight {

namespace {

// Grows one column row by row, whatever its type.
class ColumnGrower {
 public:
  ColumnGrower(const DatasetColumn& column, std::size_t rows) : column_(column) {
    if (column.type == ColumnType::Integer || column.type == ColumnType::Date) integers_.reserve(rows);
    if (column.type == ColumnType::Decimal) decimals_.reserve(rows);
  }

  void append(const StoredValue& value) {
    switch (column_.type) {
      case ColumnType::Text:
        text_.append(value.text);
        break;
      case ColumnType::Integer:
        integers_.push_back(value.kind == StoredValue::Kind::Integer ? value.integer : Column::missingInteger);
        break;
      case ColumnType::Decimal:
        decimals_.push_back(decimalOf(value));
        break;
      case ColumnType::Date:
        integers_.push_back(secondsOf(value));
        break;
    }
  }

  // All rows of `other`, which grew for the same column.
  void append(const ColumnGrower& other) {
    text_.append(other.text_);
    integers_.insert(integers_.end(), other.integers_.begin(), other.integers_.end());
    decimals_.insert(decimals_.end(), other.decimals_.begin(), other.decimals_.end());
  }

  std::size_t distinct() const { return column_.type == ColumnType::Text ? text_.distinct() : 0; }
  const std::string& name() const { return column_.name; }

  Column finish(const std::vector<std::string>& placeholders) && {
    switch (column_.type) {
      case ColumnType::Integer:
        return Column::integers(column_.name, column_.label, std::move(integers_));
      case ColumnType::Decimal:
        return Column::decimals(column_.name, column_.label, std::move(decimals_));
      case ColumnType::Date:
        return Column::dates(column_.name, column_.label, std::move(integers_));
      case ColumnType::Text:
        break;
    }
    return std::move(text_).finish(column_.name, column_.label, placeholders);
  }

 private:
  static double decimalOf(const StoredValue& value) {
    if (value.kind == StoredValue::Kind::Decimal) return value.decimal;
    if (value.kind == StoredValue::Kind::Integer) return static_cast<double>(value.integer);
    return std::numeric_limits<double>::quiet_NaN();
  }
  static std::int64_t secondsOf(const StoredValue& value) {
    if (value.kind != StoredValue::Kind::Text) return Column::missingInteger;
    const auto date = parseDate(value.text, DateOrder::YearMonthDay);
    return date ? date->seconds : Column::missingInteger;
  }

  DatasetColumn column_;
  TextColumnBuilder text_;
  std::vector<std::int64_t> integers_;
  std::vector<double> decimals_;
};

// From this many rows on a second connection reads half of them.
constexpr std::uint64_t worthTwoThreads = 100'000;

// A key is all different values, so a big dataset's stays in the store without being read.
std::vector<DatasetColumn> usualColumns(const Dataset& dataset, const FrameOptions& options, std::uint64_t rows) {
  std::vector<DatasetColumn> chosen;
  for (const DatasetColumn& column : dataset.columns)
    if (column.name != dataset.key || rows <= options.maxDistinct) chosen.push_back(column);
  return chosen;
}

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

Result<Part> readLeads(Store& store, std::string_view dataset, const std::vector<DatasetColumn>& columns,
                       std::uint64_t rows, const Progress& progress) {
  if (rows >= worthTwoThreads && !store.asOf()) {
    Result<std::optional<Part>> halves = readHalves(store, dataset, columns, rows, progress);
    if (!halves) return halves.error();
    if (*halves) return **std::move(halves);
  }
  return readPart(store, dataset, columns, {}, rows, progress);
}

// What a cached frame of this dataset must have been made from; empty when that cannot be told.
std::string cacheKey(Store& store, const Dataset& dataset, const FrameOptions& options) {
  const Result<std::string> revision = store.revision(dataset.name);
  if (!revision || revision->empty()) return {};
  std::string facts = dataset.key.value_or("") + '\n' + joined(dataset.placeholders, "\t");
  for (const DatasetColumn& column : dataset.columns)
    facts += '\n' + column.name + '\t' + column.label + '\t' + typeName(column.type);
  const Hash128 hash = hash128(facts);
  return fmt::format("{} {:016x}{:016x} {}", *revision, hash.high, hash.low, options.maxDistinct);
}

Result<Frame> readTable(Store& store, const Dataset& dataset, const std::vector<DatasetColumn>& named,
                        const FrameOptions& options, const Progress& progress) {
  const Result<std::uint64_t> rows = store.leadCount(dataset.name);
  if (!rows) return rows.error();
  const std::vector<DatasetColumn> chosen = named.empty() ? usualColumns(dataset, options, *rows) : named;
  Result<Part> part = readLeads(store, dataset.name, chosen, *rows, progress);
  if (!part) return part.error();
  std::vector<Frame::ColumnPtr> columns;
  const std::size_t limit = std::max(options.maxDistinct, part->leadIds.size() / 2);
  for (ColumnGrower& grower : part->growers)
    if (!named.empty() || grower.distinct() <= limit)
      columns.push_back(std::make_shared<const Column>(std::move(grower).finish(dataset.placeholders)));
  return Frame(std::move(part->leadIds), std::move(columns));
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
  const std::string key = file.empty() ? std::string() : cacheKey(store, *dataset, options);
  if (!key.empty())
    if (std::optional<Frame> cached = readCachedFrame(file, key, names, dataset->placeholders))
      return *std::move(cached);
  Result<Frame> frame = readTable(store, *dataset, *named, options, progress);
  // Only what nobody changed while it was read is kept.
  const bool keep = frame && !key.empty() && named->empty() && frame->rows() >= options.cachedRows;
  if (keep && cacheKey(store, *dataset, options) == key) writeCachedFrame(file, key, *frame);
  return frame;
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
