#pragma once

#include <vector>

#include "model/base/calendar.h"
#include "model/base/result.h"
#include "model/store/database.h"
#include "model/store/load_report.h"

namespace leadlight {

// Rows of the table `load`.
Result<std::vector<LoadReport>> readLoads(Database& database);  // newest first
Result<std::int64_t> nextLoadId(Database& database);
// What the loads and undos of a dataset up to this event say of its columns: of each the latest.
Result<std::vector<LoadReport::ColumnFacts>> columnsAsOf(Database& database, std::string_view dataset,
                                                         std::int64_t event);
Status insertLoad(Database& database, const LoadReport& report);
// Notes what was done, within the transaction that does it.
Status addAudit(Database& database, std::string_view action, std::string_view detail, std::string at = isoNow());
// The load that brought this content into the dataset and was not undone since.
Result<std::optional<std::int64_t>> loadOfContent(Database& database, std::string_view dataset,
                                                  std::string_view sha256);

}  // namespace leadlight
