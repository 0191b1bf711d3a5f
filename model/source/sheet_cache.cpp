#include "model/source/sheet_cache.h"

#include <algorithm>

namespace leadlight {

namespace fs = std::filesystem;

namespace {

std::size_t sizeOf(const RecordBatch& batch) {
  std::size_t bytes = batch.cells.size() * sizeof(Cell) + batch.records.size() * sizeof(Record);
  for (const Cell& cell : batch.cells) bytes += cell.size;
  for (const Record& record : batch.records) bytes += record.raw.size();
  for (const Reject& reject : batch.rejects) bytes += sizeof(Reject) + reject.raw.size();
  return bytes;
}

}  // namespace

// What was read of a sheet so far, and who reads on.
struct SheetCache::Sheet {
  fs::path file;
  fs::file_time_type time;
  std::uintmax_t size = 0;
  ReadOptions options;
  FileFacts facts;  // as they were when it was opened
  std::vector<std::string> labels;
  std::uint64_t total = 0;
  std::size_t mostBytes = 0;

  std::mutex mutex;                      // guards what follows
  std::unique_ptr<RecordReader> source;  // nullptr when there was too much to keep
  std::vector<std::shared_ptr<const RecordBatch>> batches;
  std::size_t bytes = 0;
  bool ended = false;

  bool is(const fs::path& wanted, fs::file_time_type itsTime, std::uintmax_t itsSize, const ReadOptions& asked) {
    const std::lock_guard lock(mutex);
    return source && file == wanted && time == itsTime && size == itsSize && options.header == asked.header &&
           (options.sheet == asked.sheet || asked.sheet == facts.sheet);
  }
};

namespace {

class KeptReader final : public RecordReader {
 public:
  KeptReader(std::shared_ptr<SheetCache::Sheet> sheet, SheetCache::Open open)
      : sheet_(std::move(sheet)), open_(std::move(open)), facts_(sheet_->facts) {}

  const FileFacts& facts() const override { return facts_; }
  const std::vector<std::string>& labels() const override { return sheet_->labels; }
  EncodingEvidence encodingEvidence() const override { return {}; }
  std::uint64_t bytesRead() const override { return own_ ? own_->bytesRead() : ended_ ? sheet_->total : 0; }
  std::uint64_t bytesTotal() const override { return sheet_->total; }
  Hash128 fingerprint() override { return own_ ? own_->fingerprint() : fingerprint_; }
  std::string sha256() override { return own_ ? own_->sha256() : sha256_; }

  Result<bool> next(RecordBatch& batch) override {
    if (own_) return readOn(batch);
    const std::lock_guard lock(sheet_->mutex);
    if (at_ < sheet_->batches.size()) return give(batch);
    if (!sheet_->source) return readAlone(batch);
    if (sheet_->ended) return end();
    auto fresh = std::make_shared<RecordBatch>();
    const Result<bool> more = sheet_->source->next(*fresh);
    if (!more) return more;
    sheet_->ended = !*more;
    if (!*more) return end();
    sheet_->bytes += sizeOf(*fresh);
    if (sheet_->bytes > sheet_->mostBytes) {
      own_ = std::move(sheet_->source);
      sheet_->batches.clear();
      batch = std::move(*fresh);
      return true;
    }
    sheet_->batches.push_back(std::move(fresh));
    return give(batch);
  }

 private:
  bool give(RecordBatch& batch) {
    const std::shared_ptr<const RecordBatch>& kept = sheet_->batches[at_++];
    batch = {};
    batch.cells = kept->cells;
    batch.records = kept->records;
    batch.rejects = kept->rejects;
    batch.shared = kept;
    return true;
  }

  bool end() {
    ended_ = true;
    facts_ = sheet_->source->facts();
    fingerprint_ = sheet_->source->fingerprint();
    sha256_ = sheet_->source->sha256();
    return false;
  }

  // Another reader found that there is too much to keep.
  Result<bool> readAlone(RecordBatch& batch) {
    Result<std::unique_ptr<RecordReader>> opened = open_();
    if (!opened) return opened.error();
    own_ = *std::move(opened);
    for (std::size_t passed = 0; passed < at_; ++passed)
      if (const Result<bool> more = own_->next(batch); !more || !*more) return more;
    return readOn(batch);
  }

  Result<bool> readOn(RecordBatch& batch) {
    Result<bool> more = own_->next(batch);
    if (more && !*more) facts_ = own_->facts();
    return more;
  }

  std::shared_ptr<SheetCache::Sheet> sheet_;
  SheetCache::Open open_;
  FileFacts facts_;
  Hash128 fingerprint_;
  std::string sha256_;
  std::size_t at_ = 0;  // of the kept batches
  bool ended_ = false;
  std::unique_ptr<RecordReader> own_;  // when nothing is kept
};

}  // namespace

Result<std::unique_ptr<RecordReader>> SheetCache::reader(const fs::path& file, const ReadOptions& options,
                                                         const Open& open) {
  std::error_code unknown;
  const fs::file_time_type time = fs::last_write_time(file, unknown);
  const std::uintmax_t size = fs::file_size(file, unknown);
  const std::lock_guard lock(mutex_);
  if (!sheet_ || !sheet_->is(file, time, size, options)) {
    Result<std::unique_ptr<RecordReader>> opened = open();
    if (!opened) return opened;
    sheet_ = std::make_shared<Sheet>();
    sheet_->file = file;
    sheet_->time = time;
    sheet_->size = size;
    sheet_->options = options;
    sheet_->facts = (*opened)->facts();
    sheet_->labels = (*opened)->labels();
    sheet_->total = (*opened)->bytesTotal();
    sheet_->mostBytes = mostBytes_;
    sheet_->source = *std::move(opened);
  }
  return std::unique_ptr<RecordReader>(std::make_unique<KeptReader>(sheet_, open));
}

}  // namespace leadlight
