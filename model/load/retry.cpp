#include "model/load/retry.h"

#include <fmt/format.h>

#include "model/base/csv_field.h"
#include "model/base/memory_file.h"

namespace leadlight {

namespace {

void appendLine(std::string& text, const std::vector<std::string>& fields) {
  const std::size_t start = text.size();
  for (std::size_t i = 0; i < fields.size(); ++i) {
    if (i != 0) text += ',';
    appendCsvField(text, fields[i]);
  }
  // A line with one empty field would be no line at all.
  if (text.size() == start) text += "\"\"";
  text += '\n';
}

}  // namespace

Result<LoadReport> retryRows(Store& store, const QuarantineSheet& sheet, std::span<const CorrectedRow> rows,
                             LoadOptions options, const Progress& progress) {
  if (rows.empty())
    return Error{Errc::Usage,
                 fmt::format("No row of load {} can be sent again as it is. Correct them first: leadctl quarantine {} "
                             "--format csv.",
                             sheet.load.id, sheet.load.id),
                 "",
                 {std::to_string(sheet.load.id)}};
  options.dataset = sheet.load.dataset;
  options.retried.emplace().of = sheet.load.id;
  options.retried->columns = sheet.load.columns;
  options.retried->ofJson =
      sheet.load.format == formatName(FileFormat::Json) || sheet.load.format == formatName(FileFormat::Ndjson);
  std::string text;
  appendLine(text, sheet.labels);
  for (const CorrectedRow& row : rows) {
    options.retried->rows.emplace_back(text.size(), row.quarantineId);
    appendLine(text, row.cells);
  }
  const Result<MemoryFile> file = MemoryFile::holding(text);
  if (!file) return file.error();
  options.read = {.encoding = "utf-8", .delimiter = ',', .header = true, .sheet = {}};
  return loadFile(store, file->path(), options, progress);
}

Result<LoadReport> retryRows(Store& store, std::int64_t loadId, std::span<const CorrectedRow> rows,
                             const LoadOptions& options, const Progress& progress) {
  const Result<QuarantineSheet> sheet = quarantineSheet(store, loadId);
  if (!sheet) return sheet.error();
  return retryRows(store, *sheet, rows, options, progress);
}

}  // namespace leadlight
