#include "model/load/loader.h"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <limits>

#include "model/base/calendar.h"
#include "model/base/text.h"
#include "model/load/cleaner.h"
#include "model/load/date_orders.h"
#include "model/load/file_warnings.h"
#include "model/load/lead_watcher.h"
#include "model/load/merger.h"
#include "model/load/plan.h"
#include "model/load/prefetch.h"
#include "model/load/profile.h"
#include "model/load/schemas.h"
#include "model/source/sheet_cache.h"
#include "model/store/load_writer.h"

namespace leadlight {

namespace {

using Clock = std::chrono::steady_clock;

// A file from this size on is worth changing the journal mode for.
constexpr std::uint64_t bulkBytes = 16U << 20;

Error interrupted() { return {Errc::Interrupted, "Stopped. Everything is as it was.", "", {}}; }

// One load from start to end; its report fills up as it goes, so that a failure can be recorded too.
class Load {
 public:
  Load(Store& store, const std::filesystem::path& file, const LoadOptions& options, const Progress& progress,
       LeadWatcher* watcher)
      : store_(store), file_(file), options_(options), progress_(progress), watcher_(watcher) {
    report_.dataset = options.dataset;
    report_.file = options.retried ? place() : file.string();
    if (options.retried) report_.retryOf = options.retried->of;
    report_.startedAt = isoNow();
    report_.status = options.validateOnly ? LoadReport::Status::Validated : LoadReport::Status::Loaded;
  }

  Result<LoadReport> run() {
    const Status done = attempt();
    report_.seconds = std::chrono::duration<double>(Clock::now() - start_).count();
    if (done) return std::move(report_);
    if (!options_.validateOnly && done.error().code != Errc::Interrupted && done.error().code != Errc::Usage)
      recordFailure(done.error());
    return done.error();
  }

 private:
  // What is loaded, for people: rows that are sent again have no file of their own.
  std::string place() const {
    return options_.retried ? fmt::format("quarantine of load {}", options_.retried->of) : file_.filename().string();
  }

  Status attempt() {
    if (const Status profiled = profile(); !profiled) return profiled;
    if (profile_->records + profile_->rejects == 0)
      return Error{
          Errc::EmptyFile, fmt::format("\"{}\" holds no records, only a header.", place()), place(), {place()}};
    Result<LoadWriter> writer = options_.validateOnly ? LoadWriter::beginReading(store_)
                                                      : LoadWriter::begin(store_, profile_->bytes >= bulkBytes);
    if (!writer) return writer.error();
    if (!options_.force && !options_.retried) {
      const auto earlier = writer->loadOfContent(options_.dataset, profile_->sha256);
      if (!earlier) return earlier.error();
      if (*earlier && !options_.validateOnly) return skip(*writer, **earlier);
      report_.sameAs = *earlier;
    }
    if (const Status planned = plan(*writer); !planned) return planned;
    if (const Status loaded = mergeFile(*writer); !loaded) return loaded;
    return options_.validateOnly ? Status{} : finish(*writer);
  }

  Status profile() {
    // The schema decides which values are placeholders, and the labels may decide the schema.
    const std::filesystem::path schemas = options_.schemas.empty() ? schemaFolder(store_.file()) : options_.schemas;
    ReadOptions read = options_.read;
    if (!read.sheets) read.sheets = std::make_shared<SheetCache>();
    std::vector<Error> leftOut;
    Result<Schema> schema = options_.given ? Result<Schema>(*options_.given)
                                           : schemaForFile(file_, read, options_.schema, schemas, &leftOut);
    if (!schema) return schema.error();
    warn(schemaWarnings(leftOut));
    schema_ = *std::move(schema);
    if (options_.dates) schema_.dates = *options_.dates;
    if (options_.decimalMark) schema_.decimalMark = options_.decimalMark;
    Result<Profile> profiled = voteOnFile(file_, readOptions(read, schema_), schema_.placeholders, progress_);
    if (!profiled) return profiled.error();
    profile_.emplace(*std::move(profiled));
    report_.sha256 = profile_->sha256;
    report_.bytes = profile_->bytes;
    report_.format = formatName(profile_->facts.format);
    report_.encoding = profile_->facts.encoding;
    warn(fileWarnings(profile_->facts, options_.read));
    if (profile_->facts.delimiter) report_.delimiter = std::string(1, *profile_->facts.delimiter);
    return {};
  }

