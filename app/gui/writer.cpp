#include "app/gui/writer.h"

#include "app/gui/sentences.h"

namespace leadlight {

Result<Store*> Writer::store() {
  if (!store_) {
    auto opened = Store::open(file_, Store::Mode::ReadWrite);
    if (!opened) return opened.error();
    store_.emplace(*std::move(opened));
  }
  return &*store_;
}

TaskResult Writer::snapshot(const Progress& progress) {
  auto open = store();
  if (!open) return TaskResult::failure(open.error());
  auto snapshot = readSnapshot(**open, progress);
  if (!snapshot) return TaskResult::failure(snapshot.error());
  TaskResult result;
  result.snapshot = *std::move(snapshot);
  return result;
}

TaskResult Writer::scoredSnapshot() {
  auto open = store();
  if (!open) return TaskResult::failure(open.error());
  const Status scored = scoreWithChampion(**open, shownDataset(**open), {});
  TaskResult result = snapshot({});
  if (!scored && !result.error) result.error = scored.error();
  return result;
}

TaskResult Writer::load(const std::filesystem::path& file, LoadOptions options, const Progress& progress) {
  auto open = store();
  if (!open) return TaskResult::failure(open.error());
  options.dataset = shownDataset(**open);
  auto report = loadFile(**open, file, options, progress);
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
