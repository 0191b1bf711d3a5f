#include "scoring/json_fields.h"

#include <algorithm>

#include "model/base/text.h"

namespace leadlight {

using Kind = JsonNode::Kind;

std::string at(const std::string& path, std::string_view name) {
  return path.empty() ? std::string(name) : path + "." + std::string(name);
}

std::string at(const std::string& path, std::size_t index) { return path + "[" + std::to_string(index) + "]"; }

void expectObject(const JsonNode& node, const std::string& path, std::initializer_list<std::string_view> known) {
  if (node.kind != Kind::Object) throw FieldFault{path, "an object is expected"};
  for (const std::string& name : node.names)
    if (std::find(known.begin(), known.end(), name) == known.end())
      throw FieldFault{at(path, name), "no such name; known here are " +
                                           joined(std::vector<std::string>(known.begin(), known.end()), ", ")};
}

const JsonNode* optionalAt(const JsonNode& parent, std::string_view name) {
  const JsonNode* node = parent.find(name);
  return node == nullptr || node->kind == Kind::Null ? nullptr : node;
}

const JsonNode& listAt(const JsonNode& parent, std::string_view name, const std::string& path) {
  const JsonNode* node = parent.find(name);
  if (node == nullptr || node->kind != Kind::List) throw FieldFault{at(path, name), "a list is expected"};
  return *node;
}

std::string textOf(const JsonNode& node, const std::string& path) {
  if (node.kind != Kind::Text) throw FieldFault{path, "a text is expected"};
  return node.text;
}

double numberOf(const JsonNode& node, const std::string& path) {
  if (node.kind != Kind::Number) throw FieldFault{path, "a number is expected"};
  return node.number;
}

std::uint64_t countOf(const JsonNode& node, const std::string& path) {
  if (node.kind != Kind::Number || !node.whole) throw FieldFault{path, "a whole number from 0 on is expected"};
  return *node.whole;
}

std::string textOr(const JsonNode& parent, std::string_view name, const std::string& path, std::string_view otherwise) {
  const JsonNode* node = optionalAt(parent, name);
  return node == nullptr ? std::string(otherwise) : textOf(*node, at(path, name));
}

std::string requiredText(const JsonNode& parent, std::string_view name, const std::string& path) {
  std::string text = textOr(parent, name, path, "");
  if (trimmed(text).empty()) throw FieldFault{at(path, name), "a text is expected"};
  return text;
}

double numberOr(const JsonNode& parent, std::string_view name, const std::string& path, double otherwise) {
  const JsonNode* node = optionalAt(parent, name);
  return node == nullptr ? otherwise : numberOf(*node, at(path, name));
}

double requiredNumber(const JsonNode& parent, std::string_view name, const std::string& path) {
  const JsonNode* node = parent.find(name);
  if (node == nullptr) throw FieldFault{at(path, name), "a number is expected"};
  return numberOf(*node, at(path, name));
}

}  // namespace leadlight
