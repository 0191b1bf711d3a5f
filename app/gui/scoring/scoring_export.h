#pragma once

#include <QString>
#include <filesystem>
#include <string>
#include <vector>

#include "model/store/store.h"
#include "scoring/scorecard.h"

namespace leadlight {

// A file that a scorecard can be written as.
struct ExportFormat {
  QString title;        // "SQL for Snowflake"
  std::string name;     // "json", "sql", "pmml"
  std::string dialect;  // of SQL
  QString suffix;       // "sql"
  QString filter;       // for the file dialog
};
std::vector<ExportFormat> exportFormats();
// Letters, digits and dashes of a scorecard's name.
QString fileStem(const std::string& name);

// For a worker. Written beside and renamed, so that a failed export leaves no half file. Errors: Io, BadScorecard,
// Usage (SQL and PMML, see scoring/export).
Status writeScorecard(const Scorecard& scorecard, const ExportFormat& format, const Dataset& dataset,
                      const std::filesystem::path& file);

}  // namespace leadlight
