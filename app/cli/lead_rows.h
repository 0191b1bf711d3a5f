#pragma once

#include <string>
#include <vector>

#include "app/cli/lead_query.h"
#include "model/export/row_writer.h"

namespace leadlight {

// Hands the picture's leads with these frame rows, in this order, to a begun writer: stored columns come from the store
// in chunks, computed ones from the frame. Errors: Interrupted, store errors, those of the writer.
Status writeLeadRows(const Call& call, Store& store, const Dataset& dataset, const LeadPicture& picture,
                     const std::vector<std::uint32_t>& rows, const std::vector<NamedColumn>& columns,
                     RowWriter& writer);

// What an export is of: filter, champion, load and time.
std::vector<ExportFact> stampOf(const Call& call, Store& store, const std::string& dataset);

}  // namespace leadlight
