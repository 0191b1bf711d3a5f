#pragma once

#include <cstdint>
#include <deque>
#include <limits>
#include <memory>
#include <string>
#include <vector>

#include "model/base/hash.h"
#include "model/load/plan.h"
#include "model/source/record.h"
#include "model/store/load_writer.h"

namespace leadlight {

// A row that is ready for the store.
struct CleanRow {
  static constexpr std::int64_t neverModified = std::numeric_limits<std::int64_t>::min();
  std::uint64_t line = 0;
  std::uint64_t byte = 0;
  std::string_view raw;  // the record as JSON; empty for rawSize bytes at rawAt of CleanBatch::rawText
  std::size_t rawAt = 0, rawSize = 0;
  std::size_t firstCell = 0;  // into CleanBatch::cells, one per planned column
  std::uint64_t hash = 0;     // sum of the cells' hashes: independent of the order of columns
  Hash128 key;                // of the key's text
  std::int64_t modified = neverModified;
  bool partial = false;  // some of its cells are absent
};

// The rows of one RecordBatch, which it owns, since the cells point into it.
struct CleanBatch {
  RecordBatch source;
  std::deque<std::string> made;  // texts that are not in the file: ISO dates
  std::string rawText;
  std::vector<TypedCell> cells;
  std::vector<CleanRow> rows;
  std::vector<Reject> rejects;  // the reader's and the cleaner's

  std::span<const TypedCell> cellsOf(const CleanRow& row, std::size_t columns) const {
    return std::span(cells).subspan(row.firstCell, columns);
  }
  std::string_view rawOf(const CleanRow& row) const {
    return row.raw.empty() ? std::string_view(rawText).substr(row.rawAt, row.rawSize) : row.raw;
  }
};

// Types and hashes every row of `records` as the plan says; rows that do not fit become rejects.
CleanBatch cleaned(RecordBatch records, const LoadPlan& plan, FileFormat format);

// When a row was modified, by its modified column: seconds of a date, or the number; neverModified when absent.
std::int64_t modifiedOf(const TypedCell& cell);

}  // namespace leadlight
