#include "model/source/csv_reader.h"

#include <algorithm>
#include <cstring>

#include "model/base/formula_guard.h"
#include "model/base/text.h"

namespace leadlight {
namespace {

// The first part of the file: enough to hold a record, or all of it.
Result<Block> readSample(PushbackStream& text, const ReadOptions& options, const ReadLimits& limits,
                         std::optional<CsvLayout>& layout) {
  for (std::size_t size = limits.sampleBytes;; size *= 2) {
    Result<Block> block = readBlock(text, size);
    if (!block) return block;
    const bool whole = block->last || size >= limits.recordBytes;
    layout = findLayout({block->text.get(), block->size}, whole, options);
    if (layout || whole) return block;
    text.giveBack({block->text.get(), block->size});
  }
}

}  // namespace

struct CsvReader::Work {
  explicit Work(RecordBatch& b) : batch(b), arena(b.extra) {}

  std::string_view view(std::size_t begin, std::size_t end) const { return {block.text.get() + begin, end - begin}; }

  bool holdsAny() const { return !batch.records.empty() || !batch.rejects.empty(); }

  RecordBatch& batch;
  Arena arena;
  Block block;
  std::size_t at = 0;  // how far byte_ has come in the block
  bool anyHigh = false;
  bool anyGuard = false;
  bool anyNul = false;
};

Result<std::unique_ptr<RecordReader>> CsvReader::open(OpenedText source, const ReadOptions& options,
                                                      const ReadLimits& limits) {
  std::optional<CsvLayout> layout;
  const Result<Block> sample = readSample(*source.text, options, limits, layout);
  if (!sample) return sample.error();
  const std::string& name = source.file->name();
  if (!layout) return Error{Errc::EmptyFile, "\"" + name + "\" holds no records.", name, {name}};
  const std::string_view text(sample->text.get(), sample->size);
  source.firstByte += encodedSize(text.substr(0, layout->dataAt), source.encoding);
  source.text->giveBack(text.substr(layout->dataAt));
  source.facts.format = FileFormat::Csv;
  if (layout->delimited) source.facts.delimiter = layout->delimiter;
  source.facts.escapes = layout->escapes;
  source.facts.headerLine = layout->headerLine;
  return std::unique_ptr<RecordReader>(new CsvReader(std::move(source), std::move(*layout), limits));
}

CsvReader::CsvReader(OpenedText source, CsvLayout layout, const ReadLimits& limits)
    : source_(std::move(source)),
      layout_(std::move(layout)),
      limits_(limits),
      scanner_(layout_.delimiter, layout_.escapes),
      lineScanner_(layout_.delimiter),
      cells_(layout_.labels.size() + (layout_.trailingDelimiter ? 1 : 0)),
      line_(layout_.dataLine),
      byte_(source_.firstByte) {
  if (layout_.headerHoldsHighBytes) ++(layout_.headerIsUtf8 ? evidence_.validRows : evidence_.invalidRows);
}

Result<bool> CsvReader::next(RecordBatch& batch) {
  batch.records.clear();
  batch.rejects.clear();
  batch.cells.clear();
  batch.extra.clear();
  Work work(batch);
  while (!ended_) {
    Result<Block> block = readBlock(*source_.text, limits_.nextBlock(carried_));
    if (!block) return atLine(block.error(), line_);
    work.block = std::move(*block);
    work.at = 0;
    const std::string_view text = work.view(0, work.block.size);
    work.anyHigh = holdsHighBytes(text);
    work.anyGuard = work.anyHigh && text.find(formulaMark) != std::string_view::npos;
    work.anyNul = text.find('\0') != std::string_view::npos;
    scanner_.reset(text, work.block.last);
    readRows(work);
    if (work.holdsAny()) {
      batch.text = std::move(work.block.text);
      return true;
    }
  }
  return false;
}

// Takes the block's records; what stays unfinished at its end is given back.
void CsvReader::readRows(Work& work) {
  if (skippingLine_) {
    std::size_t end = 0;
    std::size_t next = 0;
    skippingLine_ = !scanner_.lineAfter(0, end, next);
    skipTo(work, skippingLine_ ? end : next, skippingLine_ ? 0 : 1);
  }
  CsvRow row;
  carried_ = 0;
  // A block that grew for a long record gives that one only: what it held besides is read again in blocks of usual
  // size.
  const bool grown = work.block.size > 2 * limits_.blockBytes;
  while (!scanner_.atEnd() && !(grown && work.holdsAny())) {
    const CsvOutcome outcome = scanner_.next(cells_, work.arena, row);
    if (outcome == CsvOutcome::Row) {
      takeRow(work, row);
      continue;
    }
    if (outcome != CsvOutcome::Incomplete && rejectQuote(work, row, outcome)) continue;
    const bool tooLong = work.block.size - row.begin >= limits_.recordBytes;
    if (tooLong && row.insideQuotes && rejectQuote(work, row, CsvOutcome::UnclosedQuote)) continue;
    if (tooLong) {
      rejectLongRow(work, row);
      continue;
    }
    carried_ = work.block.size - row.begin;
    break;
  }
  source_.text->giveBack(work.view(scanner_.position(), work.block.size));
  ended_ = work.block.last && scanner_.atEnd();
}

void CsvReader::skipTo(Work& work, std::size_t position, std::uint64_t lineEnds) {
  byte_ += encodedSize(work.view(work.at, position), source_.encoding);
  work.at = position;
  line_ += lineEnds;
  scanner_.seek(position);
}

void CsvReader::takeRow(Work& work, const CsvRow& row) {
  RecordBatch& batch = work.batch;
  const std::size_t columns = layout_.labels.size();
  const bool blank = row.fields == 1 && row.begin == row.end && columns > 1;
  if (!blank && readable(work, row)) {
    if (isWhole(row.fields) || (row.fields == 1 && row.quoted && takeWholeLine(work))) {
      if (work.anyGuard) takeGuardsOff(work);
      batch.records.push_back({line_, byte_, static_cast<std::uint32_t>(batch.cells.size()),
                               static_cast<std::uint32_t>(columns), work.view(row.begin, row.end)});
      batch.cells.insert(batch.cells.end(), cells_.begin(), cells_.begin() + static_cast<std::ptrdiff_t>(columns));
    } else {
      reject(work, row.begin, row.end, RejectCode::FieldCount, {std::to_string(row.fields), std::to_string(columns)});
    }
  }
  byte_ += encodedSize(work.view(work.at, row.next), source_.encoding);
  work.at = row.next;
  line_ += row.lineEnds;
}

// Do the cells in hand make a record?
bool CsvReader::isWhole(std::size_t fields) const {
  const std::size_t columns = layout_.labels.size();
  return fields == columns || (layout_.trailingDelimiter && fields == columns + 1 && cells_.back().size == 0);
}

// A row that is one quoted field holding a whole CSV line is read as that line.
bool CsvReader::takeWholeLine(Work& work) {
  lineScanner_.reset(cells_.front().text(), true);
  CsvRow inner;
  return !lineScanner_.atEnd() && lineScanner_.next(cells_, work.arena, inner) == CsvOutcome::Row &&
         lineScanner_.atEnd() && isWhole(inner.fields);
}

// Our own exports mark what a spreadsheet would take for a formula.
void CsvReader::takeGuardsOff(Work& work) {
  for (Cell& cell : cells_) {
    if (cell.text().find(formulaMark) == std::string_view::npos) continue;
    const std::string text = unguarded(cell.text());
    char* kept = work.arena.allocate(text.size());
    std::copy(text.begin(), text.end(), kept);
    cell = {kept, static_cast<std::uint32_t>(text.size()), Cell::Kind::Text};
  }
}

bool CsvReader::readable(Work& work, const CsvRow& row) {
  const std::string_view raw = work.view(row.begin, row.end);
  if (work.anyHigh && holdsHighBytes(raw)) {
    if (firstInvalidUtf8(raw) != std::string_view::npos) {
      ++evidence_.invalidRows;
      reject(work, row.begin, row.end, RejectCode::BadEncoding, {});
      return false;
    }
    ++evidence_.validRows;
  }
  if (work.anyNul && raw.find('\0') != std::string_view::npos) {
    reject(work, row.begin, row.end, RejectCode::NulByte, {});
    return false;
  }
  return true;
}

void CsvReader::reject(Work& work, std::size_t begin, std::size_t end, RejectCode code, std::vector<std::string> args) {
  work.batch.rejects.push_back({line_, byte_, {}, code, std::move(args), std::string(work.view(begin, end))});
}

// Refuses the lines from the record's start to the one with the faulty quote; reading goes on after them. A closing
// quote on a later line than its opening one, with text after it, tells that the opening one was never closed.
bool CsvReader::rejectQuote(Work& work, const CsvRow& row, CsvOutcome outcome) {
  std::size_t end = 0;
  std::size_t next = 0;
  if (!scanner_.lineAfter(row.quoteAt, end, next)) return false;
  const bool stray = outcome == CsvOutcome::StrayQuote && row.strayAt < next;
  reject(work, row.begin, end, stray ? RejectCode::StrayQuote : RejectCode::UnclosedQuote, {});
  std::uint64_t lines = next > end ? 1 : 0;
  for (std::size_t at = row.begin; at < end; ++at) {
    const char c = work.block.text[at];
    if (c == '\n' || (c == '\r' && work.block.text[at + 1] != '\n')) ++lines;
  }
  skipTo(work, next, lines);
  return true;
}

// Refuses a record over the limit, keeping its first bytes only, and leaves out the rest of its line.
void CsvReader::rejectLongRow(Work& work, const CsvRow& row) {
  constexpr std::size_t kKept = 4096;
  reject(work, row.begin, std::min(row.begin + kKept, work.block.size), RejectCode::TooLong, {});
  skippingLine_ = true;
  skipTo(work, work.block.size - (work.view(0, work.block.size).back() == '\r' ? 1 : 0), row.lineEnds);
}

}  // namespace leadlight
