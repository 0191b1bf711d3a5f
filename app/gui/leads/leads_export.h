#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "model/base/result.h"
#include "model/export/row_writer.h"
#include "model/frame/frame.h"
#include "model/store/store.h"

namespace leadlight {

// What to write: these columns of these frame rows, in this order. Columns that the frame does not hold come from the
// store.
struct LeadsToWrite {
  std::string dataset;
  Frame frame;
  std::vector<std::string> columns;
  std::vector<std::string> labels;  // the header line
  std::vector<std::uint32_t> rows;
};

// What a file says of itself: on the last sheet of a workbook, beside other files as NAME.about.txt.
struct ExportStamp {
  std::string title = "About";
  std::vector<ExportFact> facts;
};

// By its ending: CSV (RFC 4180, safe for spreadsheets), a workbook, JSON or NDJSON; CSV for any other. Written beside
// and renamed, so that a failed export leaves no half file. Errors: Io, NoPermission, store errors, those of Workbook.
Status exportLeads(Store& store, const LeadsToWrite& leads, const std::filesystem::path& file,
                   const ExportStamp& stamp);
// Where the stamp of a file that is no workbook goes.
std::filesystem::path stampFile(const std::filesystem::path& file);

// For the clipboard: with tabs (tabs and line ends inside a value become spaces), CSV, or an array of JSON objects.
enum class CopyFormat { Tabs, Csv, Json };
Result<std::string> leadsAsText(Store& store, const LeadsToWrite& leads, CopyFormat format);

}  // namespace leadlight
