#include "scoring/export/xml_writer.h"

#include <algorithm>

namespace leadlight {

namespace {

void appendEscaped(std::string& out, std::string_view text) {
  for (const char c : text) {
    switch (c) {
      case '&':
        out += "&amp;";
        break;
      case '<':
        out += "&lt;";
        break;
      case '>':
        out += "&gt;";
        break;
      case '"':
        out += "&quot;";
        break;
      case '\n':
        out += "&#10;";
        break;
      case '\r':
        out += "&#13;";
        break;
      case '\t':
        out += "&#9;";
        break;
      default:
        out += c;
    }
  }
}

}  // namespace

void XmlWriter::start(std::string_view element, const Attributes& attributes) {
  out_.append(2 * open_.size(), ' ').append("<").append(element);
  for (const auto& [name, value] : attributes) {
    out_.append(" ").append(name).append("=\"");
    appendEscaped(out_, value);
    out_ += '"';
  }
}

void XmlWriter::open(std::string_view element, const Attributes& attributes) {
  start(element, attributes);
  out_ += ">\n";
  open_.emplace_back(element);
}

void XmlWriter::close() {
  const std::string element = std::move(open_.back());
  open_.pop_back();
  out_.append(2 * open_.size(), ' ').append("</").append(element).append(">\n");
}

void XmlWriter::empty(std::string_view element, const Attributes& attributes) {
  start(element, attributes);
  out_ += "/>\n";
}

void XmlWriter::text(std::string_view element, std::string_view content, const Attributes& attributes) {
  start(element, attributes);
  out_ += '>';
  appendEscaped(out_, content);
  out_.append("</").append(element).append(">\n");
}

bool fitsXml(std::string_view text) {
  return std::none_of(text.begin(), text.end(),
                      [](char c) { return static_cast<unsigned char>(c) < 32 && c != '\n' && c != '\r' && c != '\t'; });
}

}  // namespace leadlight
