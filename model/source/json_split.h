#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace leadlight {

// Where a JSON value ends, found without reading what is in it.
struct JsonExtent {
  enum class State : std::uint8_t { Complete, Incomplete, Broken };
  State state = State::Incomplete;
  std::size_t end = 0;     // Complete: after the value. Broken: the byte at fault
  const char* fault = "";  // Broken: the reason, as part of a sentence
};

// The extent of the value that starts at text[begin]. Brackets within strings do not count; a line end within a string,
// a bracket that does not match and an object where none may stand break it. `last`: nothing follows the text.
// REQUIRES: begin < text.size(), text[begin] is no white space
JsonExtent jsonExtent(std::string_view text, std::size_t begin, bool last);

enum class JsonShape : std::uint8_t {
  Lines,     // one record on each line
  Sequence,  // objects one after another, over many lines or on one
  Array,     // one array of objects
};
// REQUIRES: `sample` holds more than white space
JsonShape jsonShape(std::string_view sample, bool last);

// An object around one list of records, as programs answer: {"success":true,"result":[{…},…]}. The offset after the
// list's '['; nullopt for everything else. The list bears a usual name such as "data", or is the only member; an object
// with others after it is a record itself. The list may also be within an object that is called as envelopes are, or is
// the only member: {"data":{"leads":[{…},…]}}. REQUIRES: as above
std::optional<std::size_t> wrappedArray(std::string_view sample, bool last);

inline bool isJsonSpace(char c) { return c == ' ' || c == '\n' || c == '\r' || c == '\t'; }
// The first offset from `at` on that is no white space, or text.size().
std::size_t skipJsonSpace(std::string_view text, std::size_t at);

}  // namespace leadlight
