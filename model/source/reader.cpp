#include "model/source/reader.h"

#include <algorithm>
#include <cstring>

#include "model/base/text.h"
#include "model/source/charset.h"
#include "model/source/csv_reader.h"
#include "model/source/gzip_stream.h"
#include "model/source/json_reader.h"
#include "model/source/recognise.h"
#include "model/source/sheet_cache.h"
#include "model/source/sheet_reader.h"

namespace leadlight {
namespace {

Error emptyFile(const std::string& name) {
  return {Errc::EmptyFile, "\"" + name + "\" holds no records.", name, {name}};
}

Error notALeadFile(const std::string& name, const std::string& kind) {
  std::string what = "\"" + name + "\" is no lead file: it looks like " + kind + ". ";
  what += kind.find("Excel") != std::string::npos
              ? "Save it as .xlsx without a password, or as CSV."
              : "Leadlight reads CSV, TSV, JSON, .xlsx and .ods, text also compressed as .gz.";
  return {Errc::NotALeadFile, std::move(what), name, {name, kind}};
}

// A named JSON file that does not start like one.
std::optional<Error> notJson(std::string_view text, const std::string& name) {
  const std::size_t first = skipJsonSpace(text, 0);
  const char c = text[first];
  if (!namedJson(name) || c == '{' || c == '[') return std::nullopt;
  std::string_view line = text.substr(first, text.find('\n', first) - first);
  while (isJsonSpace(line.back())) line.remove_suffix(1);
  JsonFault fault;
  if (JsonRecordParser().isOtherValue(line, fault)) return std::nullopt;
  const auto number = 1 + std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(first), '\n');
  std::string start(line.substr(0, 24));
  if (const std::size_t equals = start.find('='); equals != std::string::npos) start.resize(equals + 1);
  if (const std::size_t bad = firstInvalidUtf8(start); bad != std::string::npos) start.resize(bad);
  return Error{Errc::NotALeadFile,
               "Line " + std::to_string(number) + " is not JSON: it starts with \"" + start + "\".",
               name + ":" + std::to_string(number),
               {std::to_string(number), start}};
}

// The file's bytes, decompressed; `start` is what they begin with.
Result<std::unique_ptr<PushbackStream>> unpacked(std::unique_ptr<FileStream> file, const ReadLimits& limits,
                                                 FileFacts& facts, Block& start) {
  const std::string name = file->name();
  auto bytes = std::make_unique<PushbackStream>(std::move(file));
  Result<Block> head = readBlock(*bytes, limits.sampleBytes);
  if (!head) return head.error();
  bytes->giveBack({head->text.get(), head->size});
  if (GzipStream::recognises({head->text.get(), head->size})) {
    facts.compressed = true;
    bytes = std::make_unique<PushbackStream>(std::make_unique<GzipStream>(std::move(bytes), name, limits));
    head = readBlock(*bytes, limits.sampleBytes);
    if (!head) return head.error();
    bytes->giveBack({head->text.get(), head->size});
    if (head->size == 0) return emptyFile(name);
  }
  start = *std::move(head);
  return bytes;
}

// A byte order mark tells; then the user; then what is plain.
Result<ByteOrderMark> encodingOf(std::string_view start, const ReadOptions& options) {
  const ByteOrderMark mark = byteOrderMark(start);
  if (mark.size > 0) return mark;
  if (!options.encoding) return ByteOrderMark{0, unmarkedUtf16(start).value_or(TextEncoding{})};
  const std::optional<TextEncoding> asked = encodingNamed(*options.encoding);
  if (asked) return ByteOrderMark{0, *asked};
  return Error{Errc::Usage,
               "There is no encoding \"" + *options.encoding +
                   "\"; use utf-8, latin-1, utf-16le, or a name such as windows-1251 or shift_jis.",
               {},
               {*options.encoding}};
}

// Puts the streams on top of each other: file, gzip, decoder.
Status stack(OpenedText& opened, std::unique_ptr<FileStream> file, const ReadOptions& options,
             const ReadLimits& limits) {
  const std::string& name = opened.file->name();
  Block head;
  Result<std::unique_ptr<PushbackStream>> bytes = unpacked(std::move(file), limits, opened.facts, head);
  if (!bytes) return bytes.error();
  const std::string_view start(head.text.get(), head.size);
  const Result<ByteOrderMark> mark = encodingOf(start, options);
  if (!mark) return mark.error();
  opened.encoding = mark->encoding;
  const bool wide = opened.encoding.isWide();
  if (const std::string kind = wide ? std::string() : binaryKind(start); !kind.empty()) return notALeadFile(name, kind);
  opened.facts.encoding = opened.encoding.name;
  if (mark->size > 0 && !wide) opened.facts.encoding += "-bom";
  char skipped[4];
  const Result<std::size_t> passed = mark->size == 0 ? std::size_t{0} : (*bytes)->readFully(skipped, mark->size);
  if (!passed) return passed.error();
  opened.firstByte = mark->size;
  opened.text = std::make_unique<PushbackStream>(decodedStream(*std::move(bytes), opened.encoding));
  return {};
}

// Does the file start like a ZIP archive? It is at its first byte again afterwards.
Result<bool> isArchive(FileStream& file) {
  char head[4] = {};
  const Result<std::size_t> got = file.read(head, sizeof head);
  if (!got) return got.error();
  if (const Status back = file.rewind(); !back) return back.error();
  const std::string_view start(head, *got);
  return start == "PK\x03\x04" || start == "PK\x05\x06";
}

}  // namespace

