#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "model/source/byte_stream.h"

namespace leadlight {

// How a file's bytes stand for characters.
struct TextEncoding {
  enum class Kind : std::uint8_t { Utf8, Latin1, Utf16Le, Utf16Be, Other };
  Kind kind = Kind::Utf8;
  std::string name = "utf-8";  // in lower case; Other: one that iconv knows

  // Do ASCII characters take more than one byte?
  bool isWide() const;
};

// "utf-8", "latin-1" (read as Windows-1252), "utf-16le", "utf-16be", some usual spellings of these ("UTF8",
// "windows-1252", "utf-16"), and every other name that iconv knows; nullopt for the rest.
std::optional<TextEncoding> encodingNamed(std::string_view name);

// The byte order mark at the start of a file.
struct ByteOrderMark {
  std::size_t size = 0;  // 0: none
  TextEncoding encoding;
};
ByteOrderMark byteOrderMark(std::string_view head);

// UTF-16 without a byte order mark: zeros in every other place only.
std::optional<TextEncoding> unmarkedUtf16(std::string_view head);

// A stream of text in another encoding as UTF-8. Latin-1 is read as Windows-1252; its five undefined bytes become the
// control characters of the same number. An unpaired surrogate or an odd last byte of UTF-16 becomes bytes that are not
// UTF-8, so that exactly the rows at fault are refused. No replacement character is ever made.
std::unique_ptr<ByteStream> decodedStream(std::unique_ptr<ByteStream> source, const TextEncoding& encoding);

// How many bytes of the file `decoded` stands for.
std::uint64_t encodedSize(std::string_view decoded, const TextEncoding& encoding);

// `text` read as Windows-1252.
std::string fromLatin1(std::string_view text);

}  // namespace leadlight
