#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "model/base/result.h"
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

// RFC 4180 with CRLF as csvWriter() writes it, safe for spreadsheets. Written beside and renamed, so that a
// failed export leaves no half file. Errors: Io, NoPermission, store errors.
Status exportCsv(Store& store, const LeadsToWrite& leads, const std::filesystem::path& file);

// The same with tabs, for the clipboard: tabs and line ends inside a value become spaces.
Result<std::string> tabSeparated(Store& store, const LeadsToWrite& leads);

}  // namespace leadlight
