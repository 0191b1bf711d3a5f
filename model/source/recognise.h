#pragma once

#include <string>
#include <string_view>

namespace leadlight {

// What the first bytes of a file that is no text seem to be, as part of a sentence ("a PNG image"); empty for text.
std::string binaryKind(std::string_view head);

// Do these bytes, white space before them left out, truly begin a JSON object or array?
bool beginsJson(std::string_view head);

// Does the name end in .json, .ndjson or .jsonl, or one of these and .gz?
bool namedJson(std::string_view name);

}  // namespace leadlight
