#pragma once

#include <span>

#include "model/load/loader.h"
#include "model/load/quarantine_sheet.h"

namespace leadlight {

// Sends rows of a load's open quarantine through cleaning and merging again, as a new load that is linked to the old
// one (LoadReport::retryOf). Rows that are taken leave the open quarantine; those refused again stay open where they
// were. Undoing the new load opens its rows again. Of `options` the dataset, schema and error rules count; with
// validateOnly nothing is written. Errors: Usage when there is no row to send; those of loadFile.
Result<LoadReport> retryRows(Store& store, const QuarantineSheet& sheet, std::span<const CorrectedRow> rows,
                             LoadOptions options, const Progress& progress);
// The same for who holds no sheet. Errors: also those of quarantineSheet().
Result<LoadReport> retryRows(Store& store, std::int64_t loadId, std::span<const CorrectedRow> rows,
                             const LoadOptions& options, const Progress& progress);

}  // namespace leadlight
