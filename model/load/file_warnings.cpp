#include "model/load/file_warnings.h"

#include <fmt/format.h>

namespace leadlight {

std::vector<LoadReport::Warning> fileWarnings(const FileFacts& facts, const ReadOptions& asked) {
  std::vector<LoadReport::Warning> warnings;
  if (!facts.encodingOrElse.empty())
    warnings.push_back({"encoding_guessed",
                        {},
                        fmt::format("The encoding is a guess: nothing proves {}, and it could be {}. If letters look "
                                    "wrong, name it with --encoding {}.",
                                    facts.encoding, facts.encodingOrElse, facts.encodingOrElse)});
  if (asked.sheet && facts.sheet.empty())
    warnings.push_back(
        {"sheet_ignored",
         {},
         fmt::format("The file is no workbook and has no sheet \"{}\"; all of it is read.", *asked.sheet)});
  if (facts.uncalculated > 0)
    warnings.push_back(
        {"formulas_uncalculated",
         {},
         fmt::format("{} without a result and read as empty. Save the workbook in a spreadsheet program, "
                     "which calculates them, and load it again.",
                     facts.uncalculated == 1 ? "1 formula is" : fmt::format("{} formulas are", facts.uncalculated))});
  return warnings;
}

std::vector<LoadReport::Warning> schemaWarnings(const std::vector<Error>& leftOut) {
  std::vector<LoadReport::Warning> warnings;
  for (const Error& error : leftOut)
    warnings.push_back({"schema_unreadable", {}, error.what + " It is left out; mend it or delete it."});
  return warnings;
}

}  // namespace leadlight
