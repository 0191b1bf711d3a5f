#pragma once

#include <QString>
#include <filesystem>
#include <vector>

#include "model/base/result.h"
#include "scoring/calls/call_sheets.h"

namespace leadlight {

// What goes on paper.
struct CallPaper {
  std::vector<std::string> people;
  std::vector<std::string> labels;  // of the rows' values
  std::vector<CallRow> rows;
  std::vector<ExportFact> facts;
};

// The PDF of one person among several: "calls.pdf" becomes "calls-Ana.pdf"; of a single person it stays as it is. A
// name that several have gets a number.
std::vector<std::filesystem::path> callPdfNames(const std::filesystem::path& file,
                                                const std::vector<std::string>& people);
// One PDF for each person, with a table that repeats its head on each page. For a worker. Returns the files. Errors:
// Io, NoPermission.
Result<std::vector<std::filesystem::path>> writeCallPdfs(const std::filesystem::path& file, const CallPaper& paper);

}  // namespace leadlight
