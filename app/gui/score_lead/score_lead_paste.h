#pragma once

#include <QString>
#include <string>
#include <utility>
#include <vector>

#include "model/base/result.h"

namespace leadlight {

using PastedRow = std::vector<std::pair<std::string, std::string>>;  // column as given, value

// Reads one lead from the clipboard: a header line and a row, with tabs, semicolons or commas between and quotes where
// needed, or a JSON object of plain values. Errors: Malformed.
// A row without a header has the columns `columns`, if it has as many values.
Result<PastedRow> parsePastedRow(const QString& text, const std::vector<std::string>& columns = {});

}  // namespace leadlight