  void warn(std::vector<LoadReport::Warning> warnings) {
    for (LoadReport::Warning& warning : warnings) report_.warnings.push_back(std::move(warning));
  }

  // Nothing is loaded, but the attempt is remembered.
  Status skip(LoadWriter& writer, std::int64_t earlier) {
    report_.status = LoadReport::Status::Skipped;
    report_.sameAs = earlier;
    report_.id = writer.loadId();
    report_.seconds = std::chrono::duration<double>(Clock::now() - start_).count();
    return writer.commit(report_);
  }

  Status plan(LoadWriter& writer) {
    const Result<std::optional<Dataset>> existing = writer.dataset(options_.dataset);
    if (!existing) return existing.error();
    if (!*existing)
      if (const Status named = writer.checkNewDataset(options_.dataset); !named) return named;
    const Result<KnownDateOrders> orders = earlierOrders();
    if (!orders) return orders.error();
    StoredLeads leads;
    leads.holdsLong = [&](const std::string& column) { return writer.holdsLongIntegers(options_.dataset, column); };
    if (*existing) {
      const Result<bool> none = writer.hasNoLeads(options_.dataset);
      if (!none) return none.error();
      leads.none = *none;
    }
    Result<LoadPlan> planned = planLoad(*profile_, schema_, *existing, options_, place(), *orders, leads);
    if (!planned) return planned.error();
    plan_ = *std::move(planned);
    report_.leftOut = plan_.leftOut;
    std::vector<std::string> names;
    for (const PlannedColumn& column : plan_.columns) {
      const DatasetColumn* stored = *existing ? (*existing)->find(column.name) : nullptr;
      if (stored == nullptr) newColumns_.push_back(column.name);
      names.push_back(column.name);
      report_.columns.push_back(factsOf(column, leads.none ? nullptr : stored));
      report_.columns.back().first = leads.none || !*existing;
    }
    // A retry reads its few rows as the load did that refused them.
    if (!options_.retried) warn(dateWarnings(report_, *orders));
    return writer.prepare(plan_.dataset, names, plan_.rawNames);
  }

  // `stored`: the dataset's column with its values of before; null where there is none.
  LoadReport::ColumnFacts factsOf(const PlannedColumn& column, const DatasetColumn* stored) const {
    const ColumnVote& vote = profile_->votes[column.position];
    LoadReport::ColumnFacts facts{column.name,    column.label, column.type, vote.absent(), vote.placeholderCells(),
                                  vote.distinct()};
    facts.ambiguous = column.type == ColumnType::Date && vote.hasAmbiguousDates();
    facts.reading = column.reading;
    facts.reading->escapes = profile_->facts.escapes;
    facts.key = plan_.dataset.key == column.name;
    if (stored != nullptr && stored->type != column.type)
      facts.changedFrom = LoadReport::ColumnFacts::ChangedFrom{stored->type, 0};
    return facts;
  }

  Result<KnownDateOrders> earlierOrders() {
    const bool asks = std::any_of(profile_->votes.begin(), profile_->votes.end(), [](const ColumnVote& vote) {
      return vote.dates(DateOrder::DayMonthYear) + vote.dates(DateOrder::MonthDayYear) > 0;
    });
    if (!asks) return KnownDateOrders{};
    const Result<std::vector<LoadReport>> loads = store_.loads();
    if (!loads) return loads.error();
    return knownDateOrders(*loads, options_.dataset);
  }

  Status mergeFile(LoadWriter& writer) {
    ReadOptions again = profile_->read;
    again.sha256 = false;
    Result<std::unique_ptr<RecordReader>> reader = openRecords(file_, again);
    if (!reader) return reader.error();
    Merger merger(writer, plan_, !options_.validateOnly);
    if (const Status read = merger.readStored(); !read) return read;
    if (options_.validateOnly || merger.storedLeads() != 0) watcher_ = nullptr;
    if (watcher_ != nullptr) watcher_->begin(plan_, writer.nextLeadId(), profile_->records);
    if (const Status merged = mergeRows(writer, merger, **reader); !merged) return merged;
    if (!((*reader)->fingerprint() == profile_->fingerprint))
      return Error{Errc::FileChanged,
                   "The file changed while it was being read. Nothing was loaded; try again.",
                   file_.filename().string(),
                   {}};
    if (!options_.validateOnly)
      if (const Status held = merger.finish(); !held) return held;
    if (watcher_ != nullptr) watcher_->end(merger.rewritten());
    const MergeCounts& counts = merger.counts();
    report_.fresh = counts.fresh;
    report_.changed = counts.changed;
    report_.same = counts.same;
    report_.superseded = counts.superseded;
    if (options_.validateOnly) {
      report_.preview = merger.preview();
      report_.preview->newColumns = newColumns_;
    }
    return checkCounts();
  }

