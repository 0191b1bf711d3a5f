#include "model/load/quarantine_sheet.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "model/base/csv_field.h"
#include "model/base/formula_guard.h"
#include "model/base/memory_file.h"
#include "model/base/text.h"
#include "model/source/csv_scan.h"
#include "model/source/dialect.h"
#include "model/source/encoding.h"
#include "model/source/reader.h"

namespace leadlight {

namespace {

const std::vector<std::string> factColumns = {"load_id", "line", "byte", "column", "code", "message"};

// How a row's fields are parted and quoted. The raw form of a workbook's row is a line of CSV, with commas.
struct Dialect {
  char delimiter = ',';
  bool escapes = false;
};

Dialect dialectOf(const LoadReport& load) {
  if (load.format != formatName(FileFormat::Csv)) return {};
  return {load.delimiter.empty() ? '\0' : load.delimiter.front(),
          std::any_of(load.columns.begin(), load.columns.end(),
                      [](const auto& column) { return column.reading && column.reading->escapes; })};
}

// One CSV record; nullopt when the text is not exactly one.
std::optional<std::vector<std::string>> csvCells(std::string_view text, Dialect dialect, std::size_t columns) {
  const std::string padded = std::string(text) + std::string(kBlockPadding, '\0');
  std::vector<std::unique_ptr<char[]>> pieces;
  Arena arena(pieces);
  std::vector<Cell> cells(columns + 1);
  CsvScanner scanner(dialect.delimiter, dialect.escapes);
  scanner.reset(std::string_view(padded).substr(0, text.size()), true);
  CsvRow row;
  if (scanner.atEnd() || scanner.next(cells, arena, row) != CsvOutcome::Row || row.next != text.size())
    return std::nullopt;
  std::vector<std::string> found;
  for (std::size_t i = 0; i < std::min(row.fields, cells.size()); ++i) found.emplace_back(cells[i].text());
  if (row.fields == columns + 1 && found.back().empty()) found.pop_back();  // a delimiter at the line's end
  // A line that was quoted as a whole; its escapes are gone by now.
  if (found.size() == 1 && columns > 1 && row.quoted)
    if (auto inner = csvCells(found.front(), {dialect.delimiter}, columns); inner && inner->size() == columns)
      return inner;
  return found;
}

// The cells of a JSON object by label; nullopt when it is none, or names a column that the file has not.
std::optional<std::vector<std::string>> jsonCells(const std::string& text, const std::vector<std::string>& labels) {
  // In an array the object is a record, even where it holds a list that would alone be taken for the records.
  const Result<MemoryFile> file = MemoryFile::holding("[" + text + "]");
  if (!file) return std::nullopt;
  const auto reader = openRecords(file->path(), {});
  if (!reader) return std::nullopt;
  RecordBatch batch;
  if (const auto more = (*reader)->next(batch); !more || !*more || batch.records.size() != 1 || !batch.rejects.empty())
    return std::nullopt;
  std::vector<std::string> cells(labels.size());
  const Record& record = batch.records.front();
  for (std::size_t i = 0; i < record.cellCount; ++i) {
    const auto label = std::find(labels.begin(), labels.end(), (*reader)->labels()[i]);
    const Cell& cell = batch.cellsOf(record)[i];
    if (label == labels.end()) return std::nullopt;
    if (!cell.empty()) cells[static_cast<std::size_t>(label - labels.begin())] = cell.text();
  }
  return cells;
}

bool isJson(const LoadReport& load) {
  return load.format == formatName(FileFormat::Json) || load.format == formatName(FileFormat::Ndjson);
}

// The cells of `text`, and whether they are exactly those of a row.
std::pair<std::vector<std::string>, bool> takenApart(const std::string& text, const QuarantineSheet& sheet) {
  const std::size_t columns = sheet.labels.size();
  if (isJson(sheet.load)) {
    auto cells = jsonCells(text, sheet.labels);
    return {cells.value_or(std::vector<std::string>(columns)), cells.has_value()};
  }
  const Dialect dialect = dialectOf(sheet.load);
  auto cells = csvCells(text, dialect, columns);
  const bool whole = cells && cells->size() == columns;
  if (!cells) cells = split(text, dialect.delimiter);
  cells->resize(columns);
  // As the reader of CSV does; of a workbook every text is its own.
  if (sheet.load.format == formatName(FileFormat::Csv))
    for (std::string& cell : *cells) cell = unguarded(cell);
  return {*std::move(cells), whole};
}

// Is the row's own shape at fault, so that what it was split into is a guess?
bool isShapeFault(const std::string& code) {
  static const std::vector<std::string> values = {"empty_key", "bad_integer", "bad_decimal", "bad_date"};
  return std::find(values.begin(), values.end(), code) == values.end();
}

// JSON whose escapes of NUL bytes, which no cell can hold, stand for their picture instead.
std::string withVisibleEscapes(std::string json) {
  constexpr std::string_view nul = "\\u0000";
  for (std::size_t at = json.find('\\'); at != std::string::npos; at = json.find('\\', at + 2))
    if (json.compare(at, nul.size(), nul) == 0) json.replace(at + 2, 2, "24");
  return json;
}

RefusedRow sheetRow(QuarantinedRow row, const QuarantineSheet& sheet) {
  RefusedRow out{.row = std::move(row), .cells = {}};
  auto [cells, whole] = takenApart(isJson(sheet.load) ? withVisibleEscapes(out.raw()) : out.raw(), sheet);
  out.cells = std::move(cells);
  out.whole = whole && !isShapeFault(out.row.code);
  return out;
}

Error notRetryable(std::int64_t loadId, const std::string& why) {
  return {Errc::Usage,
          fmt::format("The rows of load {} cannot be sent again: {}.", loadId, why),
          "",
          {std::to_string(loadId), why}};
}

std::vector<std::string> header(const QuarantineSheet& sheet) {
  std::vector<std::string> names = factColumns;
  names.insert(names.end(), sheet.labels.begin(), sheet.labels.end());
  names.emplace_back("raw");
  return names;
}

void appendLine(std::string& text, const std::vector<std::string>& fields) {
  for (std::size_t i = 0; i < fields.size(); ++i) {
    if (i != 0) text += ',';
    appendCsvField(text, fields[i]);
  }
  text += "\r\n";
}

// One line of a corrected file by the columns of header(); absent where the file has no such column.
using SheetLine = std::vector<std::optional<std::string>>;

// What the person made of a row; nullopt when it still waits for a correction.
std::optional<std::vector<std::string>> correction(const SheetLine& line, const RefusedRow& row,
                                                   const QuarantineSheet& sheet) {
  std::vector<std::string> cells = row.cells;
  for (std::size_t i = 0; i < cells.size(); ++i)
    if (const auto& cell = line[factColumns.size() + i]) cells[i] = *cell;
  if (row.whole || cells != row.cells) return cells;
  const std::optional<std::string>& raw = line.back();
  if (!raw || *raw == row.raw()) return std::nullopt;
  if (raw->empty()) return cells;
  auto [mended, whole] = takenApart(*raw, sheet);
  return whole ? std::optional(std::move(mended)) : std::nullopt;
}

// Where the columns of header() stand in a corrected file.
Result<std::vector<std::optional<std::size_t>>> placesOf(const std::vector<std::string>& labels,
                                                         const QuarantineSheet& sheet, const std::string& file) {
  std::vector<std::optional<std::size_t>> places;
  // The header as a reader names repeated columns: "line" of the record is line_2.
  for (const std::string& name : columnLabels(header(sheet))) {
    const auto place = std::find(labels.begin(), labels.end(), name);
    places.push_back(place == labels.end() ? std::nullopt : std::optional<std::size_t>(place - labels.begin()));
  }
  if (places[0] && places[1] && places[2]) return places;
  return Error{Errc::Malformed,
               "This is no list of quarantined rows: it needs the columns load_id, line and byte, as leadctl "
               "quarantine --format csv writes them.",
               file,
               {}};
}

SheetLine lineOf(const RecordBatch& batch, const Record& record, FileFormat format,
                 const std::vector<std::optional<std::size_t>>& places) {
  SheetLine line;
  for (const auto& place : places) {
    if (!place || *place >= record.cellCount) {
      line.emplace_back(std::nullopt);
      continue;
    }
    // The marks that our sheet bears go through a spreadsheet unseen; a reader of CSV took them off.
    const std::string_view text = batch.cellsOf(record)[*place].text();
    line.emplace_back(format == FileFormat::Csv ? std::string(text) : unguarded(std::string(text)));
  }
  return line;
}

// `wrongEncoding`: nothing tells the encoding, and more rows are no UTF-8 than are.
Result<std::vector<CorrectedRow>> readCorrections(const QuarantineSheet& sheet, const std::filesystem::path& file,
                                                  const ReadOptions& options, bool& wrongEncoding) {
  const std::string name = file.filename().string();
  const auto reader = openRecords(file, options);
  if (!reader) return reader.error();
  std::map<std::pair<std::string, std::string>, const RefusedRow*> open;  // by line and byte
  for (const RefusedRow& row : sheet.rows)
    open.emplace(std::pair(std::to_string(row.row.line), std::to_string(row.row.byte)), &row);
  std::vector<CorrectedRow> corrected;
  std::optional<Error> unreadable;
  RecordBatch batch;
  while (true) {
    const Result<bool> more = (*reader)->next(batch);
    if (!more) return more.error();
    if (!*more) break;
    const auto places = placesOf((*reader)->labels(), sheet, name);
    if (!places) return places.error();
    if (!batch.rejects.empty() && !unreadable)
      unreadable = Error{Errc::Malformed,
                         "A row of the list cannot be read: " + batch.rejects.front().message() + ".",
                         fmt::format("{}:{}", name, batch.rejects.front().line),
                         {}};
    for (const Record& record : batch.records) {
      const SheetLine line = lineOf(batch, record, (*reader)->facts().format, *places);
      if (line[0] != std::to_string(sheet.load.id)) continue;
      const auto row = open.find(std::pair(line[1].value_or(""), line[2].value_or("")));
      if (row == open.end()) continue;
      if (auto cells = correction(line, *row->second, sheet))
        corrected.push_back({row->second->row.id, *std::move(cells)});
      open.erase(row);
    }
  }
  if (const auto places = placesOf((*reader)->labels(), sheet, name); !places) return places.error();
  const RecordReader::EncodingEvidence rows = (*reader)->encodingEvidence();
  wrongEncoding = !options.encoding && rows.invalidRows > rows.validRows;
  if (unreadable) return *std::move(unreadable);
  return corrected;
}

}  // namespace

std::string RefusedRow::raw() const {
  return withVisibleNuls(firstInvalidUtf8(row.raw) == std::string_view::npos ? row.raw : fromLatin1(row.raw));
}

Result<QuarantineSheet> quarantineSheet(Store& store, std::int64_t loadId) {
  Result<std::vector<LoadReport>> loads = store.loads();
  if (!loads) return loads.error();
  const auto found =
      std::find_if(loads->begin(), loads->end(), [&](const LoadReport& load) { return load.id == loadId; });
  if (found == loads->end()) return unknownLoad(loadId);
  if (found->status == LoadReport::Status::Undone) return notRetryable(loadId, "it was undone; load its file again");
  if (found->retryOf)
    return notRetryable(loadId, fmt::format("it is a retry itself, and they wait in load {}", *found->retryOf));
  QuarantineSheet sheet{.load = std::move(*found), .labels = {}, .rows = {}};
  for (const LoadReport::ColumnFacts& column : sheet.load.columns) sheet.labels.push_back(column.label);
  Result<std::vector<QuarantinedRow>> rows = store.quarantine(loadId, std::numeric_limits<std::int64_t>::max());
  if (!rows) return rows.error();
  for (QuarantinedRow& row : *rows) sheet.rows.push_back(sheetRow(std::move(row), sheet));
  return sheet;
}

Status writeSheet(const QuarantineSheet& sheet, std::ostream& out) {
  std::string text;
  appendLine(text, header(sheet));
  for (const RefusedRow& row : sheet.rows) {
    const QuarantinedRow& facts = row.row;
    std::vector<std::string> fields = {std::to_string(facts.loadId),
                                       std::to_string(facts.line),
                                       std::to_string(facts.byte),
                                       facts.column,
                                       facts.code,
                                       facts.message};
    fields.insert(fields.end(), row.cells.begin(), row.cells.end());
    fields.push_back(row.whole ? std::string() : row.raw());
    appendLine(text, fields);
    out << text;
    text.clear();
  }
  out << text;
  if (!out) return Error{Errc::Io, "The rows could not be written.", "", {}};
  return {};
}

Result<std::vector<CorrectedRow>> correctedRows(const QuarantineSheet& sheet, const std::filesystem::path& file,
                                                const ReadOptions& options) {
  ReadOptions read = options;
  read.header = true;
  bool wrongEncoding = false;
  Result<std::vector<CorrectedRow>> rows = readCorrections(sheet, file, read, wrongEncoding);
  if (!wrongEncoding) return rows;
  Result<DetectedEncoding> detected = detectEncoding(file);
  if (!detected) return detected.error();
  read.encoding = std::move(detected->name);
  return readCorrections(sheet, file, read, wrongEncoding);
}

std::vector<CorrectedRow> unchangedRows(const QuarantineSheet& sheet) {
  std::vector<CorrectedRow> rows;
  for (const RefusedRow& row : sheet.rows)
    if (row.whole) rows.push_back({row.row.id, row.cells});
  return rows;
}

}  // namespace leadlight
