#pragma once

#include <QObject>
#include <QString>
#include <QThreadPool>
#include <filesystem>
#include <optional>

#include "app/gui/job.h"
#include "model/load/drop_folder.h"

namespace leadlight {

// What a watched folder is doing.
struct WatchState {
  QString folder;       // empty: none is watched
  bool present = true;  // false: it is gone, and waited for
  QString loading;      // what is done to a file right now; empty: nothing
  std::optional<DropOutcome> last;
  std::optional<Error> error;  // why it is not watched any more
};

// Loads what is put into a folder, in a thread of its own with a store of its own. Lives on the window's thread.
class FolderWatch : public QObject {
  Q_OBJECT

 public:
  explicit FolderWatch(QObject* parent = nullptr);
  ~FolderWatch() override;

  // Replaces the folder watched before.
  void start(std::filesystem::path store, const QString& folder, std::string dataset);
  void stop();
  const WatchState& state() const { return state_; }

 signals:
  void changed();
  void loaded();  // the store has changed

 private:
  using Run = std::shared_ptr<const int>;  // tells one start() from the next
  void tell(const Run& run, std::function<void()> change);
  DropFolder::Callbacks callbacks(const Run& run, const Progress& progress);

  QThreadPool pool_;
  Job<Status> job_;
  Run run_;
  WatchState state_;
};

}  // namespace leadlight