  Status mergeRows(LoadWriter& writer, Merger& merger, RecordReader& reader) {
    using Batch = std::shared_ptr<const CleanBatch>;
    Prefetch<RecordBatch> records(batchesOf(reader));
    Prefetch<Batch> batches([&]() -> Result<std::optional<Batch>> {
      Result<std::optional<RecordBatch>> batch = records.next();
      if (!batch) return batch.error();
      if (!*batch) return std::optional<Batch>{};
      return std::optional(
          std::make_shared<const CleanBatch>(cleaned(**std::move(batch), plan_, profile_->facts.format)));
    });
    while (true) {
      const Result<std::optional<Batch>> batch = batches.next();
      if (!batch) return batch.error();
      if (!*batch) return {};
      if (const Status merged = mergeBatch(writer, merger, **batch); !merged) return merged;
    }
  }

  Status mergeBatch(LoadWriter& writer, Merger& merger, const std::shared_ptr<const CleanBatch>& shared) {
    constexpr std::size_t ahead = 8;
    const CleanBatch& batch = *shared;
    std::vector<std::uint32_t> added;
    for (std::size_t i = 0; i < batch.rows.size(); ++i) {
      if (i + ahead < batch.rows.size()) merger.expect(batch.rows[i + ahead]);
      const CleanRow& row = batch.rows[i];
      std::int64_t rawId = 0;
      if (!options_.validateOnly) {
        const Result<std::int64_t> inserted =
            writer.insertRaw(row.line, row.byte, batch.rawOf(row), merger.rawRowLike(row));
        if (!inserted) return inserted.error();
        rawId = *inserted;
      }
      const std::uint64_t before = merger.counts().fresh;
      if (const Status merged = merger.merge(batch, row, rawId); !merged) return merged;
      if (watcher_ != nullptr && merger.counts().fresh != before) added.push_back(static_cast<std::uint32_t>(i));
    }
    noteTypeChanges(batch);
    if (watcher_ != nullptr) watcher_->added(shared, std::move(added));
    for (const Reject& reject : batch.rejects)
      if (const Status kept = keepReject(writer, reject); !kept) return kept;
    report_.parsed += batch.rows.size() + batch.rejects.size();
    progress_.report("load", report_.parsed, profile_->records + profile_->rejects);
    if (progress_.cancelled()) return interrupted();
    return tooManyErrors(false);
  }

  // The first line that has a value which the column's earlier type does not take.
  void noteTypeChanges(const CleanBatch& batch) {
    for (std::size_t i = 0; i < report_.columns.size(); ++i) {
      auto& from = report_.columns[i].changedFrom;
      if (!from || from->line != 0) continue;
      const auto misfit = std::find_if(batch.rows.begin(), batch.rows.end(), [&](const CleanRow& row) {
        return !fits(batch.cellsOf(row, plan_.columns.size())[i], from->type, plan_.columns[i]);
      });
      if (misfit != batch.rows.end()) from->line = misfit->line;
    }
  }

  bool fits(const TypedCell& cell, ColumnType type, const PlannedColumn& column) const {
    if (cell.kind == TypedCell::Kind::Decimal) return cell.decimal == std::floor(cell.decimal);
    if (cell.kind != TypedCell::Kind::Text) return true;
    const std::vector<std::string>& none = plan_.dataset.placeholders;
    if (std::find(none.begin(), none.end(), cell.view()) != none.end()) return true;
    switch (type) {
      case ColumnType::Integer:
        return parseInteger(cell.view()).has_value();
      case ColumnType::Decimal:
        return decimalOf(cell.view(), column.reading.decimals).has_value();
      case ColumnType::Date:
        return parseDate(cell.view(), column.reading.dates).has_value();
      case ColumnType::Text:
        break;
    }
    return true;
  }

