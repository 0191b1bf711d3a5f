#include "model/source/json_record.h"

#include <simdjson.h>

#include <cstring>

#include "model/source/json_split.h"

namespace leadlight {
namespace {

namespace ondemand = simdjson::ondemand;
constexpr int kMaxDepth = 64;

bool isDigit(char c) { return c >= '0' && c <= '9'; }

// The number grammar of RFC 8259, section 6.
bool isJsonNumber(std::string_view text) {
  std::size_t i = 0;
  const auto digits = [&] {
    const std::size_t from = i;
    while (i < text.size() && isDigit(text[i])) ++i;
    return i > from;
  };
  if (i < text.size() && text[i] == '-') ++i;
  const bool zero = i < text.size() && text[i] == '0';
  const std::size_t whole = i;
  if (!digits() || (zero && i - whole > 1)) return false;
  if (i < text.size() && text[i] == '.') {
    ++i;
    if (!digits()) return false;
  }
  if (i < text.size() && (text[i] == 'e' || text[i] == 'E')) {
    ++i;
    if (i < text.size() && (text[i] == '+' || text[i] == '-')) ++i;
    if (!digits()) return false;
  }
  return i == text.size();
}

std::string reason(simdjson::error_code code) {
  switch (code) {
    case simdjson::UNCLOSED_STRING:
      return "a string is not closed";
    case simdjson::UNESCAPED_CHARS:
      return "a control character stands in a string";
    case simdjson::STRING_ERROR:
      return "an escape in a string is wrong";
    case simdjson::UTF8_ERROR:
      return "the bytes are not UTF-8";
    case simdjson::INCOMPLETE_ARRAY_OR_OBJECT:
      return "a bracket is not closed";
    case simdjson::EMPTY:
      return "there is no value";
    default:
      return "a comma, colon, bracket or name is missing or out of place";
  }
}

bool fail(JsonFault& fault, simdjson::error_code code) {
  fault = {RejectCode::BadJson, reason(code)};
  return false;
}

bool fail(JsonFault& fault, std::string why) {
  fault = {RejectCode::BadJson, std::move(why)};
  return false;
}

bool atEnd(ondemand::document& document) { return document.current_location().error() == simdjson::OUT_OF_BOUNDS; }

std::string_view tokenOf(ondemand::value& value) {
  std::string_view token = value.raw_json_token();
  while (!token.empty() && isJsonSpace(token.back())) token.remove_suffix(1);
  return token;
}

Cell cellOf(std::string_view text, Cell::Kind kind) {
  return {text.data(), static_cast<std::uint32_t>(text.size()), kind};
}

bool readScalar(std::string_view token, Cell& cell, JsonFault& fault) {
  if (token == "null") {
    cell = cellOf(token, Cell::Kind::Null);
  } else if (token == "true" || token == "false") {
    cell = cellOf(token, Cell::Kind::Boolean);
  } else if (isJsonNumber(token)) {
    cell = cellOf(token, Cell::Kind::Number);
  } else {
    return fail(fault, "\"" + std::string(token.substr(0, 40)) + "\" is no value");
  }
  return true;
}

// Text without escapes stays where it is.
bool readString(ondemand::value& value, std::string_view token, Arena* arena, Cell& cell, JsonFault& fault) {
  if (token.find('\\') == std::string_view::npos) {
    cell = cellOf(token.substr(1, token.size() - 2), Cell::Kind::Text);
    return token.size() >= 2 || fail(fault, simdjson::UNCLOSED_STRING);
  }
  std::string_view text;
  if (const auto error = value.get_string().get(text)) return fail(fault, error);
  if (arena == nullptr) return true;
  char* const copy = arena->allocate(text.size());
  if (!text.empty()) std::memcpy(copy, text.data(), text.size());
  cell = cellOf({copy, text.size()}, Cell::Kind::Text);
  return true;
}

bool checkValue(ondemand::value value, int depth, JsonFault& fault);

bool checkArray(ondemand::value& value, int depth, JsonFault& fault) {
  ondemand::array array;
  if (const auto error = value.get_array().get(array)) return fail(fault, error);
  for (auto element : array) {
    ondemand::value inner;
    if (const auto error = element.get(inner)) return fail(fault, error);
    if (!checkValue(inner, depth, fault)) return false;
  }
  return true;
}

bool checkObject(ondemand::value& value, int depth, JsonFault& fault) {
  ondemand::object object;
  if (const auto error = value.get_object().get(object)) return fail(fault, error);
  for (auto field : object) {
    std::string_view name;
    if (const auto error = field.unescaped_key().get(name)) return fail(fault, error);
    ondemand::value inner;
    if (const auto error = field.value().get(inner)) return fail(fault, error);
    if (!checkValue(inner, depth, fault)) return false;
  }
  return true;
}

// Reads a value with all that is in it, which stands within `depth` brackets.
bool checkValue(ondemand::value value, int depth, JsonFault& fault) {
  const std::string_view token = tokenOf(value);
  if (token.empty()) return fail(fault, simdjson::TAPE_ERROR);
  Cell ignored;
  if (token.front() == '"') return readString(value, token, nullptr, ignored, fault);
  if (token.front() != '{' && token.front() != '[') return readScalar(token, ignored, fault);
  if (depth >= kMaxDepth) {
    fault = {RejectCode::TooDeep, {}};
    return false;
  }
  return token.front() == '{' ? checkObject(value, depth + 1, fault) : checkArray(value, depth + 1, fault);
}

}  // namespace

struct JsonRecordParser::Engine {
  ondemand::parser parser;
  std::string wrapped;
};

JsonRecordParser::JsonRecordParser() : engine_(std::make_unique<Engine>()) {}
JsonRecordParser::~JsonRecordParser() = default;

bool JsonRecordParser::readObject(std::string_view text, Arena& arena, std::vector<JsonField>& fields,
                                  JsonFault& fault) {
  fields.clear();
  ondemand::document document;
  const simdjson::padded_string_view padded(text.data(), text.size(), text.size() + simdjson::SIMDJSON_PADDING);
  if (const auto error = engine_->parser.iterate(padded).get(document)) return fail(fault, error);
  ondemand::object object;
  if (const auto error = document.get_object().get(object)) return fail(fault, error);
  for (auto entry : object) {
    JsonField field;
    if (const auto error = entry.unescaped_key().get(field.name)) return fail(fault, error);
    ondemand::value value;
    if (const auto error = entry.value().get(value)) return fail(fault, error);
    const std::string_view token = tokenOf(value);
    if (token.empty()) return fail(fault, simdjson::TAPE_ERROR);
    if (token.front() == '"') {
      if (!readString(value, token, &arena, field.value, fault)) return false;
    } else if (token.front() == '{' || token.front() == '[') {
      if (!checkValue(value, 1, fault)) return false;
      const auto begin = static_cast<std::size_t>(token.data() - text.data());
      const JsonExtent extent = jsonExtent(text, begin, true);
      field.value = cellOf(text.substr(begin, extent.end - begin), Cell::Kind::Nested);
    } else if (!readScalar(token, field.value, fault)) {
      return false;
    }
    fields.push_back(field);
  }
  return atEnd(document) || fail(fault, "something follows the object");
}

bool JsonRecordParser::isOtherValue(std::string_view text, JsonFault& fault) {
  // Within an array any value is read alike.
  std::string& wrapped = engine_->wrapped;
  wrapped.assign(1, '[').append(text).append("]").append(simdjson::SIMDJSON_PADDING, ' ');
  ondemand::document document;
  const simdjson::padded_string_view padded(wrapped.data(), text.size() + 2, wrapped.size());
  if (const auto error = engine_->parser.iterate(padded).get(document)) return fail(fault, error);
  ondemand::array array;
  if (const auto error = document.get_array().get(array)) return fail(fault, error);
  std::size_t count = 0;
  for (auto element : array) {
    ondemand::value value;
    if (const auto error = element.get(value)) return fail(fault, error);
    if (!checkValue(value, 0, fault)) return false;
    ++count;
  }
  return (count == 1 && atEnd(document)) || fail(fault, "one value is expected");
}

}  // namespace leadlight
