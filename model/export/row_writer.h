#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <ostream>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "model/base/csv_field.h"
#include "model/base/result.h"
#include "model/schema/types.h"
#include "model/store/stored_value.h"

namespace leadlight {

enum class RowFormat { Csv, Json, Ndjson, Xlsx };
// "csv", "json", "ndjson" (also "jsonl"), "xlsx"
std::optional<RowFormat> rowFormatFromName(std::string_view name);
const char* rowFormatName(RowFormat format);

struct ExportColumn {
  std::string name;
  ColumnType type = ColumnType::Text;
};

// What an export is of, such as ("Filter", "band = 'A'"): name and value.
using ExportFact = std::pair<std::string, std::string>;

struct XlsxOptions {
  std::string sheet = "Leads";
  std::string bar = "score";         // the column whose numbers get a bar in their cells, where there is one
  std::string factsSheet = "About";  // the sheet behind the rows
  std::vector<ExportFact> facts{};   // its lines; without any there is no such sheet
};

// Writes leads one after another in bounded memory. REQUIRES: begin, then rows with one value per column, then end.
class RowWriter {
 public:
  virtual ~RowWriter() = default;
  virtual Status begin(const std::vector<ExportColumn>& columns) = 0;
  virtual Status row(std::span<const StoredValue> values) = 0;
  virtual Status end() = 0;
};

// RFC 4180 with CRLF, quoted where any usual delimiter or a quote stands in a value.
std::unique_ptr<RowWriter> csvWriter(std::ostream& out, CsvMode mode = CsvMode::Safe);
// An array of objects, or one object a line (Ndjson): numbers as numbers, missing as null, dates as ISO text.
std::unique_ptr<RowWriter> jsonWriter(std::ostream& out, RowFormat format);
// {"rows":[…],"total":N}
std::unique_ptr<RowWriter> jsonDocumentWriter(std::ostream& out, std::uint64_t total);
// A workbook with typed cells, never formulas, and a bold frozen header with a filter; a further sheet for each
// 1,048,575 rows, and at the end the one of the facts. Errors: Usage beyond 16,384 columns or 32,767 characters in a
// cell; Io.
std::unique_ptr<RowWriter> xlsxWriter(const std::filesystem::path& file, XlsxOptions options = {});

}  // namespace leadlight
