#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <ostream>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "app/cli/lead_query.h"
#include "model/base/result.h"
#include "model/store/store.h"

namespace leadlight {

enum class RowFormat { Csv, Json, Ndjson, Xlsx };
// "csv", "json", "ndjson" (also "jsonl"), "xlsx"
std::optional<RowFormat> rowFormatFromName(std::string_view name);
const char* rowFormatName(RowFormat format);

// Writes leads one after another in bounded memory. REQUIRES: begin, then rows with one value per column, then end.
class RowWriter {
 public:
  virtual ~RowWriter() = default;
  virtual Status begin(const std::vector<NamedColumn>& columns) = 0;
  virtual Status row(std::span<const StoredValue> values) = 0;
  virtual Status end() = 0;
};

// RFC 4180 with CRLF; values as they are in the store, quoted where needed.
std::unique_ptr<RowWriter> csvWriter(std::ostream& out);
// An array of objects, or one object a line (Ndjson): numbers as numbers, missing as null, dates as ISO text.
std::unique_ptr<RowWriter> jsonWriter(std::ostream& out, RowFormat format);
// {"rows":[…],"total":N}
std::unique_ptr<RowWriter> jsonDocumentWriter(std::ostream& out, std::uint64_t total);
// A workbook with typed cells, never formulas, and a bold frozen header. Errors: Usage beyond 1,048,575 rows, 16,384
// columns or 32,767 characters in a cell; Io.
std::unique_ptr<RowWriter> xlsxWriter(const std::filesystem::path& file);

}  // namespace leadlight
