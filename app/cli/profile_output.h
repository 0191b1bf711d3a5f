#pragma once

#include <ostream>

#include "model/load/file_profile.h"
#include "model/store/load_report.h"

namespace leadlight {

// One JSON document: the file's facts, warnings, every column with its evidence, candidates, first rows, and
// `proposed`.
void writeProfile(const FileProfile& profile, const Schema& proposed, const std::vector<LoadReport::Warning>& warnings,
                  std::ostream& out);
// The same for people: facts, a table of the columns, what deserves a look.
void printProfile(const FileProfile& profile, std::ostream& out);

}  // namespace leadlight
