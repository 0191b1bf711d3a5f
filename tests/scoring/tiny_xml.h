#pragma once

#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace leadlight::test {

// An XML element, read by a parser that knows elements, attributes, text and the usual entities; enough for what we
// write.
struct Xml {
  std::string name, text;
  std::map<std::string, std::string> attributes;
  std::vector<Xml> children;

  const Xml* child(std::string_view wanted) const {
    for (const Xml& one : children)
      if (one.name == wanted) return &one;
    return nullptr;
  }
  std::string operator[](const std::string& attribute) const {
    const auto found = attributes.find(attribute);
    return found == attributes.end() ? "" : found->second;
  }
};

class XmlReader {
 public:
  // The document's element; one without a name when it is not well-formed.
  static Xml read(std::string_view document) {
    XmlReader reader(document);
    reader.rest_.remove_prefix(reader.rest_.find("?>") + 2);
    Xml root;
    reader.space();
    return reader.element(root) ? root : Xml();
  }

 private:
  explicit XmlReader(std::string_view document) : rest_(document) {}

  void space() { rest_.remove_prefix(std::min(rest_.find_first_not_of(" \n"), rest_.size())); }
  bool take(std::string_view token) {
    if (!rest_.starts_with(token)) return false;
    rest_.remove_prefix(token.size());
    return true;
  }
  std::string until(std::string_view stop) {
    const std::size_t end = std::min(rest_.find_first_of(stop), rest_.size());
    const std::string out(rest_.substr(0, end));
    rest_.remove_prefix(end);
    return out;
  }
  static std::string decoded(std::string text) {
    static const std::pair<const char*, const char*> entities[] = {{"&lt;", "<"},   {"&gt;", ">"},   {"&quot;", "\""},
                                                                   {"&#10;", "\n"}, {"&#13;", "\r"}, {"&#9;", "\t"},
                                                                   {"&amp;", "&"}};
    for (const auto& [entity, character] : entities)
      for (std::size_t at = 0; (at = text.find(entity, at)) != std::string::npos; ++at)
        text.replace(at, std::string_view(entity).size(), character);
    return text;
  }
  bool element(Xml& out) {
    if (!take("<")) return false;
    out.name = until(" />");
    for (space(); !rest_.starts_with("/") && !rest_.starts_with(">"); space()) {
      const std::string name = until("=");
      if (!take("=\"")) return false;
      out.attributes[name] = decoded(until("\""));
      if (!take("\"")) return false;
    }
    if (take("/>")) return true;
    if (!take(">")) return false;
    out.text = decoded(until("<"));
    while (!rest_.starts_with("</")) {
      if (!element(out.children.emplace_back())) return false;
      space();
    }
    return take("</" + out.name + ">");
  }
  std::string_view rest_;
};

}  // namespace leadlight::test
