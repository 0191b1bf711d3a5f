#include "model/frame/frame_load.h"

#include <algorithm>
#include <future>
#include <numeric>

#include "model/frame/column_grower.h"
#include "model/frame/frame_key.h"
#include "model/frame/frame_update.h"
#include "model/load/lead_watcher.h"

namespace leadlight {

namespace {

constexpr std::size_t notInFile = std::numeric_limits<std::size_t>::max();

StoredValue storedValue(const TypedCell& cell) {
  switch (cell.kind) {
    case TypedCell::Kind::Integer:
      return {.kind = StoredValue::Kind::Integer, .integer = cell.integer, .text = {}};
    case TypedCell::Kind::Decimal:
      return {.kind = StoredValue::Kind::Decimal, .decimal = cell.decimal, .text = {}};
    case TypedCell::Kind::Text:
      return {.kind = StoredValue::Kind::Text, .text = cell.view()};
    case TypedCell::Kind::Null:
      break;
  }
  return {};
}

// Grows the columns of the frame on a thread of its own, one batch behind the load.
class GrowingFrame final : public LeadWatcher {
 public:
  explicit GrowingFrame(const FrameOptions& options) : options_(options) {}

  void begin(const LoadPlan& plan, std::int64_t firstLead, std::uint64_t atMost) override {
    if (atMost < options_.cachedRows || atMost > options_.mostCachedRows) return;
    firstLead_ = firstLead;
    fileColumns_ = plan.columns.size();
    for (const DatasetColumn& column : columnsWorthReading(plan.dataset, atMost, options_.maxDistinct)) {
      const auto inFile = std::find_if(plan.columns.begin(), plan.columns.end(),
                                       [&](const PlannedColumn& planned) { return planned.name == column.name; });
      columns_.push_back(
          {column.name,
           inFile == plan.columns.end() ? notInFile : static_cast<std::size_t>(inFile - plan.columns.begin()),
           ColumnGrower(column, atMost)});
    }
  }

  void added(std::shared_ptr<const CleanBatch> batch, std::vector<std::uint32_t> rows) override {
    if (columns_.empty()) return;
    leads_ += rows.size();
    finishBatch();
    growing_ = std::async([this, batch = std::move(batch), rows = std::move(rows)] { grow(*batch, rows); });
  }

  void end(std::span<const std::int64_t> rewritten) override {
    rewritten_.assign(rewritten.begin(), rewritten.end());
    std::sort(rewritten_.begin(), rewritten_.end());
    rewritten_.erase(std::unique(rewritten_.begin(), rewritten_.end()), rewritten_.end());
    ended_ = true;
  }

  // REQUIRES: the load was committed
  void leaveCopy(Store& store, const LoadReport& load, const Progress& progress) {
    finishBatch();
    if (!ended_ || columns_.empty() || leads_ < options_.cachedRows) return;
    const std::filesystem::path file = frameCacheFile(store.file(), "frame", load.dataset);
    const Result<Dataset> dataset = store.dataset(load.dataset);
    if (file.empty() || !dataset || !isAllWorthReading(*dataset)) return;
    const std::string key = frameKey(store, *dataset, options_.maxDistinct);
    if (!isStateAfter(store, load, key)) return;
    TableFrame table = finished(dataset->placeholders);
    if (!rewritten_.empty()) {
      auto updated = updatedFrame(store, *dataset, table, rewritten_, options_.maxDistinct, progress);
      if (!updated || !*updated || frameKey(store, *dataset, options_.maxDistinct) != key) return;
      table = **std::move(updated);
    }
    writeCachedFrame(file, key, table.frame, table.leftOut);
  }

 private:
  struct Growing {
    std::string name;
    std::size_t inFile;
    ColumnGrower grower;
  };

  void finishBatch() {
    if (growing_.valid()) growing_.get();
  }

  // Column by column for the sake of their dictionaries, a few rows at a time for that of the cells.
  void grow(const CleanBatch& batch, std::span<const std::uint32_t> rows) {
    constexpr std::size_t few = 256;
    for (; !rows.empty(); rows = rows.subspan(std::min(few, rows.size())))
      for (Growing& column : columns_)
        for (const std::uint32_t row : rows.first(std::min(few, rows.size())))
          column.grower.append(column.inFile == notInFile
                                   ? StoredValue{}
                                   : storedValue(batch.cellsOf(batch.rows[row], fileColumns_)[column.inFile]));
  }

  // Would a frame read from the store have just these columns?
  bool isAllWorthReading(const Dataset& dataset) const {
    const std::vector<DatasetColumn> read = columnsWorthReading(dataset, leads_, options_.maxDistinct);
    return std::equal(read.begin(), read.end(), columns_.begin(), columns_.end(),
                      [](const DatasetColumn& one, const Growing& other) { return one.name == other.name; });
  }

  static bool isStateAfter(Store& store, const LoadReport& load, std::string_view key) {
    const auto event = store.eventOfRevision(load.dataset, key.substr(0, key.find(' ')));
    return event && *event == load.id;
  }

  TableFrame finished(const std::vector<std::string>& placeholders) {
    std::vector<std::int64_t> leadIds(leads_);
    std::iota(leadIds.begin(), leadIds.end(), firstLead_);
    std::vector<Column> columns;
    for (Growing& column : columns_) columns.push_back(std::move(column.grower).finish(placeholders));
    return tableFrame(std::move(leadIds), std::move(columns), options_.maxDistinct);
  }

  const FrameOptions& options_;
  std::int64_t firstLead_ = 1;
  std::size_t fileColumns_ = 0;
  std::vector<Growing> columns_;
  std::size_t leads_ = 0;
  std::vector<std::int64_t> rewritten_;
  bool ended_ = false;
  std::future<void> growing_;  // last: waits for what uses the others
};

}  // namespace

Result<LoadReport> loadWithFrame(Store& store, const std::filesystem::path& file, const LoadOptions& options,
                                 const FrameOptions& frame, const Progress& progress) {
  GrowingFrame growing(frame);
  Result<LoadReport> report = loadFile(store, file, options, progress, &growing);
  if (report && report->status == LoadReport::Status::Loaded) growing.leaveCopy(store, *report, progress);
  return report;
}

}  // namespace leadlight
