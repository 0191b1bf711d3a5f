#include "model/base/json_writer.h"

#include <cmath>

#include "model/base/text.h"

namespace leadlight {

namespace {

// `text` with each byte that is not part of well-formed UTF-8 as \xHH.
std::string visibleText(std::string_view text) {
  static constexpr char digits[] = "0123456789ABCDEF";
  std::string out;
  while (true) {
    const std::size_t bad = firstInvalidUtf8(text);
    out += text.substr(0, bad);
    if (bad == std::string_view::npos) return out;
    const auto byte = static_cast<unsigned char>(text[bad]);
    out += "\\x";
    out += digits[byte >> 4];
    out += digits[byte & 15];
    text.remove_prefix(bad + 1);
  }
}

}  // namespace

void JsonWriter::separate() {
  if (afterKey_) {
    afterKey_ = false;
    return;
  }
  if (hasItems_.empty()) return;
  if (hasItems_.back()) buffer_ += ',';
  hasItems_.back() = true;
}

JsonWriter& JsonWriter::open(char bracket) {
  separate();
  buffer_ += bracket;
  hasItems_.push_back(false);
  return *this;
}

JsonWriter& JsonWriter::close(char bracket) {
  hasItems_.pop_back();
  buffer_ += bracket;
  return *this;
}

JsonWriter& JsonWriter::key(std::string_view name) {
  value(name);
  buffer_ += ':';
  afterKey_ = true;
  return *this;
}

JsonWriter& JsonWriter::null() { return raw("null"); }

JsonWriter& JsonWriter::value(std::string_view text) {
  separate();
  if (firstInvalidUtf8(text) == std::string_view::npos)
    appendJsonString(buffer_, text);
  else
    appendJsonString(buffer_, visibleText(text));
  if (buffer_.size() > 65536) flush();
  return *this;
}

JsonWriter& JsonWriter::value(double number) {
  if (!std::isfinite(number)) return null();
  separate();
  appendNumber(buffer_, number);
  return *this;
}

JsonWriter& JsonWriter::value(bool truth) { return raw(truth ? "true" : "false"); }

JsonWriter& JsonWriter::value(const Error& error) {
  beginObject().field("code", errorName(error.code)).field("message", error.what).field("where", error.where);
  return endObject();
}

JsonWriter& JsonWriter::raw(std::string_view json) {
  separate();
  buffer_ += json;
  return *this;
}

void JsonWriter::endLine() {
  buffer_ += '\n';
  if (buffer_.size() > 65536) flush();
}

void JsonWriter::flush() {
  out_.write(buffer_.data(), static_cast<std::streamsize>(buffer_.size()));
  buffer_.clear();
}

}  // namespace leadlight
