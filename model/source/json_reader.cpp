#include "model/source/json_reader.h"

#include <algorithm>
#include <cstring>

#include "model/base/text.h"

namespace leadlight {
namespace {

// A batch is cut when it holds this many cells, so that objects with ever new names cannot fill the memory.
constexpr std::size_t kBatchCells = std::size_t{1} << 20;
constexpr std::size_t kMaxNames = 20000;
constexpr std::size_t kKeptOfLong = 4096;

// Within other values the byte stays the escape that stands for it.
bool holdsNul(const std::vector<JsonField>& fields) {
  return std::any_of(fields.begin(), fields.end(), [](const JsonField& field) {
    return field.value.kind == Cell::Kind::Text && field.value.text().find('\0') != std::string_view::npos;
  });
}

}  // namespace

struct JsonReader::Work {
  explicit Work(RecordBatch& b) : batch(b), arena(b.extra) {}

  std::string_view text() const { return {block.text.get(), block.size}; }
  bool holdsAny() const { return !batch.records.empty() || !batch.rejects.empty(); }
  // A block that grew for a long record gives that one only: the rest is read again in blocks of usual size.
  bool full() const { return batch.cells.size() >= kBatchCells || (grown && holdsAny()); }

  RecordBatch& batch;
  Arena arena;
  Block block;
  std::size_t at = 0;  // where line_ and byte_ stand
  bool anyHigh = false;
  bool anyNul = false;  // or what looks like the escape of one
  bool grown = false;
};

Result<std::unique_ptr<RecordReader>> JsonReader::open(OpenedText source, const ReadLimits& limits) {
  const Result<Block> sample = readBlock(*source.text, limits.sampleBytes);
  if (!sample) return sample.error();
  const std::string_view text(sample->text.get(), sample->size);
  const std::size_t listAt = wrappedArray(text, sample->last).value_or(0);
  source.text->giveBack(text.substr(listAt));
  const JsonShape shape = listAt > 0 ? JsonShape::Array : jsonShape(text, sample->last);
  const std::size_t first = skipJsonSpace(text, 0);
  const std::size_t lineEnd = text.substr(0, first).rfind('\n');
  const std::size_t indent = lineEnd == std::string_view::npos ? first : first - lineEnd - 1;
  source.facts.format = shape == JsonShape::Lines ? FileFormat::Ndjson : FileFormat::Json;
  std::unique_ptr<JsonReader> reader(new JsonReader(std::move(source), shape, indent, limits));
  if (listAt > 0) reader->skipWrapper(text.substr(0, listAt));
  return std::unique_ptr<RecordReader>(std::move(reader));
}

JsonReader::JsonReader(OpenedText source, JsonShape shape, std::size_t indent, const ReadLimits& limits)
    : source_(std::move(source)), shape_(shape), indent_(indent), limits_(limits), byte_(source_.firstByte) {}

void JsonReader::skipWrapper(std::string_view before) {
  wrapper_ = before;
  listAt_ = before.size() - 1;
  array_ = ArrayState::Opened;
  line_ += static_cast<std::uint64_t>(std::count(before.begin(), before.end(), '\n'));
  byte_ += encodedSize(before, source_.encoding);
  arrayLine_ = line_;
}

Result<bool> JsonReader::next(RecordBatch& batch) {
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
    work.anyHigh = holdsHighBytes(work.text());
    work.anyNul = work.text().find("\\u0000") != std::string_view::npos;
    work.grown = work.block.size > 2 * limits_.blockBytes;
    const Status read = shape_ == JsonShape::Lines      ? readLines(work)
                        : shape_ == JsonShape::Sequence ? readSequence(work)
                                                        : readArray(work);
    if (!read) return read.error();
    if (labels_.size() > kMaxNames)
      return malformed("The records name more than " + std::to_string(kMaxNames) + " different columns.", line_);
    const std::string_view rest = work.text().substr(work.at);
    source_.text->giveBack(rest);
    carried_ = work.full() ? 0 : rest.size();
    ended_ = work.block.last && rest.empty();
    if (work.holdsAny()) {
      batch.text = std::move(work.block.text);
      return true;
    }
  }
  return false;
}

void JsonReader::moveTo(Work& work, std::size_t position) {
  const std::string_view passed = work.text().substr(work.at, position - work.at);
  for (std::size_t at = passed.find('\n'); at != std::string_view::npos; at = passed.find('\n', at + 1)) ++line_;
  byte_ += encodedSize(passed, source_.encoding);
  work.at = position;
}

