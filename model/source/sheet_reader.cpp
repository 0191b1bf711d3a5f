#include "model/source/sheet_reader.h"

#include <algorithm>
#include <array>
#include <cstring>

#include "model/base/text.h"
#include "model/source/dialect.h"

namespace leadlight {
namespace {

constexpr std::size_t kHeadRows = 100;
constexpr std::size_t kPreambleRows = 20;
constexpr std::size_t kBatchCells = std::size_t{1} << 16;

std::size_t widthOf(const SheetRow& row) { return row.cells.empty() ? 0 : row.cells.back().column + 1; }

// As in CSV: titles and notes fill at most their first cell, the header all of at least three.
std::size_t headerIndex(const std::deque<SheetRow>& rows) {
  std::size_t index = 0;
  while (index < rows.size() && index < kPreambleRows && widthOf(rows[index]) == 1) ++index;
  if (index == 0 || index + 1 >= rows.size()) return 0;
  std::vector<std::string> texts;
  for (const SheetCell& cell : rows[index].cells) texts.push_back(cell.text);
  return texts.size() >= 3 && texts.size() == widthOf(rows[index]) && looksLikeHeader(std::move(texts)) ? index : 0;
}

// The number of columns that nine of ten rows do with: a note far to the right makes no columns.
std::size_t commonWidth(const std::deque<SheetRow>& rows, std::size_t from) {
  std::vector<std::size_t> widths;
  for (std::size_t i = from; i < rows.size(); ++i) widths.push_back(widthOf(rows[i]));
  if (widths.empty()) return 0;
  std::sort(widths.begin(), widths.end());
  return widths[(widths.size() * 9 - 1) / 10];
}

void appendCsvField(std::string& line, std::string_view text) {
  if (text.find_first_of(",\"\r\n") == std::string_view::npos) {
    line += text;
    return;
  }
  line += '"';
  for (const char c : text) {
    if (c == '"') line += '"';
    line += c;
  }
  line += '"';
}

std::string csvLine(const SheetRow& row, std::size_t columns) {
  std::string line;
  std::size_t at = 0;
  for (const SheetCell& cell : row.cells) {
    for (; at < cell.column; ++at) line += ',';
    appendCsvField(line, cell.text);
  }
  for (; at + 1 < columns; ++at) line += ',';
  return line;
}

std::string_view kept(Arena& arena, std::string_view text) {
  char* const place = arena.allocate(text.size());
  std::memcpy(place, text.data(), text.size());
  return {place, text.size()};
}

}  // namespace

Result<std::unique_ptr<RecordReader>> SheetReader::open(std::unique_ptr<FileStream> file, const ReadOptions& options,
                                                        const ReadLimits& limits) {
  const std::string& name = file->name();
  Result<ZipFile> archive = ZipFile::open(file->descriptor(), file->bytesTotal(), name, limits);
  if (!archive) return archive.error();
  const auto holds = [&](std::string_view entry) { return archive->find(entry) != nullptr; };
  FileFacts facts;
  facts.format = FileFormat::Xlsx;
  if (!holds("_rels/.rels") && holds("content.xml")) facts.format = FileFormat::Ods;
  const auto refuse = [&](const std::string& kind, const std::string& advice) {
    return Error{Errc::NotALeadFile,
                 "\"" + name + "\" is no lead file: it looks like " + kind + ". " + advice,
                 name,
                 {name, kind}};
  };
  if (holds("xl/workbook.bin")) return refuse("a binary Excel workbook (.xlsb)", "Save it as .xlsx or CSV first.");
  if (holds("word/document.xml")) return refuse("a Word document", "Put its table into a spreadsheet or CSV first.");
  if (facts.format == FileFormat::Xlsx && !holds("_rels/.rels"))
    return refuse("a ZIP archive", "Unpack it and load the files in it.");
  Result<std::unique_ptr<SheetRows>> rows = facts.format == FileFormat::Xlsx
                                                ? openXlsx(*std::move(archive), name, options.sheet)
                                                : openOds(*std::move(archive), name, options.sheet);
  if (!rows) return rows.error();
  std::unique_ptr<SheetReader> reader(new SheetReader(std::move(file), *std::move(rows), std::move(facts), limits));
  if (const Status read = reader->readHead(options.header); !read) return read.error();
  return std::unique_ptr<RecordReader>(std::move(reader));
}

SheetReader::SheetReader(std::unique_ptr<FileStream> file, std::unique_ptr<SheetRows> rows, FileFacts facts,
                         const ReadLimits& limits)
    : file_(std::move(file)), rows_(std::move(rows)), facts_(std::move(facts)), limits_(limits) {
  facts_.sheet = rows_->sheet();
  row_.repeat = 0;
}

Status SheetReader::readHead(bool header) {
  SheetRow row;
  while (head_.size() < kHeadRows) {
    const Result<bool> more = rows_->next(row);
    if (!more) return more.error();
    if (!*more) break;
    head_.push_back(std::move(row));
  }
  facts_.sheet = rows_->sheet();
  facts_.sheets = rows_->sheets();
  if (!header) {
    labels_ = columnLabels(std::vector<std::string>(commonWidth(head_, 0)));
    return {};
  }
  const std::size_t index = headerIndex(head_);
  SheetRow& named = head_[index];
  std::vector<std::string> texts(std::max(widthOf(named), commonWidth(head_, index + 1)));
  for (SheetCell& cell : named.cells) texts[cell.column] = std::move(cell.text);
  labels_ = columnLabels(texts);
  facts_.headerLine = named.number;
  // A repeated row is a header once and then data.
  head_.erase(head_.begin(), head_.begin() + static_cast<std::ptrdiff_t>(index + 1));
  return {};
}

Result<bool> SheetReader::nextRow(SheetRow& row) {
  if (head_.empty()) return rows_->next(row);
  row = std::move(head_.front());
  head_.pop_front();
  return true;
}

Result<bool> SheetReader::next(RecordBatch& batch) {
  batch.records.clear();
  batch.rejects.clear();
  batch.cells.clear();
  batch.extra.clear();
  Arena arena(batch.extra);
  std::size_t bytes = 0;
  while (!ended_ && batch.cells.size() < kBatchCells && bytes < limits_.blockBytes) {
    if (row_.repeat == 0) {
      const Result<bool> more = nextRow(row_);
      if (!more) return more.error();
      if (!*more) {
        if (const Status read = finish(); !read) return read.error();
        break;
      }
    }
    take(batch, arena, row_);
    bytes += batch.records.empty() ? 0 : batch.records.back().raw.size();
    --row_.repeat;
    ++row_.number;
  }
  return !batch.records.empty() || !batch.rejects.empty();
}

void SheetReader::take(RecordBatch& batch, Arena& arena, const SheetRow& row) {
  const std::string line = csvLine(row, labels_.size());
  if (widthOf(row) > labels_.size()) {
    batch.rejects.push_back({row.number,
                             row.byte,
                             {},
                             RejectCode::FieldCount,
                             {std::to_string(widthOf(row)), std::to_string(labels_.size())},
                             line});
    return;
  }
  const std::size_t first = batch.cells.size();
  batch.cells.resize(first + labels_.size());
  for (const SheetCell& cell : row.cells) {
    const std::string_view text = kept(arena, cell.text);
    batch.cells[first + cell.column] = {text.data(), static_cast<std::uint32_t>(text.size()), cell.kind};
  }
  batch.records.push_back({row.number, row.byte, static_cast<std::uint32_t>(first),
                           static_cast<std::uint32_t>(labels_.size()), kept(arena, line)});
}

// The file's hash is taken when everything was read: a change meanwhile shows.
Status SheetReader::finish() {
  ended_ = true;
  facts_.sheets = rows_->sheets();
  facts_.uncalculated = rows_->uncalculated();
  if (const Status back = file_->rewind(); !back) return back;
  std::array<char, std::size_t{64} << 10> piece{};
  while (true) {
    const Result<std::size_t> got = file_->read(piece.data(), piece.size());
    if (!got) return got.error();
    if (*got == 0) return {};
  }
}

std::uint64_t SheetReader::bytesRead() const {
  const std::uint64_t total = file_->bytesTotal();
  return ended_ ? total : static_cast<std::uint64_t>(rows_->shareRead() * static_cast<double>(total));
}

}  // namespace leadlight
