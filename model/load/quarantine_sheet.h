#pragma once

#include <filesystem>
#include <ostream>
#include <string>
#include <vector>

#include "model/base/result.h"
#include "model/source/reader.h"
#include "model/store/store.h"

namespace leadlight {

// A refused row, taken apart for people.
struct RefusedRow {
  QuarantinedRow row;
  std::vector<std::string> cells;  // by the sheet's labels, as far as the row could be taken apart
  // Every cell is known for certain. False when the row's own shape is at fault: it needs a correction.
  bool whole = false;

  // The row's bytes as text; bytes that are not UTF-8 are read as Windows-1252.
  std::string raw() const;
};

// The open quarantine of one load as a table that can be corrected.
struct QuarantineSheet {
  LoadReport load;
  std::vector<std::string> labels;  // the file's header
  std::vector<RefusedRow> rows;     // in file order
};

// A row as it shall be taken now.
struct CorrectedRow {
  std::int64_t quarantineId = 0;
  std::vector<std::string> cells;  // by the sheet's labels

  bool operator==(const CorrectedRow&) const = default;
};

// Errors: UnknownLoad; Usage for a load that was undone or is a retry itself.
Result<QuarantineSheet> quarantineSheet(Store& store, std::int64_t loadId);

// Writes the sheet as CSV: load_id, line, byte, column, code, message, the record's own columns, raw. `raw` is empty
// for a row whose cells are certain.
Status writeSheet(const QuarantineSheet& sheet, std::ostream& out);

// Reads a sheet that a person corrected; rows are known by load_id, line and byte, columns by their header, in any
// order. A row counts as corrected when one of its cells differs, or its raw text does: the new text is then taken
// apart, and an emptied one means that the cells are right. A whole row counts in any case. The file may be any that
// a load could read, as an editor or a spreadsheet saved it; `options` may tell how.
// Errors: those of openRecords; Malformed without the columns load_id, line and byte.
Result<std::vector<CorrectedRow>> correctedRows(const QuarantineSheet& sheet, const std::filesystem::path& file,
                                                const ReadOptions& options = {});
// The whole rows as they are, to be tried again.
std::vector<CorrectedRow> unchangedRows(const QuarantineSheet& sheet);

}  // namespace leadlight