  Status keepReject(LoadWriter& writer, const Reject& reject) {
    ++report_.quarantined;
    if (options_.retried) noteRefused(reject.byte);
    QuarantinedRow row{.loadId = writer.loadId(),
                       .line = reject.line,
                       .byte = reject.byte,
                       .column = reject.column,
                       .code = rejectName(reject.code),
                       .message = reject.message(),
                       .raw = reject.raw,
                       .id = 0,
                       .takenBy = {}};
    if (!report_.firstError || reject.byte < report_.firstError->byte)
      report_.firstError = LoadReport::FirstError{row.line, row.byte, row.column, row.code, row.message};
    return options_.validateOnly ? Status{} : writer.quarantine(row);
  }

  void noteRefused(std::uint64_t byte) {
    const auto& rows = options_.retried->rows;
    refused_.resize(rows.size());
    const auto after =
        std::upper_bound(rows.begin(), rows.end(), std::pair(byte, std::numeric_limits<std::int64_t>::max()));
    if (after != rows.begin()) refused_[static_cast<std::size_t>(after - rows.begin()) - 1] = true;
  }

  // The rows of the earlier quarantine that were not refused again.
  std::vector<std::int64_t> takenRows() {
    const auto& rows = options_.retried->rows;
    refused_.resize(rows.size());
    std::vector<std::int64_t> taken;
    for (std::size_t i = 0; i < rows.size(); ++i)
      if (!refused_[i]) taken.push_back(rows[i].second);
    return taken;
  }

  Status tooManyErrors(bool atEnd) const {
    const std::uint64_t rejects = report_.quarantined;
    const bool any = rejects > 0 && options_.onError != LoadOptions::OnError::Continue;
    const bool many = options_.maxErrors && rejects > *options_.maxErrors;
    const bool share = atEnd && options_.maxErrorShare &&
                       static_cast<double>(rejects) > *options_.maxErrorShare * static_cast<double>(report_.parsed);
    if (!any && !many && !share) return {};
    const std::string where = options_.retried ? place() : fmt::format("{}:{}", place(), report_.firstError->line);
    return Error{Errc::TooManyErrors,
                 fmt::format("{} {} could not be taken, so nothing was loaded. The first: {}.", rejects,
                             rejects == 1 ? "row" : "rows", report_.firstError->message),
                 where,
                 {std::to_string(rejects), report_.firstError->message}};
  }

  Status checkCounts() {
    if (const Status few = tooManyErrors(true); !few) return few;
    if (report_.conserves()) return {};
    return Error{
        Errc::Conservation,
        fmt::format("The rows do not add up ({} read, {} new, {} changed, {} same, {} superseded, {} in quarantine), "
                    "so nothing was loaded.",
                    report_.parsed, report_.fresh, report_.changed, report_.same, report_.superseded,
                    report_.quarantined),
        place(),
        {}};
  }

  Status finish(LoadWriter& writer) {
    progress_.report("index", 0, 1);
    if (const Status indexed = writer.buildIndex(); !indexed) return indexed;
    if (progress_.cancelled()) return interrupted();
    if (options_.retried)
      if (const Status taken = writer.takeFromQuarantine(takenRows()); !taken) return taken;
    progress_.report("commit", 0, 1);
    report_.id = writer.loadId();
    report_.seconds = std::chrono::duration<double>(Clock::now() - start_).count();
    return writer.commit(report_);
  }

  void recordFailure(const Error& error) {
    LoadReport failure = report_;
    failure.status = LoadReport::Status::Failed;
    failure.parsed = failure.fresh = failure.changed = failure.same = failure.superseded = failure.quarantined = 0;
    if (!failure.firstError) failure.firstError = LoadReport::FirstError{0, 0, "", errorName(error.code), error.what};
    failure.firstError->message = error.what;
    // When even this cannot be written, the error itself says why.
    static_cast<void>(recordLoad(store_, failure));
  }

  Store& store_;
  const std::filesystem::path& file_;
  const LoadOptions& options_;
  const Progress& progress_;
  LeadWatcher* watcher_;  // null when there is nothing for it to see
  Clock::time_point start_ = Clock::now();
  LoadReport report_;
  Schema schema_;
  std::optional<Profile> profile_;
  LoadPlan plan_;
  std::vector<std::string> newColumns_;
  std::vector<bool> refused_;  // by row of options_.retried
};

}  // namespace

Result<LoadReport> loadFile(Store& store, const std::filesystem::path& file, const LoadOptions& options,
                            const Progress& progress, LeadWatcher* watcher) {
  return Load(store, file, options, progress, watcher).run();
}

}  // namespace leadlight
