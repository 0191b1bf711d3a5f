#pragma once

#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace leadlight {

// Writes elements, one a line, indented.
class XmlWriter {
 public:
  using Attributes = std::vector<std::pair<std::string_view, std::string>>;

  void open(std::string_view element, const Attributes& attributes = {});
  void close();  // the element opened last
  void empty(std::string_view element, const Attributes& attributes = {});
  void text(std::string_view element, std::string_view content, const Attributes& attributes = {});
  std::string take() && { return std::move(out_); }

 private:
  void start(std::string_view element, const Attributes& attributes);
  std::string out_ = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
  std::vector<std::string> open_;
};

// Can XML hold this text? It has no way to write most control characters.
bool fitsXml(std::string_view text);

}  // namespace leadlight
