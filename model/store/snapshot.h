#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "model/base/progress.h"
#include "model/base/result.h"
#include "model/store/store.h"

namespace leadlight {

// A whole copy of a store at one moment: FOLDER/NAME.db and, beside it, NAME.json with these facts. The folder is the
// store's name and ".snapshots"; folder and files are the owner's alone.
struct StoreSnapshot {
  std::string name;
  std::filesystem::path file;
  std::string createdAt;  // ISO 8601, UTC
  std::uint64_t bytes = 0;
  std::string sha256;          // of the file
  std::int64_t lastEvent = 0;  // Store::lastEvent() at that moment
  struct Leads {
    std::string dataset;
    std::uint64_t leads = 0;
    std::string digest;  // Store::digest()
  };
  std::vector<Leads> datasets;
};

std::filesystem::path snapshotFolder(const std::filesystem::path& store);

// Copies the store while others may go on using it; the copy is checked, on the disk, and appears whole or not at all.
// An empty name becomes the present time. Stages: "snapshot", "check". Errors: Usage for a name that is taken or holds
// other characters than letters, digits, '.', '_' and '-'; Interrupted; DiskFull; store errors.
Result<StoreSnapshot> createSnapshot(Store& store, std::string name, const Progress& progress);
// Newest first; what is no snapshot is left out.
Result<std::vector<StoreSnapshot>> listSnapshots(const std::filesystem::path& store);

// Puts a snapshot in the place of the store in one step, as an event of its own: numbers of loads go on from the
// greater of both, and the audit keeps what was done since. A store that others have open changes under them as by any
// commit; one that is missing or damaged is replaced. Errors, with nothing changed: BadSnapshot when there is none of
// that name or its bytes are not those that were written; StoreNewer; StoreBusy; Interrupted; DiskFull.
Status restoreSnapshot(const std::filesystem::path& store, const std::string& name, const Progress& progress,
                       const WaitForOthers& patience = {});
// Errors: BadSnapshot when there is none of that name.
Status removeSnapshot(const std::filesystem::path& store, const std::string& name);

}  // namespace leadlight
