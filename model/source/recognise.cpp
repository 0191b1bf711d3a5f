#include "model/source/recognise.h"

#include <algorithm>

#include "model/base/text.h"

namespace leadlight {
namespace {

using namespace std::string_view_literals;

struct Signature {
  std::string_view bytes;
  const char* kind;
};

constexpr Signature kSignatures[] = {
    {"\x89PNG\r\n\x1a\n"sv, "a PNG image"},
    {"\xFF\xD8\xFF"sv, "a JPEG image"},
    {"GIF87a"sv, "a GIF image"},
    {"GIF89a"sv, "a GIF image"},
    {"%PDF-"sv, "a PDF document"},
    {"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"sv, "an old Excel or Word file, or one protected by a password"},
    {"SQLite format 3\0"sv, "an SQLite database"},
    {"PAR1"sv, "a Parquet file"},
    {"7z\xBC\xAF\x27\x1C"sv, "a 7-Zip archive"},
    {"Rar!\x1A\x07"sv, "a RAR archive"},
    {"BZh"sv, "a bzip2 file"},
    {"\xFD"
     "7zXZ\0"sv,
     "an XZ file"},
    {"\x28\xB5\x2F\xFD"sv, "a Zstandard file"},
    {"\x1F\x8B"sv, "a gzip file inside another"},
    {"\x7F"
     "ELF"sv,
     "a program"},
};

bool isSpace(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

std::string_view withoutSpace(std::string_view text) {
  const auto first = std::find_if_not(text.begin(), text.end(), isSpace);
  return text.substr(static_cast<std::size_t>(first - text.begin()));
}

}  // namespace

std::string binaryKind(std::string_view head) {
  for (const Signature& signature : kSignatures) {
    // "BZh" and "PAR1" might start a text; what follows in such files is never plain text.
    const bool plain = head.substr(0, 64).find_first_of("\n,;\t"sv) != std::string_view::npos &&
                       firstInvalidUtf8(head.substr(0, 64)) == std::string_view::npos;
    if (head.starts_with(signature.bytes) && !(signature.bytes.size() < 5 && plain)) return signature.kind;
  }
  if (head.starts_with("PK\x03\x04"sv)) return "a ZIP archive inside another";
  const auto controls = static_cast<std::size_t>(std::count_if(head.begin(), head.end(), [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte < 0x20 && !isSpace(c) && c != '\f' && c != '\v' && byte != 0x1A && byte != 0x1B;
  }));
  if (controls >= 8 && controls * 20 > head.size()) return "a binary file";
  return {};
}

bool beginsJson(std::string_view head) {
  const std::string_view text = withoutSpace(head);
  if (text.empty() || (text.front() != '{' && text.front() != '[')) return false;
  const std::string_view inner = withoutSpace(text.substr(1));
  if (inner.empty()) return false;
  if (text.front() == '{') return inner.front() == '"' || inner.front() == '}';
  for (const std::string_view literal : {"true"sv, "false"sv, "null"sv})
    if (inner.starts_with(literal)) return true;
  return "{[]\"-0123456789"sv.find(inner.front()) != std::string_view::npos;
}

bool namedJson(std::string_view name) {
  std::string lower = lowered(name);
  if (lower.ends_with(".gz")) lower.resize(lower.size() - 3);
  return lower.ends_with(".json") || lower.ends_with(".ndjson") || lower.ends_with(".jsonl");
}

}  // namespace leadlight
