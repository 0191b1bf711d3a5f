#include "model/source/json_split.h"

#include <algorithm>
#include <array>
#include <span>

#include "model/base/text.h"

namespace leadlight {
namespace {

constexpr unsigned kCheckedDepth = 64;  // deeper brackets are only counted

enum class Mark : std::uint8_t { Other, Space, Quote, Open, Close };

constexpr std::array<Mark, 256> makeMarks() {
  std::array<Mark, 256> marks{};
  for (const char c : {' ', '\t', '\n', '\r'}) marks[static_cast<unsigned char>(c)] = Mark::Space;
  for (const char c : {'{', '['}) marks[static_cast<unsigned char>(c)] = Mark::Open;
  for (const char c : {'}', ']'}) marks[static_cast<unsigned char>(c)] = Mark::Close;
  marks[static_cast<unsigned char>('"')] = Mark::Quote;
  return marks;
}
constexpr std::array<Mark, 256> kMarks = makeMarks();

JsonExtent broken(std::size_t at, const char* fault) { return {JsonExtent::State::Broken, at, fault}; }

JsonExtent cutOff(std::size_t at, bool last, const char* fault) {
  return last ? broken(at, fault) : JsonExtent{JsonExtent::State::Incomplete, at, ""};
}

// From the opening quote on.
JsonExtent stringExtent(std::string_view text, std::size_t begin, bool last) {
  for (std::size_t at = begin + 1; at < text.size(); ++at) {
    const char c = text[at];
    if (c == '"') return {JsonExtent::State::Complete, at + 1, ""};
    if (c == '\\')
      ++at;
    else if (c == '\n')
      return broken(at, "a string is not closed on its line");
  }
  return cutOff(text.size(), last, "a string is not closed");
}

JsonExtent scalarExtent(std::string_view text, std::size_t begin, bool last) {
  const std::size_t end = text.find_first_of(" \t\n\r,]}", begin);
  if (end != std::string_view::npos) return {JsonExtent::State::Complete, end, ""};
  return last ? JsonExtent{JsonExtent::State::Complete, text.size(), ""} : JsonExtent{};
}

// The open brackets around a place, and what came before it.
class Nesting {
 public:
  bool mayOpen(char bracket, char before) const {
    if (bracket == '[' || depth_ == 0 || depth_ > kCheckedDepth) return true;
    return inObject() ? before == ':' : before == '[' || before == ',';
  }
  void open(char bracket) {
    if (depth_ < kCheckedDepth) {
      const std::uint64_t bit = std::uint64_t{1} << depth_;
      objects_ = bracket == '{' ? objects_ | bit : objects_ & ~bit;
    }
    ++depth_;
  }
  bool close(char bracket) {
    if (depth_ <= kCheckedDepth && inObject() != (bracket == '}')) return false;
    --depth_;
    return true;
  }
  bool closed() const { return depth_ == 0; }

