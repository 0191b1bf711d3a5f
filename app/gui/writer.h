#pragma once

#include <QString>
#include <filesystem>
#include <optional>
#include <utility>

#include "app/gui/tasks.h"
#include "model/load/loader.h"

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
  TaskResult snapshot(const Progress& progress);
  // Scores all leads and takes a snapshot; not to be interrupted, since what it scores is already committed.
  TaskResult scoredSnapshot();
  TaskResult load(const std::filesystem::path& file, LoadOptions options, const Progress& progress);

 private:
  std::filesystem::path file_;
  std::optional<Store> store_;
};

}  // namespace leadlight
