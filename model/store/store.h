#pragma once

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <limits>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "model/base/progress.h"
#include "model/base/result.h"
#include "model/store/dataset.h"
#include "model/store/lead_history.h"
#include "model/store/load_report.h"
#include "model/store/stored_score.h"
#include "model/store/stored_value.h"

namespace leadlight {

class Database;

// Asked again and again while another program holds the store, with the time waited so far; false gives up (StoreBusy).
// An empty one waits ten minutes.
using WaitForOthers = std::function<bool(std::chrono::milliseconds waited)>;

// Leads by their numbers, both ends included.
struct LeadRange {
  std::int64_t first = 0;
  std::int64_t last = std::numeric_limits<std::int64_t>::max();
};

// One SQLite file with everything the program knows. A Store object belongs to one thread at a time. Many stores may be
// open on one file; writing ones take turns and wait for each other.
class Store {
 public:
  enum class Mode { ReadOnly, ReadWrite };

  // ":memory:" with ReadWrite is an empty store that is never written anywhere.
  // ReadWrite creates the file (0600) and its folder (0700) and brings the schema up to date.
  // Errors: NotFound (ReadOnly), NoPermission, StoreNewer, StoreDamaged, StoreBusy, Io.
  // `patience` decides how long a busy store is waited for, here and later: see WaitForOthers.
  static Result<Store> open(const std::filesystem::path& file, Mode mode, WaitForOthers patience = {});
  Store(Store&&) noexcept;
  Store& operator=(Store&&) noexcept;
  ~Store();

  const std::filesystem::path& file() const;
  // For load/ only: the connection behind this store.
  Database& database();

  std::vector<std::string> datasets();
  Result<Dataset> dataset(std::string_view name);  // UnknownDataset
  Result<std::uint64_t> leadCount(std::string_view dataset);

  // Newest first.
  Result<std::vector<LoadReport>> loads();
  // Takes a load back as if it had never been: leads that later loads brought as well stay with the earliest of these.
  // Errors: UnknownLoad; CannotUndo when it was no load that changed anything, was undone before, or later loads
  // changed the same leads or brought them older or with fewer columns (the sentence names them).
  Result<UndoReport> undo(std::int64_t loadId, const Progress& progress);
  // In file order; all loads when absent. Undone loads keep theirs. Open rows are those that no retry has taken; a row
  // that a retry refused again is open in its own load, not in the retry, unless `loadId` names that. Errors:
  // UnknownLoad.
  enum class Quarantined { Open, All };
  Result<std::vector<QuarantinedRow>> quarantine(std::optional<std::int64_t> loadId, std::size_t limit,
                                                 Quarantined which = Quarantined::Open);
  // What was done to this store and when, newest first.
  Result<std::vector<AuditEntry>> audit(std::size_t limit);

  // From here on this (read-only) store shows the leads as they were after load or undo number `event`: scan, fetch,
  // leadCount, leadId, digest and the types of dataset; scores stay those of now. Columns that came later are empty.
  // Errors: UnknownLoad.
  Status showAsOf(std::int64_t event);
  std::optional<std::int64_t> asOf() const { return asOf_; }
  // The life of the lead with this key, oldest first; a version begins with each event that changed the lead.
  // Errors: UnknownLead.
  Result<std::vector<LeadVersion>> history(std::string_view dataset, std::string_view key);

  // Calls visit(leadId, values) for every lead of the range in ascending leadId with the named columns' values.
  // Returning false stops.
  using Visitor = std::function<bool(std::int64_t leadId, std::span<const StoredValue> values)>;
  Status scan(std::string_view dataset, const std::vector<std::string>& columns, const Visitor& visit,
              LeadRange range = {});
  // The same for the given leads, in the order given; leads that no longer exist are left out.
  Status fetch(std::string_view dataset, const std::vector<std::string>& columns, std::span<const std::int64_t> leadIds,
               const Visitor& visit);
  // The lead whose key has this text; without a key, whose lead_id it is. Errors: UnknownLead.
  Result<std::int64_t> leadId(std::string_view dataset, std::string_view key);
  // Where a lead's current version came from.
  struct Origin {
    std::int64_t loadId = 0;
    std::string file;
    std::uint64_t line = 0;
    std::string data;  // the raw record as JSON
  };
  Result<Origin> origin(std::string_view dataset, std::int64_t leadId);

  // Adds a version of the scorecard `name` (version 1 if new); the same JSON as its latest version adds nothing.
  // Returns the version.
  Result<StoredScorecard> putScorecard(std::string_view name, std::string_view dataset, std::string_view json);
  // Latest versions first, grouped by name.
  Result<std::vector<StoredScorecard>> scorecards();
  Result<StoredScorecard> scorecard(std::string_view name);  // latest version; "name@2" a given one. UnknownScorecard
  Result<std::optional<StoredScorecard>> champion(std::string_view dataset);
  Status setChampion(std::int64_t scorecardId);

  // Makes these the scores of one scorecard, in one transaction that writes only what differs from what the store holds
  // or, if it is of the present revision, from the copy. Returns the scores' revision.
  Result<std::string> writeScores(std::string_view dataset, std::int64_t scorecardId, const LeadScores& scores,
                                  const Progress& progress, const std::optional<CopiedScores>& copy = {});
  // Ascending leadId.
  Status readScores(std::string_view dataset, std::int64_t scorecardId,
                    const std::function<void(const StoredScore&)>& visit);

  // Order-independent hash of a dataset's current leads (names and values of all columns, empty ones left out).
  Result<std::string> digest(std::string_view dataset);

  // A random token that changes with every commit that changes the dataset's leads or, with a scorecard, its scores:
  // equal tokens mean equal content, in any copy of the store. Empty when nothing was written yet, and of
  // a store that shows the past.
  Result<std::string> revision(std::string_view dataset, std::int64_t scorecardId = 0);

  // The event that drew `token` for the dataset's leads; nullopt when what the store holds now did not come from there.
  Result<std::optional<std::int64_t>> eventOfRevision(std::string_view dataset, std::string_view token);
  // Every lead that is new, other or gone since that event, ascending; some are as they were. `greatest`: the greatest
  // lead_id of then.
  Result<std::vector<std::int64_t>> leadsChangedSince(std::string_view dataset, std::int64_t event,
                                                      std::int64_t greatest);

  // The number of the latest load, undo or attempt: leads change only together with it.
  Result<std::int64_t> lastEvent();
  Result<std::int64_t> greatestLeadId(std::string_view dataset);

 private:
  explicit Store(std::unique_ptr<Database> database);
  std::unique_ptr<Database> database_;
  std::optional<std::int64_t> asOf_;
  std::vector<Dataset> datasetsThen_;  // while asOf_
};

// $XDG_DATA_HOME/leadlight/leads.db, or ~/.local/share/leadlight/leads.db.
std::filesystem::path defaultStorePath();

}  // namespace leadlight
