#pragma once

#include <string>

#include "scoring/json_tree.h"
#include "scoring/terms.h"

namespace leadlight {

// One term of a scorecard file (the form is in scorecard_json.h). Throws FieldFault.
Term termFromJson(const JsonNode& json, const std::string& path);

}  // namespace leadlight
