#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "model/base/result.h"
#include "model/source/byte_stream.h"
#include "model/source/reader.h"

namespace leadlight {

// Does iconv decode the encoding of this name?
bool iconvKnows(const std::string& name);

// `source` in the encoding `name` as UTF-8. Bytes that stand for no character become the byte 0xFF, which is not UTF-8,
// so that exactly the rows at fault are refused. REQUIRES: iconvKnows(name)
std::unique_ptr<ByteStream> iconvStream(std::unique_ptr<ByteStream> source, const std::string& name);

// How many bytes `decoded` takes in the encoding `name`. REQUIRES: iconvKnows(name)
std::uint64_t iconvSize(std::string_view decoded, const std::string& name);

// The 8-bit or multibyte encoding that the lines with bytes above 127 of a text that is no UTF-8 are most likely in;
// "latin-1" when they are few or nothing else decodes them all; a guess, where the few look like another encoding's and
// would be other letters in it. Errors: those of the stream.
Result<DetectedEncoding> detectedCharset(ByteStream& bytes);

}  // namespace leadlight
