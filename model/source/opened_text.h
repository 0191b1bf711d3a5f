#pragma once

#include <memory>

#include "model/source/byte_stream.h"
#include "model/source/encoding.h"
#include "model/source/limits.h"

namespace leadlight {

// What a format's reader is given: a file that has been looked into, its text as UTF-8 without byte order mark.
struct OpenedText {
  std::unique_ptr<PushbackStream> text;
  FileStream* file = nullptr;  // the lowest of the streams that `text` owns
  FileFacts facts;
  TextEncoding encoding;
  std::uint64_t firstByte = 0;  // where the text starts in the decompressed file
};

// `error` of a stream, its place made exact: nothing from `line` on could be read.
Error atLine(Error error, std::uint64_t line);

// Is any byte above 127?
bool holdsHighBytes(std::string_view text);

}  // namespace leadlight
