#pragma once

#include <string_view>
#include <vector>

namespace leadlight {

// A JSON file of resources/ compiled into the program, so that no install folder is needed.
struct Resource {
  std::string_view name;  // relative to resources/, e.g. "schemas/leads.json"
  std::string_view text;
};

// Every compiled-in resource, in order of name.
const std::vector<Resource>& resources();

}  // namespace leadlight
