#pragma once

#include <vector>

#include "model/source/reader.h"
#include "model/store/load_report.h"

namespace leadlight {

// What about a file as a whole may be read otherwise than a person thinks. `asked`: what the person fixed. REQUIRES:
// `facts` are those of a file that was read to its end
std::vector<LoadReport::Warning> fileWarnings(const FileFacts& facts, const ReadOptions& asked);

// That saved schemas were left out, see schemaForFile().
std::vector<LoadReport::Warning> schemaWarnings(const std::vector<Error>& leftOut);

}  // namespace leadlight
