#pragma once

#include <cstdint>
#include <memory>

#include "model/base/result.h"
#include "model/load/cleaner.h"
#include "model/load/plan.h"
#include "model/store/load_writer.h"

namespace leadlight {

// What became of the rows so far.
struct MergeCounts {
  std::uint64_t fresh = 0;
  std::uint64_t changed = 0;
  std::uint64_t same = 0;
  std::uint64_t superseded = 0;  // an older version of a lead that came again, or that the store has newer
};

// Merges rows into the final table by key: new, changed, same, or superseded within the file. Among rows of one key the
// greater modified value wins, and the later row where they are equal or one has none. Without a key, a row is its own
// identity: the n-th row of the same content in the file is the n-th such row in the store. Columns that the file or
// the row does not have keep what was stored before the load.
class Merger {
 public:
  // `write` false: only counts (validation). REQUIRES: writer.prepare() was called
  Merger(LoadWriter& writer, const LoadPlan& plan, bool write);
  ~Merger();

  Status readStored();
  std::size_t storedLeads() const;
  // This row comes soon: its place in the index, which no cache holds, may be fetched.
  void expect(const CleanRow& row) const;
  // The raw row of the lead that is stored as this row says; 0 for none. It holds the row's text, perhaps.
  std::int64_t rawRowLike(const CleanRow& row) const;
  Status merge(const CleanBatch& batch, const CleanRow& row, std::int64_t rawId);
  // After the last row: remembers which leads the file held as they are.
  Status finish();
  const MergeCounts& counts() const;
  // New leads of this load that later rows of it wrote over, once for each such row.
  const std::vector<std::int64_t>& rewritten() const;
  // While only counting: what would change. REQUIRES: `write` was false
  MergePreview preview() const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace leadlight
