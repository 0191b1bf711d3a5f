#include "scoring/json_tree.h"

#include <algorithm>
#include <cmath>
#include <nlohmann/json.hpp>

namespace leadlight {

namespace {

using Json = nlohmann::json;

// Builds the tree from the parser's events; returning false from an event stops the parser.
class TreeBuilder {
 public:
  explicit TreeBuilder(const JsonLimits& limits) : limits_(limits) {}

  JsonNode root;
  std::string fault;
  std::size_t faultByte = 0;

  bool null() { return add({}) != nullptr; }
  bool boolean(bool value) { return addNumber(JsonNode::Kind::Boolean, value ? 1 : 0); }
  bool number_integer(Json::number_integer_t value) {
    return addNumber(JsonNode::Kind::Number, static_cast<double>(value));
  }
  bool number_unsigned(Json::number_unsigned_t value) {
    return addNumber(JsonNode::Kind::Number, static_cast<double>(value), value);
  }
  bool number_float(Json::number_float_t value, const std::string&) {
    if (!std::isfinite(value)) return stop("a number is too large");
    return addNumber(JsonNode::Kind::Number, value);
  }
  bool string(std::string& value) {
    JsonNode* node = add({});
    if (node == nullptr) return false;
    node->kind = JsonNode::Kind::Text;
    node->text = std::move(value);
    return true;
  }
  bool binary(Json::binary_t&) { return stop("a binary value"); }
  bool start_object(std::size_t) { return open(JsonNode::Kind::Object); }
  bool start_array(std::size_t) { return open(JsonNode::Kind::List); }
  bool key(std::string& name) {
    path_.back()->names.push_back(std::move(name));
    return true;
  }
  bool end_object() {
    std::vector<std::string_view> names(path_.back()->names.begin(), path_.back()->names.end());
    std::sort(names.begin(), names.end());
    const auto twice = std::adjacent_find(names.begin(), names.end());
    if (twice != names.end()) return stop("the name \"" + std::string(*twice) + "\" is given twice in one object");
    path_.pop_back();
    return true;
  }
  bool end_array() {
    path_.pop_back();
    return true;
  }
  bool parse_error(std::size_t byte, const std::string&, const nlohmann::detail::exception& error) {
    faultByte = byte;
    const bool range = dynamic_cast<const Json::out_of_range*>(&error) != nullptr;
    return stop(range ? "a number is too large" : "not well-formed JSON");
  }

 private:
  bool stop(std::string what) {
    fault = std::move(what);
    return false;
  }
  // Pointers into items stay valid: a list grows only while its last item is complete and off the path.
  JsonNode* add(JsonNode node) {
    if (++values_ > limits_.values) {
      stop("more than " + std::to_string(limits_.values) + " values");
      return nullptr;
    }
    if (path_.empty()) {
      root = std::move(node);
      return &root;
    }
    path_.back()->items.push_back(std::move(node));
    return &path_.back()->items.back();
  }
  bool addNumber(JsonNode::Kind kind, double value, std::optional<std::uint64_t> whole = {}) {
    JsonNode* node = add({});
    if (node == nullptr) return false;
    node->kind = kind;
    node->number = value;
    node->whole = whole;
    return true;
  }
  bool open(JsonNode::Kind kind) {
    if (path_.size() >= limits_.depth) return stop("nested more than " + std::to_string(limits_.depth) + " levels");
    JsonNode* node = add({});
    if (node == nullptr) return false;
    node->kind = kind;
    path_.push_back(node);
    return true;
  }

  JsonLimits limits_;
  std::size_t values_ = 0;
  std::vector<JsonNode*> path_;
};

}  // namespace

const JsonNode* JsonNode::find(std::string_view name) const {
  const auto found = std::find(names.begin(), names.end(), name);
  return found == names.end() ? nullptr : &items[static_cast<std::size_t>(found - names.begin())];
}

Result<JsonNode> parseJsonTree(std::string_view json, const JsonLimits& limits) {
  if (json.size() > limits.bytes)
    return Error{Errc::Malformed, "larger than " + std::to_string(limits.bytes >> 20) + " MB", "", {}};
  TreeBuilder builder(limits);
  // The parser keeps its own path on the heap, so that depth costs no stack.
  if (!Json::sax_parse(json.begin(), json.end(), &builder)) {
    const std::string where = builder.faultByte == 0 ? "" : "byte " + std::to_string(builder.faultByte);
    return Error{Errc::Malformed, builder.fault, where, {}};
  }
  return std::move(builder.root);
}

}  // namespace leadlight
