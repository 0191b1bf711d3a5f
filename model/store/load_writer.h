#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "model/base/result.h"
#include "model/store/database.h"
#include "model/store/held_leads.h"
#include "model/store/load_report.h"
#include "model/store/store.h"
#include "model/store/typed_cell.h"

namespace leadlight {

// Everything that one load writes, in one transaction that is rolled back unless commit() succeeds.
class LoadWriter {
 public:
  // Takes the store's write lock, waiting for other writers.
  static Result<LoadWriter> begin(Store& store, bool bulk);
  // One that answers forEachLead() and readLead() and writes nothing, for a look at what a load would do. The store may
  // be read-only, and others may write meanwhile.
  static Result<LoadWriter> beginReading(Store& store);
  LoadWriter(LoadWriter&&) noexcept;
  ~LoadWriter();

  std::int64_t loadId() const;
  Result<std::optional<Dataset>> dataset(std::string_view name);
  // May a dataset of this name come to those there are? Errors: Usage.
  Status checkNewDataset(std::string_view name);
  // Errors: Internal if there is no such dataset.
  Result<bool> hasNoLeads(std::string_view dataset);
  // Has this column of whole numbers, today or in the history, one beyond greatestWholeDecimal?
  Result<bool> holdsLongIntegers(std::string_view dataset, const std::string& column);
  // The load that brought this content and was not undone.
  Result<std::optional<std::int64_t>> loadOfContent(std::string_view dataset, std::string_view sha256);

  // Brings the dataset's tables to `wanted`: creates them, adds columns, widens types; then readies the statements for
  // a file with `fileColumns` (names of `wanted`). REQUIRES: `wanted` holds every column of the stored dataset
  Status prepare(const Dataset& wanted, const std::vector<std::string>& fileColumns,
                 const std::vector<std::string>& rawNames);

  // Every current lead, ascending: its key as text ("" without a key column) and the value of its modified column.
  struct StoredLead {
    std::int64_t leadId;
    std::int64_t rawId;
    std::uint64_t rowHash;
    std::string_view key;
    TypedCell modified;
  };
  Status forEachLead(const std::function<void(const StoredLead&)>& visit);
  std::int64_t nextLeadId() const;  // one more than the greatest lead_id when prepare() ran

  // Returns the raw row's number. Where raw row `likely` of an earlier load (0: none) says the same word for word, only
  // a reference to it is stored.
  Result<std::int64_t> insertRaw(std::uint64_t line, std::uint64_t byte, std::string_view record,
                                 std::int64_t likely = 0);
  Status insertLead(std::int64_t leadId, std::int64_t rawId, std::uint64_t rowHash, std::span<const TypedCell> cells);
  // Replaces the file's columns of a lead.
  Status updateLead(std::int64_t leadId, std::int64_t rawId, std::uint64_t rowHash, std::span<const TypedCell> cells);
  // Copies the current version into the history, superseded by this load.
  Status archiveLead(std::int64_t leadId);
  // Undoes archiveLead and updateLead: the version of before this load comes back from the history.
  Status restoreLead(std::int64_t leadId);
  // The file's columns of a stored lead; views live until the next call.
  Status readLead(std::int64_t leadId, std::vector<TypedCell>& cells);
  // Remembers a lead that the load left as it was. REQUIRES: leadId ascends; once per lead
  Status hold(HeldLeads::Kind kind, std::int64_t leadId, std::int64_t rawId);
  Status quarantine(const QuarantinedRow& row);
  // This load takes these rows of earlier quarantines.
  Status takeFromQuarantine(std::span<const std::int64_t> rows);

  // Builds the key index if prepare() left it out for a bulk load. Errors: Internal on a doubled key.
  Status buildIndex();
  // Writes the report and commits.
  Status commit(const LoadReport& report);

 private:
  struct State;
  explicit LoadWriter(std::unique_ptr<State> state);
  static Result<LoadWriter> begun(Store& store, bool bulk, Result<Transaction> (*begin)(Database&));
  Status prepareReading(const Dataset& wanted, const std::vector<std::string>& fileColumns);
  Status prepareBulk();
  Status settleLead(std::int64_t leadId);
  Result<bool> findRaw(std::int64_t rawId);
  Result<std::int64_t> equalRaw(std::int64_t rawId, std::string_view record);
  Result<bool> hasThisLayout(std::int64_t load);
  std::unique_ptr<State> state_;
};

// Writes a report alone: a load that was skipped or failed. Returns its number.
Result<std::int64_t> recordLoad(Store& store, LoadReport report);

}  // namespace leadlight
