#pragma once

#include <QPointer>
#include <QTemporaryDir>
#include <QThreadPool>
#include <memory>
#include <vector>

#include "app/gui/files/folder_watch.h"
#include "app/gui/files/previewer.h"
#include "app/gui/filter_history.h"
#include "app/gui/job.h"
#include "app/gui/linker.h"
#include "app/gui/session.h"
#include "app/gui/task_queue.h"

namespace leadlight {

// The reading store of Session::read, in the reader's thread.
struct Reader {
  std::filesystem::path file;
  std::optional<Store> store;

  // With the leads as they were after a load, or as they are now.
  Status openAt(std::optional<std::int64_t> asOf);
};

// What a linked state is computed from.
struct LinkWish {
  SnapshotPtr snapshot;
  std::vector<ViewSpec> views;
  FilterHistory::Conditions conditions;
  bool operator==(const LinkWish&) const = default;
};

// Behind the session's door: what it holds, and its workers: the writer (task queue), the reader, the linker, the
// previewer and, if a folder is watched, its loader.
struct Session::State {
  explicit State(Session& session);
  ~State();

  void setStore(std::filesystem::path file, const std::string& dataset);
  void addLoad(const QString& shown, std::filesystem::path file, LoadOptions options, bool remember);
  void addSample();
  void filterMoved();
  // Computes the linked state anew; while one is being computed, only the latest wish is kept, if it is another.
  void relink();
  void read(QObject* context, std::function<std::function<void()>(Store&)> work);
  void taskDone(const TaskResult& result);

  Session& session;
  SnapshotPtr snapshot = std::make_shared<Snapshot>();
  LinkedPtr linked;
  FilterHistory history;      // of the dataset that is shown
  Session::Histories others;  // of those shown before
  bool masked = false;
  std::vector<Filter> filters;  // history.now() without names
  std::vector<ViewSpec> views;

  TaskQueue tasks;
  Previewer previewer;
  FolderWatch folderWatch;
  std::shared_ptr<Reader> reader;
  QThreadPool readPool, linkPool;
  std::shared_ptr<Linker> linker = std::make_shared<Linker>();
  Job<LinkedPtr> linkJob;
  LinkWish underway;  // what linkJob computes
  bool relinkAgain = false;
};

}  // namespace leadlight
