#include "app/gui/writer.h"

#include "app/gui/sentences.h"
#include "model/frame/frame_load.h"
#include "model/frame/masked_frame.h"
#include "model/load/schemas.h"

namespace leadlight {

Result<Store*> Writer::store() {
  if (!store_) {
    auto opened = Store::open(file_, Store::Mode::ReadWrite);
    if (!opened) return opened.error();
    store_.emplace(*std::move(opened));
  }
  return &*store_;
}

namespace {

constexpr std::int64_t sampledLeads = 200;

// Some values of every column that the frame leaves in the store.
std::vector<ColumnSample> storedSamples(Store& store, const Snapshot& snapshot) {
  std::vector<ColumnSample> samples;
  std::vector<std::string> names;
  if (!snapshot.dataset) return samples;
  for (const DatasetColumn& column : snapshot.dataset->columns) {
    if (snapshot.frame.find(column.name)) continue;
    samples.push_back({column.name, column.label, {}});
    names.push_back(column.name);
  }
  if (names.empty()) return samples;
  std::int64_t left = sampledLeads;
  (void)store.scan(snapshot.datasetName, names, [&](std::int64_t, std::span<const StoredValue> values) {
    for (std::size_t i = 0; i < values.size(); ++i)
      if (values[i].kind == StoredValue::Kind::Text) samples[i].values.emplace_back(values[i].text);
    return --left > 0;
  });
  return samples;
}

}  // namespace

SnapshotPtr Writer::shownTo(SnapshotPtr snapshot) {
  auto open = store();
  if (!masked_ || !open) return snapshot;
  auto shown = std::make_shared<Snapshot>(*snapshot);
  MaskedFrame hidden = maskedFrame(snapshot->frame, storedSamples(**open, *snapshot));
  shown->frame = std::move(hidden.frame);
  shown->hidden = std::move(hidden.hidden);
  shown->masked = true;
  return shown;
}

TaskResult Writer::snapshot(const Progress& progress) {
  auto open = store();
  if (!open) return TaskResult::failure(open.error());
  auto snapshot = readSnapshot(**open, shownDataset(**open, shown_), progress);
  if (!snapshot) return TaskResult::failure(snapshot.error());
  TaskResult result;
  result.snapshot = shownTo(*std::move(snapshot));
  return result;
}

TaskResult Writer::snapshotAsOf(std::int64_t loadId, const Progress& progress) {
  TaskResult result = snapshot(progress);
  if (!result.snapshot) return result;
  auto then = std::make_shared<Snapshot>(*result.snapshot);
  auto past = Store::open(file_, Store::Mode::ReadOnly);
  if (!past) return TaskResult::failure(past.error());
  if (const Status shown = past->showAsOf(loadId); !shown) return TaskResult::failure(shown.error());
  auto frame = readFrame(*past, then->datasetName, {}, progress);
  if (frame && then->champion) frame = withFreshScores(*past, *then->champion, *frame, progress);
  if (!frame) return TaskResult::failure(frame.error());
  then->frame = *std::move(frame);
  then->asOf = loadId;
  result.snapshot = shownTo(std::move(then));
  return result;
}

TaskResult Writer::scoredSnapshot() {
  auto open = store();
  if (!open) return TaskResult::failure(open.error());
  const auto scored = scoreWithChampion(**open, shownDataset(**open, shown_), {});
  TaskResult result = snapshot({});
  if (!scored && !result.error) result.error = scored.error();
  return result;
}

TaskResult Writer::load(const std::filesystem::path& file, LoadOptions options, bool remember,
                        const Progress& progress) {
  auto open = store();
  if (!open) return TaskResult::failure(open.error());
  if (options.dataset.empty()) options.dataset = shownDataset(**open, shown_);
  auto report = loadWithFrame(**open, file, options, {}, progress);
  if (report) shown_ = options.dataset;
  Status kept;
  if (report && remember && options.given) kept = saveSchema(schemaFolder(file_), *options.given);
  TaskResult result = loaded(std::move(report), progress);
  if (!kept && !result.error) result.error = kept.error();
  return result;
}

TaskResult Writer::retry(std::int64_t loadId, const std::vector<CorrectedRow>& rows, const Progress& progress) {
  auto open = store();
  if (!open) return TaskResult::failure(open.error());
  LoadOptions options;
  options.dataset = shownDataset(**open, shown_);
  return loaded(retryRows(**open, loadId, rows, options, progress), progress);
}

TaskResult Writer::loaded(Result<LoadReport> report, const Progress& progress) {
  if (!report) {
    if (report.error().code == Errc::Interrupted) return TaskResult::failure(report.error());
    TaskResult result = snapshot({});  // the failed attempt stands in the history
    if (!result.error) result.error = report.error();
    return result;
  }
  progress.report("score", 0, 0);
  TaskResult result = scoredSnapshot();
  if (report->status != LoadReport::Status::Loaded) result.sentence = loadedToast(*report);
  result.report = *std::move(report);
  return result;
}

}  // namespace leadlight
