#pragma once

#include <QString>
#include <filesystem>
#include <optional>
#include <utility>

#include "app/gui/tasks.h"
#include "model/load/loader.h"
#include "model/load/retry.h"

namespace leadlight {

// What a task of the writer leaves behind.
struct TaskResult {
  SnapshotPtr snapshot;  // absent: what the window shows has not changed
  std::optional<Error> error;
  std::optional<LoadReport> report;  // of a load, whatever its status
  QString sentence;                  // for a toast

  static TaskResult failure(Error error) {
    TaskResult result;
    result.error = std::move(error);
    return result;
  }
};

// The one writing store. Lives in the writer's thread; opened when first needed.
class Writer {
 public:
  explicit Writer(std::filesystem::path file) : file_(std::move(file)) {}

  Result<Store*> store();
  // The dataset of snapshots and scores from now on.
  void show(std::string dataset) { shown_ = std::move(dataset); }
  // Whether snapshots hide names, e-mail addresses and phone numbers from now on.
  void mask(bool on) { masked_ = on; }
  TaskResult snapshot(const Progress& progress);
  // The leads as they were right after a load, scored as they would be now.
  TaskResult snapshotAsOf(std::int64_t loadId, const Progress& progress);
  // Scores all leads and takes a snapshot; not to be interrupted, since what it scores is already committed.
  TaskResult scoredSnapshot();
  // With no dataset named, into the one that is shown; the file's is shown from then on. `remember` keeps the
  // schema that the options give.
  TaskResult load(const std::filesystem::path& file, LoadOptions options, bool remember, const Progress& progress);
  TaskResult retry(std::int64_t loadId, const std::vector<CorrectedRow>& rows, const Progress& progress);

 private:
  SnapshotPtr shownTo(SnapshotPtr snapshot);
  // After a load, or the attempt.
  TaskResult loaded(Result<LoadReport> report, const Progress& progress);
  std::filesystem::path file_;
  std::optional<Store> store_;
  std::string shown_;
  bool masked_ = false;
};

}  // namespace leadlight
