#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "model/base/hash.h"
#include "model/base/result.h"
#include "model/source/record.h"

namespace leadlight {

// Json: an array of objects, alone or in an object, or concatenated objects.
enum class FileFormat { Csv, Json, Ndjson, Xlsx, Ods };
const char* formatName(FileFormat format);  // "csv", "json", "ndjson", "xlsx", "ods"
// Do its records name their columns one by one?
inline bool isJson(FileFormat format) { return format == FileFormat::Json || format == FileFormat::Ndjson; }

class SheetCache;

// What the user may fix; everything absent is found out from the file.
struct ReadOptions {
  std::optional<std::string> encoding;  // a name of encodingNamed()
  std::optional<char> delimiter;        // ',', ';', '\t' or '|'
  bool header = true;                   // false: columns are named column_1, column_2, …
  std::optional<std::string> sheet;     // of a workbook: its name, or its number from 1
  // Who reads a workbook several times gives the same one each time: it is parsed once.
  std::shared_ptr<SheetCache> sheets = {};
  bool sha256 = true;  // who reads a file again need not have it computed again
};

// What was found out about a file.
struct FileFacts {
  FileFormat format = FileFormat::Csv;
  std::string encoding = "utf-8";   // the names of ReadOptions; "utf-8-bom" with a byte order mark
  std::string encodingOrElse;       // it is a guess: DetectedEncoding::orElse, told by who detected it
  std::optional<char> delimiter;    // CSV with more than one column
  bool escapes = false;             // CSV: between quotes, \" means a quote and \\ a backslash
  std::uint64_t headerLine = 0;     // CSV and sheets: the line the header starts on; 0 without one
  bool compressed = false;          // by gzip
  std::string sheet;                // of a workbook: the one that is read
  std::vector<std::string> sheets;  // of a workbook, all; complete at the end of the file
  std::uint64_t uncalculated = 0;   // of a workbook: formulas without a result, which are empty; as above
};

// Streams one file's records in batches of about 1 MB, in bounded memory, in file order.
class RecordReader {
 public:
  virtual ~RecordReader() = default;

  virtual const FileFacts& facts() const = 0;
  // The header texts (CSV) or the object names in order of first appearance (JSON); grows while a JSON file is read and
  // is complete at its end. Cells of earlier records keep their positions. A header that is empty is named column_N and
  // a repeated one gets _2, _3, …: none is lost.
  virtual const std::vector<std::string>& labels() const = 0;
  // Replaces `batch` by the next records and rejects; false at the end of the file. Errors: Io, Damaged (gzip checks),
  // Malformed (an array that is not closed), always with the line. A row that cannot be read alone is a Reject.
  virtual Result<bool> next(RecordBatch& batch) = 0;
  // Rows so far that hold bytes above 127: well-formed UTF-8 and not. With no encoding declared, a caller that sees
  // more invalid than valid ones starts again with "latin-1"; otherwise the invalid rows are rejects (BadEncoding).
  struct EncodingEvidence {
    std::uint64_t validRows = 0;
    std::uint64_t invalidRows = 0;
  };
  virtual EncodingEvidence encodingEvidence() const = 0;
  // Bytes of the file read so far and in all, as stored on disk: for progress.
  virtual std::uint64_t bytesRead() const = 0;
  virtual std::uint64_t bytesTotal() const = 0;
  // XXH3 and SHA-256 of the file's bytes as stored on disk; the latter only where the options ask for it. REQUIRES:
  // next() returned false
  virtual Hash128 fingerprint() = 0;
  virtual std::string sha256() = 0;
};

// Opens a lead file: format by content, never by its name; gzip, byte order mark and delimiter found. Without a byte
// order mark or a declared encoding the file is read as strict UTF-8, or as UTF-16 if it plainly is. Errors: NotFound,
// IsDirectory, NoPermission, EmptyFile, NotALeadFile, Damaged, Io, Usage (no such encoding or sheet); `where` is the
// file's name.
Result<std::unique_ptr<RecordReader>> openRecords(const std::filesystem::path& file, const ReadOptions& options);

struct DetectedEncoding {
  std::string name;
  std::string orElse;  // the name is a guess, and this one is as likely; empty: nothing speaks for another
};

// The encoding that a file which is no UTF-8 is most likely in: "latin-1" unless its bytes tell otherwise. Errors: as
// above.
Result<DetectedEncoding> detectEncoding(const std::filesystem::path& file);

}  // namespace leadlight