Error JsonReader::malformed(std::string what, std::uint64_t line) const {
  const std::string& name = source_.file->name();
  return {Errc::Malformed, std::move(what), name + ":" + std::to_string(line), {}};
}

Status JsonReader::readLines(Work& work) {
  const std::string_view text = work.text();
  while (work.at < text.size() && !work.full()) {
    const std::size_t lineEnd = text.find('\n', work.at);
    if (lineEnd == std::string_view::npos && !work.block.last) {
      if (!skippingLine_ && text.size() - work.at < limits_.recordBytes) break;
      if (!skippingLine_) {
        work.batch.rejects.push_back(
            {line_, byte_, {}, RejectCode::TooLong, {}, std::string(text.substr(work.at, kKeptOfLong))});
      }
      skippingLine_ = true;
      moveTo(work, text.size());
      break;
    }
    const std::size_t next = lineEnd == std::string_view::npos ? text.size() : lineEnd + 1;
    std::size_t end = next;
    const std::size_t begin = skipJsonSpace(text.substr(0, next), work.at);
    while (end > begin && isJsonSpace(text[end - 1])) --end;
    if (begin < end && !skippingLine_) {
      moveTo(work, begin);
      const Taken taken = takeLine(work, begin, end);
      if (taken == Taken::Waits) return {};
      if (taken == Taken::GoesOn) {
        // Such records are no lines, and neither need those be that follow.
        shape_ = JsonShape::Sequence;
        source_.facts.format = FileFormat::Json;
        return readSequence(work);
      }
    }
    skippingLine_ = false;
    moveTo(work, next);
  }
  return {};
}

// A line is taken or refused as a whole, unless a record starts on it that ends on a later one.
JsonReader::Taken JsonReader::takeLine(Work& work, std::size_t begin, std::size_t end) {
  JsonFault fault;
  if (!isUtf8(work, begin, end) || takeObject(work, begin, end, fault)) return Taken::Line;
  if (fault.code == RejectCode::BadJson && takeObjectsOfLine(work, begin, end)) return Taken::Line;
  if (fault.code == RejectCode::BadJson && work.text()[begin] == '{') {
    const JsonExtent extent = jsonExtent(work.text(), begin, work.block.last);
    if (extent.state == JsonExtent::State::Complete && extent.end > end) return Taken::GoesOn;
    if (extent.state == JsonExtent::State::Incomplete && work.block.size - begin < limits_.recordBytes)
      return Taken::Waits;
  }
  reject(work, begin, end, fault);
  return Taken::Line;
}

// Several objects on one line, one after another.
bool JsonReader::takeObjectsOfLine(Work& work, std::size_t begin, std::size_t end) {
  const std::string_view text = work.text().substr(0, end);
  const std::size_t records = work.batch.records.size();
  const std::size_t cells = work.batch.cells.size();
  const auto [line, byte] = std::pair(line_, byte_);
  bool good = true;
  for (std::size_t at = begin; at < end && good; at = skipJsonSpace(text, work.at)) {
    const JsonExtent extent = jsonExtent(text, at, true);
    JsonFault fault;
    moveTo(work, at);
    good = text[at] == '{' && extent.state == JsonExtent::State::Complete && takeObject(work, at, extent.end, fault);
    moveTo(work, good ? extent.end : end);
  }
  if (good) return true;
  work.batch.records.resize(records);
  work.batch.cells.resize(cells);
  work.at = begin;
  line_ = line;
  byte_ = byte;
  return false;
}

Status JsonReader::readSequence(Work& work) {
  const std::string_view text = work.text();
  while (!work.full()) {
    const std::size_t begin = skipJsonSpace(text, work.at);
    moveTo(work, begin);
    if (begin == text.size()) break;
    JsonExtent extent = jsonExtent(text, begin, work.block.last);
    const bool object = text[begin] == '{' || text[begin] == '[';
    if (!object && extent.state == JsonExtent::State::Complete)
      extent = {JsonExtent::State::Broken, begin, "an object is expected here"};
    bool passed = true;
    if (extent.state == JsonExtent::State::Complete) {
      takeValue(work, begin, extent.end);
      moveTo(work, extent.end);
    } else {
      passed = extent.state == JsonExtent::State::Broken && skipBroken(work, extent);
    }
    if (passed) continue;
    if (text.size() - begin < limits_.recordBytes) break;
    return malformed("The record that starts on line " + std::to_string(line_) + " is longer than 64 MB.", line_);
  }
  return {};
}

