#pragma once

#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

#include "scoring/json_tree.h"

namespace leadlight {

// Reading the fields of a parsed JSON object strictly. A fault is thrown, for parseScorecard to turn into an Error: the
// path of the value ("terms[3].edges") and a part of a sentence.
struct FieldFault {
  std::string path, what;
};

std::string at(const std::string& path, std::string_view name);
std::string at(const std::string& path, std::size_t index);

// `node` is an object without names other than `known`.
void expectObject(const JsonNode& node, const std::string& path, std::initializer_list<std::string_view> known);
// nullptr when absent or null.
const JsonNode* optionalAt(const JsonNode& parent, std::string_view name);
const JsonNode& listAt(const JsonNode& parent, std::string_view name, const std::string& path);

std::string textOf(const JsonNode& node, const std::string& path);
double numberOf(const JsonNode& node, const std::string& path);
std::uint64_t countOf(const JsonNode& node, const std::string& path);

std::string textOr(const JsonNode& parent, std::string_view name, const std::string& path, std::string_view otherwise);
std::string requiredText(const JsonNode& parent, std::string_view name, const std::string& path);
double numberOr(const JsonNode& parent, std::string_view name, const std::string& path, double otherwise);
double requiredNumber(const JsonNode& parent, std::string_view name, const std::string& path);

// Each item of the list `name` of `parent`, read by `read(item, path of the item)`.
template <class Read>
auto listOf(const JsonNode& parent, std::string_view name, const std::string& path, const Read& read) {
  const JsonNode& list = listAt(parent, name, path);
  std::vector<decltype(read(list, path))> values;
  for (std::size_t i = 0; i < list.items.size(); ++i) values.push_back(read(list.items[i], at(at(path, name), i)));
  return values;
}

}  // namespace leadlight
