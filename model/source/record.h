#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace leadlight {

// One value as the file holds it. Text: CSV cells and JSON strings (unescaped). The other kinds come from JSON only and
// keep their source characters.
struct Cell {
  enum class Kind : std::uint8_t { Absent, Null, Text, Number, Boolean, Nested };
  const char* data = nullptr;
  std::uint32_t size = 0;
  Kind kind = Kind::Absent;

  std::string_view text() const { return {data, size}; }
  bool empty() const { return size == 0 || kind == Kind::Null; }
};

// One record of a file, its cells in the order of RecordReader::labels().
struct Record {
  std::uint64_t line = 0;       // 1-based line on which it starts
  std::uint64_t byte = 0;       // 0-based offset of its first byte in the decompressed file
  std::uint32_t firstCell = 0;  // index into RecordBatch::cells
  std::uint32_t cellCount = 0;  // may be less than labels().size() for JSON: the rest are absent
  std::string_view raw;         // its bytes (as UTF-8) without the line end
};

// Why a row could not be taken. The names appear in JSON and in the quarantine table.
enum class RejectCode : std::uint8_t {
  FieldCount,  // args: found, expected
  UnclosedQuote,
  StrayQuote,
  BadEncoding,  // bytes that are not UTF-8
  NulByte,
  BadJson,        // args: the parser's reason
  TooDeep,        // JSON nested more than 64 levels
  DuplicateName,  // one JSON object names a column twice; args: the name
  NotAnObject,    // a JSON record that is no object
  EmptyKey,       // args: the key column
  BadInteger,     // args: the value
  BadDecimal,     // args: the value
  BadDate,        // args: the value
  TooLong,        // a record over the size limit
};
const char* rejectName(RejectCode code);  // "field_count", …

struct Reject {
  std::uint64_t line = 0;
  std::uint64_t byte = 0;
  std::string column;  // canonical name; empty when the whole row is at fault
  RejectCode code = RejectCode::BadJson;
  std::vector<std::string> args;
  std::string raw;  // the record's bytes as they were in the file

  // One English sentence for `code` and `args`, e.g. "36 fields, 37 expected".
  std::string message() const;
};

// A run of records. Cells and raw views point into memory that the batch owns; a batch may be moved and handed to
// another thread.
struct RecordBatch {
  std::unique_ptr<char[]> text;                // decoded bytes
  std::vector<std::unique_ptr<char[]>> extra;  // unescaped values and records that crossed a block
  std::shared_ptr<const RecordBatch> shared;   // owns the memory instead
  std::vector<Cell> cells;
  std::vector<Record> records;
  std::vector<Reject> rejects;

  const Cell* cellsOf(const Record& record) const { return cells.data() + record.firstCell; }
};

}  // namespace leadlight