// Refuses what stands up to the next line that starts like a record. False when there is none yet.
bool JsonReader::skipBroken(Work& work, const JsonExtent& extent) {
  const std::string_view text = work.text();
  // The object at which a record breaks off may be the next record itself.
  std::size_t lineEnd = text.substr(0, extent.end).rfind('\n');
  if (lineEnd == std::string_view::npos || lineEnd < work.at) lineEnd = text.find('\n', extent.end);
  std::size_t next = text.size();
  for (; lineEnd != std::string_view::npos; lineEnd = text.find('\n', lineEnd + 1)) {
    const std::size_t first = text.find_first_not_of(" \t", lineEnd + 1);
    if (first == std::string_view::npos || text[first] != '{' || first - lineEnd - 1 != indent_) continue;
    next = first;
    break;
  }
  if (next == text.size() && !work.block.last) return false;
  std::size_t end = next;
  while (end > work.at && isJsonSpace(text[end - 1])) --end;
  if (isUtf8(work, work.at, end)) reject(work, work.at, end, {RejectCode::BadJson, extent.fault});
  moveTo(work, next);
  return true;
}

Status JsonReader::readArray(Work& work) {
  const std::string_view text = work.text();
  while (!work.full()) {
    moveTo(work, skipJsonSpace(text, work.at));
    if (work.at == text.size()) break;
    const Result<bool> step = arrayStep(work);
    if (!step) return step.error();
    if (!*step) break;
  }
  if (work.block.last && work.at == text.size() && array_ != ArrayState::Closed) return unclosedArray();
  return work.block.last && work.at == text.size() && !wrapper_.empty() ? checkWrapper() : Status{};
}

// Is what stands around the list JSON, and does it hold no second list whose records would be lost?
Status JsonReader::checkWrapper() {
  const std::size_t size = wrapper_.size();
  wrapper_.append(kBlockPadding, '\0');
  std::vector<std::unique_ptr<char[]>> pieces;
  Arena arena(pieces);
  JsonFault fault;
  const char* const list = wrapper_.data() + listAt_;
  // From the outermost object to the one whose member the list is.
  for (std::string_view around = std::string_view(wrapper_).substr(0, size); !around.empty();) {
    if (!parser_.readObject(around, arena, fields_, fault))
      return malformed("What stands around the list of records cannot be read: " + fault.argument + ".", line_);
    around = {};
    for (const JsonField& field : fields_) {
      const std::string_view text = field.value.text();
      const std::size_t inner = field.value.kind == Cell::Kind::Nested ? skipJsonSpace(text, 1) : text.size();
      if (inner == text.size()) continue;
      if (text.front() == '[' && text[inner] == '{')
        return malformed("There are several lists of records; take each into a file of its own.", line_);
      if (text.front() == '{' && text.data() < list && list < text.data() + text.size()) around = text;
    }
  }
  return {};
}

Error JsonReader::unclosedArray() const {
  return malformed(
      "The array that starts on line " + std::to_string(arrayLine_) + " is never closed: the file is cut off.", line_);
}

// One bracket, comma or value. False when the block does not hold all of it.
Result<bool> JsonReader::arrayStep(Work& work) {
  const std::string_view text = work.text();
  const char c = text[work.at];
  const std::string onLine = " on line " + std::to_string(line_) + ".";
  if (array_ == ArrayState::Closed && !wrapper_.empty() && wrapper_.size() < limits_.recordBytes) {
    wrapper_ += text.substr(work.at);
    moveTo(work, text.size());
    return true;
  }
  if (array_ == ArrayState::Closed) return malformed("There is text after the end of the array" + onLine, line_);
  const bool opens = array_ == ArrayState::NotStarted;
  const bool separates = array_ == ArrayState::AfterValue && c == ',';
  const bool closes = c == ']' && (array_ == ArrayState::AfterValue || array_ == ArrayState::Opened);
  if (opens || separates || closes) {
    if (opens) arrayLine_ = line_;
    array_ = opens ? ArrayState::Opened : separates ? ArrayState::AfterComma : ArrayState::Closed;
    if (closes && !wrapper_.empty()) wrapper_ += ']';
    moveTo(work, work.at + 1);
    return true;
  }
  if (array_ == ArrayState::AfterValue) return malformed("A comma is missing between two records" + onLine, line_);
  const JsonExtent extent = jsonExtent(text, work.at, work.block.last);
  if (extent.state == JsonExtent::State::Incomplete) {
    if (text.size() - work.at < limits_.recordBytes) return false;
    return malformed("The record that starts on line " + std::to_string(line_) + " is longer than 64 MB.", line_);
  }
  if (extent.state == JsonExtent::State::Broken && extent.end == text.size()) return unclosedArray();
  if (extent.state == JsonExtent::State::Broken)
    return malformed("The array cannot be read: " + std::string(extent.fault) + onLine, line_);
  if (extent.end == work.at) return malformed("A record is missing between two commas" + onLine, line_);
  takeValue(work, work.at, extent.end);
  moveTo(work, extent.end);
  array_ = ArrayState::AfterValue;
  return true;
}