 private:
  bool inObject() const { return (objects_ >> (depth_ - 1) & 1) != 0; }
  std::uint64_t objects_ = 0;
  std::size_t depth_ = 0;
};

constexpr std::array<std::string_view, 16> kListNames = {
    "data",   "result",  "results", "records", "leads",    "items",     "rows",   "value",
    "values", "entries", "list",    "objects", "contacts", "prospects", "people", "response"};
constexpr std::array<std::string_view, 6> kEnvelopeNames = {"data", "result", "results", "response", "body", "payload"};
constexpr int kDeepestList = 8;

bool isOneOf(std::span<const std::string_view> names, std::string_view text) {
  return std::any_of(names.begin(), names.end(),
                     [&](std::string_view known) { return equalsIgnoringCase(known, text); });
}

bool startsList(std::string_view sample, std::size_t value) {
  const std::size_t inner = skipJsonSpace(sample, value + 1);
  return sample[value] == '[' && inner < sample.size() && (sample[inner] == '{' || sample[inner] == ']');
}

// The offset after the '[' of the list that the object at `begin` is around.
std::optional<std::size_t> listWithin(std::string_view sample, std::size_t begin, int depth) {
  std::optional<std::size_t> list, nested;
  std::size_t members = 0;
  bool listNamed = false, nestedNamed = false;
  // From one member to the next, as far as the sample goes.
  for (std::size_t at = skipJsonSpace(sample, begin + 1); at < sample.size() && sample[at] == '"';) {
    const JsonExtent name = jsonExtent(sample, at, false);
    if (name.state != JsonExtent::State::Complete) break;
    const std::size_t colon = skipJsonSpace(sample, name.end);
    const std::size_t value = skipJsonSpace(sample, colon + 1);
    if (value >= sample.size() || sample[colon] != ':') break;
    ++members;
    const std::string_view text = sample.substr(at + 1, name.end - at - 2);
    if (!list && startsList(sample, value)) {
      list = value + 1;
      listNamed = isOneOf(kListNames, text);
    } else if (!nested && sample[value] == '{' && depth < kDeepestList) {
      nested = listWithin(sample, value, depth + 1);
      nestedNamed = nested && isOneOf(kEnvelopeNames, text);
    }
    const JsonExtent extent = jsonExtent(sample, value, false);
    if (extent.state != JsonExtent::State::Complete) break;
    const std::size_t comma = skipJsonSpace(sample, extent.end);
    if (comma >= sample.size() || sample[comma] != ',') break;
    at = skipJsonSpace(sample, comma + 1);
  }
  if (listNamed) return list;
  if (nestedNamed) return nested;
  if (members != 1) return std::nullopt;
  return list ? list : nested;
}

}  // namespace

std::size_t skipJsonSpace(std::string_view text, std::size_t at) {
  while (at < text.size() && isJsonSpace(text[at])) ++at;
  return at;
}

JsonExtent jsonExtent(std::string_view text, std::size_t begin, bool last) {
  if (text[begin] == '"') return stringExtent(text, begin, last);
  if (text[begin] != '{' && text[begin] != '[') return scalarExtent(text, begin, last);
  Nesting nesting;
  char before = 0;
  for (std::size_t at = begin; at < text.size(); ++at) {
    const char c = text[at];
    switch (kMarks[static_cast<unsigned char>(c)]) {
      case Mark::Space:
        continue;
      case Mark::Other:
        break;
      case Mark::Quote: {
        const JsonExtent string = stringExtent(text, at, last);
        if (string.state != JsonExtent::State::Complete) return string;
        at = string.end - 1;
        break;
      }
      case Mark::Open:
        if (!nesting.mayOpen(c, before)) return broken(at, "a bracket is not closed before another object starts");
        nesting.open(c);
        break;
      case Mark::Close:
        if (!nesting.close(c)) return broken(at, "a closing bracket does not match the opening one");
        if (nesting.closed()) return {JsonExtent::State::Complete, at + 1, ""};
        break;
    }
    before = c;
  }
  return cutOff(text.size(), last, "a bracket is not closed");
}

JsonShape jsonShape(std::string_view sample, bool last) {
  const std::size_t begin = skipJsonSpace(sample, 0);
  if (sample[begin] == '[') return JsonShape::Array;
  if (sample[begin] != '{') return JsonShape::Lines;
  const JsonExtent first = jsonExtent(sample, begin, last);
  const std::size_t lineEnd = sample.find('\n', begin);
  const bool withinLine = first.end <= lineEnd;  // npos: the sample is one line
  if (first.state == JsonExtent::State::Complete) {
    const std::size_t after = skipJsonSpace(sample, first.end);
    const bool anotherBeside = after < sample.size() && after < lineEnd && sample[after] == '{';
    return withinLine && !anotherBeside ? JsonShape::Lines : JsonShape::Sequence;
  }
  if (withinLine) return JsonShape::Lines;
  // The first record is at fault: is it one line among others that are whole, or the start of a long one?
  const std::size_t second = skipJsonSpace(sample, lineEnd);
  return second < sample.size() && sample[second] == '{' ? JsonShape::Lines : JsonShape::Sequence;
}

std::optional<std::size_t> wrappedArray(std::string_view sample, bool last) {
  const std::size_t begin = skipJsonSpace(sample, 0);
  if (sample[begin] != '{') return std::nullopt;
  const JsonExtent whole = jsonExtent(sample, begin, last);
  const bool complete = whole.state == JsonExtent::State::Complete;
  if (complete ? !last || skipJsonSpace(sample, whole.end) != sample.size() : last) return std::nullopt;
  return listWithin(sample, begin, 0);
}

}  // namespace leadlight
