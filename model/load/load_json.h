#pragma once

#include "model/base/json_writer.h"
#include "model/store/load_report.h"

namespace leadlight {

// One load as an object, under the names that the command line promises.
void writeLoad(JsonWriter& json, const LoadReport& report);
// The member "warnings" of the object at hand.
void writeWarnings(JsonWriter& json, const std::vector<LoadReport::Warning>& warnings);

}  // namespace leadlight