void JsonReader::takeValue(Work& work, std::size_t begin, std::size_t end) {
  JsonFault fault;
  if (isUtf8(work, begin, end) && !takeObject(work, begin, end, fault)) reject(work, begin, end, fault);
}

bool JsonReader::isUtf8(Work& work, std::size_t begin, std::size_t end) {
  const std::string_view raw = work.text().substr(begin, end - begin);
  if (!work.anyHigh || !holdsHighBytes(raw)) return true;
  const bool valid = firstInvalidUtf8(raw) == std::string_view::npos;
  ++(valid ? evidence_.validRows : evidence_.invalidRows);
  if (!valid) reject(work, begin, end, {RejectCode::BadEncoding, {}});
  return valid;
}

bool JsonReader::takeObject(Work& work, std::size_t begin, std::size_t end, JsonFault& fault) {
  const std::string_view raw = work.text().substr(begin, end - begin);
  if (raw.front() != '{') {
    if (parser_.isOtherValue(raw, fault)) fault = {RejectCode::NotAnObject, {}};
    return false;
  }
  if (!parser_.readObject(raw, work.arena, fields_, fault)) return false;
  if (work.anyNul && holdsNul(fields_)) {
    fault = {RejectCode::NulByte, {}};
    return false;
  }
  cells_.assign(labels_.size(), Cell{});
  pendingNames_.clear();
  std::size_t expected = 0;
  std::size_t used = 0;
  for (const JsonField& field : fields_) {
    const std::size_t column = cellFor(field.name, expected);
    if (cells_[column].kind != Cell::Kind::Absent) {
      fault = {RejectCode::DuplicateName, std::string(field.name)};
      for (const std::string& name : pendingNames_) columns_.erase(name);
      return false;
    }
    cells_[column] = field.value;
    expected = column + 1;
    used = std::max(used, expected);
  }
  for (const std::string& name : pendingNames_) addLabel(name);
  work.batch.records.push_back(
      {line_, byte_, static_cast<std::uint32_t>(work.batch.cells.size()), static_cast<std::uint32_t>(used), raw});
  work.batch.cells.insert(work.batch.cells.end(), cells_.begin(), cells_.begin() + static_cast<std::ptrdiff_t>(used));
  return true;
}

// The column of a name; a new one is noted. Records mostly name columns in the same order, so `expected` is tried
// first.
std::size_t JsonReader::cellFor(std::string_view name, std::size_t expected) {
  if (expected < names_.size() && names_[expected] == name) return expected;
  const auto known = columns_.find(name);
  if (known != columns_.end()) return known->second;
  const std::size_t column = cells_.size();
  columns_.emplace(name, column);
  cells_.emplace_back();
  pendingNames_.emplace_back(name);
  return column;
}

void JsonReader::addLabel(const std::string& name) {
  const std::string base = name.empty() ? "column_" + std::to_string(labels_.size() + 1) : withVisibleNuls(name);
  std::string label = base;
  for (int number = 2; !usedLabels_.insert(label).second; ++number) label = base + "_" + std::to_string(number);
  labels_.push_back(std::move(label));
  names_.push_back(name);
}

void JsonReader::reject(Work& work, std::size_t begin, std::size_t end, const JsonFault& fault) {
  std::vector<std::string> args;
  if (!fault.argument.empty()) args.push_back(fault.argument);
  work.batch.rejects.push_back(
      {line_, byte_, {}, fault.code, std::move(args), std::string(work.text().substr(begin, end - begin))});
}

}  // namespace leadlight
