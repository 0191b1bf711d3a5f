#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/base/result.h"

namespace leadlight {

// A parsed JSON value that keeps the order of names. Unlike a general JSON library's value it is bounded in depth and
// size while it is read and refuses an object that gives one name twice.
struct JsonNode {
  enum class Kind { Null, Boolean, Number, Text, List, Object };
  Kind kind = Kind::Null;
  double number = 0;                   // Number; Boolean: 0 or 1
  std::optional<std::uint64_t> whole;  // Number: exactly, when it is written as a whole number from 0 on
  std::string text;                    // Text
  std::vector<JsonNode> items;         // List, Object
  std::vector<std::string> names;      // Object: names[i] is the name of items[i]

  // The value of a name; nullptr when absent or when this is no object.
  const JsonNode* find(std::string_view name) const;
};

struct JsonLimits {
  std::size_t bytes = 0;
  std::size_t depth = 0;
  std::size_t values = 0;
};

// Errors: Malformed with a sentence part such as "nested more than 32 levels"; where is the 1-based byte when known.
Result<JsonNode> parseJsonTree(std::string_view json, const JsonLimits& limits);

}  // namespace leadlight
