#pragma once

#include <chrono>
#include <filesystem>
#include <functional>
#include <map>
#include <optional>
#include <string>

#include "model/base/result.h"
#include "model/load/loader.h"
#include "model/store/store.h"

namespace leadlight {

// What became of one file of the folder.
struct DropOutcome {
  enum class Kind { Done, Failed, Waits };  // Waits: it stays where it is and is tried again later
  Kind kind = Kind::Done;
  std::string name;               // in the folder
  std::filesystem::path movedTo;  // done/NAME or failed/NAME, perhaps with a number; empty when it stays
  std::optional<LoadReport> load;
  std::optional<std::uint64_t> scored;
  std::optional<Error> error;
};

// Loads every file that is put into a folder and moves it to done/ or failed/ in there, a JSON report beside it.
// A file is taken when its writer closed it or moved it in, or when its size and time have not changed for a while. Its
// content decides whether it is new: a renamed copy is skipped and goes to done/. Hidden and temporary names are left
// alone, and so is whatever is no regular file; nothing that blocks is ever opened and no symbolic link followed.
// A folder that disappears is waited for.
class DropFolder {
 public:
  struct Options {
    std::filesystem::path folder;
    LoadOptions load;
    std::chrono::milliseconds settle{1000};   // unchanged for so long: complete
    std::chrono::milliseconds rescan{2000};   // a look at the folder even when nothing was heard
    std::chrono::milliseconds again{30'000};  // until a file that waits is tried again
  };
  // All may be empty. They are called from run().
  struct Callbacks {
    // How a file is loaded, as by loadFile().
    std::function<Result<LoadReport>(Store&, const std::filesystem::path&, const LoadOptions&, const Progress&)> load;
    // Scores the leads after a load; gives how many.
    std::function<Result<std::uint64_t>(Store&, const LoadReport&)> score;
    std::function<void(const DropOutcome&)> onFile;
    std::function<void(bool present)> onFolder;  // it disappeared, or came back
    Progress progress;                           // of each load; its isCancelled ends run() within 0.2 s
  };
  enum class Until { Cancelled, Empty };

  DropFolder(Options options, Callbacks callbacks);
  ~DropFolder();
  DropFolder(const DropFolder&) = delete;
  DropFolder& operator=(const DropFolder&) = delete;

  // Until Empty: takes what is there and returns when nothing is left but what waits. Being cancelled is no error
  // unless it cut off a load, which is rolled back. Errors: NotFound, NoPermission (the folder, at the start);
  // Interrupted.
  Status run(Store& store, Until until);

 private:
  struct Seen;
  using Clock = std::chrono::steady_clock;

  Result<bool> look(Store& store);
  Status take(Store& store, int folder, const std::string& name, Seen& seen);
  DropOutcome load(Store& store, const std::string& name) const;
  Status putAway(int folder, DropOutcome& outcome) const;
  void listen();
  void hear(std::chrono::milliseconds longest);
  bool cancelled() const { return callbacks_.progress.cancelled(); }

  Options options_;
  Callbacks callbacks_;
  int notify_ = -1;
  bool present_ = true;
  std::map<std::string, Seen> seen_;
};

// Is this name left alone: hidden, a download or an editor's copy under way?
bool isTemporaryName(const std::string& name);

}  // namespace leadlight
