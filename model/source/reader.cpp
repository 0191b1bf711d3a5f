#include "model/source/reader.h"

#include <algorithm>
#include <cstring>

#include "model/base/text.h"
#include "model/source/csv_reader.h"
#include "model/source/gzip_stream.h"
#include "model/source/json_reader.h"
#include "model/source/recognise.h"

namespace leadlight {
namespace {

Error emptyFile(const std::string& name) {
  return {Errc::EmptyFile, "\"" + name + "\" holds no records.", name, {name}};
}

Error notALeadFile(const std::string& name, const std::string& kind) {
  std::string what = "\"" + name + "\" is no lead file: it looks like " + kind + ". ";
  const bool spreadsheet = kind.find("Excel") != std::string::npos || kind.find("spreadsheet") != std::string::npos;
  what += spreadsheet ? "Save it as CSV first." : "Leadlight reads CSV, TSV and JSON, also compressed as .gz.";
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

// Puts the streams on top of each other: file, gzip, decoder.
Status stack(OpenedText& opened, std::unique_ptr<FileStream> file, const ReadOptions& options,
             const ReadLimits& limits) {
  const std::string& name = opened.file->name();
  auto bytes = std::make_unique<PushbackStream>(std::move(file));
  Result<Block> head = readBlock(*bytes, limits.sampleBytes);
  if (!head) return head.error();
  bytes->giveBack({head->text.get(), head->size});
  if (GzipStream::recognises({head->text.get(), head->size})) {
    opened.facts.compressed = true;
    bytes = std::make_unique<PushbackStream>(std::make_unique<GzipStream>(std::move(bytes), name, limits));
    head = readBlock(*bytes, limits.sampleBytes);
    if (!head) return head.error();
    bytes->giveBack({head->text.get(), head->size});
    if (head->size == 0) return emptyFile(name);
  }
  const std::string_view start(head->text.get(), head->size);
  const ByteOrderMark mark = byteOrderMark(start);
  opened.encoding = mark.encoding;
  if (options.encoding && mark.size == 0) {
    const std::optional<TextEncoding> asked = encodingNamed(*options.encoding);
    if (!asked)
      return Error{Errc::Usage,
                   "There is no encoding \"" + *options.encoding + "\"; use utf-8, latin-1, utf-16le or utf-16be.",
                   {},
                   {*options.encoding}};
    opened.encoding = *asked;
  }
  const bool wide = opened.encoding == TextEncoding::Utf16Le || opened.encoding == TextEncoding::Utf16Be;
  if (const std::string kind = wide ? std::string() : binaryKind(start); !kind.empty()) return notALeadFile(name, kind);
  opened.facts.encoding = encodingName(opened.encoding);
  if (mark.size > 0 && !wide) opened.facts.encoding += "-bom";
  char skipped[4];
  const Result<std::size_t> passed = mark.size == 0 ? std::size_t{0} : bytes->readFully(skipped, mark.size);
  if (!passed) return passed.error();
  opened.firstByte = mark.size;
  opened.text = std::make_unique<PushbackStream>(decodedStream(std::move(bytes), opened.encoding));
  return {};
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

}  // namespace leadlight
