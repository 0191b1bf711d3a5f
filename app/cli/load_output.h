#pragma once

#include <ostream>
#include <string>

#include "app/cli/command.h"
#include "model/load/load_json.h"

namespace leadlight {

// "Leads.csv: 9,240 rows = 9,240 new + 0 changed + … (csv, utf-8, ",", 0.42 s)", or why there is nothing to count.
std::string loadLine(const LoadReport& report);
// A line on standard error for each of its warnings.
void sayWarnings(const Call& call, const LoadReport& report);
// For people: what else is to be known about a load, a line each.
void printNotes(const LoadReport& report, std::ostream& out);
// For people: new columns, changed columns, the first changed cells.
void printPreview(const MergePreview& preview, std::ostream& out);

}  // namespace leadlight