const char* formatName(FileFormat format) {
  switch (format) {
    case FileFormat::Csv:
      return "csv";
    case FileFormat::Json:
      return "json";
    case FileFormat::Ndjson:
      return "ndjson";
    case FileFormat::Xlsx:
      return "xlsx";
    case FileFormat::Ods:
      return "ods";
  }
  return "";
}

Error atLine(Error error, std::uint64_t line) {
  error.where += ":" + std::to_string(line);
  return error;
}

bool holdsHighBytes(std::string_view text) {
  std::uint64_t all = 0;
  std::size_t i = 0;
  for (; i + 8 <= text.size(); i += 8) {
    std::uint64_t word = 0;
    std::memcpy(&word, text.data() + i, 8);
    all |= word;
  }
  for (; i < text.size(); ++i) all |= static_cast<unsigned char>(text[i]);
  return (all & 0x8080808080808080U) != 0;
}

Result<std::unique_ptr<RecordReader>> openRecords(const std::filesystem::path& file, const ReadOptions& options,
                                                  const ReadLimits& limits) {
  Result<std::unique_ptr<FileStream>> stream = FileStream::open(file);
  if (!stream) return stream.error();
  if (!options.sha256) (*stream)->leaveOutSha256();
  const Result<bool> archive = isArchive(**stream);
  if (!archive) return archive.error();
  if (*archive && options.sheets) {
    ReadOptions plain = options;
    plain.sheets.reset();
    return options.sheets->reader(file, plain, [=] { return openRecords(file, plain, limits); });
  }
  if (*archive) return SheetReader::open(*std::move(stream), options, limits);
  OpenedText opened;
  opened.file = stream->get();
  if (const Status stacked = stack(opened, std::move(*stream), options, limits); !stacked) return stacked.error();
  const std::string& name = opened.file->name();
  const Result<Block> head = readBlock(*opened.text, limits.sampleBytes);
  if (!head) return head.error();
  const std::string_view start(head->text.get(), head->size);
  opened.text->giveBack(start);
  const std::size_t first = skipJsonSpace(start, 0);
  if (first == start.size() && head->last) return emptyFile(name);
  if (first < start.size()) {
    if (std::optional<Error> error = notJson(start, name)) return std::move(*error);
    if (namedJson(name) || beginsJson(start)) return JsonReader::open(std::move(opened), limits);
  }
  return CsvReader::open(std::move(opened), options, limits);
}

Result<std::unique_ptr<RecordReader>> openRecords(const std::filesystem::path& file, const ReadOptions& options) {
  return openRecords(file, options, ReadLimits{});
}

Result<DetectedEncoding> detectEncoding(const std::filesystem::path& file) {
  Result<std::unique_ptr<FileStream>> stream = FileStream::open(file);
  if (!stream) return stream.error();
  FileFacts facts;
  Block head;
  Result<std::unique_ptr<PushbackStream>> bytes = unpacked(*std::move(stream), ReadLimits{}, facts, head);
  if (!bytes) return bytes.error();
  return detectedCharset(**bytes);
}

}  // namespace leadlight
