#pragma once

#include <string>

#include "model/base/json_writer.h"
#include "model/store/load_report.h"

namespace leadlight {

// One load as the JSON object of "loads".
void writeLoad(JsonWriter& json, const LoadReport& report);

// "Leads.csv: 9,240 rows = 9,240 new + 0 changed + … (csv, utf-8, ",", 0.42 s)", or why there is nothing to count.
std::string loadLine(const LoadReport& report);

}  // namespace leadlight
